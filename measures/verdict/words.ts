import type { Asked, Judgement, ShownDenominator } from './judgement.ts'
import { sayMargin } from './margin.ts'

type Told = Asked & { confidence: number; suppressBelow: number }

/** A number as a sentence shows it: four decimals at most, never "-0". */
function say(value: number | null): string {
  return value === null ? 'unbounded' : String(Number(value.toFixed(4)) + 0)
}

function percent(confidence: number): string {
  return `${Number((100 * confidence).toFixed(2))} %`
}

function interval({ estimate: { value, low, high }, confidence }: Told): string {
  return `${say(value)} (${percent(confidence)} interval ${say(low)} to ${say(high)})`
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${String(parts.at(-1))}`
}

function sayCount({ of, counted, count }: ShownDenominator, suppressBelow: number): string {
  return count === null ? `${of} has fewer than ${suppressBelow} ${counted}` : `${of} has ${count} ${counted}`
}

function sayNeeded(denominators: readonly ShownDenominator[]): string {
  const known = denominators.flatMap(({ of, counted, needed }) =>
    needed === null ? [] : [`${needed} ${counted} of ${of}`],
  )
  if (known.length === 0) return 'no size can be named that would settle it'
  return `about ${list(known)} would settle it if the value stays as it is (80 % power)`
}

/** The reason of a verdict as one sentence; shows no value and no count that privacy keeps back. */
export function sayJudgement(
  asked: Told,
  { because, denominators }: Pick<Judgement, 'because' | 'denominators'>,
): string {
  const margin = `(${sayMargin(asked.margin)})`
  switch (because.kind) {
    case 'inside':
      return `${asked.what} is ${interval(asked)}, wholly inside the margin ${margin}.`
    case 'outside':
      return `${asked.what} is ${interval(asked)}, wholly ${because.side} the margin ${margin}.`
    case 'straddles':
      return `${asked.what} is ${interval(asked)}, which reaches over the edge of the margin ${margin}; ${sayNeeded(denominators)}.`
    case 'on-the-threshold':
      return `${asked.what} is ${interval(asked)}, on the edge of the margin ${margin} itself; no amount of data settles that.`
    case 'too-few': {
      const small = denominators.filter(({ count }) => count === null || count < because.minimum)
      return `${asked.what} gets no verdict: ${list(small.map((it) => sayCount(it, asked.suppressBelow)))}; a verdict asks for ${because.minimum}.`
    }
    case 'undefined':
      return `${asked.what} is undefined: ${because.reason}.`
    case 'no-interval':
      return `${asked.what} has no interval, and a point alone is never judged.`
    default:
      return because satisfies never
  }
}
