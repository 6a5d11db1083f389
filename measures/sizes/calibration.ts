import { checkCount, checkShare } from '../checked.ts'
import { sizeForVerdict } from '../verdict/size-for-verdict.ts'

/**
 * Rows needed so that expected over observed holds its bounds, if it is as expected: E/O lies between bounds where the observed share
 * lies between mean/most and mean/least, so this is the size of a rate, as its interval (Wilson's, turned over) is that of one.
 * @throws RangeError for a base rate or a power that is not strictly between 0 and 1, or bounds that are no positive numbers.
 * @see Riley et al. (2021), Statistics in Medicine 40, 4230–4251, for sizes of a validation by E/O.
 */
export function sizeForExpectedToObserved(planned: {
  ratio: number
  base: number
  bound: { least: number | null; most: number | null }
  confidence?: number
  power?: number
  minimum?: number
}): number | null {
  const { ratio, base, bound, ...rest } = planned
  checkShare('base rate', base)
  const mean = ratio * base
  const turned = {
    least: bound.most === null ? null : mean / bound.most,
    most: bound.least === null ? null : mean / bound.least,
  }
  // A bound of the observed share past 1 is no bound.
  const margin = { least: turned.least, most: turned.most !== null && turned.most >= 1 ? null : turned.most }
  if (margin.least === null && margin.most === null) return rest.minimum ?? 1
  return sizeForVerdict({ compare: 'rate', margin, rate: base, ...rest })
}

/** The mean of √(p(1−p)) over scores that are spread evenly from 0 to 1: π/8. */
const evenly = Math.PI / 8

/**
 * The calibration error that scores without any fault show by chance: Σₖ nₖ/n·E|mean score − observed| ≈ s·√(2B/(πn)) of n rows in B bins
 * of about the same size, with s the mean of √(p(1−p)) over the scores (π/8 where they are spread evenly, 1/2 at worst). From the mean of
 * a normal distribution's absolute value.
 * @throws RangeError for bins or rows that are no count of at least 1, or a spread outside of 0 to 1/2.
 */
export function errorByChance({
  rows,
  bins,
  spread = evenly,
}: {
  rows: number
  bins: number
  spread?: number
}): number {
  checkCount('rows', rows)
  checkCount('bins', bins)
  if (rows === 0 || bins === 0) throw new RangeError('rows and bins are at least 1')
  if (!(spread > 0 && spread <= 0.5)) throw new RangeError(`a spread lies between 0 and 1/2; it is ${spread}`)
  return spread * Math.sqrt((2 * bins) / (Math.PI * rows))
}

/**
 * Rows needed so that scores without any fault show a calibration error of at most `error` by chance: n = 2B·s²/(π·error²), rounded up.
 * @throws RangeError unless the error lies strictly between 0 and 1; else as `errorByChance`.
 */
export function sizeForErrorByChance(planned: { error: number; bins: number; spread?: number }): number {
  checkShare('error', planned.error)
  const ofOne = errorByChance({ ...planned, rows: 1 })
  return Math.ceil((ofOne / planned.error) ** 2 - 1e-9)
}
