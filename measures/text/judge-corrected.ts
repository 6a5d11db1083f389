import { checkCount } from '../checked.ts'
import { type Estimate, type Rate, undefinedEstimate } from '../estimate.ts'
import { criticalValue } from '../distributions.ts'
import { rateFrom } from '../rates/rates.ts'

/**
 * What a judge said of `judged` outputs (`positive` of them positive), and how it did on outputs whose truth is known: of `trulyPositive` it
 * called `truePositives` positive, of `trulyNegative` it called `trueNegatives` negative.
 */
export type JudgedCounts = {
  positive: number
  judged: number
  truePositives: number
  trulyPositive: number
  trueNegatives: number
  trulyNegative: number
}

/** A share with the errors of the judge taken out; the share as judged stands beside it. */
export type CorrectedPrevalence = Estimate & { asJudged: Rate; sensitivity: Rate; specificity: Rate }

/**
 * The true share of positive outputs behind an imperfect judge, (p + Sp − 1)/(Se + Sp − 1), cut to [0, 1] (Rogan and Gladen 1978). Its
 * interval holds the errors of all three samples, that of the calibration too: Lang and Reiczigel (2014, Preventive Veterinary Medicine
 * 113, 13–22), with z² judged outputs and one row to each side of the calibration samples added.
 *
 * Undefined without judged outputs, without a calibration sample of either kind, or where the judge is no better than chance (Se + Sp ≤
 * 1): nothing can be learned from it then. It holds only if the judge errs on these outputs as it did on the calibration sample.
 *
 * @throws RangeError for counts that are none or exceed their whole
 */
export function judgeCorrected(counts: JudgedCounts, confidence = 0.95): CorrectedPrevalence {
  check(counts)
  const { positive, judged, truePositives, trulyPositive, trueNegatives, trulyNegative } = counts
  const asJudged = rateFrom(
    { numerator: positive, denominator: judged, without: 'no output was judged' },
    { confidence },
  )
  const without = 'the calibration sample has no such output'
  const sensitivity = rateFrom({ numerator: truePositives, denominator: trulyPositive, without }, { confidence })
  const specificity = rateFrom({ numerator: trueNegatives, denominator: trulyNegative, without }, { confidence })
  const shown = { asJudged, sensitivity, specificity }
  const [p, se, sp] = [asJudged.value, sensitivity.value, specificity.value]
  if (p === null) return { ...undefinedEstimate('no output was judged'), ...shown }
  if (se === null || sp === null)
    return { ...undefinedEstimate('the calibration sample needs outputs of both kinds'), ...shown }
  if (se + sp <= 1)
    return { ...undefinedEstimate('on the calibration sample the judge is no better than chance'), ...shown }
  const value = cut((p + sp - 1) / (se + sp - 1))
  return { value, ...intervalOf(counts, confidence), ...shown }
}

function intervalOf(counts: JudgedCounts, confidence: number): Pick<Estimate, 'low' | 'high' | 'method' | 'reason'> {
  const z = criticalValue(confidence)
  const n = counts.judged + z * z
  const p = (counts.positive + (z * z) / 2) / n
  const [nSe, nSp] = [counts.trulyPositive + 2, counts.trulyNegative + 2]
  const [se, sp] = [(counts.truePositives + 1) / nSe, (counts.trueNegatives + 1) / nSp]
  const youden = se + sp - 1
  if (youden <= 0)
    return { low: null, high: null, method: null, reason: 'the calibration sample is too small for an interval' }
  const prevalence = cut((p + sp - 1) / youden)
  const [ofSe, ofSp] = [(se * (1 - se)) / nSe, (sp * (1 - sp)) / nSp]
  const shift = 2 * z * z * (prevalence * ofSe - (1 - prevalence) * ofSp)
  const variance = (p * (1 - p)) / n + prevalence ** 2 * ofSe + (1 - prevalence) ** 2 * ofSp
  const half = (z * Math.sqrt(variance)) / youden
  return { low: cut(prevalence + shift - half), high: cut(prevalence + shift + half), method: 'lang-reiczigel' }
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function check(counts: JudgedCounts): void {
  for (const [name, count] of Object.entries(counts)) checkCount(name, count)
  const { positive, judged, truePositives, trulyPositive, trueNegatives, trulyNegative } = counts
  if (positive > judged) throw new RangeError(`${positive} positive of ${judged} judged outputs`)
  if (truePositives > trulyPositive || trueNegatives > trulyNegative)
    throw new RangeError('the judge cannot be right about more calibration outputs than there are')
}
