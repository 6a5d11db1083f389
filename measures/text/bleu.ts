import { ngramCounts, sharedCounts, tokens13a } from './tokens.ts'

/** What an n-gram order without a match counts: nothing, half as much each time (NIST), a fixed numerator, or one added to all above 1. */
export type BleuSmoothing =
  | { method: 'none' }
  | { method: 'exp' }
  | { method: 'floor'; value: number }
  | { method: 'add-k'; value: number }

export type BleuOptions = {
  smoothing?: BleuSmoothing
  /** Orders that a text is too short for do not count; for single sentences. */
  effectiveOrder?: boolean
  tokens?: (text: string) => string[]
}

/** A corpus BLEU in [0, 100] with what it is made of; null where there is no output, or none with an expectation. */
export type Bleu = {
  value: number | null
  precisions: number[]
  brevityPenalty: number
  outputLength: number
  expectedLength: number
  rule: string
}

const orders = 4

/**
 * BLEU of a corpus: the geometric mean of the clipped precisions of 1- to 4-grams, summed over all texts before dividing, times the brevity
 * penalty exp(1 − r/c). r sums, for each text, the length of the expectation nearest to its own. Scores like sacreBLEU with tokens 13a,
 * mixed case and exponential smoothing unless said; `rule` tells.
 * Source: K. Papineni and others (2002), BLEU; M. Post (2018), A Call for Clarity in Reporting BLEU Scores; smoothing: B. Chen and C. Cherry
 * (2014).
 */
export function bleu(
  pairs: readonly { output: string; expected: readonly string[] }[],
  options: BleuOptions = {},
): Bleu {
  const { smoothing = { method: 'exp' }, effectiveOrder = false, tokens = tokens13a } = options
  const matched = Array.from({ length: orders }, () => 0)
  const total = Array.from({ length: orders }, () => 0)
  let [outputLength, expectedLength] = [0, 0]
  for (const { output, expected } of pairs) {
    if (expected.length === 0) throw new RangeError('every output needs at least one expected text')
    const words = tokens(output)
    const references = expected.map(tokens)
    outputLength += words.length
    expectedLength += nearestLength(words.length, references)
    for (let order = 1; order <= orders; order++) {
      const counts = ngramCounts(words, order)
      matched[order - 1] = (matched[order - 1] ?? 0) + sharedCounts(counts, mostOf(references, order))
      total[order - 1] = (total[order - 1] ?? 0) + Math.max(0, words.length - order + 1)
    }
  }
  const brevityPenalty =
    outputLength >= expectedLength ? 1 : outputLength === 0 ? 0 : Math.exp(1 - expectedLength / outputLength)
  const { precisions, used } = precisionsOf(matched, total, smoothing, effectiveOrder)
  const value = pairs.length === 0 ? null : 100 * brevityPenalty * geometricMean(precisions.slice(0, used))
  const name = 'value' in smoothing ? `${smoothing.method}(${smoothing.value})` : smoothing.method
  const rule = `bleu, 1 to 4-grams, smoothing ${name}${effectiveOrder ? ', effective order' : ''}`
  return { value, precisions, brevityPenalty, outputLength, expectedLength, rule }
}

function nearestLength(length: number, references: readonly string[][]): number {
  return references
    .map((it) => it.length)
    .reduce((near, it) => {
      const [gap, other] = [Math.abs(near - length), Math.abs(it - length)]
      return other < gap || (other === gap && it < near) ? it : near
    })
}

/** The most often that each n-gram stands in any one expectation. */
function mostOf(references: readonly string[][], order: number): Map<string, number> {
  const most = new Map<string, number>()
  for (const reference of references) {
    for (const [gram, times] of ngramCounts(reference, order)) most.set(gram, Math.max(times, most.get(gram) ?? 0))
  }
  return most
}

function precisionsOf(
  matched: readonly number[],
  total: readonly number[],
  smoothing: BleuSmoothing,
  effectiveOrder: boolean,
): { precisions: number[]; used: number } {
  const precisions = matched.map(() => 0)
  if (matched.every((it) => it === 0)) return { precisions, used: orders }
  let [used, halving] = [orders, 1]
  for (let i = 0; i < orders; i++) {
    const added = smoothing.method === 'add-k' && i > 0 ? smoothing.value : 0
    const [hits, all] = [(matched[i] ?? 0) + added, (total[i] ?? 0) + added]
    if (all === 0) break
    if (effectiveOrder) used = i + 1
    if (hits > 0) precisions[i] = hits / all
    else if (smoothing.method === 'exp') {
      halving *= 2
      precisions[i] = 1 / (halving * all)
    } else if (smoothing.method === 'floor') precisions[i] = smoothing.value / all
  }
  return { precisions, used }
}

function geometricMean(values: readonly number[]): number {
  if (values.length === 0 || values.some((it) => it === 0)) return 0
  return Math.exp(values.reduce((sum, it) => sum + Math.log(it), 0) / values.length)
}
