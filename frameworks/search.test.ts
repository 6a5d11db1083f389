import { describe, expect, it } from 'vitest'
import { frameworks } from './framework.ts'
import { requirementsOf } from './requirements.ts'
import { searchRequirements } from './search.ts'

const keys = (text: string, framework?: string) =>
  searchRequirements(text, framework === undefined ? {} : { framework }).map(({ key }) => key)

describe('searching requirements', () => {
  it('puts the exact ref first, in the order of the frameworks, then refs that begin so', () => {
    expect(keys('A.8.3').slice(0, 4)).toEqual([
      'ISO-42001-2023/A.8.3',
      'ISO-27001-2022/A.8.3',
      'ISO-27001-2022/A.8.30',
      'ISO-27001-2022/A.8.31',
    ])
  })

  it.each(['impact assessment', 'IMPACT  Assessment', ' assessment impact ', 'ímpact assessmént'])(
    'finds the same for %j, whatever case, order or accents',
    (text) => {
      expect(keys(text, 'ISO-42001-2023')).toContain('ISO-42001-2023/6.1.4')
      expect(keys(text).toSorted()).toEqual(keys('impact assessment').toSorted())
    },
  )

  it('looks into the intent, and prefers titles to it', () => {
    expect(keys('climate', 'ISO-42001-2023')).toEqual(['ISO-42001-2023/4.1'])
    const found = searchRequirements('policy', { framework: 'ISO-42001-2023' })
    const firstByIntent = found.findIndex(({ title }) => !title.toLowerCase().includes('polic'))
    expect(found.slice(firstByIntent).some(({ title }) => title.toLowerCase().includes('policy'))).toBe(false)
  })

  it('finds nothing outside of the asked framework, and nothing for words that stand nowhere', () => {
    expect(keys('logging', 'ISO-9001-2015')).toEqual([])
    expect(keys('zebra crossing')).toEqual([])
    expect(keys('policy', 'ISO-1')).toEqual([])
  })

  it('filters nothing when nothing is asked', () => {
    const everything = frameworks().flatMap(({ id }) => requirementsOf(id).map(({ key }) => key))
    expect(keys('  ')).toEqual(everything)
  })
})
