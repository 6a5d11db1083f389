import { describe, expect, it } from 'vitest'
import { neededRows } from './needed-rows.ts'
import { Plan, type PlanInput } from './plan.ts'

function rowsOf(input: PlanInput, reference?: number) {
  const plan = Plan.parse(input)
  if (plan.kind === 'fairness') throw new Error('fairness is sized by its groups')
  return neededRows(plan, reference)
}

const labelled = { label: 'y', prediction: 'p', score: 's' }

describe('rows that a plan needs before anything is measured', () => {
  it('of a rate stand in its own denominator, of an area in all rows', () => {
    const found = rowsOf({
      kind: 'performance',
      ...labelled,
      thresholds: [
        { metric: 'tpr', atLeast: 0.8, expected: { rate: 0.85 } },
        { metric: 'auc', atLeast: 0.7, expected: { rate: 0.8, base: 0.3 } },
        { metric: 'accuracy', atLeast: 0.9, expected: { rate: 0.85 } },
        { metric: 'accuracy', atLeast: 0.9 },
      ],
    })
    // (1.96·√(0.8·0.2) + 0.8416·√(0.85·0.15))² / 0.05² = 470.5
    expect(found).toMatchObject([
      { measure: 'tpr', counted: 'favourable labels', needed: 471, method: 'score-interval' },
      { measure: 'auc', counted: 'rows', method: 'hanley-mcneil' },
      { measure: 'accuracy', needed: null },
    ])
  })

  it('of calibration tell what its bins need, also without a limit', () => {
    const found = rowsOf({ kind: 'calibration', label: 'y', score: 's', bins: 5 })
    expect(found).toMatchObject([
      { about: 'error-by-chance', bound: { most: 0.02 } },
      { about: 'bins', expected: { bins: 5, perBin: 97 }, needed: 485 },
    ])
    const ratio = { metric: 'expected_observed_ratio', atMost: 1.25, expected: { rate: 1, base: 0.1 } } as const
    const [first] = rowsOf({ kind: 'calibration', label: 'y', score: 's', thresholds: [ratio] })
    expect(first).toMatchObject({ about: 'limit', method: 'expected-observed' })
    expect(first?.needed).toBeGreaterThan(1000)
  })

  it('of drift grow with a smaller reference, until no window is enough', () => {
    const at = (reference?: number) => rowsOf({ kind: 'drift' }, reference)[0]?.needed ?? null
    expect(at()).toBe(1176)
    expect(at(5000)).toBeGreaterThan(1176)
    expect(at(1000)).toBeNull()
  })

  it('of checks are those that show a share without a single failure, where rows stand for more than themselves', () => {
    const asked = { atMost: 0.01, owner: 'o', setOn: '2026-01-01' }
    const texts = rowsOf({ kind: 'llm', columns: { output: 'o' }, checks: [{ check: 'refusal', asked }] })
    // ln(0.025)/ln(0.99), since the interval has two ends.
    expect(texts).toMatchObject([{ about: 'no-failure', measure: 'refusal', needed: 368 }])
    const quality = (basis?: 'population') =>
      rowsOf({ kind: 'quality', checks: [{ check: 'missing-values', column: 'a', asked: { ...asked, basis } }] })
    expect(quality()).toEqual([])
    expect(quality('population')).toMatchObject([{ columns: ['a'], needed: 368 }])
  })

  it.each([
    [{ metric: 'auc', atLeast: 0.7, expected: { rate: 0.8 } }, 'base'],
    [{ metric: 'f1', atLeast: 0.7, expected: { rate: 0.8 } }, 'expected'],
  ])('refuses %j, naming what is wrong', (threshold, path) => {
    const refused = Plan.safeParse({ kind: 'performance', ...labelled, thresholds: [threshold] })
    expect(refused.error?.issues[0]?.path.at(-1)).toBe(path)
  })
})
