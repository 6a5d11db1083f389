import { newcombe } from '@assay/measures'
import type { Said } from '@assay/measures/messages'
import type { LabelsByDecision } from '../count/labels-by-decision.ts'
import { say } from '../messages.ts'
import { refuse } from '../sources/problem.ts'

/** Fewer rows of a decision than this may lack their labels by chance. */
const enough = 30
/** A difference of missing labels that is smaller beyond doubt moves no rate that matters. */
const tolerated = 0.05
const confidence = 0.999

/**
 * Selective labels: where outcomes are known only after one of the decisions (a loan that was granted), rows with a label hold that decision
 * alone, and every rate of them but precision is what the missing labels made it. Refuses that, and warns where labels are merely missing
 * more often after one decision than after the other.
 */
export function mindSelectiveLabels({ favourable, unfavourable }: LabelsByDecision, label: string): Said[] {
  for (const [side, other, word] of [
    [unfavourable, favourable, 'unfavourable'],
    [favourable, unfavourable, 'favourable'],
  ] as const) {
    if (side.rows < enough || side.without < side.rows || other.without === other.rows) continue
    refuse(
      'label',
      `none of the ${side.rows} rows with the ${word} decision has a value in "${label}": what came out is known after the other decision ` +
        'alone, and no rate that compares both can be told. Measure selection without a label, or keep one decision by a filter',
    )
  }
  if (favourable.rows === 0 || unfavourable.rows === 0) return []
  const { low, high } = newcombe({
    group: { successes: unfavourable.without, trials: unfavourable.rows },
    reference: { successes: favourable.without, trials: favourable.rows },
    confidence,
  })
  if (low <= tolerated && high >= -tolerated) return []
  const { rows: selected, without: ofSelected } = favourable
  const { rows: rejected, without: ofRejected } = unfavourable
  return [say('labels-selective', { label, ofRejected, rejected, ofSelected, selected })]
}
