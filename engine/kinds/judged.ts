import { combineVerdicts, type Estimate, judge, type Judgement, type Rate } from '@assay/measures'
import {
  group as groupWords,
  metric as metricWords,
  type Said,
  say as sayMeasured,
  type Worded,
} from '@assay/measures/messages'
import { countedOf } from '../counted-of.ts'
import { say } from '../messages.ts'
import type { RunVerdict } from '../run.ts'
import { type Answered, reasonsFor } from './reasons-for.ts'

/** A threshold of the plan with the answer to it. */
export type JudgedThreshold = Judgement & {
  threshold: number
  metric: string
  attribute: string[]
  group: (string | null)[]
}

/** One verdict over thresholds; without any, nothing was decided. */
export function verdictOver(judged: Answered[]): { verdict: RunVerdict; reasons: Said[] } {
  if (judged.length === 0) return { verdict: 'not-decided', reasons: [say('no-threshold', {})] }
  const { verdict } = combineVerdicts(judged)
  return { verdict, reasons: reasonsFor(verdict, judged) }
}

/** A group by name, as sentences call it. */
export function nameOf(group: (string | null)[]): string {
  if (group.length === 0) return 'everybody'
  return group.map((it) => it ?? 'no value').join(', ')
}

/** A group as this engine's sentences name it. */
export function wordsOf(group: (string | null)[]): Worded {
  return groupWords(group, nameOf(group))
}

export type Bound = { metric: string; atLeast?: number | undefined; atMost?: number | undefined }
export type MinimumSize = { verdict: number; show: number }

/** Judges one number against an upper or lower bound; `denominators` are what it rests on. */
export function judgeBound(
  bound: Bound,
  index: number,
  asked: {
    estimate: Estimate
    attribute: string[]
    group: (string | null)[]
    denominators: { counted: string; count: number }[]
  },
  plan: { confidence: number; minimumSize: MinimumSize },
): JudgedThreshold {
  const { attribute, group, estimate } = asked
  const of = nameOf(group)
  const judgement = judge({
    what: sayMeasured('metric-of', { metric: metricWords(bound.metric), group: wordsOf(group) }),
    estimate,
    margin: { least: bound.atLeast ?? null, most: bound.atMost ?? null },
    scale: 'rate',
    denominators: asked.denominators.map((it) => ({ of, whose: wordsOf(group), ...it })),
    confidence: plan.confidence,
    minimum: plan.minimumSize.verdict,
    suppressBelow: plan.minimumSize.show,
  })
  return { ...judgement, threshold: index, metric: bound.metric, attribute, group }
}

export function denominatorOf(
  metric: string,
  { denominator }: Pick<Rate, 'denominator'>,
): { counted: string; count: number } {
  return { counted: countedOf(metric), count: denominator }
}
