import { describe, expect, it } from 'vitest'
import { bootstrapAll, bootstrapCells, type Statistic } from '../bootstrap/bootstrap.ts'
import { type Binomial, binomialDraws, seededUniform } from '../bootstrap/random.ts'
import type { CellTable } from '../cells.ts'
import { compositeIds, compositeValue } from '../rates/composites.ts'
import { homogeneity } from '../tests/homogeneity.ts'
import { compareGroups } from './comparisons.ts'
import { spreadOf } from './spread.ts'

/** A population in which every group is treated alike: base rate 0.4, true positive rate 0.7, false positive rate 0.2. */
function alike(sizes: number[], draw: Binomial): CellTable {
  const cells = sizes.map((n, at) => {
    const positives = draw(n, 0.4)
    const tp = draw(positives, 0.7)
    const fp = draw(n - positives, 0.2)
    return { key: [`g${at}`], tp, fp, fn: positives - tp, tn: n - positives - fp }
  })
  return { columns: ['g'], cells }
}

function shareOf(runs: number, happens: (draw: Binomial, run: number) => boolean): number {
  const draw = binomialDraws(seededUniform(400))
  let times = 0
  for (let run = 0; run < runs; run += 1) if (happens(draw, run)) times += 1
  return times / runs
}

const fiveGroups = [1000, 400, 150, 60, 35]

describe('groups that are treated alike', () => {
  it('are called different by adjusted comparisons in at most 6 % of samples, one family of four metrics together', () => {
    const alarms = shareOf(1000, (draw) =>
      compareGroups(alike(fiveGroups, draw), 'reference').some(({ pAdjusted }) => (pAdjusted ?? 1) < 0.05),
    )
    expect(alarms).toBeLessThanOrEqual(0.06)
  })

  it('would be called different far more often by the raw p-values', () => {
    const alarms = shareOf(300, (draw) =>
      compareGroups(alike(fiveGroups, draw), 'reference').some(({ p }) => (p ?? 1) < 0.05),
    )
    expect(alarms).toBeGreaterThan(0.15)
  })

  it.each([
    { what: 'large groups, by chi-square', sizes: [200, 300, 400], method: 'chi-square', runs: 2000 },
    { what: 'tiny groups, by permutation', sizes: [12, 9, 200], method: 'permutation', runs: 300 },
  ])('are called inhomogeneous in at most 6 % of samples: $what', ({ sizes, method, runs }) => {
    let used = 0
    const alarms = shareOf(runs, (draw, run) => {
      const groups = sizes.map((trials) => ({ successes: draw(trials, 0.25), trials }))
      const tested = homogeneity(groups, { seed: run + 1, replicates: 500 })
      if (tested.method === method) used += 1
      return (tested.p ?? 1) < 0.05
    })
    expect(alarms).toBeLessThanOrEqual(0.06)
    expect(used / runs).toBeGreaterThan(0.9)
  })

  it('have a largest gap whose bootstrap never reaches 0: why it is shown without an interval', () => {
    const alarms = shareOf(100, (draw, run) => {
      const gap = bootstrapCells(
        alike([2000, 2000, 2000, 2000, 2000], draw),
        (table) => spreadOf('selection_rate', table).difference,
        { replicates: 200, seed: run + 1 },
      )
      return (gap.low ?? 0) > 0
    })
    expect(alarms).toBe(1)
  })
})

describe('the bootstrap over cells', () => {
  it('covers the truth of balanced accuracy, F1, MCC and the treatment ratio in 93 to 97 % of samples', () => {
    const truth = { tp: 0.28, fn: 0.12, fp: 0.12, tn: 0.48 }
    const covered = compositeIds.map(() => 0)
    const statistics = compositeIds.map(
      (id): Statistic =>
        ({ cells: [cell] }) =>
          cell ? compositeValue(id, cell) : null,
    )
    const runs = 800
    shareOf(runs, (draw, run) => {
      const drawn = bootstrapAll(alike([800], draw), statistics, { replicates: 400, seed: run + 1 })
      for (const [at, id] of compositeIds.entries()) {
        const [own, value] = [drawn[at], compositeValue(id, truth) ?? 0]
        if ((own?.low ?? 1) <= value && value <= (own?.high ?? 0)) covered[at] = (covered[at] ?? 0) + 1
      }
      return false
    })
    for (const [at, id] of compositeIds.entries()) {
      const share = (covered[at] ?? 0) / runs
      expect(share >= 0.93 && share <= 0.97, `${id} covers ${share}`).toBe(true)
    }
  })
})
