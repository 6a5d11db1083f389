import { actLabels } from '@assay/server/rooms/obligations/model.ts'
import { expect, test } from 'vitest'
import { german } from '../../messages/de.ts'

type Labels = Record<string, string | { text: string }>

test('every answer and reason of the EU AI Act has its German', () => {
  const texts = Object.values<Labels>(actLabels).flatMap((labels) =>
    Object.values(labels).map((label) => (typeof label === 'string' ? label : label.text)),
  )
  expect(texts.length).toBeGreaterThan(70)
  expect(texts.filter((text) => german[text] === undefined)).toEqual([])
})

test('every duty of the EU AI Act has its German title', () => {
  const [catalogue = ''] = Object.values(
    import.meta.glob<string>('../../../frameworks/data/eu-ai-act.yaml', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  )
  const titles = [...catalogue.matchAll(/id: AIA-.*? title: (?:"([^"]+)"|([^,]+)),/g)].map(([, a, b]) => a ?? b ?? '')
  expect(titles.length).toBeGreaterThan(40)
  expect(titles.filter((title) => german[title] === undefined)).toEqual([])
})
