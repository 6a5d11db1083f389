import type { Verdict } from '../estimate.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { clopperPearson } from '../intervals/proportion.ts'
import { say } from '../messages/catalogue.ts'
import { type Message, messageOf, phrase, type Said } from '../messages/said.ts'

/** How much change is tolerated. Set before the run: a distance or a share above its margin is drift. */
export type DriftMargins = {
  /** Wasserstein distance in standard deviations of the reference; 0.1 is a mean moved by a tenth of one. */
  wassersteinNormalised: number
  /** Share of rows that would have to change their category; also of KS where a constant reference has no deviation. */
  totalVariation: number
  /** Difference of the shares of nulls, and of numbers that are not finite. */
  nullRate: number
  /** Share of rows with a category, or outside of the range, that the reference never showed. */
  unseen: number
}

export const usualMargins: DriftMargins = {
  wassersteinNormalised: 0.1,
  totalVariation: 0.05,
  nullRate: 0.02,
  unseen: 0.02,
}

/**
 * One aspect of a column against its margin, by equivalence: fail where the whole interval lies beyond the margin, pass where it lies
 * within, else not enough data. `rowsNeeded` is how many window rows would probably settle it; null where more of them cannot.
 */
export type DriftCheck = {
  aspect: 'distribution' | 'nulls' | 'not-finite' | 'unseen' | 'out-of-range' | 'column'
  measure: string
  value: number | null
  low: number | null
  high: number | null
  margin: number
  verdict: Verdict
  rowsNeeded: number | null
  reason: string
  /** the reason as data */
  message: Message
}

/** With fewer rows on either side no verdict is given but "not enough data", whatever the interval says. */
export const fewestRows = 30

/** A share: `count` of `rows`. */
export type Share = { count: number; rows: number }

/** The distance of a distribution, known within ± `width`. */
export function judgeDistance(asked: {
  measure: string
  value: number | null
  width: number
  margin: number
  n: number
  m: number
  reason?: string
}): DriftCheck {
  const { measure, value, width, margin, n, m } = asked
  if (value === null) {
    return undecided('distribution', measure, margin, asked.reason ?? 'there is nothing to compare')
  }
  const [low, high] = [Math.max(0, value - width), value + width]
  const asMeasured = { aspect: 'distribution' as const, measure, value, low, high, margin }
  return judged(asMeasured, { near: low, far: high, spread: width, n, m })
}

/** Whether a share of the window differs from that of the reference by more than the margin; Newcombe's interval of the difference. */
export function judgeShareDifference(
  aspect: 'nulls' | 'not-finite',
  reference: Share,
  window: Share,
  margin: number,
  confidence: number,
): DriftCheck {
  const measure = `difference of the share of ${aspect === 'nulls' ? 'nulls' : 'numbers that are not finite'}`
  if (reference.rows === 0 || window.rows === 0) return undecided(aspect, measure, margin, 'a sample has no rows')
  const { low, high } = newcombe({
    group: { successes: window.count, trials: window.rows },
    reference: { successes: reference.count, trials: reference.rows },
    confidence,
  })
  const value = window.count / window.rows - reference.count / reference.rows
  const [near, far] = [low > 0 ? low : high < 0 ? -high : 0, Math.max(-low, high)]
  const asMeasured = { aspect, measure, value, low, high, margin }
  return judged(asMeasured, { near, far, spread: far - Math.abs(value), n: reference.rows, m: window.rows })
}

/**
 * Whether more of the window than the margin holds what the reference never showed, by the exact interval: one such row of five is no
 * finding. `expected` is the share that chance alone brings in (rare categories, new extremes): it is added to the margin.
 */
export function judgeUnseen(
  aspect: 'unseen' | 'out-of-range',
  window: Share,
  { margin, expected, confidence }: { margin: number; expected: number; confidence: number },
): DriftCheck {
  const measure = aspect === 'unseen' ? 'share of unseen categories' : 'share outside of the range of the reference'
  if (window.rows === 0) return undecided(aspect, measure, margin, 'the window has no values')
  const { low, high } = clopperPearson({ successes: window.count, trials: window.rows, confidence })
  const value = window.count / window.rows
  const asMeasured = { aspect, measure, value, low, high, margin: Math.min(1, margin + expected) }
  // The range and the categories of the reference are taken as they are: only the window's own rows make noise here.
  return judged(asMeasured, { near: low, far: high, spread: high - value, n: Number.POSITIVE_INFINITY, m: window.rows })
}

/** Fail wins over undecided, undecided over pass. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail'
  return verdicts.includes('not-enough-data') ? 'not-enough-data' : 'pass'
}

type Measured = Pick<DriftCheck, 'aspect' | 'measure' | 'value' | 'low' | 'high' | 'margin'>

/** The size of a change lies between `near` and `far`; `spread` is how far that reaches from the value. */
type Sized = { near: number; far: number; spread: number; n: number; m: number }

function judged(measured: Measured, { near, far, spread, n, m }: Sized): DriftCheck {
  const { margin } = measured
  const range = { near: short(near), far: short(far) }
  if (Math.min(n, m) < fewestRows) {
    const rowsNeeded = n < fewestRows ? null : fewestRows
    const why = say('change-few-rows', { ...range, fewest: fewestRows, rows: Math.min(n, m) })
    return { ...measured, verdict: 'not-enough-data', rowsNeeded, ...reasoned(why) }
  }
  const beside = { ...range, margin: short(margin) }
  if (near > margin) return { ...measured, verdict: 'fail', rowsNeeded: null, ...reasoned(say('change-above', beside)) }
  if (far <= margin)
    return { ...measured, verdict: 'pass', rowsNeeded: null, ...reasoned(say('change-within', beside)) }
  const rowsNeeded = rowsFor(spread, Math.abs(margin - Math.abs(measured.value ?? 0)), n, m)
  return { ...measured, verdict: 'not-enough-data', rowsNeeded, ...reasoned(say('change-untold', beside)) }
}

/** A reason in words and as data. */
export function reasoned(said: Said): Pick<DriftCheck, 'reason' | 'message'> {
  return { reason: said.text, message: messageOf(said) }
}

function undecided(aspect: DriftCheck['aspect'], measure: string, margin: number, reason: string): DriftCheck {
  const none = { value: null, low: null, high: null, rowsNeeded: null }
  const why = say('nothing-to-compare', { reason: phrase(reason) })
  return { aspect, measure, margin, verdict: 'not-enough-data', ...none, ...reasoned(why) }
}

/** Widths shrink with √(1/n + 1/m); the reference's own n stays. */
function rowsFor(width: number, spare: number, n: number, m: number): number | null {
  if (width <= 0 || spare <= 0) return null
  const fixed = Number.isFinite(n) ? 1 / n : 0
  const wanted = (spare / width) ** 2 * (fixed + 1 / m) - fixed
  return wanted > 0 && 1 / wanted < Number.MAX_SAFE_INTEGER ? Math.max(m + 1, Math.ceil(1 / wanted)) : null
}

function short(value: number): number {
  return Number(value.toPrecision(3))
}
