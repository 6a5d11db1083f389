import type { Estimate, Verdict } from '../estimate.ts'
import type { Filling, Message } from '../messages/said.ts'
import type { Margin, Scale } from './margin.ts'

/** A denominator that the metric stands on: whose, of what, how many (positives for TPR, selected for PPV; never all rows instead). */
export type Denominator = {
  of: string
  counted: string
  count: number
  /** `of` as sentences in other languages need it; its text without */
  whose?: Filling
}

/** A denominator as it may be shown: null where there are fewer than the privacy limit, and `needed` where a size would settle the matter. */
export type ShownDenominator = { of: string; counted: string; count: number | null; needed: number | null }

export type Because =
  | { kind: 'inside' }
  | { kind: 'outside'; side: 'below' | 'above' }
  | { kind: 'straddles' }
  | { kind: 'on-the-threshold' }
  | { kind: 'too-few'; minimum: number }
  | { kind: 'undefined'; reason: string }
  | { kind: 'no-interval' }

/** A verdict with its reason, as data and in words, of which `message` is the code. `suppressed`: the value itself must not be shown, for privacy. */
export type Judgement = {
  verdict: Verdict
  because: Because
  denominators: ShownDenominator[]
  suppressed: boolean
  text: string
  message: Message
}

/** What a verdict is spoken on. `what` names it in the sentence: "tpr of Female against Male". */
export type Asked = {
  what: Filling
  estimate: Estimate
  margin: Margin
  scale: Scale
  denominators: readonly Denominator[]
  /** The confidence that the interval was made with; 0.95 unless a family of verdicts asked for more. */
  confidence?: number
  /** Fewer than this in any denominator is never a verdict. */
  minimum?: number
  /** Fewer than this is counted but not shown. */
  suppressBelow?: number
}
