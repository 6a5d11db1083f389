import { calibrationError } from '../scores/calibration-error.ts'
import { scoreBins, totalsOf } from '../scores/reliability.ts'
import { checkProbabilities, poolScores, type ScoreCount } from '../scores/score-table.ts'
import { resampler } from './resample.ts'

/** A map from score to chance: straight between its knots, level beyond them. Knots ascend in both. Plain JSON. */
export type ScoreMap = { knots: { score: number; chance: number }[] }

/** Which map is used for scores and why: the cross-validated calibration errors of leaving them and of mapping them. */
export type Recalibration = {
  method: 'as-given' | 'isotonic'
  map: ScoreMap | null
  eceAsGiven: number | null
  eceIsotonic: number | null
  folds: number
  seed: number
}

/**
 * Isotonic regression of the label on the score by pooling adjacent violators: the map with the least squared error among those that never
 * fall. Null without rows.
 *
 * @throws RangeError for malformed scores.
 * @see Ayer et al. (1955), Ann. Math. Statist. 26; Zadrozny, Elkan (2002), KDD, for calibration.
 */
export function isotonicMap(scores: readonly ScoreCount[]): ScoreMap | null {
  checkProbabilities(scores)
  const blocks: { low: number; high: number; positives: number; rows: number }[] = []
  for (const { score, positive, negative } of scores) {
    if (positive + negative === 0) continue
    let block = { low: score, high: score, positives: positive, rows: positive + negative }
    for (let last = blocks.at(-1); last !== undefined && violates(last, block); last = blocks.at(-1)) {
      blocks.pop()
      block = {
        low: last.low,
        high: block.high,
        positives: last.positives + block.positives,
        rows: last.rows + block.rows,
      }
    }
    blocks.push(block)
  }
  if (blocks.length === 0) return null
  const knots = blocks.flatMap(({ low, high, positives, rows }) => {
    const chance = positives / rows
    return low === high
      ? [{ score: low, chance }]
      : [
          { score: low, chance },
          { score: high, chance },
        ]
  })
  return { knots }
}

/** The chance that a map gives to a score; without a map the score itself. */
export function chanceOf(map: ScoreMap | null, score: number): number {
  const first = map?.knots[0]
  if (map === null || first === undefined) return score
  if (score <= first.score) return first.chance
  let [low, high] = [0, map.knots.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((map.knots[middle]?.score ?? 0) <= score) low = middle
    else high = middle
  }
  const [left, right] = [map.knots[low] ?? first, map.knots[high] ?? first]
  if (score >= right.score) return right.chance
  return left.chance + ((right.chance - left.chance) * (score - left.score)) / (right.score - left.score)
}

/**
 * Chooses between the scores as they are and their isotonic map by which has the lower calibration error (ten equal bins) on rows that
 * the map was not fitted on: the labelled reference is dealt into seeded folds. Of more than 20,000 distinct scores, neighbours are
 * joined at their mean.
 *
 * @throws RangeError for malformed scores or fewer than two folds.
 */
export function recalibration(
  reference: readonly ScoreCount[],
  { seed, folds = 5 }: { seed: number; folds?: number },
): Recalibration {
  if (!Number.isSafeInteger(folds) || folds < 2)
    throw new RangeError(`Cross-validation takes two folds or more, not ${folds}.`)
  checkProbabilities(reference)
  const labelled = joined(reference)
  const dealt = deal(labelled, folds, seed)
  const mapped = dealt.map((held, fold) => {
    const map = isotonicMap(poolScores(dealt.filter((_, other) => other !== fold).map((scores) => ({ scores }))).scores)
    // A map that never falls keeps the order, but may make scores equal: pooling joins those.
    return poolScores([{ scores: held.map((one) => ({ ...one, score: chanceOf(map, one.score) })) }])
  })
  const ece = (scores: readonly ScoreCount[]) =>
    calibrationError(scoreBins(scores, 'equal-width'), { seed, replicates: 0 })?.value ?? null
  const [eceAsGiven, eceIsotonic] = [ece(labelled), ece(poolScores(mapped).scores)]
  const better = eceAsGiven !== null && eceIsotonic !== null && eceIsotonic < eceAsGiven
  const map = better ? isotonicMap(labelled) : null
  return { method: better ? 'isotonic' : 'as-given', map, eceAsGiven, eceIsotonic, folds, seed }
}

const mostScores = 20_000

function joined(scores: readonly ScoreCount[]): readonly ScoreCount[] {
  const size = Math.ceil(scores.length / mostScores)
  if (size <= 1) return scores
  const cells: ScoreCount[] = []
  for (let from = 0; from < scores.length; from += size) {
    const chunk = scores.slice(from, from + size)
    const { rows, positives, sum } = totalsOf(chunk)
    // Kept between its own scores, whatever rounding does, so that the cells ascend.
    const score = Math.min(chunk.at(-1)?.score ?? 1, Math.max(chunk[0]?.score ?? 0, sum / rows))
    if (rows > 0) cells.push({ score, positive: positives, negative: rows - positives })
  }
  return cells
}

/** Deals rows to folds at random; rows of one score and label are alike, so that drawing counts is enough. */
function deal(scores: readonly ScoreCount[], folds: number, seed: number): ScoreCount[][] {
  const source = resampler(seed)
  const dealt: ScoreCount[][] = Array.from({ length: folds }, () => [])
  for (const { score, positive, negative } of scores) {
    const [positives, negatives] = [source.deal(positive, folds), source.deal(negative, folds)]
    for (const [fold, held] of dealt.entries()) {
      const one = { score, positive: positives[fold] ?? 0, negative: negatives[fold] ?? 0 }
      if (one.positive + one.negative > 0) held.push(one)
    }
  }
  return dealt
}

type Block = { positives: number; rows: number }

/** Compared crosswise in whole numbers, so that equal shares pool the same way everywhere. */
function violates(last: Block, next: Block): boolean {
  return last.positives * next.rows >= next.positives * last.rows
}
