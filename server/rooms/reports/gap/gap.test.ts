import { describe, expect, it } from 'vitest'
import { renderJson } from '#platform/documents/index.ts'
import { aGapSource, aMadeFrom } from './a-gap-source.ts'
import { gapCsv, gapJson } from './data.ts'
import { gapDocument } from './document.ts'
import type { ReportFinding } from './source.ts'
import { count, standingOf } from './standings.ts'
import { biggestGaps, disagreementsOf, nextSteps } from './summary.ts'

/** Every word of the document, for looking one up. */
function wordsOf(...given: Parameters<typeof gapDocument>): string {
  return renderJson(gapDocument(...given))
}

describe('where a finding stands', () => {
  it.each<[ReportFinding['level'], boolean, string]>([
    ['missing', false, 'missing'],
    ['operating', false, 'operating'],
    ['operating', true, 'stale'],
    ['not-applicable', false, 'not-applicable'],
    ['not-yet-recorded', false, 'not-yet-recorded'],
  ])('%s, stale %s: %s', (level, stale, standing) => {
    expect(standingOf({ level, stale })).toBe(standing)
  })

  it('is counted once each', () => {
    const { findings } = aGapSource({ '5.2': { level: 'effective' }, '4.1': { level: 'operating', stale: true } })
    expect(count(findings)).toMatchObject({ effective: 1, stale: 1, missing: 68, operating: 0 })
  })
})

describe('the summary', () => {
  const documented = { level: 'documented' as const, next: '' }

  it('names where most is missing, and counts what is stale with it', () => {
    const findings = { '10.1': { stale: true, level: 'operating' as const }, '10.2': documented }
    const gaps = biggestGaps(aGapSource(findings).findings, 20)
    expect(gaps[0]).toMatchObject({ group: { ref: 'A.6' }, missing: 9, stale: 0 })
    expect(gaps.at(-1)).toMatchObject({ group: { ref: '10' }, missing: 0, stale: 1 })
  })

  it('knows no gap where nothing is missing or stale', () => {
    const source = aGapSource()
    const none = source.findings.map((finding) => ({ ...finding, ...documented }))
    expect(biggestGaps(none, 5)).toEqual([])
    expect(nextSteps(none, 5)).toEqual([])
  })

  it('puts what has lapsed before what is missing, before what is only said; what moves more first', () => {
    const both = 'Write the policy.'
    const { findings } = aGapSource({
      '5.2': { next: both },
      'A.2.2': { next: both },
      '9.1': { level: 'operating', stale: true, next: 'Measure again.' },
      '7.5.1': { level: 'documented', disagreement: 'declared-above', next: 'Show that it is used.' },
      '8.2': { level: 'not-yet-recorded', next: 'Assess every system.' },
    })
    const steps = nextSteps(findings, 100)
    expect(steps[0]).toEqual({ text: 'Measure again.', refs: ['9.1'] })
    expect(steps[1]).toEqual({ text: both, refs: ['5.2', 'A.2.2'] })
    expect(steps.at(-1)).toEqual({ text: 'Show that it is used.', refs: ['7.5.1'] })
    expect(steps.map(({ text }) => text)).not.toContain('Assess every system.')
  })

  it('sets apart what people say and records do not show', () => {
    const declared = { level: 'operating', note: 'We do it.', by: 'Mara', on: '2026-02-01' }
    const source = aGapSource({ '4.1': { declared, disagreement: 'declared-above' } })
    expect(disagreementsOf(source.findings).map(({ ref }) => ref)).toEqual(['4.1'])
    const words = wordsOf(source, aMadeFrom())
    expect(words).toContain('declared: operating')
    expect(words).toContain('We do it. (Mara, 1 Feb 2026)')
    expect(words).toContain('People say more than the records show')
  })
})

describe('the document', () => {
  it('says that only an accredited body certifies, and gives no percentage', () => {
    const words = wordsOf(aGapSource(), aMadeFrom())
    expect(words).toContain('only an accredited certification body decides on certification')
    expect(words).not.toContain('%')
    expect(words.toLowerCase()).not.toMatch(/percent|guarantee|compliant|will be certified/)
  })

  it.each<[string, string | null, string]>([
    ['fixes its entry', aMadeFrom().checkpoint, 'fixes 500 entries, those that it was made from among them'],
    [
      'is older',
      'origin\n400\nroot=\n\n— x y\n',
      'fixes entries up to 400; a later one of the log fixes the entries up to 412',
    ],
    ['is not there yet', null, 'No signed checkpoint fixes these records yet'],
  ])('says so where the checkpoint %s', (_, checkpoint, words) => {
    expect(wordsOf(aGapSource(), aMadeFrom({ checkpoint }))).toContain(words)
  })

  it('of a concluded assessment says whose findings it prints', () => {
    const assessment = { id: 'a', name: 'Spring round', concludedOn: '2026-03-01', seq: 300, summary: 'We begin.' }
    const words = wordsOf(aGapSource({}, { assessment }), aMadeFrom())
    expect(words).toContain('“Spring round” as it was concluded on 1 Mar 2026 (entry 300)')
    expect(words).toContain('We begin.')
  })

  it('of the same source and state is the same', () => {
    expect(wordsOf(aGapSource(), aMadeFrom())).toBe(wordsOf(aGapSource(), aMadeFrom()))
  })
})

describe('the data', () => {
  it('never lets a note run as a formula in a spreadsheet', () => {
    const declared = { level: 'missing', note: '=HYPERLINK("http://x")', by: null, on: null }
    expect(gapCsv(aGapSource({ '4.1': { declared } }), aMadeFrom())).toContain(`"'=HYPERLINK(`)
  })

  it('has the checkpoint on every row and in JSON', () => {
    const root = 'p7QwLr0n4mJv1c3Yt9fGkXhB2sEoDzU8aWq6iVxN5Rk='
    expect(gapCsv(aGapSource(), aMadeFrom()).split(root)).toHaveLength(71)
    expect(JSON.parse(gapJson(aGapSource(), aMadeFrom())).madeFrom.checkpoint).toContain(root)
  })
})
