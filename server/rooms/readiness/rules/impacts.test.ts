import { describe, expect, it } from 'vitest'
import {
  aDocument,
  but,
  creditImpact,
  everythingRecorded,
  oneShort,
  tooLate,
  withDocument,
  withMeasured,
} from '../a-situation.ts'
import { readiness } from '../findings.ts'
import type { Finding } from '../model.ts'
import { nothingMeasured } from '../nothing-recorded.ts'
import type { ImpactsPart, Situation } from '../situation.ts'

const full = everythingRecorded()
const method = 'impact-assessment-process'
const impactsWith = (fields: Partial<ImpactsPart>) => but(full, 'impacts', fields)
const without = withDocument(full, method, null)
const late = withDocument(full, method, aDocument(method, { review: tooLate }))
const never = withDocument(full, method, aDocument(method, { review: null }))
const none = impactsWith({
  standing: 0,
  withoutAssessment: oneShort,
  earlier: 0,
  full: 0,
  approvedEver: 0,
  repeated: 0,
  consequential: [],
  newest: [],
})
const { rules } = full.impacts
if (!rules) throw new Error('the full situation has rules')

function findingOf(ref: string, situation: Situation): Finding {
  const found = readiness(situation).find((finding) => finding.ref === ref)
  if (!found) throw new Error(`no finding for ${ref}`)
  return found
}

type Case = [what: string, situation: Situation, level: Finding['level'], stale?: boolean]

const eachAssessed: Case[] = [
  ['no system is in scope', impactsWith({ systems: 0 }), 'documented'],
  ['a system was not assessed', impactsWith({ withoutAssessment: oneShort }), 'documented'],
  ['a screening is too shallow', impactsWith({ tooShallow: oneShort }), 'documented'],
]
const lookedAtAgain: Case[] = [
  ['something calls for a new look', impactsWith({ calledAgain: oneShort }), 'implemented'],
  ['a review is overdue', impactsWith({ reviewOverdue: oneShort }), 'implemented', true],
]

const table: Record<string, Case[]> = {
  '6.1.4': [
    ['everything is there', full, 'operating'],
    ['there is no procedure', without, 'missing'],
    ['nothing was assessed', none, 'documented'],
    ['no assessment names a risk', impactsWith({ notCarriedOver: oneShort }), 'documented'],
    ['one of two names a risk', impactsWith({ full: 2, notCarriedOver: oneShort }), 'operating'],
    ['there are screenings alone', impactsWith({ full: 0 }), 'operating'],
    ['the procedure was never reviewed', never, 'implemented'],
    ['the review of the procedure is overdue', late, 'implemented', true],
  ],
  '8.4': [
    ['everything is there', full, 'effective'],
    ...eachAssessed.map(([what, situation]): Case => [what, situation, 'missing']),
    ...lookedAtAgain,
    ['nothing was assessed twice', impactsWith({ repeated: 0 }), 'implemented'],
    ['a stopped system is in use', impactsWith({ operatingThoughStopped: oneShort }), 'implemented'],
    ['a condition is overdue', impactsWith({ conditionsOverdue: oneShort }), 'operating'],
    ['a measure is overdue', impactsWith({ measuresOverdue: oneShort }), 'operating'],
    ['no assessment changed anything', impactsWith({ consequential: [] }), 'operating'],
  ],
  'A.5.2': [
    ['everything is there', full, 'operating'],
    ['there is no process', without, 'missing'],
    ...eachAssessed,
    ...lookedAtAgain,
    ['the process was never reviewed', never, 'implemented'],
    ['the review of the process is overdue', late, 'implemented', true],
  ],
  'A.5.3': [
    ['everything is there', full, 'operating'],
    ['nobody set how long results are kept', impactsWith({ rules: null }), 'missing'],
    ['nothing was assessed', none, 'documented'],
    ['there is no earlier result', impactsWith({ earlier: 0 }), 'implemented'],
    ['the rules are a year old', impactsWith({ rules: { ...rules, on: '2025-11-22' } }), 'operating'],
    ['the rules are older than a year', impactsWith({ rules: { ...rules, on: '2025-11-21' } }), 'operating', true],
  ],
  'A.5.4': [
    ['everything is there', full, 'effective'],
    ['there is no method', without, 'missing'],
    ...eachAssessed,
    ...lookedAtAgain,
    ['a fairness result speaks against it', impactsWith({ contradicted: oneShort }), 'implemented'],
    ['nothing decides about people', withMeasured(full, 'fairness', nothingMeasured), 'operating'],
    ['a system has no fairness plan', withMeasured(full, 'fairness', { withoutPlan: oneShort }), 'operating'],
    ['a plan was never run', withMeasured(full, 'fairness', { withoutRun: oneShort }), 'operating'],
    ['a run fails', withMeasured(full, 'fairness', { failing: oneShort }), 'operating'],
    ['a run is overdue', withMeasured(full, 'fairness', { overdue: oneShort }), 'operating', true],
    ['a result is imported', withMeasured(full, 'fairness', { importedOnly: oneShort }), 'operating'],
  ],
  'A.5.5': [
    ['everything is there', full, 'operating'],
    ['there is no method', without, 'missing'],
    ...eachAssessed,
    ...lookedAtAgain,
    ['the review of the method is overdue', late, 'operating', true],
  ],
}

describe.each(Object.entries(table))('%s', (ref, cases) => {
  it.each(cases)('when %s', (_what, situation, level, stale = false) => {
    const finding = findingOf(ref, situation)
    expect({ level: finding.level, stale: finding.stale }).toEqual({ level, stale })
  })

  it('says what to do next whenever a level is left', () => {
    for (const [, situation] of cases) {
      const { level, reachable, next } = findingOf(ref, situation)
      expect(next === '').toBe(level === reachable.at(-1))
    }
  })

  it('is moved by no attached evidence', () => {
    expect(findingOf(ref, everythingRecorded([ref])).level).toBe(findingOf(ref, full).level)
    const bare = { ...everythingRecorded([ref]), impacts: none.impacts, documents: without.documents }
    expect(findingOf(ref, bare).level).toBe(ref === 'A.5.3' ? 'documented' : 'missing')
  })
})

it('cites the assessments that it rests on, and says what was only screened', () => {
  const screened = impactsWith({ operatingScreenedOnly: oneShort })
  const { reasons } = findingOf('A.5.5', screened)
  expect(reasons.flatMap(({ cites }) => cites)).toContainEqual(creditImpact)
  expect(reasons.at(-1)).toMatchObject({ kind: 'note', text: expect.stringContaining('nine questions') })
})

it('what fairness runs found is said at whatever level the assessments stand', () => {
  const origins = { server: 1, client: 2, imported: 0 }
  const texts = (situation: Situation) => findingOf('A.5.4', situation).reasons.map(({ text }) => text)
  expect(texts(withMeasured(full, 'fairness', { origins })).join(' ')).toContain(
    '1 computed by this server, 2 computed where the data is and pushed',
  )
  const failing = withMeasured(without, 'fairness', { failing: oneShort })
  expect(texts(failing)).toContain('A limit is broken in the newest confirming run of: Credit model.')
})
