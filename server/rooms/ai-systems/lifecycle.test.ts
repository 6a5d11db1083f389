import { expect, test } from 'vitest'
import type { PersonId } from '#kernel/id.ts'
import { type AiSystem, type AiSystemId, type Lifecycle, makeMove, type Move } from './model.ts'

const nothing = { approval: null, developmentStartedOn: null, verification: null, startedOn: null }
const approval = { on: '2026-02-01', by: null, note: '' }
const verification = { on: '2026-04-01', by: null, result: 'met every criterion' }
const whole = { approval, developmentStartedOn: '2026-03-01', verification, startedOn: '2026-05-01' }

const lives: Record<string, Lifecycle> = {
  proposed: { ...nothing, since: '2026-01-01', state: 'proposed' },
  dismissed: { ...nothing, since: '2026-01-02', state: 'dismissed', reason: 'no need', duplicateOf: null },
  approved: { ...nothing, since: '2026-02-01', state: 'approved', approval },
  'in-development': { ...whole, verification: null, startedOn: null, since: '2026-03-01', state: 'in-development' },
  verified: { ...whole, startedOn: null, since: '2026-04-01', state: 'verified' },
  'in-use': { ...whole, since: '2026-05-01', state: 'in-use' },
  suspended: { ...whole, since: '2026-06-01', state: 'suspended', reason: 'drift' },
  retired: {
    ...whole,
    since: '2026-07-01',
    state: 'retired',
    reason: 'replaced',
    from: 'in-use',
    suspensionReason: '',
  },
}

function aSystem(life: Lifecycle, fields: Partial<AiSystem> = {}): AiSystem {
  return {
    id: 'an-id' as AiSystemId,
    version: 1,
    owner: 'somebody' as PersonId,
    unit: null,
    purpose: 'Rates how likely a loan is paid back',
    intendedUsers: 'Loan officers',
    humanOversight: 'A loan officer decides and may overrule it',
    autonomy: 'assistive',
    individualDecisions: 'supports',
    intake: null,
    life,
    ...fields,
  }
}

function move(step: Move, life: Lifecycle, fields: Partial<AiSystem> = {}, on = '2026-10-01') {
  return makeMove(step, aSystem(life, fields), { on, by: null, words: 'because' }, '2026-11-22')
}

const steps: [from: string, move: Move, to: string][] = [
  ['proposed', 'approve', 'approved'],
  ['proposed', 'dismiss', 'dismissed'],
  ['approved', 'start-development', 'in-development'],
  ['approved', 'verify', 'verified'],
  ['approved', 'retire', 'retired'],
  ['approved', 'take-back', 'proposed'],
  ['in-development', 'verify', 'verified'],
  ['in-development', 'retire', 'retired'],
  ['in-development', 'take-back', 'approved'],
  ['verified', 'start-development', 'in-development'],
  ['verified', 'put-into-use', 'in-use'],
  ['verified', 'retire', 'retired'],
  ['verified', 'take-back', 'in-development'],
  ['in-use', 'suspend', 'suspended'],
  ['in-use', 'retire', 'retired'],
  ['in-use', 'take-back', 'verified'],
  ['suspended', 'resume', 'in-use'],
  ['suspended', 'retire', 'retired'],
  ['retired', 'take-back', 'in-use'],
  ['dismissed', 'take-back', 'proposed'],
]

test.each(steps)('from %s one may %s, and comes to %s', (from, step, to) => {
  const life = lives[from]
  if (!life) throw new Error(from)
  const made = move(step, life)
  expect(made.ok && made.value.life.state).toBe(to)
})

const moves: Move[] = [
  'approve',
  'start-development',
  'verify',
  'put-into-use',
  'suspend',
  'resume',
  'retire',
  'dismiss',
]

test.each(Object.keys(lives))('from %s every other step is refused', (from) => {
  const life = lives[from]
  if (!life) throw new Error(from)
  const allowed = steps.filter(([state]) => state === from).map(([, step]) => step)
  for (const step of moves.filter((each) => !allowed.includes(each))) {
    const made = move(step, life)
    const kind = made.ok ? `${from} allows ${step}` : made.error.kind
    expect(['wrong-state', 'approved-already']).toContain(kind)
  }
})

test.each([
  ['an owner', { owner: null }, 'owner'],
  ['a purpose', { purpose: '' }, 'purpose'],
])('refuses to approve a system without %s', (_what, fields, path) => {
  const made = move('approve', lives['proposed'] as Lifecycle, fields)
  expect(made).toMatchObject({ ok: false, error: { kind: 'incomplete', problems: [{ path }] } })
})

test.each([
  ['intended users', { intendedUsers: '' }, 'intendedUsers'],
  ['an answer about individuals', { individualDecisions: null }, 'individualDecisions'],
  [
    'oversight, where it decides about individuals',
    { humanOversight: '', individualDecisions: 'decides' },
    'humanOversight',
  ],
  [
    'oversight, where it acts alone',
    { humanOversight: '', individualDecisions: 'none', autonomy: 'high' },
    'humanOversight',
  ],
] as const)('refuses to put a system into use without %s', (_what, fields, path) => {
  const made = move('put-into-use', lives['verified'] as Lifecycle, fields)
  expect(made).toMatchObject({ ok: false, error: { kind: 'incomplete', problems: [{ path }] } })
})

test('a system that only suggests and concerns no individuals needs no described oversight', () => {
  const fields = { humanOversight: '', individualDecisions: 'none', autonomy: 'assistive' } as const
  expect(move('put-into-use', lives['verified'] as Lifecycle, fields).ok).toBe(true)
})

test('refuses to put a system into use that nobody approved', () => {
  const unapproved = { ...nothing, verification, since: '2026-04-01', state: 'verified' } as const
  expect(move('put-into-use', unapproved)).toMatchObject({ ok: false, error: { kind: 'approval-missing' } })
})

test('refuses to approve a report that nobody took up', () => {
  const made = move('approve', lives['proposed'] as Lifecycle, { intake: 'open' })
  expect(made).toMatchObject({ ok: false, error: { kind: 'intake-open' } })
})

test('a system found running is approved afterwards and stays in use', () => {
  const found = { ...nothing, since: '2025-01-01', state: 'in-use' } as const
  const made = move('approve', found, {}, '2024-12-01')
  expect(made).toMatchObject({ ok: true, value: { life: { state: 'in-use', approval: { on: '2024-12-01' } } } })
  expect(made.ok && move('approve', made.value.life)).toMatchObject({ error: { kind: 'approved-already' } })
})

test('a system registered as running has no step before it to take back', () => {
  const found = { ...nothing, since: '2025-01-01', state: 'in-use' } as const
  expect(move('take-back', found)).toMatchObject({ ok: false, error: { kind: 'nothing-to-take-back' } })
})

test('a retired system comes back to what it was, with the reason of its suspension', () => {
  const retired = move('retire', lives['suspended'] as Lifecycle)
  if (!retired.ok) throw new Error(retired.error.kind)
  expect(retired.value.life).toMatchObject({ state: 'retired', since: '2026-10-01', from: 'suspended' })
  expect(move('take-back', retired.value.life)).toMatchObject({
    ok: true,
    value: { life: { state: 'suspended', reason: 'drift' } },
  })
})

test('verifying what was never developed here is taken back to the approval', () => {
  const bought = move('verify', lives['approved'] as Lifecycle)
  if (!bought.ok) throw new Error(bought.error.kind)
  expect(move('take-back', bought.value.life)).toMatchObject({
    value: { life: { state: 'approved', verification: null, since: '2026-02-01' } },
  })
})

test('a step cannot lie in the future, nor before the step that came last', () => {
  const verified = lives['verified'] as Lifecycle
  expect(move('put-into-use', verified, {}, '2026-11-23')).toMatchObject({ error: { kind: 'in-the-future' } })
  expect(move('put-into-use', verified, {}, '2026-03-31')).toMatchObject({
    error: { kind: 'before-last-step', since: '2026-04-01' },
  })
})

test('an open report is dismissed with its proposal, and open again when that is taken back', () => {
  const dismissed = move('dismiss', lives['proposed'] as Lifecycle, { intake: 'open' })
  if (!dismissed.ok) throw new Error(dismissed.error.kind)
  expect(dismissed.value.intake).toBe('dismissed')
  const back = makeMove('take-back', dismissed.value, { on: '2026-10-02', by: null, words: '' }, '2026-11-22')
  expect(back).toMatchObject({ value: { intake: 'open', life: { state: 'proposed' } } })
})
