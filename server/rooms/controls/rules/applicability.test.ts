import { describe, expect, it, test } from 'vitest'
import { approve, decide, saysNothing, type Serving, standing, statusOf } from './applicability.ts'
import { checkDueOn } from '../model.ts'

const shown: Serving = { state: 'running', evidence: 1, lastCheck: 'works' }

test.each<[string, Serving[], string]>([
  ['nothing is applied', [], 'planned'],
  ['what is applied is planned', [{ ...shown, state: 'planned' }], 'planned'],
  ['all was retired', [{ ...shown, state: 'retired' }], 'planned'],
  ['it runs without evidence', [{ ...shown, evidence: 0 }], 'partly'],
  ['its last check found that it does not work', [{ ...shown, lastCheck: 'does-not-work' }], 'partly'],
  ['one runs and another is planned', [shown, { ...shown, state: 'planned' }], 'partly'],
  ['one of two has no evidence', [shown, { ...shown, evidence: 0 }], 'partly'],
  ['all run with evidence, checked or not yet', [shown, { ...shown, lastCheck: null }], 'implemented'],
  ['what is left after one was retired runs with evidence', [shown, { ...shown, state: 'retired' }], 'implemented'],
])('where %s', (_case, serving, status) => {
  expect(statusOf(serving)).toBe(status)
})

describe('words that say nothing', () => {
  it.each([
    '',
    '  ',
    'n/a',
    'N.A.',
    '-',
    '—',
    'Not applicable.',
    'not relevant',
    'Nicht zutreffend!',
    'entfällt',
    'out of scope',
    'No',
  ])('“%s” is no reason', (words) => expect(saysNothing(words)).toBe(true))
  it.each(['We build no models of our own', 'Kein Training eigener Modelle', 'Named by the bank contract, annex 4'])(
    '“%s” is one',
    (words) => expect(saysNothing(words)).toBe(false),
  )
})

const risk = { ref: 'risk:1', name: 'Unfair refusals' }

test('an exclusion is refused while an open risk names the control, and stands when none does', () => {
  const exclusion = { decision: 'excluded', reason: 'We build no models of our own' } as const
  expect(decide(exclusion, [risk])).toMatchObject({ ok: false, error: { kind: 'named-by-risks', risks: [risk] } })
  expect(decide(exclusion, [])).toEqual({ ok: true, value: exclusion })
})

test.each([
  ['no reason', [], 'reasons'],
  ['a reason without words', [{ kind: 'law', ref: 'obligation:1', words: 'n/a' }], 'reasons.0.words'],
  ['a law in words alone', [{ kind: 'law', ref: null, words: 'The AI Act asks for it' }], 'reasons.0.ref'],
  [
    'a contract that is a document',
    [{ kind: 'contract', ref: 'document:1', words: 'The bank asks for it' }],
    'reasons.0.ref',
  ],
  ['a risk that is not named', [{ kind: 'risk', ref: null, words: 'It lowers unfair refusals' }], 'reasons.0.ref'],
] as const)('an inclusion with %s is refused', (_case, reasons, path) => {
  expect(decide({ decision: 'included', reasons: [...reasons] }, [])).toMatchObject({
    ok: false,
    error: { kind: 'no-reason', problems: [expect.objectContaining({ path })] },
  })
})

test('a reason that stands in the row already may stay as it was given', () => {
  const old = { kind: 'law', ref: null, words: 'The AI Act asks for it' } as const
  const reasons = [old, { kind: 'contract', ref: 'obligation:1', words: 'The bank asks for it' } as const]
  expect(decide({ decision: 'included', reasons }, [], [old])).toMatchObject({ ok: true })
  const worded = { ...old, words: 'The AI Act asks providers for it' }
  expect(decide({ decision: 'included', reasons: [worded] }, [], [old]).ok).toBe(false)
})

test('only an exclusion ends to stand when a risk names the row', () => {
  expect(standing('excluded', [risk])).toBe('undecided')
  expect(standing('included', [risk])).toBe('included')
  expect(standing('excluded', [])).toBe('excluded')
})

test('who wrote it approves it only where nobody else could, and that is said', () => {
  const draft = { state: 'draft', authors: ['ada'] }
  const rows = [
    { requirement: 'ISO-42001-2023/A.2.2', standing: 'included' as const, contradicted: false, unfounded: false },
  ]
  const others = [{ id: 'bob', name: 'Bob' }]
  expect(approve(draft, rows, { by: 'ada', others })).toMatchObject({
    error: { kind: 'approver-is-author', mayApprove: others },
  })
  expect(approve(draft, rows, { by: 'ada', others: [] })).toEqual({ ok: true, value: { alone: true } })
  expect(approve(draft, rows, { by: 'bob', others })).toEqual({ ok: true, value: { alone: false } })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-22', 3, '2027-02-22'],
  ['2024-02-29', 12, '2025-02-28'],
])('a check of %s is due again %i months later, on %s', (from, months, due) => {
  expect(checkDueOn({ from, months })).toBe(due)
})
