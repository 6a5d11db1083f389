import { type MetricDefinition, onRows } from './definition.ts'

const unit = 'in the unit of the label'

function error(
  id: string,
  it: Omit<MetricDefinition, 'id' | 'rule' | 'denominator' | 'undefinedWhen'>,
): MetricDefinition {
  return { id, rule: 1, denominator: onRows, undefinedWhen: 'there are no rows', ...it }
}

const needsFourthPowers = 'none: it would need sums of fourth powers'

/** How far predicted numbers lie from what came out. */
export const errorDefinitions: MetricDefinition[] = [
  error('mae', {
    name: 'Mean absolute error',
    aliases: [],
    formula: `mean of |label − prediction|, ${unit}`,
    interval: "Student's t; Welch's for a difference of groups",
    direction: 'lower',
    ideal: 0,
    range: [0, null],
  }),
  error('mean_residual', {
    name: 'Mean residual',
    aliases: ['bias of a regression'],
    formula: `mean of label − prediction, ${unit}: above 0 where predictions are too low`,
    interval: "Student's t; Welch's for a difference of groups",
    direction: 'closer',
    ideal: 0,
    range: [null, null],
  }),
  error('rmse', {
    name: 'Root mean squared error',
    aliases: [],
    formula: `root of the mean of (label − prediction)², ${unit}`,
    interval: needsFourthPowers,
    direction: 'lower',
    ideal: 0,
    range: [0, null],
  }),
  {
    ...error('r2', {
      name: 'R² (explained share of the variance)',
      aliases: ['coefficient of determination'],
      formula: '1 − Σ(label − prediction)² ÷ Σ(label − mean label)²',
      interval: needsFourthPowers,
      direction: 'higher',
      ideal: 1,
      range: [null, 1],
    }),
    undefinedWhen: 'there are no rows, or all labels are equal',
  },
]
