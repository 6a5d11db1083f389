import { fleissKappa, krippendorffAlpha } from './agreement.ts'
import { undefinedEstimate } from '../estimate.ts'
import { agreementTable, cohenKappa } from './cohen-kappa.ts'
import type { RatingCounts } from './counts.ts'
import { estimatedQuantity, shareOf } from './quality-measures.ts'
import type { QualityMeasure } from './result.ts'

/** How far raters agree on labels: alpha of all of them, and Cohen's kappa of two, or Fleiss' of more where there are no gaps. */
export function agreementMeasures({ raters, patterns }: RatingCounts): QualityMeasure[] {
  const rated = patterns
    .map((it) => ({ ratings: it.ratings.filter((value) => value !== null), units: it.units }))
    .filter((it) => it.ratings.length >= 2)
  const alike = rated.filter((it) => new Set(it.ratings).size === 1)
  const sum = (units: { units: number }[]) => units.reduce((total, it) => total + it.units, 0)
  const share = shareOf(
    'full_agreement_share',
    { numerator: sum(alike), denominator: sum(rated) },
    'nothing was rated twice',
  )
  const alpha = estimatedQuantity('krippendorff_alpha', 'coefficient', krippendorffAlpha(patterns))
  if (raters.length > 2) {
    const complete = patterns.every((it) => !it.ratings.includes(null))
    const fleiss = complete ? fleissKappa(patterns) : undefinedEstimate('not every unit was rated by all')
    return [alpha, estimatedQuantity('fleiss_kappa', 'coefficient', fleiss), share]
  }
  if (raters.length < 2) return [alpha, share]
  const pairs = rated.map(({ ratings: [first = '', second = ''], units }) => ({ first, second, units }))
  return [alpha, estimatedQuantity('cohen_kappa', 'coefficient', cohenKappa(agreementTable(pairs).table)), share]
}
