import { answerTokens, ngramCounts, normalisedAnswer, sharedCounts } from './tokens.ts'

/** How much of one text is in the other; each is in [0, 1]. */
export type Overlap = { precision: number; recall: number; f1: number }

/** Whether an answer is one of the expected ones, but for case, punctuation, articles and blanks (Rajpurkar and others 2016). */
export function exactMatch(output: string, expected: readonly string[]): boolean {
  const answer = normalisedAnswer(output)
  return expected.some((it) => normalisedAnswer(it) === answer)
}

/**
 * Precision, recall and F1 of the words that answer and expectation share, of the best expectation (Rajpurkar and others 2016): F1 = 2PR/(P
 * + R). Two texts without words are equal; a text without words and one with some share nothing.
 */
export function tokenOverlap(output: string, expected: readonly string[]): Overlap {
  const answer = answerTokens(output)
  return best(expected.map((it) => overlapOf(answer, answerTokens(it))))
}

/** The overlap with the highest F1; 0 without any. */
export function best(overlaps: readonly Overlap[]): Overlap {
  return overlaps.reduce((most, it) => (it.f1 > most.f1 ? it : most), { precision: 0, recall: 0, f1: 0 })
}

function overlapOf(answer: string[], expected: string[]): Overlap {
  const shared = sharedCounts(ngramCounts(answer, 1), ngramCounts(expected, 1))
  return overlapFrom(shared, answer.length, expected.length)
}

/** From how many are shared, of how many on either side. */
export function overlapFrom(shared: number, outputs: number, expected: number): Overlap {
  if (outputs === 0 && expected === 0) return { precision: 1, recall: 1, f1: 1 }
  if (shared === 0) return { precision: 0, recall: 0, f1: 0 }
  return { precision: shared / outputs, recall: shared / expected, f1: (2 * shared) / (outputs + expected) }
}

export type NumericTolerance = { absolute?: number; relative?: number }

/**
 * The last number that a text names, or null: digits with an optional sign, thousands in commas, decimals after a point, an exponent. A
 * percent sign is passed over: 12 % is 12.
 */
export function lastNumber(text: string): number | null {
  const found = text
    .replaceAll('\u2212', '-')
    .match(/[-+]?(?:\d{1,3}(?:,\d{3}){1,7}(?!\d)|\d{1,25})(?:\.\d{1,25})?(?:[eE][-+]?\d{1,3})?/g)
  const value = Number(found?.at(-1)?.replaceAll(',', ''))
  return found && Number.isFinite(value) ? value : null
}

/**
 * Whether the last number of an output is the expected one within a tolerance, |x − e| ≤ max(absolute, relative·|e|). False where the output
 * names none.
 * @throws RangeError when the expectation names no number, or a tolerance is negative
 */
export function numericMatch(
  output: string,
  expected: string,
  { absolute = 0, relative = 1e-9 }: NumericTolerance = {},
): boolean {
  const wanted = lastNumber(expected)
  if (wanted === null) throw new RangeError(`the expectation "${expected.slice(0, 40)}" names no number`)
  if (!(absolute >= 0) || !(relative >= 0)) throw new RangeError('a tolerance is 0 or more')
  const value = lastNumber(output)
  return value !== null && Math.abs(value - wanted) <= Math.max(absolute, relative * Math.abs(wanted))
}
