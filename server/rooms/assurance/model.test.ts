import { measurementKinds } from '@assay/engine'
import { describe, expect, it, test } from 'vitest'
import {
  dueOn,
  kinds,
  type MeasurementPlan,
  type MeasurementPlanId,
  approve,
  reinstate,
  whyExploratory,
  withdraw,
} from './model.ts'
import { headlineOf } from './headline.ts'

const approved = { state: 'approved' as const, approvedSeq: 10, definitionSha256: 'd' }
const run = { seq: 11, plan: approved, definitionSha256: 'd', fileSha256: 'f', seenBefore: 0 }

describe('a run', () => {
  it.each([
    ['confirms under a plan approved in an earlier entry, on a new file', run, null],
    [
      'of a draft does not',
      { ...run, plan: { ...approved, state: 'draft' as const, approvedSeq: null } },
      'plan-not-approved',
    ],
    ['asked for in the entry of the approval itself does not', { ...run, seq: 10 }, 'plan-not-approved'],
    ['asked for before the approval does not', { ...run, seq: 9 }, 'plan-not-approved'],
    [
      'whose plan was withdrawn meanwhile does not',
      { ...run, plan: { ...approved, state: 'withdrawn' as const } },
      'plan-ended',
    ],
    [
      'whose plan was superseded meanwhile still does',
      { ...run, plan: { ...approved, state: 'superseded' as const } },
      null,
    ],
    ['of another definition does not', { ...run, definitionSha256: 'e' }, 'definition-differs'],
    ['of a file that nobody can name does not', { ...run, fileSha256: null }, 'file-unknown'],
    ['of a file that was measured before does not', { ...run, seenBefore: 1 }, 'file-seen-before'],
    ['that was imported with its file confirms', { ...run, definitionSha256: null }, null],
  ])('%s', (_what, given, why) => {
    expect(whyExploratory(given)).toBe(why)
  })
})

test.each([
  ['counts from the approval while nothing confirms', '2026-01-10', 30, null, '2026-02-09'],
  ['counts from the newest confirming run', '2026-01-10', 30, '2026-03-01', '2026-03-31'],
  ['counts from the approval where the run is older', '2026-01-10', 30, '2025-12-01', '2026-02-09'],
  ['has no day without an interval', '2026-01-10', null, '2026-03-01', null],
])('the next run %s', (_what, approvedOn, intervalDays, last, due) => {
  expect(dueOn({ state: 'approved', approvedOn, intervalDays }, last)).toBe(due)
  expect(dueOn({ state: 'superseded', approvedOn, intervalDays }, last)).toBeNull()
})

const draft: MeasurementPlan = {
  id: 'p' as MeasurementPlanId,
  version: 1,
  series: 's',
  edition: 1,
  subject: 'ai-system:1',
  kind: 'fairness',
  title: 't',
  reason: 'r',
  definition: '{}',
  definitionSha256: 'd',
  intervalDays: null,
  reference: null,
  authors: ['anne'],
  state: 'draft',
}
const approval = { by: 'bert', on: '2026-01-10', seq: 10, note: '' }

test('a plan that nobody wrote is approved by anybody, withdrawn, and comes back as it stood', () => {
  const plan = approve(draft, approval, [])
  if (!plan.ok) throw new Error(plan.error.kind)
  const gone = withdraw(plan.value, 'enough')
  if (!gone.ok) throw new Error(gone.error.kind)
  expect(reinstate(gone.value, false)).toMatchObject({ ok: true, value: { state: 'approved', approval } })
  expect(reinstate(gone.value, true)).toMatchObject({ error: { kind: 'other-edition-holds' } })
  expect(approve(plan.value, approval, [])).toMatchObject({ error: { kind: 'wrong-state' } })
  expect(approve(draft, { ...approval, by: 'anne' }, [])).toMatchObject({ error: { kind: 'invite-an-approver' } })
})

test('the room knows the kinds of the engine', () => {
  expect([...kinds].toSorted()).toEqual([...measurementKinds].toSorted())
})

describe('the headline of a result', () => {
  const gap = (metric: string, group: string, value: number | null) => ({
    metric,
    group: [group],
    difference: { value },
  })
  const comparisons = [
    gap('fpr', 'a', 0.4),
    gap('selection_rate', 'a', -0.1),
    gap('selection_rate', 'b', 0.05),
    gap('tpr', 'c', null),
  ]
  const result = { attributes: [{ comparisons }] }
  it.each([
    [
      'is the widest gap of the limited metric',
      { thresholds: [{ metric: 'selection_rate' }] },
      'Difference in selection rate, a',
      -0.1,
    ],
    ['is the widest gap of all without a limit', {}, 'Difference in false positive rate, a', 0.4],
  ])('%s', (_what, definition, measure, value) => {
    expect(headlineOf({ kind: 'fairness', definition, result })).toEqual({ measure, value })
  })

  it('counts what failed, and invents nothing', () => {
    const columns = [{ verdict: 'fail' }, { verdict: 'pass' }]
    expect(headlineOf({ kind: 'drift', definition: {}, result: { columns } })).toEqual({
      measure: 'Columns that drifted (of 2)',
      value: 1,
    })
    expect(headlineOf({ kind: 'calibration', definition: {}, result: {} })).toBeNull()
  })
})
