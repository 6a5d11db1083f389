import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { rateFrom } from '../rates/rates.ts'
import type { QualityMeasure, QuantityUnit } from './result.ts'

/** A share of rows with its Wilson interval, or undefined with its reason. */
export function shareOf(
  name: string,
  counts: { numerator: number; denominator: number },
  without = 'there is no row to ask',
): QualityMeasure {
  const { numerator, denominator } = counts
  return { kind: 'share', name, ...rateFrom({ numerator, denominator, without }) }
}

/** A share of things that were all looked at and are no sample of anything: without an interval. */
export function completeShareOf(
  name: string,
  counts: { numerator: number; denominator: number },
  without: string,
): QualityMeasure {
  const { numerator, denominator } = counts
  if (denominator === 0) return { kind: 'share', name, ...undefinedEstimate(without), numerator, denominator }
  return {
    kind: 'share',
    name,
    value: numerator / denominator,
    low: null,
    high: null,
    method: null,
    numerator,
    denominator,
  }
}

/** A number that is no share of counts; null becomes undefined with the reason. */
export function quantityOf(name: string, unit: QuantityUnit, value: number | null, without: string): QualityMeasure {
  if (value === null) return { kind: 'quantity', name, unit, ...undefinedEstimate(without) }
  return { kind: 'quantity', name, unit, value, low: null, high: null, method: null }
}

/** An estimate under its name, with its interval. */
export function estimatedQuantity(name: string, unit: QuantityUnit, estimate: Estimate): QualityMeasure {
  const { value, low, high, method, reason } = estimate
  const shown = { kind: 'quantity', name, unit, value, low, high, method } as const
  return reason === undefined ? shown : { ...shown, reason }
}

/** The same numbers, told to be of rows that stand for more than themselves. */
export function ofSample(measures: readonly QualityMeasure[]): QualityMeasure[] {
  return measures.map((it) => ({ ...it, sample: true }))
}
