import { say } from '../messages/catalogue.ts'
import type { Said } from '../messages/said.ts'

/**
 * What was agreed before the run: the value shall not lie below `least` nor above `most`; null leaves that side open. A value on the
 * threshold itself is inside.
 */
export type Margin = { least: number | null; most: number | null }

/** What kind of number is judged: a rate, a signed difference of rates, or a ratio of rates (judged on the logarithm's scale). */
export type Scale = 'rate' | 'difference' | 'ratio'

/** Refuses a margin that judges nothing or that nothing can meet. @throws RangeError saying what was wrong. */
export function checkMargin({ least, most }: Margin, scale: Scale): void {
  if (least === null && most === null) throw new RangeError('a margin needs least, most or both')
  for (const [name, bound] of [
    ['least', least],
    ['most', most],
  ] as const) {
    if (bound === null) continue
    if (!Number.isFinite(bound)) throw new RangeError(`${name} must be a finite number; it is ${String(bound)}`)
    if (scale === 'ratio' && bound <= 0) throw new RangeError(`${name} of a ratio must be above 0; it is ${bound}`)
  }
  if (least !== null && most !== null && least > most)
    throw new RangeError(`a margin from ${least} to ${most} is empty: least is above most`)
}

/** No further than `most` from 0, to either side: the usual margin of a difference. */
export function within(most: number): Margin {
  return { least: -most, most }
}

/** Not below `least`: a quality that must be reached. */
export function atLeast(least: number): Margin {
  return { least, most: null }
}

/** Not above `most`: an error that must not be passed. */
export function atMost(most: number): Margin {
  return { least: null, most }
}

/** The four-fifths rule of thumb as a margin of the ratio to the reference (29 CFR 1607.4 D): at least 0.8. */
export const fourFifths: Margin = { least: 0.8, most: null }

/** Four-fifths to both sides: neither group's rate is below 0.8 of the other's. */
export const fourFifthsBothWays: Margin = { least: 0.8, most: 1.25 }

/** The margin in words: "at least 0.8", "from -0.1 to 0.1". */
export function sayMargin({ least, most }: Margin): Said {
  if (least !== null && most !== null) return say('from-to', { least, most })
  return least === null ? say('at-most', { most }) : say('at-least', { least })
}
