import type { Confusion } from '../cells.ts'
import { rateValue } from './counted.ts'

/** Measures of one group that are no proportion of counts; their intervals come from the bootstrap over cells. */
export const compositeIds = ['balanced_accuracy', 'f1', 'mcc', 'treatment_equality'] as const

export type CompositeId = (typeof compositeIds)[number]

type Composite = { value: (it: Confusion) => number | null; without: string }

const composites: Record<CompositeId, Composite> = {
  balanced_accuracy: {
    value: (it) => {
      const [tpr, tnr] = [rateValue('tpr', it), rateValue('tnr', it)]
      return tpr === null || tnr === null ? null : (tpr + tnr) / 2
    },
    without: 'the group lacks rows with the favourable label or with the unfavourable one',
  },
  f1: {
    value: ({ tp, fp, fn }) => (2 * tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn)),
    without: 'no row of the group has the favourable label or got the favourable decision',
  },
  mcc: {
    value: ({ tp, fp, fn, tn }) => {
      const margins = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn)
      return margins === 0 ? null : (tp * tn - fp * fn) / margins
    },
    without: 'the group has only one label or got only one decision',
  },
  treatment_equality: {
    value: ({ fp, fn }) => (fp === 0 ? null : fn / fp),
    without: 'the group has no false positive to set its false negatives against',
  },
}

/** A composite measure of a confusion table, or null where it is undefined: never 0 by convention. */
export function compositeValue(id: CompositeId, confusion: Confusion): number | null {
  return composites[id].value(confusion)
}

/** Why a composite measure is undefined, in words. */
export function whyCompositeUndefined(id: CompositeId): string {
  return composites[id].without
}
