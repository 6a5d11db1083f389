import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { describe, expect, it } from 'vitest'
import type { CellTable } from '../cells.ts'
import type { Verdict } from '../estimate.ts'
import { sizeToShowWithin } from '../sample-size.ts'
import { type FamilyPlan, judgeFamily } from './family.ts'
import { fourFifths, type Margin, within } from './margin.ts'

type Truth = { n: number; base: number; tpr: number; fpr: number }
type Draw = (n: number, p: number) => number

/** A table drawn from the truth of each group: labels, then decisions given labels. */
function draw(groups: readonly Truth[], next: Draw): CellTable {
  const cells = groups.map(({ n, base, tpr, fpr }, i) => {
    const positives = next(n, base)
    const tp = next(positives, tpr)
    const fp = next(n - positives, fpr)
    return { key: [`g${i}`], tp, fp, fn: positives - tp, tn: n - positives - fp }
  })
  return { columns: ['group'], cells }
}

/** How often each verdict is spoken over many tables drawn from one truth. */
function shares(
  groups: readonly Truth[],
  plan: FamilyPlan,
  { runs, seed }: { runs: number; seed: number },
): Record<Verdict, number> {
  const next: Draw = binomialDraws(seededUniform(seed))
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, 'not-enough-data': 0 }
  for (let i = 0; i < runs; i++) counts[judgeFamily(draw(groups, next), plan).verdict] += 1
  return { pass: counts.pass / runs, fail: counts.fail / runs, 'not-enough-data': counts['not-enough-data'] / runs }
}

const group = (n: number, over: Partial<Truth> = {}): Truth => ({ n, base: 0.4, tpr: 0.7, fpr: 0.2, ...over })
const rates = (margin: Margin): FamilyPlan => ({
  attribute: ['group'],
  metrics: (['selection_rate', 'tpr', 'fpr'] as const).map((rate) => ({ rate, compare: 'difference', margin })),
  reference: { group: ['g0'] },
})
const tprOnly = (margin: Margin): FamilyPlan => ({
  ...rates(margin),
  metrics: [{ rate: 'tpr', compare: 'difference', margin }],
})

describe('false alarms of the verdict, over a family of five groups and three metrics', () => {
  it.each([
    ['no gap at all, no margin granted', 600, group(600), within(0), 1],
    ['no gap at all, no margin granted, small groups', 150, group(150), within(0), 2],
    ['no gap, a margin of 0.05', 600, group(600), within(0.05), 3],
  ])('stay at or below 6 %%: %s', (_, n, other, margin, seed) => {
    const seen = shares([group(n), other, other, other, other], rates(margin), { runs: 1_000, seed })
    expect(seen.fail).toBeLessThanOrEqual(0.06)
  })

  it('stay at or below 6 % where every gap lies on the margin itself, the hardest case that is still allowed', () => {
    const edge = group(800, { tpr: 0.6 })
    const seen = shares([group(800), edge, edge, edge, edge], tprOnly(within(0.1)), { runs: 1_500, seed: 4 })
    expect(seen.fail).toBeLessThanOrEqual(0.06)
    expect(seen.pass).toBeLessThanOrEqual(0.06)
  })

  it('stay at or below 6 % for the four-fifths ratio on its margin, and a pass is as rarely wrong', () => {
    const plan: FamilyPlan = { ...rates(fourFifths), metrics: [{ rate: 'tpr', compare: 'ratio', margin: fourFifths }] }
    const seen = shares([group(800), group(800, { tpr: 0.56 })], plan, { runs: 1_500, seed: 5 })
    expect(seen.fail).toBeLessThanOrEqual(0.06)
    expect(seen.pass).toBeLessThanOrEqual(0.06)
  })

  it.each([
    ['high rates in a group at the minimum size', 30, 0.98],
    ['ordinary rates in a group at the minimum size', 30, 0.5],
    ['low rates in a small group', 100, 0.05],
  ])('stay at or below 6 %% on the margin of the ratio, fails and passes alike: %s', (_, n, rate) => {
    const plan: FamilyPlan = { ...rates(fourFifths), metrics: [{ rate: 'tpr', compare: 'ratio', margin: fourFifths }] }
    const groups = [group(1_000, { base: 1, tpr: rate }), group(n, { base: 1, tpr: 0.8 * rate })]
    const seen = shares(groups, plan, { runs: 1_500, seed: 12 })
    expect(seen.fail).toBeLessThanOrEqual(0.06)
    expect(seen.pass).toBeLessThanOrEqual(0.06)
  })

  it('would pass 6 % by far if the intervals did not hold together', () => {
    const groups = [group(600), group(600), group(600), group(600), group(600)]
    const random = binomialDraws(seededUniform(6))
    let alarms = 0
    for (let i = 0; i < 300; i++) {
      const table = draw(groups, random)
      const alone = (other: string): CellTable => ({
        ...table,
        cells: table.cells.filter(({ key }) => key[0] === 'g0' || key[0] === other),
      })
      if (['g1', 'g2', 'g3', 'g4'].some((it) => judgeFamily(alone(it), tprOnly(within(0))).verdict === 'fail')) alarms++
    }
    expect(alarms / 300).toBeGreaterThan(0.08)
  })
})

describe('what the verdict must find', () => {
  it('fails where there is a real gap and the data for it', () => {
    const bad = group(1_200, { tpr: 0.5 })
    const seen = shares([group(1_200), group(1_200), group(1_200), group(1_200), bad], rates(within(0.05)), {
      runs: 300,
      seed: 7,
    })
    expect(seen.fail).toBeGreaterThanOrEqual(0.95)
  })

  it('passes as often as the plan’s size promised', () => {
    const positives = sizeToShowWithin({ rate: 0.7, reference: 0.7, margin: 0.1 }) ?? 0
    const truth = group(positives, { base: 1 })
    const seen = shares([truth, truth], tprOnly(within(0.1)), { runs: 1_000, seed: 8 })
    expect(seen.pass).toBeGreaterThan(0.76)
    expect(seen.pass).toBeLessThan(0.84)
  })
})

describe('tiny groups', () => {
  it.each([
    ['20 people each', [group(20), group(20)]],
    ['a large n with few positives', [group(2_000), group(1_000, { base: 0.005 })]],
  ])('are never judged: %s', (_, groups) => {
    const seen = shares(groups, tprOnly(within(0.05)), { runs: 300, seed: 9 })
    expect(seen['not-enough-data']).toBe(1)
  })
})
