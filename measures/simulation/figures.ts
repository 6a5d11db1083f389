import { exponential, logarithm } from './elementary.ts'

/** A number of the simulation with its Monte Carlo standard error: how far another seed would typically put it. */
export type Figure = { value: number; error: number }
/** `loss` is not passed in this share of years. */
export type LossQuantile = { share: number; loss: Figure }
/** The share of years that lose more than `loss`. */
export type Exceedance = { loss: number; chance: Figure }

export type LossFigures = {
  mean: Figure
  /** standard deviation of the loss of a year */
  deviation: number
  /** share of years with any loss */
  anyLoss: Figure
  quantiles: LossQuantile[]
  /** mean of the worst twentieth of years */
  worst: Figure
  largest: number
  /** falling, at losses that grow by a factor: from where nearly all years with a loss lie above to the largest */
  curve: Exceedance[]
  /** at the losses that were asked about */
  exceeding: Exceedance[]
}

export const quantileShares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const
const tail = 0.95
const curvePoints = 120

/**
 * What simulated years come to. Quantiles are exact over the sorted years: the smallest loss that at least this share does not pass. Errors:
 * of a mean s/√n; of a share √(p(1 − p)/n), and never less than one trial; of a quantile half the distance between the order
 * statistics one binomial deviation to either side; of the worst twentieth √((s² + p(mean − q)²)/(n(1 − p))) with s² its own variance
 * (B. J. Manistre and G. H. Hancock 2005, North American Actuarial Journal 9, 129–156).
 */
export function figuresOf(years: Float64Array, at: readonly number[] = []): LossFigures {
  const { mean, deviation } = spreadOf(years)
  const sorted = inOrder(years)
  const n = sorted.length
  const quantile = (share: number): LossQuantile => ({ share, loss: quantileOf(sorted, share) })
  return {
    mean: { value: mean, error: deviation / Math.sqrt(n) },
    deviation,
    anyLoss: exceedanceOf(sorted, 0).chance,
    quantiles: quantileShares.map(quantile),
    worst: worstOf(sorted),
    largest: sorted[n - 1] ?? 0,
    curve: curveOf(sorted),
    exceeding: at.map((loss) => exceedanceOf(sorted, loss)),
  }
}

/** Mean and standard deviation, summed in the order drawn, so that they are the same bytes each time. */
export function spreadOf(years: Float64Array): { mean: number; deviation: number } {
  const n = years.length
  let sum = 0
  for (let at = 0; at < n; at += 1) sum += years[at] ?? 0
  const mean = sum / n
  let squares = 0
  for (let at = 0; at < n; at += 1) squares += ((years[at] ?? 0) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / (n - 1)) }
}

/** The losses in order. Years without one, often most of them, are counted instead of sorted. */
function inOrder(years: Float64Array): Float64Array {
  const sorted = new Float64Array(years.length)
  let from = years.length
  for (let at = 0; at < years.length; at += 1) {
    const loss = years[at] ?? 0
    if (loss <= 0) continue
    from -= 1
    sorted[from] = loss
  }
  sorted.subarray(from).sort()
  return sorted
}

/** What a share of the years does not pass, without sorting all of them; its error needs the ranks around it. */
export function quantileOfYears(years: Float64Array, share: number): Figure {
  const n = years.length
  const from = Math.max(0, Math.floor(share * n - Math.sqrt(n * share * (1 - share))) - 1)
  const partly = Float64Array.from(years)
  selectFrom(partly, from)
  partly.subarray(from).sort()
  return quantileOf(partly, share)
}

/** Reorders so that no value before place `from` is above one at or behind it (C. A. R. Hoare 1961). */
function selectFrom(values: Float64Array, from: number): void {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0)
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1
      while ((values[right] ?? 0) > pivot) right -= 1
      if (left > right) break
      const kept = values[left] ?? 0
      values[left] = values[right] ?? 0
      values[right] = kept
      left += 1
      right -= 1
    }
    if (from <= right) high = right
    else if (from >= left) low = left
    else return
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}

/** The loss that a share of the sorted years does not pass. */
function quantileOf(sorted: Float64Array, share: number): Figure {
  const n = sorted.length
  const around = Math.sqrt(n * share * (1 - share))
  const ranked = (rank: number) => sorted[Math.min(n, Math.max(1, Math.ceil(rank))) - 1] ?? 0
  return { value: ranked(share * n), error: (ranked(share * n + around) - ranked(share * n - around)) / 2 }
}

function exceedanceOf(sorted: Float64Array, loss: number): Exceedance {
  const n = sorted.length
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) > loss) high = middle
    else low = middle + 1
  }
  const share = (n - low) / n
  return { loss, chance: { value: share, error: Math.max(1 / n, Math.sqrt((share * (1 - share)) / n)) } }
}

function worstOf(sorted: Float64Array): Figure {
  const n = sorted.length
  const from = Math.ceil(tail * n)
  const { mean, deviation } = spreadOf(sorted.subarray(from))
  const beyond = mean - (sorted[from - 1] ?? 0)
  return { value: mean, error: Math.sqrt((deviation * deviation + tail * beyond * beyond) / (n - from)) }
}

function curveOf(sorted: Float64Array): Exceedance[] {
  const n = sorted.length
  const without = n - Math.round(exceedanceOf(sorted, 0).chance.value * n)
  const largest = sorted[n - 1] ?? 0
  if (without === n) return []
  // The smallest years of all would stretch the line without telling anything.
  const first = sorted[without + Math.floor((n - without) * 0.005)] ?? 0
  if (first === largest) return [exceedanceOf(sorted, largest)]
  const span = logarithm(largest / first)
  return Array.from({ length: curvePoints }, (_, at) => {
    const loss = at === curvePoints - 1 ? largest : first * exponential((span * at) / (curvePoints - 1))
    return exceedanceOf(sorted, loss)
  })
}
