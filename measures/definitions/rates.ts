import type { CompositeId } from '../rates/composites.ts'
import type { RateId } from '../rates/counted.ts'
import {
  type Direction,
  type MetricDefinition,
  onNegatives,
  onPositives,
  onRejected,
  onRows,
  onSelected,
} from './definition.ts'

/** A rate: its name, what it is also called, what is counted among whom, and its direction. */
function rate(
  id: RateId,
  name: string,
  aliases: string[],
  [counted, denominator]: [string, string],
  direction: Direction,
): MetricDefinition {
  return {
    id,
    name,
    aliases,
    formula: `${counted} ÷ ${denominator}`,
    rule: 1,
    denominator,
    undefinedWhen: `there are no ${denominator}`,
    interval: 'Wilson score; Clopper–Pearson, Jeffreys or Agresti–Coull on request',
    direction,
    ideal: direction === 'none' ? null : Number(direction === 'higher'),
    range: [0, 1],
  }
}

/** The rates of one group. */
export const rateDefinitions: MetricDefinition[] = [
  rate('selection_rate', 'Selection rate', ['acceptance rate', 'positive rate'], ['tp + fp', onRows], 'none'),
  rate('base_rate', 'Base rate', ['prevalence'], ['tp + fn', onRows], 'none'),
  rate('tpr', 'True positive rate', ['recall', 'sensitivity', 'hit rate'], ['tp', onPositives], 'higher'),
  rate('fpr', 'False positive rate', ['fall-out', 'false alarm rate'], ['fp', onNegatives], 'lower'),
  rate('fnr', 'False negative rate', ['miss rate'], ['fn', onPositives], 'lower'),
  rate('tnr', 'True negative rate', ['specificity', 'selectivity'], ['tn', onNegatives], 'higher'),
  rate('ppv', 'Positive predictive value', ['precision'], ['tp', onSelected], 'higher'),
  rate('npv', 'Negative predictive value', [], ['tn', onRejected], 'higher'),
  rate('fdr', 'False discovery rate', [], ['fp', onSelected], 'lower'),
  rate('for', 'False omission rate', [], ['fn', onRejected], 'lower'),
  rate('accuracy', 'Accuracy', ['share of right decisions'], ['tp + tn', onRows], 'higher'),
]

function composite(
  id: CompositeId,
  definition: Pick<MetricDefinition, 'name' | 'aliases' | 'formula' | 'denominator' | 'undefinedWhen' | 'range'>,
): MetricDefinition {
  const direction = id === 'treatment_equality' ? 'none' : 'higher'
  const interval = 'percentile bootstrap over cells'
  return { id, rule: 1, interval, direction, ideal: direction === 'none' ? null : 1, ...definition }
}

/** Measures of one group that are no rates. */
export const compositeDefinitions: MetricDefinition[] = [
  composite('balanced_accuracy', {
    name: 'Balanced accuracy',
    aliases: ['mean recall of both classes'],
    formula: '(tpr + tnr) ÷ 2',
    denominator: `${onPositives}, and ${onNegatives}`,
    undefinedWhen: 'either label is missing',
    range: [0, 1],
  }),
  composite('f1', {
    name: 'F1 score',
    aliases: ['F-measure', 'Dice coefficient'],
    formula: '2·tp ÷ (2·tp + fp + fn)',
    denominator: 'rows with the favourable label or decision, those with both counted twice',
    undefinedWhen: 'no row has the favourable label or decision',
    range: [0, 1],
  }),
  composite('mcc', {
    name: 'Matthews correlation coefficient',
    aliases: ['phi coefficient'],
    formula: '(tp·tn − fp·fn) ÷ √((tp + fp)(tp + fn)(tn + fp)(tn + fn))',
    denominator: 'geometric mean of the four margins, squared',
    undefinedWhen: 'there is only one label or only one decision',
    range: [-1, 1],
  }),
  composite('treatment_equality', {
    name: 'Treatment ratio',
    aliases: ['ratio of false negatives to false positives'],
    formula: 'fn ÷ fp, to be compared between groups',
    denominator: 'false positives of the group',
    undefinedWhen: 'there is no false positive',
    range: [0, null],
  }),
]
