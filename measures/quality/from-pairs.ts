import type { Estimate } from '../estimate.ts'
import { usualConfidence } from '../intervals/counts.ts'
import { criticalValue } from '../distributions.ts'
import { aucOf, hanleyMcNeil } from '../scores/auc.ts'
import type { ScoreCount } from '../scores/score-table.ts'
import { cramersV, cramersVUncorrected, determination, informationShare, marginOf } from './association.ts'
import type { FoldedPairs, PairCounts } from './counts.ts'
import { estimatedQuantity, quantityOf, shareOf } from './quality-measures.ts'
import type { QualityMeasure } from './result.ts'

/** How far the second column can be read off the first: for the label that is leakage, for a sensitive attribute a proxy. */
export function associationMeasures(
  check: 'single-predictor' | 'sensitive-proxy',
  counts: PairCounts,
): QualityMeasure[] {
  const without = counts.undefinedBecause ?? 'there are fewer than two different values, or no rows'
  const { rows, determined, majority } = counts.folded ?? determination(counts.pairs)
  const determines = shareOf('determined_share', { numerator: determined, denominator: rows }, counts.undefinedBecause)
  const association = quantityOf('cramers_v', 'coefficient', cramersV(counts.pairs), without)
  const others = [
    shareOf('majority_share', { numerator: majority, denominator: rows }, counts.undefinedBecause),
    quantityOf('cramers_v_uncorrected', 'coefficient', cramersVUncorrected(counts.pairs), without),
    quantityOf('information_share', 'coefficient', informationShare(counts.pairs), without),
    ...(counts.folded ? foldedSeparation(counts.folded) : separation(counts)),
  ]
  return check === 'single-predictor' ? [determines, association, ...others] : [association, determines, ...others]
}

/** How well the numbers of the first column alone tell two values of the second apart: the AUC on the side above one half. */
function separation({ columns, pairs, numeric }: PairCounts): QualityMeasure[] {
  const labels = [...marginOf(pairs, 'second').keys()]
  if (!numeric || labels.length !== 2) return []
  const scores = new Map<number, ScoreCount>()
  for (const { first, second, rows } of pairs) {
    const score = Number(first)
    if (!Number.isFinite(score)) throw new RangeError(`a numeric column ${columns[0]} holds "${first}"`)
    const entry = scores.get(score) ?? { score, positive: 0, negative: 0 }
    entry[second === labels[0] ? 'positive' : 'negative'] += rows
    scores.set(score, entry)
  }
  const area = aucOf([...scores.values()].toSorted((a, b) => a.score - b.score))
  return [estimatedQuantity('separation_auc', 'probability', aboveHalf(area))]
}

/** The same from ranks that an engine has summed, with the interval of Hanley and McNeil (1982). */
function foldedSeparation({ ranks }: FoldedPairs): QualityMeasure[] {
  if (ranks === null || ranks.positives === 0 || ranks.negatives === 0) return []
  const { positives, negatives, concordantTwice } = ranks
  const value = Number(concordantTwice) / 2 / positives / negatives
  const [low, high] = hanleyMcNeil(value, positives, negatives, criticalValue(usualConfidence))
  return [estimatedQuantity('separation_auc', 'probability', aboveHalf({ value, low, high, method: 'hanley-mcneil' }))]
}

function aboveHalf(area: Estimate): Estimate {
  const { value, low, high } = area
  if (value === null || value >= 0.5 || low === null || high === null) return area
  return { ...area, value: 1 - value, low: 1 - high, high: 1 - low }
}
