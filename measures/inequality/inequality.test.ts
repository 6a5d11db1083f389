import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coefficientOfVariation, decomposeEntropy, generalisedEntropy, theil } from './inequality.ts'

const folder = new URL('../../../shared/datasets/reference/', import.meta.url)
const present = existsSync(folder)
if (!present) process.stderr.write('Skipped: the shared reference values are not beside the repository.\n')

type Counts = { TP: number; FP: number; FN: number; TN: number }
type Row = {
  theil_index: number | null
  coefficient_of_variation: number | null
  between_group_theil_index: number | null
  between_group_coefficient_of_variation: number | null
  generalized_entropy_index_alpha_0: number | null
  generalized_entropy_index_alpha_1: number | null
  generalized_entropy_index_alpha_2: number | null
  confusion_overall: Counts
  confusion_privileged: Counts
  confusion_unprivileged: Counts
  favorable_label: number
  attribute: string
}

const lower = ({ TP, FP, FN, TN }: Counts) => ({ tp: TP, fp: FP, fn: FN, tn: TN })

function rows(file: string): Row[] {
  const parsed = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>
  const found: Row[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if ('theil_index' in value && 'confusion_overall' in value) found.push(value as Row)
      else Object.values(value).forEach(visit)
    }
  }
  visit(parsed)
  return found
}

/** Within 1e-9 of a value that was printed with 12 significant digits. */
function near(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull()
  else expect(Math.abs((actual ?? Number.POSITIVE_INFINITY) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected))
}

describe('inequality of benefits', () => {
  it('gives the small literal cases that AIF360 tests itself by', () => {
    expect(theil({ tp: 3, tn: 3, fn: 2, fp: 2 }).value).toBeCloseTo((4 * Math.LN2) / 10, 15)
    expect(generalisedEntropy({ tp: 3, tn: 3, fn: 2, fp: 2 }, 2).value).toBeCloseTo(0.2, 15)
    expect(generalisedEntropy({ tp: 2, tn: 2, fn: 3, fp: 3 }, 2).value).toBeCloseTo(0.3, 15)
  })

  it('is 0 when every decision was right, and the coefficient of variation is √(2·GE(2))', () => {
    expect(theil({ tp: 5, tn: 9, fp: 0, fn: 0 }).value).toBe(0)
    expect(generalisedEntropy({ tp: 5, tn: 9, fp: 0, fn: 0 }, 0).value).toBe(0)
    expect(coefficientOfVariation({ tp: 3, tn: 3, fn: 2, fp: 2 }).value).toBeCloseTo(Math.sqrt(0.4), 15)
  })

  it.each([
    ['an empty table', { tp: 0, fp: 0, fn: 0, tn: 0 }, 1, 'nobody was counted'],
    ['only missed outcomes', { tp: 0, fp: 0, fn: 4, tn: 0 }, 1, 'nobody got any benefit'],
    ['a benefit of 0 with alpha 0', { tp: 1, fp: 0, fn: 1, tn: 0 }, 0, 'infinite'],
    ['a benefit of 0 with a negative alpha', { tp: 1, fp: 0, fn: 1, tn: 0 }, -1, 'infinite'],
  ])('is undefined, with the reason, for %s', (_, table, alpha, reason) => {
    const index = generalisedEntropy(table, alpha)
    expect(index.value).toBeNull()
    expect(index.reason).toContain(reason)
    expect(JSON.stringify(index)).not.toContain('NaN')
  })

  it('refuses counts that are not whole and an alpha that is not finite', () => {
    expect(() => theil({ tp: 1.5, fp: 0, fn: 0, tn: 0 })).toThrow(RangeError)
    expect(() => theil({ tp: -1, fp: 0, fn: 0, tn: 0 })).toThrow('tp must be a whole number')
    expect(() => generalisedEntropy({ tp: 1, fp: 0, fn: 0, tn: 0 }, Number.NaN)).toThrow('alpha')
  })

  it.each([0, 1, 2, 0.5])('splits into between and within that add up, for alpha %s', (alpha) => {
    const groups = [
      { tp: 30, fp: 10, fn: 0, tn: 60 },
      { tp: 10, fp: 6, fn: 0, tn: 4 },
    ]
    const { total, between, within } = decomposeEntropy(groups, alpha)
    expect((between.value ?? 0) + (within.value ?? 0)).toBeCloseTo(total.value ?? -1, 14)
    expect(between.value).toBeGreaterThan(0)
    const one = decomposeEntropy([groups[0] ?? groups[1] ?? { tp: 0, fp: 0, fn: 0, tn: 0 }], alpha)
    expect(one.between.value).toBe(0)
  })

  it('leaves a decomposition undefined where a whole group missed everything and alpha is 0', () => {
    const parts = decomposeEntropy(
      [
        { tp: 0, fp: 0, fn: 3, tn: 0 },
        { tp: 1, fp: 0, fn: 0, tn: 0 },
      ],
      0,
    )
    expect([parts.total.value, parts.between.value, parts.within.value]).toEqual([null, null, null])
  })
})

describe.skipIf(!present)('inequality against the reference values of AIF360', () => {
  it.each(['adult.json', 'german.json', 'bank.json', 'compas.json'])('agrees within 1e-9 on %s', (file) => {
    const found = rows(file)
    expect(found.length).toBeGreaterThan(0)
    for (const row of found) {
      const all = lower(row.confusion_overall)
      near(theil(all).value, row.theil_index)
      near(coefficientOfVariation(all).value, row.coefficient_of_variation)
      near(generalisedEntropy(all, 0).value, row.generalized_entropy_index_alpha_0)
      near(generalisedEntropy(all, 1).value, row.generalized_entropy_index_alpha_1)
      near(generalisedEntropy(all, 2).value, row.generalized_entropy_index_alpha_2)
      const groups = [lower(row.confusion_privileged), lower(row.confusion_unprivileged)]
      near(decomposeEntropy(groups, 1).between.value, row.between_group_theil_index)
      const between = decomposeEntropy(groups, 2).between.value
      near(between === null ? null : Math.sqrt(2 * between), row.between_group_coefficient_of_variation)
    }
  })

  it('gives 0.119898183503 for the whole of Adult', () => {
    near(theil({ tp: 7021, fp: 2543, fn: 4666, tn: 34612 }).value, 0.119898183503)
  })
})
