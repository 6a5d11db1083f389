import { checkCount, checkShare } from '../checked.ts'
import type { Estimate, Verdict } from '../estimate.ts'
import type { Asked, Because, Judgement } from './judgement.ts'
import { checkMargin, type Margin } from './margin.ts'
import { sizeNeeded, timesNeeded } from './needed.ts'
import { messageOf } from '../messages/said.ts'
import { sayJudgement } from './words.ts'

/** Fewer people than this in a denominator never get a verdict, unless the plan asks for more. */
export const usualMinimum = 30

/** Fewer people than this are counted but their rates are not shown. */
export const privacyLimit = 5

function reading({ value, low, high, reason }: Estimate, { least, most }: Margin): Because {
  if (value === null) return { kind: 'undefined', reason: reason ?? 'the measure is undefined here' }
  if (low === null && high === null) return { kind: 'no-interval' }
  if (least !== null && high !== null && high < least) return { kind: 'outside', side: 'below' }
  if (most !== null && low !== null && low > most) return { kind: 'outside', side: 'above' }
  const clearsLeast = least === null || (low !== null && low >= least)
  const clearsMost = most === null || (high !== null && high <= most)
  if (clearsLeast && clearsMost) return { kind: 'inside' }
  return value === least || value === most ? { kind: 'on-the-threshold' } : { kind: 'straddles' }
}

function verdictOf(because: Because): Verdict {
  if (because.kind === 'inside') return 'pass'
  return because.kind === 'outside' ? 'fail' : 'not-enough-data'
}

/**
 * The three-way verdict on one number: fail when its interval lies wholly outside the margin, pass when it lies wholly inside (two
 * one-sided tests, Schuirmann 1987), else not enough data, with the size that would settle it (80 % power). A denominator under `minimum`
 * never gets a verdict, nor does a point without an interval.
 * @throws RangeError for a margin that judges nothing, counts that are none, a confidence outside (0, 1).
 */
export function judge(asked: Asked): Judgement {
  const { estimate, margin, scale, confidence = 0.95, minimum = usualMinimum, suppressBelow = privacyLimit } = asked
  checkMargin(margin, scale)
  checkShare('confidence', confidence)
  checkCount('minimum', minimum)
  checkCount('suppressBelow', suppressBelow)
  for (const { of, counted, count } of asked.denominators) checkCount(`the ${counted} of ${of}`, count)
  const tooFew = asked.denominators.some(({ count }) => count < minimum)
  const because: Because = tooFew ? { kind: 'too-few', minimum } : reading(estimate, margin)
  const times = because.kind === 'straddles' ? timesNeeded(estimate, { margin, scale, confidence }) : null
  const denominators = asked.denominators.map(({ of, counted, count }) => ({
    of,
    counted,
    count: count < suppressBelow ? null : count,
    needed: tooFew ? (count < minimum ? minimum : null) : times === null ? null : sizeNeeded(count, times, minimum),
  }))
  const suppressed = asked.denominators.some(({ count }) => count < suppressBelow)
  const judged = { verdict: verdictOf(because), because, denominators, suppressed }
  const said = sayJudgement({ ...asked, confidence, suppressBelow }, judged)
  return { ...judged, text: said.text, message: messageOf(said) }
}
