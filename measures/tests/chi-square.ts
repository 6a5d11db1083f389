import { checkCount } from '../checked.ts'
import { chiSquareTail } from '../distributions.ts'

/** A chi-square statistic with its degrees of freedom; statistic and p are null, with the reason, where the test does not exist. */
export type ChiSquare = { statistic: number | null; df: number; p: number | null; reason?: string }

/**
 * Pearson's two-sample chi-square test without continuity correction: do two samples have the same shares of categories? Both samples
 * count as random, so neither's shares are taken as known (a one-sample test would find far too much). A category that neither has is
 * left out. `counts[i]` are the rows of category i.
 * Throws a RangeError for samples of different length or counts that are none.
 * Source: K. Pearson (1911), Biometrika 8, 250–254.
 */
export function chiSquareTwoSample(reference: number[], current: number[]): ChiSquare {
  if (reference.length !== current.length) {
    throw new RangeError(`two samples of ${reference.length} and ${current.length} categories cannot be compared`)
  }
  for (const count of [...reference, ...current]) checkCount('a count', count)
  const categories = reference.map((count, at) => [count, current[at] ?? 0] as const).filter(([a, b]) => a + b > 0)
  const sizes = [sum(reference), sum(current)] as const
  const df = Math.max(0, categories.length - 1)
  if (sizes[0] === 0 || sizes[1] === 0) return { statistic: null, df, p: null, reason: 'one of the samples is empty' }
  if (df === 0) return { statistic: null, df, p: null, reason: 'all rows of both samples are of one category' }
  const total = sizes[0] + sizes[1]
  const terms = categories.map(([a, b]) => {
    const expected = ((a + b) * sizes[0]) / total
    return (a - expected) ** 2 / expected + (b - (a + b - expected)) ** 2 / (a + b - expected)
  })
  const statistic = sum(terms)
  return { statistic, df, p: chiSquareTail(statistic, df) }
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
