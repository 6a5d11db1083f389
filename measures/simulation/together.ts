import { type Figure, figuresOf, type LossFigures, quantileOfYears, spreadOf } from './figures.ts'
import type { LossModel } from './model.ts'
import { simulateYears } from './years.ts'

/** A risk before and, where that was estimated, after treatment. Its seed is its own, so that its draws do not depend on its company. */
export type QuantifiedRisk = { id: string; seed: number; inherent: LossModel; residual: LossModel | null }

/** One risk's part in the whole: its mean, the loss of its year in twenty, and its share of the mean of all. */
export type RiskPart = { mean: Figure; inTwenty: Figure; share: Figure }
export type RiskFigures = { id: string; inherent: RiskPart; residual: RiskPart }
/** `residual` is null where no risk was estimated after treatment. */
export type LossTogether = { inherent: LossFigures; residual: LossFigures | null; risks: RiskFigures[] }

export type TogetherOptions = {
  trials: number
  /** losses whose chance of being exceeded is asked about */
  at?: readonly number[]
  /** told after each risk */
  onProgress?: (done: number) => void
}

type Drawn = { mean: number; deviation: number; inTwenty: Figure }

/**
 * Simulates risks side by side and sums them year by year, as if none hung on another. A risk that was not estimated after treatment counts
 * there as it was before. Both stages of a risk begin from the same seed. Sums run in the order given: pass risks in a fixed order.
 * Throws a RangeError for no risk and for what `simulateYears` refuses.
 */
export function simulateTogether(risks: readonly QuantifiedRisk[], options: TogetherOptions): LossTogether {
  const { trials, at = [], onProgress } = options
  if (risks.length === 0) throw new RangeError('there is no risk to simulate')
  const [before, after] = [new Float64Array(trials), new Float64Array(trials)]
  const drawn = risks.map((risk, index) => {
    const years = simulateYears(risk.inherent, { trials, seed: risk.seed })
    addTo(before, years)
    const inherent = drawnOf(years)
    const left = risk.residual ? simulateYears(risk.residual, { trials, seed: risk.seed }) : years
    addTo(after, left)
    const residual = risk.residual ? drawnOf(left) : inherent
    onProgress?.(index + 1)
    return { id: risk.id, inherent, residual }
  })
  const inherent = figuresOf(before, at)
  const residual = risks.some((risk) => risk.residual) ? figuresOf(after, at) : null
  return {
    inherent,
    residual,
    risks: drawn.map((risk) => ({
      id: risk.id,
      inherent: partOf(risk.inherent, inherent, trials),
      residual: partOf(risk.residual, residual ?? inherent, trials),
    })),
  }
}

function addTo(sums: Float64Array, years: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (years[at] ?? 0)
}

function drawnOf(years: Float64Array): Drawn {
  return { ...spreadOf(years), inTwenty: quantileOfYears(years, 0.95) }
}

/**
 * Share s = mean of one / mean of all. Since no risk hangs on another, their covariance with the sum is their own variance, and the error
 * by the delta method is √((v(1 − 2s) + s²V)/n)/mean of all, with v and V the variances of one and of all.
 */
function partOf({ mean, deviation, inTwenty }: Drawn, all: LossFigures, trials: number): RiskPart {
  const root = Math.sqrt(trials)
  const share = all.mean.value > 0 ? mean / all.mean.value : 0
  const own = deviation * deviation
  const spread = Math.max(0, own * (1 - 2 * share) + share * share * all.deviation * all.deviation)
  const error = all.mean.value > 0 ? Math.sqrt(spread) / root / all.mean.value : 0
  return { mean: { value: mean, error: deviation / root }, inTwenty, share: { value: share, error } }
}
