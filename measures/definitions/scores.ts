import type { MetricDefinition } from './definition.ts'

const onScores = 'rows with a label and a score'

function ofScores(id: string, it: Omit<MetricDefinition, 'id' | 'rule' | 'denominator'>): MetricDefinition {
  return { id, rule: 1, denominator: onScores, ...it }
}

const lower = { direction: 'lower', ideal: 0 } as const

/** How well scores rank rows, and whether they are the chances that they say they are: ŝ is a score, y its label (1 favourable). */
export const scoreDefinitions: MetricDefinition[] = [
  ofScores('auc', {
    name: 'AUC',
    aliases: ['area under the ROC curve', 'c statistic', 'concordance'],
    formula:
      'share of pairs of a favourable and an unfavourable label of which the favourable has the higher score; ties count half',
    undefinedWhen: 'all labels are alike',
    interval: "DeLong's; Hanley and McNeil's as a score interval where that has no width",
    direction: 'higher',
    ideal: 1,
    range: [0, 1],
  }),
  ofScores('brier', {
    name: 'Brier score',
    aliases: [],
    formula: 'mean of (ŝ − y)²',
    undefinedWhen: 'there are no rows',
    interval: 'none: it is shown with its split',
    range: [0, 1],
    ...lower,
  }),
  ofScores('log_loss', {
    name: 'Logarithmic loss',
    aliases: ['cross-entropy'],
    formula: 'mean of −y·ln ŝ − (1 − y)·ln(1 − ŝ), scores held 2⁻⁵² away from 0 and 1',
    undefinedWhen: 'there are no rows',
    interval: 'none',
    range: [0, null],
    ...lower,
  }),
  ofScores('ece', {
    name: 'Expected calibration error',
    aliases: [],
    formula:
      'Σ nₖ/n · |mean score − share of favourable labels| over bins; beside it what perfect calibration would show',
    undefinedWhen: 'there are no rows',
    interval: 'none: held against seeded simulation of perfect calibration',
    range: [0, 1],
    ...lower,
  }),
  ofScores('mce', {
    name: 'Largest calibration error',
    aliases: ['maximum calibration error'],
    formula: 'largest |mean score − share of favourable labels| of a bin',
    undefinedWhen: 'there are no rows',
    interval: 'none',
    range: [0, 1],
    ...lower,
  }),
  ofScores('slope', {
    name: 'Calibration slope',
    aliases: [],
    formula: 'b of logit P(y = 1) = a + b·logit ŝ: below 1 where scores are too extreme',
    undefinedWhen: 'all labels or all scores are alike, or the scores separate the labels',
    interval: "Wald's, from the observed information",
    direction: 'closer',
    ideal: 1,
    range: [null, null],
  }),
  ofScores('intercept', {
    name: 'Calibration intercept',
    aliases: [],
    formula: 'a of logit P(y = 1) = a + b·logit ŝ',
    undefinedWhen: 'all labels or all scores are alike, or the scores separate the labels',
    interval: "Wald's, from the observed information",
    direction: 'closer',
    ideal: 0,
    range: [null, null],
  }),
  ofScores('expected_observed_ratio', {
    name: 'Expected over observed',
    aliases: ['calibration in the large'],
    formula: 'sum of the scores ÷ number of favourable labels: above 1 where scores are too high',
    undefinedWhen: 'no label is favourable',
    interval: "from Wilson's interval of the share of favourable labels",
    direction: 'closer',
    ideal: 1,
    range: [0, null],
  }),
]
