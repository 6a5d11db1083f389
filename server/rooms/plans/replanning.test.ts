import { describe, expect, it } from 'vitest'
import { aPlanInput } from './a-plan-input.ts'
import { type Plan, type PlanInput, type TaskChange, planRoadmap } from './model.ts'

function plan(changes: Record<string, TaskChange>, more: Partial<PlanInput> = {}): Plan {
  const outcome = planRoadmap(aPlanInput({ changes, ...more }))
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.error)}`)
  return outcome.value
}

function refusal(changes: Record<string, TaskChange>, more: Partial<PlanInput> = {}) {
  const outcome = planRoadmap(aPlanInput({ changes, ...more }))
  return outcome.ok ? null : outcome.error
}

const task = (it: Plan, key: string) => it.tasks.find((found) => found.key === key)
const later = { today: '2027-01-11', schedule: { direction: 'forwards', start: '2026-12-01' } } as const

describe('what is done or begun', () => {
  const done = {
    sponsor: { done: { startedOn: '2026-12-01', on: '2026-12-05' } },
    context: { done: { on: '2026-12-20' } },
    inventory: { startedOn: '2026-12-07' },
  }

  it('keeps its days, a Saturday included', () => {
    const it = plan(done, later)
    expect(task(it, 'sponsor')).toMatchObject({
      state: 'done',
      start: '2026-12-01',
      due: '2026-12-05',
      critical: false,
    })
    expect(task(it, 'context')).toMatchObject({ state: 'done', due: '2026-12-20', slackDays: 0 })
    expect(it.start).toBe('2026-12-01')
  })

  it('keeps its start when begun, and ends today at the earliest', () => {
    expect(task(plan(done, later), 'inventory')).toMatchObject({
      state: 'started',
      start: '2026-12-07',
      due: '2027-01-11',
    })
  })

  it('leaves nothing open before today', () => {
    const open = plan(done, later).tasks.filter((it) => it.state === 'planned')
    expect(open.every((it) => it.start >= '2027-01-11')).toBe(true)
    expect(open.find((it) => it.key === 'scope')?.start).toBe('2027-01-12')
  })

  it('stays in the plan when nothing of its area is open any more', () => {
    const changes = { 'close:A.6': { done: { on: '2026-12-18' } }, 'close:A.7': { pin: { start: '2027-03-01' } } }
    const it = plan(changes, { ...later, openRefs: ['5.2'] })
    expect(task(it, 'close:A.6')).toMatchObject({ state: 'done', refs: [] })
    expect(it.cautions).toContainEqual({ kind: 'lapsed', tasks: ['close:A.7'] })
  })

  it.each<[string, Record<string, TaskChange>, object]>([
    ['a task done tomorrow', { policy: { done: { on: '2027-01-12' } } }, { kind: 'done-in-future', task: 'policy' }],
    ['a task begun tomorrow', { policy: { startedOn: '2027-01-12' } }, { kind: 'started-in-future', task: 'policy' }],
    [
      'a task done before it began',
      { policy: { done: { startedOn: '2026-12-09', on: '2026-12-08' } } },
      { kind: 'done-before-started', task: 'policy' },
    ],
    [
      'a management review before the internal audit',
      { 'management-review': { done: { on: '2026-12-08' } } },
      { kind: 'out-of-order', task: 'management-review', needs: 'internal-audit' },
    ],
    [
      'an operating period that began before the controls ran',
      { 'operating-period': { startedOn: '2026-12-08' } },
      { kind: 'out-of-order', task: 'operating-period', needs: 'controls-running' },
    ],
  ])('refuses %s', (_, changes, error) => {
    expect(refusal(changes, later)).toEqual(error)
  })

  it('refuses an operating period that was too short', () => {
    const keys = planRoadmap(aPlanInput())
    if (!keys.ok) throw new Error('refused')
    const before = keys.value.tasks.filter((it) => ['gap-assessment', 'design', 'implementation'].includes(it.phase))
    const changes = {
      ...Object.fromEntries(before.map((it) => [it.key, { done: { on: '2026-06-01' } }])),
      'operating-period': { done: { startedOn: '2026-06-02', on: '2026-08-01' } },
    }
    expect(refusal(changes)).toEqual({ kind: 'too-short', task: 'operating-period', minimumDays: 67 })
  })
})

describe('a task moved by a person', () => {
  it('starts where it was put, and what waits for it follows', () => {
    const it = plan({ scope: { pin: { start: '2027-02-01' } } })
    expect(task(it, 'scope')).toMatchObject({ start: '2027-02-01', due: '2027-02-05', pinned: true, critical: true })
    expect(task(it, 'gap-assessment')?.start).toBe('2027-02-08')
    expect(task(it, 'inventory')?.slackDays).toBeGreaterThan(0)
  })

  it('ends where it was put with its own length', () => {
    expect(task(plan({ policy: { pin: { due: '2027-03-31' } } }), 'policy')).toMatchObject({
      start: '2027-03-16',
      due: '2027-03-31',
      durationDays: 12,
    })
  })

  it('takes the length between both when both are given', () => {
    const it = plan({ policy: { pin: { start: '2027-02-01', due: '2027-03-31' } } })
    expect(task(it, 'policy')).toMatchObject({ start: '2027-02-01', due: '2027-03-31', durationDays: 43 })
  })

  it('gives a begun task the end that a person set', () => {
    const it = plan({ sponsor: { startedOn: '2026-11-16', pin: { due: '2026-12-18' } } })
    expect(task(it, 'sponsor')).toMatchObject({ state: 'started', start: '2026-11-16', due: '2026-12-18' })
  })

  it.each<[string, Record<string, TaskChange>, object]>([
    [
      'a start before what it waits for, with the first day that is free',
      { scope: { pin: { start: '2026-12-10' } } },
      { kind: 'pin-before-dependency', task: 'scope', dependency: 'inventory', earliest: '2026-12-29' },
    ],
    [
      'an end that is too near, with the first that is not',
      { scope: { pin: { due: '2026-12-30' } } },
      { kind: 'pin-too-tight', task: 'scope', earliestDue: '2027-01-04' },
    ],
    [
      'a start in the past',
      { sponsor: { pin: { start: '2026-11-20' } } },
      { kind: 'pin-in-past', task: 'sponsor', earliest: '2026-11-23' },
    ],
    [
      'a start on a Saturday, with the Monday',
      { scope: { pin: { start: '2027-02-06' } } },
      { kind: 'not-a-working-day', task: 'scope', date: '2027-02-06', nearest: '2027-02-08' },
    ],
    [
      'an end on a Sunday, with the Friday',
      { scope: { pin: { due: '2027-02-07' } } },
      { kind: 'not-a-working-day', task: 'scope', date: '2027-02-07', nearest: '2027-02-05' },
    ],
    [
      'an end before its start',
      { scope: { pin: { start: '2027-02-08', due: '2027-02-05' } } },
      { kind: 'pin-ends-before-start', task: 'scope' },
    ],
    [
      'an operating period cut short',
      { 'operating-period': { pin: { start: '2027-06-01', due: '2027-07-30' } } },
      { kind: 'too-short', task: 'operating-period', minimumDays: 67 },
    ],
    ['a task that no plan has', { party: { pin: { start: '2027-02-08' } } }, { kind: 'unknown-task', task: 'party' }],
  ])('is refused: %s', (_, changes, error) => {
    expect(refusal(changes)).toEqual(error)
  })

  it('is warned of when stage 2 goes too far from stage 1, or closing too far from stage 2', () => {
    const { cautions } = plan({
      'stage-2': { pin: { start: '2028-06-01' } },
      'close-nonconformities': { pin: { due: '2028-12-29' } },
    })
    expect(cautions.map((it) => it.kind)).toEqual([
      'stage-2-long-after-stage-1',
      'closing-after-six-months',
      'longer-than-usual',
    ])
  })
})

describe('edited dependencies', () => {
  it('move a task to after what it now waits for', () => {
    const it = plan({ policy: { dependsOn: ['scope', 'method'] } })
    expect(task(it, 'policy')?.dependsOn).toEqual(['scope', 'method'])
    expect(String(task(it, 'policy')?.start) > String(task(it, 'method')?.due)).toBe(true)
  })

  it('may let go of a soft order', () => {
    expect(task(plan({ policy: { dependsOn: [] } }), 'policy')?.start).toBe('2026-12-01')
  })

  it.each<[string, Record<string, TaskChange>, object]>([
    [
      'stage 2 without stage 1',
      { 'stage-2': { dependsOn: ['scope'] } },
      { kind: 'hard-order', task: 'stage-2', needs: 'stage-1-concerns' },
    ],
    [
      'stage 1 without a body',
      { 'stage-1': { dependsOn: ['management-review'] } },
      { kind: 'hard-order', task: 'stage-1', needs: 'body-lead-time' },
    ],
    [
      'controls that run without one of them',
      { 'controls-running': { dependsOn: ['policy'] } },
      { kind: 'hard-order', task: 'controls-running', needs: 'documented-information' },
    ],
    ['a task nobody knows', { policy: { dependsOn: ['party'] } }, { kind: 'unknown-task', task: 'party' }],
  ])('are refused: %s', (_, changes, error) => {
    expect(refusal(changes)).toEqual(error)
  })

  it('form no circle, and a refusal names its tasks each before the one it waits for', () => {
    expect(refusal({ policy: { dependsOn: ['policy'] } })).toEqual({ kind: 'cycle', tasks: ['policy'] })
    const error = refusal({ scope: { dependsOn: ['assessments'] } })
    const circle = ['assessments', 'method', 'gap-assessment', 'scope']
    if (error?.kind !== 'cycle') throw new Error('no circle found')
    const turn = error.tasks.indexOf('assessments')
    expect([...error.tasks.slice(turn), ...error.tasks.slice(0, turn)]).toEqual(circle)
  })

  it('keep the hard order over a detour', () => {
    const it = plan({
      'corrective-actions': { dependsOn: ['management-review'] },
      'stage-1': { dependsOn: ['corrective-actions', 'body-lead-time'] },
    })
    expect(String(task(it, 'management-review')?.due) < String(task(it, 'stage-1')?.start)).toBe(true)
  })

  it('let no task outlive the decision', () => {
    const it = plan({
      'stage-1': { dependsOn: ['management-review', 'body-lead-time'] },
      'corrective-actions': { pin: { due: '2028-03-31' } },
    })
    expect(task(it, 'decision')?.dependsOn).toEqual(['close-nonconformities', 'corrective-actions'])
    expect(it.decision > '2028-03-31').toBe(true)
    expect(it.tasks.every((one) => one.slackDays >= 0)).toBe(true)
  })
})
