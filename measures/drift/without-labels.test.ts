import { describe, expect, it } from 'vitest'
import { datasetRows, datasetsPresent } from '../../test/datasets.ts'
import type { Cell } from '../cells.ts'
import { poolScores, type DecidedScores, type ScoreTable } from '../scores/score-table.ts'
import { chanceOf, isotonicMap, recalibration } from './isotonic.ts'
import { besideRealised, performanceWithoutLabels } from './without-labels.ts'

describe('isotonic regression', () => {
  it('pools adjacent violators', () => {
    const map = isotonicMap([
      { score: 0.1, positive: 1, negative: 3 },
      { score: 0.2, positive: 2, negative: 2 },
      { score: 0.3, positive: 1, negative: 3 },
      { score: 0.9, positive: 4, negative: 0 },
    ])
    expect(map?.knots).toEqual([
      { score: 0.1, chance: 0.25 },
      { score: 0.2, chance: 0.375 },
      { score: 0.3, chance: 0.375 },
      { score: 0.9, chance: 1 },
    ])
    expect(chanceOf(map, 0)).toBe(0.25)
    expect(chanceOf(map, 0.6)).toBeCloseTo(0.6875, 12)
    expect(chanceOf(map, 1)).toBe(1)
  })

  it('never falls', () => {
    const scores = Array.from({ length: 200 }, (_, i) => ({
      score: i / 200,
      positive: (i * 37) % 11,
      negative: (i * 53) % 7,
    }))
    const chances = isotonicMap(scores)?.knots.map(({ chance }) => chance) ?? []
    expect(chances).toEqual(chances.toSorted((a, b) => a - b))
  })

  it('is chosen where it lowers the error on rows that it was not fitted on, and only there', () => {
    const at = (bend: number) =>
      Array.from({ length: 50 }, (_, i) => {
        const score = (i + 0.5) / 50
        const positive = Math.round(400 * (score + bend * (0.5 - score)))
        return { score, positive, negative: 400 - positive }
      })
    expect(recalibration(at(0.6), { seed: 1 }).method).toBe('isotonic')
    expect(recalibration(at(0), { seed: 1 }).method).toBe('as-given')
  })
})

describe('performance without labels', () => {
  const reference: ScoreTable[] = [
    {
      key: [],
      scores: [
        { score: 0.2, positive: 20, negative: 80 },
        { score: 0.8, positive: 80, negative: 20 },
      ],
    },
  ]

  it('expects the confusion table from the chances alone', () => {
    const window: DecidedScores[] = [
      {
        key: ['a'],
        scores: [
          { score: 0.2, selected: 0, notSelected: 50 },
          { score: 0.8, selected: 100, notSelected: 0 },
        ],
      },
    ]
    const { overall, assumption } = performanceWithoutLabels(reference, window, { seed: 1 })
    expect(overall.expected).toEqual({ tp: 80, fp: expect.closeTo(20, 10), fn: 10, tn: 40 })
    expect(overall.metrics.accuracy.value).toBeCloseTo(0.8, 12)
    expect(overall.metrics.accuracy.standardError).toBeCloseTo(Math.sqrt(150 * 0.16) / 150, 12)
    expect(overall.metrics.tpr.value).toBeCloseTo(80 / 90, 12)
    expect(assumption).toContain('concept drift')
  })

  it('shows an undefined measure as null with the reason, and no NaN in JSON', () => {
    const window: DecidedScores[] = [
      { key: ['nobody selected'], scores: [{ score: 0.2, selected: 0, notSelected: 5 }] },
      { key: ['nobody'], scores: [] },
      { key: [null], scores: [{ score: 0.8, selected: 9, notSelected: 1 }] },
    ]
    const result = performanceWithoutLabels(reference, window, { seed: 1 })
    expect(result.groups[0]?.metrics.ppv).toMatchObject({ value: null, reason: 'its denominator is expected to be 0' })
    expect(result.groups[1]?.metrics.accuracy.value).toBeNull()
    expect(result.differences).toHaveLength(16)
    noNonsense(result)
  })

  it('refuses a reference group that the window lacks', () => {
    const window: DecidedScores[] = [
      { key: ['a'], scores: [] },
      { key: ['b'], scores: [] },
    ]
    expect(() => performanceWithoutLabels(reference, window, { seed: 1, referenceGroup: ['c'] })).toThrow(/no group/)
  })
})

describe.skipIf(!datasetsPresent)('performance without labels on census rows', () => {
  it('comes near what the labels then show, over all and for each sex', () => {
    const rows = datasetRows('adult_scored.csv.gz')
    const [before, after] = [rows.slice(0, 24_000), rows.slice(24_000)]
    const labelled = poolScores(
      before.map((row) => ({
        scores: [{ score: Number(row.score), positive: Number(row.y_true), negative: 1 - Number(row.y_true) }],
      })),
    )
    const sexes = ['Female', 'Male']
    const window = sexes.map((sex): DecidedScores => {
      const table = poolScores(
        after
          .filter((row) => row.sex === sex)
          .map((row) => ({
            scores: [{ score: Number(row.score), positive: Number(row.y_pred), negative: 1 - Number(row.y_pred) }],
          })),
      )
      return {
        key: [sex],
        scores: table.scores.map(({ score, positive, negative }) => ({
          score,
          selected: positive,
          notSelected: negative,
        })),
      }
    })
    const cells = sexes.map((sex): Cell => {
      const count = (label: string, decision: string) =>
        after.filter((row) => row.sex === sex && row.y_true === label && row.y_pred === decision).length
      return { key: [sex], tp: count('1', '1'), fp: count('0', '1'), fn: count('1', '0'), tn: count('0', '0') }
    })
    const estimated = performanceWithoutLabels([labelled], window, { seed: 7 })
    const beside = besideRealised(estimated, cells)
    const overall = beside.filter(({ key }) => key.length === 0)
    expect(Math.abs(overall.find(({ metric }) => metric === 'accuracy')?.error ?? 1)).toBeLessThan(0.005)
    expect(overall.filter(({ within }) => within === true).length).toBeGreaterThanOrEqual(6)
    expect(Math.max(...beside.map(({ error }) => Math.abs(error ?? 1)))).toBeLessThan(0.06)
    const gap = estimated.differences.find(({ metric }) => metric === 'selection_rate')
    expect(gap).toMatchObject({ group: ['Female'], reference: ['Male'] })
    expect(gap?.high).toBeLessThan(-0.15)
  })
})

function noNonsense(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) noNonsense(inner)
}
