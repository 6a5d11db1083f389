import { ngramCounts, sharedCounts } from './tokens.ts'

/** A corpus chrF in [0, 100]; null without outputs. */
export type Chrf = { value: number | null; rule: string }

/** Matches, n-grams of the output and n-grams of the expectation, for each order. */
type Statistics = { matched: number; output: number; expected: number }[]

/**
 * chrF: the F-score of character n-grams of orders 1 to 6, precision and recall averaged over the orders that both texts are long enough for
 * (effective order, as sacreBLEU does without epsilon smoothing), F = (1 + β²)PR/(β²P + R) with β = 2. Characters are code points without
 * blanks, in their own case. Of several expectations the best one of each text counts; counts are summed over texts before dividing.
 * Source: M. Popović (2015), chrF: character n-gram F-score for automatic MT evaluation.
 */
export function chrf(
  pairs: readonly { output: string; expected: readonly string[] }[],
  { beta = 2, order = 6 }: { beta?: number; order?: number } = {},
): Chrf {
  const total: Statistics = Array.from({ length: order }, () => ({ matched: 0, output: 0, expected: 0 }))
  for (const { output, expected } of pairs) {
    const grams = gramsOf(output, order)
    const candidates = expected.map((it) => statisticsOf(grams, gramsOf(it, order)))
    const [first] = candidates
    if (!first) throw new RangeError('every output needs at least one expected text')
    const kept = candidates.reduce((most, it) => (scoreOf(it, beta) > scoreOf(most, beta) ? it : most), first)
    total.forEach((sums, i) => {
      sums.matched += kept[i]?.matched ?? 0
      sums.output += kept[i]?.output ?? 0
      sums.expected += kept[i]?.expected ?? 0
    })
  }
  const value = pairs.length === 0 ? null : 100 * scoreOf(total, beta)
  return { value, rule: `chrf, character order ${order}, beta ${beta}, effective order, without blanks` }
}

type Grams = { counts: Map<string, number>; total: number }[]

function gramsOf(text: string, order: number): Grams {
  const signs = [...text.replaceAll(/\s/gu, '')]
  return Array.from({ length: order }, (_, i) => ({
    counts: ngramCounts(signs, i + 1),
    total: Math.max(0, signs.length - i),
  }))
}

function statisticsOf(output: Grams, expected: Grams): Statistics {
  return output.map(({ counts, total }, i) => ({
    matched: sharedCounts(counts, expected[i]?.counts ?? new Map()),
    output: total,
    expected: expected[i]?.total ?? 0,
  }))
}

function scoreOf(statistics: Statistics, beta: number): number {
  const used = statistics.filter((it) => it.output > 0 && it.expected > 0)
  if (used.length === 0) return 0
  const precision = used.reduce((sum, it) => sum + it.matched / it.output, 0) / used.length
  const recall = used.reduce((sum, it) => sum + it.matched / it.expected, 0) / used.length
  const weight = beta * beta
  return precision + recall === 0 ? 0 : ((1 + weight) * precision * recall) / (weight * precision + recall)
}
