import { say } from '../messages/catalogue.ts'
import { type Filling, phrase, type Said } from '../messages/said.ts'
import type { Asked, Judgement, ShownDenominator } from './judgement.ts'
import { sayMargin } from './margin.ts'

type Told = Asked & { confidence: number; suppressBelow: number }

/** A number as a sentence shows it: four decimals at most, never "-0". */
function shown(value: number | null): Filling {
  return value === null ? phrase('unbounded') : Number(value.toFixed(4)) + 0
}

function interval({ what, estimate: { value, low, high }, confidence, margin }: Told) {
  return {
    what,
    value: shown(value),
    low: shown(low),
    high: shown(high),
    confidence: Number((100 * confidence).toFixed(2)),
    margin: sayMargin(margin),
  }
}

/** Each denominator as it is shown, with whose it is in words. */
type Counted = ShownDenominator & { whose: Filling }

function countWords({ whose: of, counted, count }: Counted, limit: number): Said {
  return count === null
    ? say('has-fewer', { of, limit, counted: phrase(counted) })
    : say('has-count', { of, count, counted: phrase(counted) })
}

function settled(denominators: readonly Counted[]): Said {
  const sizes = denominators.flatMap(({ whose: of, counted, needed }) =>
    needed === null ? [] : [say('size-of', { needed, counted: phrase(counted), of })],
  )
  return sizes.length === 0 ? say('nothing-settles', {}) : say('would-settle', { sizes })
}

/** The reason of a verdict as one sentence; shows no value and no count that privacy keeps back. */
export function sayJudgement(asked: Told, judged: Pick<Judgement, 'because' | 'denominators'>): Said {
  const { because } = judged
  const { what } = asked
  const denominators = judged.denominators.map((it, at) => ({ ...it, whose: asked.denominators[at]?.whose ?? it.of }))
  switch (because.kind) {
    case 'inside':
      return say('inside-margin', interval(asked))
    case 'outside':
      return say(because.side === 'below' ? 'below-margin' : 'above-margin', interval(asked))
    case 'straddles':
      return say('over-edge', { ...interval(asked), settled: settled(denominators) })
    case 'on-the-threshold':
      return say('on-edge', interval(asked))
    case 'too-few': {
      const small = denominators.filter(({ count }) => count === null || count < because.minimum)
      return say('too-few', {
        what,
        small: small.map((it) => countWords(it, asked.suppressBelow)),
        minimum: because.minimum,
      })
    }
    case 'undefined':
      return say('undefined-here', { what, reason: phrase(because.reason) })
    case 'no-interval':
      return say('no-interval', { what })
    default:
      return because satisfies never
  }
}
