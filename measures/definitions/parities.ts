import type { FairnessSummary } from '../comparisons/summary.ts'
import { type MetricDefinition, onNegatives, onPositives, onRejected, onRows, onSelected } from './definition.ts'

type Parity = Pick<MetricDefinition, 'name' | 'aliases' | 'formula' | 'denominator'> &
  Partial<Pick<MetricDefinition, 'interval' | 'range' | 'undefinedWhen'>>

const noInterval = 'none: a description, since the largest gap of several groups is above 0 by chance alone'
const newcombe = 'Newcombe on each signed pair; Miettinen–Nurminen on request'
const ratioInterval = 'Katz log on each signed pair, score interval where a rate is 0 or 1'
const oddsBases = `${onPositives}, and ${onNegatives}`

/** A gap: 0 is parity. */
function gap(id: keyof FairnessSummary, it: Parity): MetricDefinition {
  return withDefaults(id, it, 0, [-1, 1])
}

/** A ratio: 1 is parity. */
function ratio(id: keyof FairnessSummary, it: Parity): MetricDefinition {
  return withDefaults(id, it, 1, [0, null])
}

function withDefaults(id: string, it: Parity, ideal: number, range: [number, number | null]): MetricDefinition {
  return {
    id,
    rule: 1,
    interval: noInterval,
    direction: 'closer',
    ideal,
    range,
    undefinedWhen: 'a rate that it needs is undefined in a group it needs',
    ...it,
  }
}

/** Over all groups at once: never negative. */
const spreads: MetricDefinition[] = [
  gap('demographic_parity_difference', {
    name: 'Demographic parity difference',
    aliases: ['selection rate gap'],
    formula: 'largest − smallest selection rate of all groups',
    denominator: onRows,
    range: [0, 1],
  }),
  ratio('demographic_parity_ratio', {
    name: 'Demographic parity ratio',
    aliases: ['selection rate ratio'],
    formula: 'smallest ÷ largest selection rate of all groups',
    denominator: onRows,
    undefinedWhen: 'there are fewer than two groups, or nobody was selected',
    range: [0, 1],
  }),
  gap('equalized_odds_difference', {
    name: 'Equalized odds difference over all groups',
    aliases: ['equalized odds difference (worst case)'],
    formula: 'the larger of (largest − smallest tpr) and (largest − smallest fpr) of all groups',
    denominator: oddsBases,
    range: [0, 1],
  }),
  gap('equalized_odds_difference_mean', {
    name: 'Equalized odds difference over all groups, mean',
    aliases: [],
    formula: 'mean of (largest − smallest tpr) and (largest − smallest fpr) of all groups',
    denominator: oddsBases,
    range: [0, 1],
  }),
  ratio('equalized_odds_ratio', {
    name: 'Equalized odds ratio over all groups',
    aliases: [],
    formula: 'the smaller of (smallest ÷ largest tpr) and (smallest ÷ largest fpr) of all groups',
    denominator: oddsBases,
    range: [0, 1],
  }),
  gap('equal_opportunity_difference_between_groups', {
    name: 'Equal opportunity difference over all groups',
    aliases: [],
    formula: 'largest − smallest tpr of all groups',
    denominator: onPositives,
    range: [0, 1],
  }),
  ratio('equal_opportunity_ratio', {
    name: 'Equal opportunity ratio over all groups',
    aliases: [],
    formula: 'smallest ÷ largest tpr of all groups',
    denominator: onPositives,
    range: [0, 1],
  }),
]

/** Of one pair, signed: everybody else (in a comparison: the group) minus, or over, the reference. */
const pairs: MetricDefinition[] = [
  gap('statistical_parity_difference', {
    name: 'Statistical parity difference',
    aliases: ['mean difference', 'risk difference'],
    formula: 'selection rate of the others − selection rate of the reference',
    denominator: onRows,
    interval: newcombe,
  }),
  ratio('disparate_impact', {
    name: 'Disparate impact',
    aliases: ['impact ratio', 'adverse impact ratio', 'four-fifths ratio'],
    formula: 'selection rate of the others ÷ selection rate of the reference',
    denominator: onRows,
    interval: ratioInterval,
    undefinedWhen: 'nobody of the reference was selected',
  }),
  gap('equal_opportunity_difference', {
    name: 'Equal opportunity difference',
    aliases: ['true positive rate difference'],
    formula: 'tpr of the others − tpr of the reference',
    denominator: onPositives,
    interval: newcombe,
  }),
  gap('equalized_odds_difference_pairwise', {
    name: 'Equalized odds difference of a pair',
    aliases: ['equalized odds gap'],
    formula: 'the larger of |Δtpr| and |Δfpr| between the others and the reference',
    denominator: oddsBases,
    range: [0, 1],
  }),
  gap('average_odds_difference', {
    name: 'Average odds difference',
    aliases: [],
    formula: '(Δfpr + Δtpr) ÷ 2, others − reference',
    denominator: oddsBases,
    interval: 'percentile bootstrap over cells, for each signed pair',
  }),
  gap('average_absolute_odds_difference', {
    name: 'Average absolute odds difference',
    aliases: ['average abs odds difference'],
    formula: '(|Δfpr| + |Δtpr|) ÷ 2 between the others and the reference',
    denominator: oddsBases,
    range: [0, 1],
  }),
  gap('predictive_parity_difference', {
    name: 'Predictive parity difference',
    aliases: ['precision difference'],
    formula: 'ppv of the others − ppv of the reference',
    denominator: onSelected,
    interval: newcombe,
  }),
  gap('average_predictive_value_difference', {
    name: 'Average predictive value difference',
    aliases: [],
    formula: '(Δppv + Δfor) ÷ 2, others − reference',
    denominator: `${onSelected}, and ${onRejected}`,
  }),
  gap('error_rate_difference', {
    name: 'Error rate difference',
    aliases: [],
    formula: 'accuracy of the reference − accuracy of the others',
    denominator: onRows,
    interval: newcombe,
  }),
]

/** Within strata of a factor that may legitimately matter. */
const stratified: MetricDefinition = {
  ...withDefaults(
    'conditional_statistical_parity',
    {
      name: 'Conditional statistical parity',
      aliases: ['Mantel–Haenszel odds ratio'],
      formula: 'Σ ad/n ÷ Σ bc/n over the strata: odds of selection of the group ÷ odds of the reference',
      denominator: 'rows of the group and of the reference within each stratum',
      interval: 'Robins–Breslow–Greenland',
      undefinedWhen:
        'no stratum has rows of both, or none has a rejected row of the group beside a selected one of the reference',
    },
    1,
    [0, null],
  ),
}

/** What is said of several groups together. */
export const parityDefinitions: MetricDefinition[] = [...spreads, ...pairs, stratified]
