import { expect, test } from 'vitest'
import {
  type Evidence,
  type EvidenceId,
  findDateProblems,
  isAutomatic,
  isExpired,
  reopen,
  restore,
  review,
  supersede,
  withdraw,
} from './model.ts'

const anna = '0190aaaa-0000-7000-8000-000000000001'
const ben = '0190aaaa-0000-7000-8000-000000000002'
const given = { by: anna, on: '2026-03-03', decision: 'accepted', note: '' } as const

function aSignal(fields: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e1' as EvidenceId,
    version: 1,
    title: 'Bias test of the credit model',
    note: '',
    collector: `person:${anna}`,
    recordedBy: `person:${anna}`,
    happenedOn: '2026-03-01',
    periodFrom: null,
    periodTo: null,
    validUntil: null,
    state: 'signal',
    ...fields,
  } as Evidence
}

const everyone = [
  { id: anna, name: 'Anna' },
  { id: ben, name: 'Ben' },
]

test.each([
  [
    'who collected it, while another may review',
    aSignal({ recordedBy: 'machine:k' }),
    everyone,
    'reviewer-is-collector',
  ],
  [
    'who recorded it, while only its collector is there besides',
    aSignal({ collector: `person:${ben}` }),
    everyone,
    'ok',
  ],
  ['who collected and recorded it, with nobody else there', aSignal(), [everyone[0]], 'ok'],
  ['another person', aSignal({ collector: `person:${ben}`, recordedBy: `person:${ben}` }), everyone, 'ok'],
  ['a person on what a machine brought', aSignal({ collector: 'machine:k', recordedBy: 'machine:k' }), everyone, 'ok'],
])('a review by %s', (_who, evidence, mayReview, outcome) => {
  const reviewed = review(
    evidence,
    given,
    mayReview.filter((person) => person !== undefined),
  )
  expect(reviewed.ok ? 'ok' : reviewed.error.kind).toBe(outcome)
})

test('names the others who may review where the collector may not', () => {
  const refused = review(aSignal(), given, everyone)
  expect(refused).toEqual({
    ok: false,
    error: { kind: 'reviewer-is-collector', mayReview: [{ id: ben, name: 'Ben' }] },
  })
})

test('a rejection says why', () => {
  const evidence = aSignal({ collector: `person:${ben}`, recordedBy: `person:${ben}` })
  expect(review(evidence, { ...given, decision: 'rejected' }, everyone)).toMatchObject({
    error: { kind: 'note-needed' },
  })
  expect(review(evidence, { ...given, decision: 'rejected', note: 'Another model' }, everyone).ok).toBe(true)
})

test.each([
  [null, false],
  ['2026-03-02', true],
  ['2026-03-03', false],
])('evidence valid until %s on 3 March 2026 has expired: %s', (validUntil, expired) => {
  expect(isExpired({ validUntil }, '2026-03-03')).toBe(expired)
})

test.each([
  [{ happenedOn: '2026-03-04' }, ['happenedOn']],
  [{ happenedOn: '2026-03-03' }, []],
  [{ happenedOn: '2026-03-01', periodFrom: '2026-02-01', periodTo: '2026-01-31' }, ['periodTo']],
  [{ happenedOn: '2026-03-01', validUntil: '2026-02-28' }, ['validUntil']],
  [{ happenedOn: '2026-03-01', periodFrom: '2025-01-01', periodTo: '2025-12-31', validUntil: '2027-01-01' }, []],
])('of the days %o these cannot be: %o', (dates, paths) => {
  const none = { periodFrom: null, periodTo: null, validUntil: null }
  expect(findDateProblems({ ...none, ...dates }, '2026-03-03').map(({ path }) => path)).toEqual(paths)
})

test('withdrawing and restoring keeps the review that it had', () => {
  const reviewed = aSignal({ state: 'reviewed', review: given })
  const withdrawn = withdraw(reviewed, 'Wrong system')
  expect(withdrawn).toMatchObject({ value: { state: 'withdrawn', reason: 'Wrong system', review: given } })
  expect(withdrawn.ok && restore(withdrawn.value)).toEqual({ ok: true, value: reviewed })
})

test('superseding and restoring leaves a signal a signal', () => {
  const superseded = supersede(aSignal(), 'e2' as EvidenceId)
  expect(superseded).toMatchObject({ value: { state: 'superseded', by: 'e2', review: null } })
  expect(superseded.ok && restore(superseded.value)).toEqual({ ok: true, value: aSignal() })
})

test('only a reviewed one is reopened, only what still stands is ended, only what was ended is restored', () => {
  const withdrawn = aSignal({ state: 'withdrawn', reason: 'x', review: null })
  expect(reopen(aSignal())).toMatchObject({ error: { kind: 'not-reviewed' } })
  expect(withdraw(withdrawn, 'again')).toMatchObject({ error: { kind: 'not-current', state: 'withdrawn' } })
  expect(restore(aSignal())).toMatchObject({ error: { kind: 'still-current' } })
})

test('what no person collected is automatic', () => {
  expect(['person:a', 'machine:b', 'system:scan'].map(isAutomatic)).toEqual([false, true, true])
})
