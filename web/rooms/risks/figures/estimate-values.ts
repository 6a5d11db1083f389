import type { EstimateDraft } from '@assay/server/rooms/risks/figures/contract.ts'
import { t } from '../../../messages/index.ts'
import type { Estimate, Measure } from './words.ts'

/** Named as the API names the members of an estimate, so that each problem stands at its field. Chances are in per cent. */
export type Values = {
  kind: string
  'frequency.range.shape': string
  'frequency.range.low': number | null
  'frequency.range.likely': number | null
  'frequency.range.high': number | null
  frequencyBasis: string
  'loss.shape': string
  'loss.low': number | null
  'loss.likely': number | null
  'loss.high': number | null
  lossBasis: string
  currency: string
}
export const ranges = ['frequency.range', 'loss'] as const
export type RangeName = (typeof ranges)[number]

export function valuesOf(from: Estimate | undefined, currency: string): Values {
  const often = from?.frequency
  const factor = often?.kind === 'chance' ? 100 : 1
  const scaled = (value: number | undefined) => (value === undefined ? null : Number((value * factor).toPrecision(12)))
  return {
    kind: often?.kind ?? 'rate',
    'frequency.range.shape': often?.range.shape ?? 'pert',
    'frequency.range.low': scaled(often?.range.low),
    'frequency.range.likely': often?.range.shape === 'pert' ? scaled(often.range.likely) : null,
    'frequency.range.high': scaled(often?.range.high),
    frequencyBasis: from?.frequencyBasis ?? '',
    'loss.shape': from?.loss.shape ?? 'lognormal',
    'loss.low': from?.loss.low ?? null,
    'loss.likely': from?.loss.shape === 'pert' ? from.loss.likely : null,
    'loss.high': from?.loss.high ?? null,
    lossBasis: from?.lossBasis ?? '',
    currency,
  }
}

/** A chance has least, likeliest and most: a 90 % range could pass 100 %. */
export function shapeOf(values: Values, range: RangeName): string {
  return range === 'frequency.range' && values.kind === 'chance' ? 'pert' : values[`${range}.shape`]
}

export function draftOf(values: Values, measure: Measure, replaces: number | null): EstimateDraft {
  const factor = values.kind === 'chance' ? 0.01 : 1
  const often = rangeIn(values, 'frequency.range', factor)
  const frequency: EstimateDraft['frequency'] =
    values.kind === 'chance' && often.shape === 'pert'
      ? { kind: 'chance', range: often }
      : { kind: 'rate', range: often }
  return {
    frequency,
    loss: rangeIn(values, 'loss', 1),
    frequencyBasis: values.frequencyBasis.trim(),
    lossBasis: values.lossBasis.trim(),
    currency: measure === 'money' ? values.currency.trim().toUpperCase() : null,
    replaces,
  }
}

function rangeIn(values: Values, name: RangeName, factor: number): EstimateDraft['loss'] {
  const of = (end: 'low' | 'likely' | 'high') => Number(((values[`${name}.${end}`] ?? 0) * factor).toPrecision(12))
  const [low, high] = [of('low'), of('high')]
  return shapeOf(values, name) === 'lognormal'
    ? { shape: 'lognormal', low, high }
    : { shape: 'pert', low, likely: of('likely'), high }
}

/** What is missing or out of order, before the server is asked. */
export function problemsIn(values: Values, measure: Measure): Partial<Record<keyof Values, string>> {
  return {
    ...Object.assign({}, ...ranges.map((name) => problemsOfRange(values, name))),
    ...(values.frequencyBasis.trim() === '' && { frequencyBasis: t('Say what this rests on.') }),
    ...(values.lossBasis.trim() === '' && { lossBasis: t('Say what this rests on.') }),
    ...(measure === 'money' &&
      !/^[A-Za-z]{3}$/.test(values.currency.trim()) && { currency: t('Three letters, such as EUR.') }),
  }
}

function problemsOfRange(values: Values, name: RangeName): Record<string, string> {
  const pert = shapeOf(values, name) === 'pert'
  const ends = pert ? (['low', 'likely', 'high'] as const) : (['low', 'high'] as const)
  const missing = ends.filter((end) => values[`${name}.${end}`] === null || Number.isNaN(values[`${name}.${end}`]))
  if (missing.length > 0) return Object.fromEntries(missing.map((end) => [`${name}.${end}`, t('Give a number.')]))
  const [low, likely, high] = [values[`${name}.low`] ?? 0, values[`${name}.likely`] ?? 0, values[`${name}.high`] ?? 0]
  if (low < 0) return { [`${name}.low`]: t('Give a number of 0 or more.') }
  if (high < low) return { [`${name}.high`]: t('Must not be below the low end.') }
  if (pert && (likely < low || likely > high)) return { [`${name}.likely`]: t('Must lie between the ends.') }
  return {}
}
