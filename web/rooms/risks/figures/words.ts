import { locale, t } from '../../../messages/index.ts'
import type { Tone } from '../../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../../answer-of.ts'

export type Figures = AnswerOf<'/api/v1/risk-figures'>
export type Simulation = AnswerOf<'/api/v1/risk-simulations/{id}'>
export type SimulationRow = ItemOf<'/api/v1/risk-simulations'>
export type Estimates = AnswerOf<'/api/v1/risks/{id}/estimates'>
export type Estimate = Estimates['items'][number]
export type Result = NonNullable<Simulation['result']>
export type LossFigures = Result['inherent']
export type Figure = LossFigures['mean']
export type Measure = Figures['measure']
export type Stage = Estimate['stage']
type Badge = { tone: Tone; label: string }

export const stageLabels: Record<Stage, string> = { inherent: t('Before treatment'), residual: t('What is left') }

export const against: Record<'within' | 'over', Badge> = {
  within: { tone: 'positive', label: t('Within the tolerance') },
  over: { tone: 'critical', label: t('Over the tolerance') },
}

export const simulationStates: Record<Simulation['state'], Badge> = {
  asked: { tone: 'active', label: t('Running') },
  finished: { tone: 'positive', label: t('Done') },
  cancelled: { tone: 'neutral', label: t('Cancelled') },
  failed: { tone: 'critical', label: t('Broke off') },
}

const language = locale === 'de' ? 'de-DE' : 'en-GB'

/** An amount with three digits that matter: "€128,000", "3.2 people". */
export function showLoss(value: number, currency: string | null): string {
  const digits = { maximumSignificantDigits: 3 } as const
  if (currency !== null)
    return new Intl.NumberFormat(language, { style: 'currency', currency, ...digits }).format(value)
  const people = new Intl.NumberFormat(language, digits).format(value)
  return t('{people} {value, plural, one {person} other {people}}', { people, value })
}

/** The same, short enough for the axis of a chart: "€1.3m". */
export function showLossShort(value: number, currency: string | null): string {
  const short = { notation: 'compact', maximumSignificantDigits: 2 } as const
  if (currency === null) return new Intl.NumberFormat(language, short).format(value)
  return new Intl.NumberFormat(language, { style: 'currency', currency, ...short }).format(value)
}

/** A share as a percentage: "5.2 %", and a small one with two digits that matter: "0.031 %". */
export function showShare(value: number): string {
  const digits = value < 0.01 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language, { style: 'percent', ...digits }).format(value)
}

/** A figure with its Monte Carlo error: "€128,000 ± 840". */
export function withError({ value, error }: Figure, show: (value: number) => string): string {
  return error === 0 ? show(value) : t('{value} ± {error}', { value: show(value), error: show(error) })
}

const plain = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 })

/** What somebody holds possible, in one line. */
export function showRange(range: Estimate['loss'], show: (value: number) => string = (it) => plain.format(it)): string {
  if (range.low === range.high) return t('{value}, known', { value: show(range.low) })
  const [low, high] = [show(range.low), show(range.high)]
  return range.shape === 'pert'
    ? t('{low} – {likely} – {high} (least, likeliest, most)', { low, likely: show(range.likely), high })
    : t('{low} – {high} (90 % range)', { low, high })
}

export function showFrequency({ kind, range }: Estimate['frequency']): string {
  return kind === 'chance'
    ? t('Chance in a year: {range}', { range: showRange(range, showShare) })
    : t('Times a year: {range}', { range: showRange(range) })
}

export function toleranceWords({ chance, loss }: { chance: number; loss: number }, currency: string | null): string {
  return t('At most {chance} of years lose more than {loss}', {
    chance: showShare(chance),
    loss: showLoss(loss, currency),
  })
}
