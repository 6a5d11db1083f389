import { describe, expect, test } from 'vitest'
import { type Definition, levelOf, problemsOf, proposal, scoreOf } from './rules/criteria.ts'
import { accept, analyse, close, type Rating, rateResidual, reopen, type Risk, type RiskId, treat } from './model.ts'
import { monthsAfter } from './rows.ts'

const rating = (fields: Partial<Rating> = {}): Rating => ({
  id: 'r',
  criteria: 'c1',
  likelihood: 3,
  organization: 2,
  individuals: 4,
  society: 1,
  score: 12,
  level: 'tolerable',
  by: 'rater',
  ...fields,
})
const treatment = { option: 'modify', reason: '', controls: ['A.6.2.4'], by: 'rater', on: '2026-01-01' } as const
const body = { id: 'x' as RiskId, version: 1, owner: 'owner' }
const risk = {
  identified: { ...body, state: 'identified', inherent: null, residual: null, treatment: null },
  analysed: { ...body, state: 'analysed', inherent: rating(), residual: null, treatment: null },
  decided: {
    ...body,
    state: 'analysed',
    inherent: rating(),
    residual: null,
    treatment: { ...treatment, controls: [] },
  },
  treated: {
    ...body,
    state: 'treated',
    inherent: rating(),
    residual: rating({ score: 4 }),
    treatment: { ...treatment, controls: [] },
  },
  accepted: {
    ...body,
    state: 'accepted',
    inherent: rating(),
    residual: rating({ score: 4 }),
    treatment: { ...treatment, controls: [] },
  },
  closed: { ...body, state: 'closed', inherent: null, residual: null, treatment: null },
} as const satisfies Record<string, Risk>

const outcome = (result: { ok: true; value: Risk } | { ok: false; error: { kind: string } }) =>
  result.ok ? result.value.state : result.error.kind

describe('the matrix', () => {
  test.each([
    [{ likelihood: 1, organization: 1, individuals: 4, society: 2 }, 4, 'acceptable'],
    [{ likelihood: 5, organization: 1, individuals: 1, society: 1 }, 5, 'tolerable'],
    [{ likelihood: 3, organization: 4, individuals: 1, society: 1 }, 12, 'tolerable'],
    [{ likelihood: 3, organization: 1, individuals: 1, society: 5 }, 15, 'not-acceptable'],
  ] as const)('%j scores %i, which is %s by the proposal', (placed, score, level) => {
    expect(scoreOf(placed)).toBe(score)
    expect(levelOf(score, proposal.definition)).toBe(level)
  })

  test('the proposal is itself in order', () => {
    expect(problemsOf(proposal.definition)).toEqual([])
  })

  test.each<[string, Partial<Definition>, string]>([
    ['bounds that cross', { acceptableUpTo: 12 }, 'definition.acceptableUpTo'],
    ['a bound that refuses nothing', { tolerableUpTo: 25 }, 'definition.tolerableUpTo'],
    [
      'two steps of one name',
      { likelihood: proposal.definition.likelihood.map((step) => ({ ...step, name: 'Same' })) },
      'definition.likelihood',
    ],
  ])('criteria with %s are refused', (_, change, path) => {
    expect(problemsOf({ ...proposal.definition, ...change }).map((problem) => problem.path)).toEqual([path])
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-15', 12, '2027-03-15'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(monthsAfter(day, months)).toBe(then)
  })
})

describe('the steps of a risk', () => {
  test.each([
    ['identified', 'analysed'],
    ['analysed', 'analysed'],
    ['treated', 'analysed'],
    ['accepted', 'analysed'],
    ['closed', 'wrong-state'],
  ] as const)('rating a risk that is %s gives %s', (state, expected) => {
    expect(outcome(analyse(risk[state], rating()))).toBe(expected)
  })

  test.each([
    ['identified', treatment, 0, 'wrong-state'],
    ['analysed', treatment, 0, 'analysed'],
    ['treated', treatment, 0, 'analysed'],
    ['accepted', treatment, 0, 'wrong-state'],
    ['analysed', { ...treatment, controls: [] }, 0, 'nothing-planned'],
    ['analysed', { ...treatment, controls: [] }, 1, 'analysed'],
    ['analysed', { ...treatment, option: 'share', controls: [] }, 0, 'nothing-planned'],
    ['analysed', { ...treatment, option: 'retain', controls: [] }, 0, 'reason-needed'],
    ['analysed', { ...treatment, option: 'retain', controls: [], reason: 'Small' }, 0, 'analysed'],
  ] as const)('treating a risk that is %s with %j and %i actions gives %s', (state, decided, actions, expected) => {
    expect(outcome(treat(risk[state], { ...decided, controls: [...decided.controls] }, actions))).toBe(expected)
  })

  test.each([
    ['identified', {}, 'wrong-state'],
    ['analysed', {}, 'treatment-needed'],
    ['decided', {}, 'treated'],
    ['treated', {}, 'treated'],
    ['decided', { criteria: 'c2' }, 'earlier-criteria'],
    ['decided', { score: 13 }, 'above-inherent'],
  ] as const)('rating what is left of a risk that is %s with %j gives %s', (state, given, expected) => {
    expect(outcome(rateResidual(risk[state], rating(given)))).toBe(expected)
  })

  const [owner, manager, rater] = [
    { id: 'owner', name: 'Owner' },
    { id: 'manager', name: 'Manager' },
    { id: 'rater', name: 'Rater' },
  ]
  const all = [owner, manager, rater]
  const above: Risk = { ...risk.treated, residual: rating({ level: 'not-acceptable', score: 12 }) }
  test.each<[string, Risk, string, boolean, typeof all, string]>([
    ['its owner', risk.treated, 'owner', false, all, 'accepted'],
    ['a manager', risk.treated, 'manager', true, all, 'accepted'],
    ['somebody else', risk.treated, 'other', false, all, 'not-risk-owner'],
    ['its owner above the appetite', above, 'owner', false, all, 'above-appetite'],
    ['a manager above the appetite', above, 'manager', true, all, 'accepted'],
    ['the rater, who manages, with others about', risk.treated, 'rater', true, all, 'acceptor-rated-it'],
    ['the rater, alone', risk.treated, 'rater', true, [rater], 'accepted'],
    ['a manager, where nobody owns it', { ...risk.treated, owner: null }, 'manager', true, all, 'owner-needed'],
    ['its owner, before treatment', risk.analysed, 'owner', false, all, 'wrong-state'],
  ])('accepting by %s', (_, it, person, manages, mayAccept, expected) => {
    expect(outcome(accept(it, { person, manager: manages }, { criteria: 'c1', mayAccept }))).toBe(expected)
  })

  test('what was rated under earlier criteria is not accepted', () => {
    const by = { person: 'owner', manager: false }
    expect(outcome(accept(risk.treated, by, { criteria: 'c2', mayAccept: all }))).toBe('earlier-criteria')
  })

  test.each([
    ['identified', 'wrong-state', 'closed'],
    ['accepted', 'identified', 'closed'],
    ['closed', 'identified', 'wrong-state'],
  ] as const)('a risk that is %s opens again as %s and closes as %s', (state, opened, closed) => {
    expect(outcome(reopen(risk[state]))).toBe(opened)
    expect(outcome(close(risk[state]))).toBe(closed)
  })
})
