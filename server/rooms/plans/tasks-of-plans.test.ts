import { describe, expect, it } from 'vitest'
import { type KeptTask, type Move, movesBetween, combine, observe, openRequirements, type TaskChange } from './model.ts'

function aStretch(change: Partial<KeptTask> = {}): KeptTask {
  return {
    key: 'policy',
    title: 'AI policy',
    phase: 'design',
    owner: 'top-management',
    refs: ['5.2'],
    state: 'planned',
    start: '2027-01-04',
    due: '2027-01-15',
    durationDays: 10,
    dependsOn: ['scope'],
    critical: true,
    slackDays: 0,
    pinned: false,
    doneWhen: 'Approved.',
    ownerId: null,
    task: null,
    ...change,
  }
}

function aTask(change: Partial<NonNullable<KeptTask['task']>> = {}): NonNullable<KeptTask['task']> {
  const body = { id: 't', version: 1, title: 'AI policy', ownerId: null }
  return { ...body, state: 'open', dueOn: '2027-01-15', doneOn: null, ...change }
}

const today = '2027-01-11'
const done = (doneOn: string) => aTask({ state: 'done', doneOn })
const scope = (doneOn: string) => aStretch({ key: 'scope', dependsOn: [], start: '2026-12-28', task: done(doneOn) })

describe('what the tasks of a plan say about it', () => {
  it.each<[string, KeptTask[], TaskChange | undefined]>([
    ['nothing, before it was adopted', [aStretch()], undefined],
    ['nothing, while it is open as planned', [aStretch({ task: aTask() })], undefined],
    ['nothing, when it is merely late', [aStretch({ task: aTask({ dueOn: '2027-01-08' }) })], undefined],
    ['nothing, when it was cancelled', [aStretch({ task: aTask({ state: 'cancelled' }) })], undefined],
    [
      'a date that somebody moved is held to',
      [aStretch({ task: aTask({ dueOn: '2027-02-01' }) })],
      { pin: { due: '2027-02-01' } },
    ],
    [
      'it began when it was planned to',
      [aStretch({ task: done('2027-01-08') })],
      { done: { on: '2027-01-08', startedOn: '2027-01-04' } },
    ],
    [
      'or when what it waited for was over, where that was later',
      [scope('2027-01-06'), aStretch({ task: done('2027-01-08') })],
      { done: { on: '2027-01-08', startedOn: '2027-01-06' } },
    ],
    [
      'when it began is not known where it ended before it was planned to begin',
      [aStretch({ task: done('2026-12-30') })],
      { done: { on: '2026-12-30' } },
    ],
    ['what has begun has begun', [aStretch({ state: 'started', task: aTask() })], { startedOn: '2027-01-04' }],
    [
      'what was done before any plan stays done',
      [aStretch({ state: 'done', task: null })],
      { done: { on: '2027-01-15', startedOn: '2027-01-04' } },
    ],
  ])('%s', (_, kept, expected) => {
    expect(observe(kept, today)['policy']).toEqual(expected)
  })

  it('gives up a moved date when asked to', () => {
    expect(observe([aStretch({ task: aTask({ dueOn: '2027-02-01' }) })], today, ['policy'])).toEqual({})
  })
})

describe('what people say and what tasks show', () => {
  it.each<[string, TaskChange | undefined, TaskChange | undefined, TaskChange]>([
    [
      'a word of a person stands',
      { pin: { start: '2027-02-01' } },
      { pin: { due: '2027-03-01' } },
      { pin: { start: '2027-02-01' } },
    ],
    [
      'other parts add up',
      { dependsOn: [] },
      { pin: { due: '2027-03-01' } },
      { dependsOn: [], pin: { due: '2027-03-01' } },
    ],
    [
      'what is done is done, whatever was planned',
      { pin: { due: '2027-03-01' }, dependsOn: ['context'] },
      { done: { on: '2027-01-08' } },
      { done: { on: '2027-01-08' }, dependsOn: ['context'] },
    ],
    ['either may be silent', undefined, { startedOn: '2027-01-04' }, { startedOn: '2027-01-04' }],
  ])('%s', (_, said, seen, expected) => {
    const together = combine(said ? { policy: said } : {}, seen ? { policy: seen } : {})
    expect(together).toEqual({ policy: expected })
  })
})

describe('what moves', () => {
  const from = { start: '2027-01-04', due: '2027-01-15' }
  const later = { start: '2027-01-11', due: '2027-01-22' }
  const named = { key: 'policy', title: 'AI policy' }

  it.each<[string, KeptTask[], KeptTask[], Move[]]>([
    ['nothing where the days are the same', [aStretch()], [aStretch()], []],
    [
      'counted in working days',
      [aStretch()],
      [aStretch(later)],
      [{ ...named, kind: 'moved', from, to: later, days: 5 }],
    ],
    [
      'earlier is negative',
      [aStretch(later)],
      [aStretch()],
      [{ ...named, kind: 'moved', from: later, to: from, days: -5 }],
    ],
    ['a task that is new', [], [aStretch()], [{ ...named, kind: 'new', to: from }]],
    ['a task that is gone', [aStretch()], [], [{ ...named, kind: 'gone', from }]],
    ['not one that was done', [aStretch({ state: 'done' })], [], []],
    ['nor one that was done in both', [aStretch({ state: 'done' })], [aStretch({ ...later, state: 'done' })], []],
  ])('%s', (_, before, after, expected) => {
    expect(movesBetween(before, after)).toEqual(expected)
  })
})

describe('open requirements', () => {
  const standing = (level: string, declared: string | null = null, stale = false) => ({
    ref: '5.2',
    level,
    stale,
    declared: declared === null ? null : { level: declared },
  })

  it.each<[string, ReturnType<typeof standing>, string[] | null]>([
    ['not known while nothing is shown or declared', standing('missing'), null],
    ['not known where Assay keeps no records and nobody answered', standing('not-yet-recorded'), null],
    ['open when only documented', standing('documented'), ['5.2']],
    ['reached when implemented', standing('implemented'), []],
    ['reached when effective', standing('effective'), []],
    ['open again when stale', standing('operating', null, true), ['5.2']],
    ['open when records are missing, whatever is declared', standing('missing', 'effective'), ['5.2']],
    ['as declared where no records could show it', standing('not-yet-recorded', 'operating'), []],
    ['as declared there, downwards too', standing('not-yet-recorded', 'documented'), ['5.2']],
    ['not open when it does not apply', standing('not-applicable', 'missing'), []],
    ['nor when that is declared of what Assay does not record', standing('not-yet-recorded', 'not-applicable'), []],
  ])('%s', (_, one, expected) => {
    expect(openRequirements([one])).toEqual(expected)
  })
})
