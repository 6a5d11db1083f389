import { type MetricDefinition, onRows } from './definition.ts'

const benefit =
  'b = decision − label + 1, so 0 for a wrongly rejected row, 2 for a wrongly selected one, else 1; µ their mean'

function inequality(id: string, it: Pick<MetricDefinition, 'name' | 'aliases' | 'formula'>): MetricDefinition {
  return {
    id,
    rule: 1,
    denominator: onRows,
    undefinedWhen: 'there are no rows, or every row is wrongly rejected',
    interval: 'percentile bootstrap over cells',
    direction: 'lower',
    ideal: 0,
    range: [0, null],
    ...it,
  }
}

/** How unevenly right and wrong decisions fall on individuals. */
export const inequalityDefinitions: MetricDefinition[] = [
  inequality('theil_index', {
    name: 'Theil index of benefits',
    aliases: ['theil'],
    formula: `mean of (b/µ)·ln(b/µ), with 0·ln 0 = 0; ${benefit}`,
  }),
  inequality('generalised_entropy_index', {
    name: 'Generalised entropy index of benefits',
    aliases: ['generalized entropy index'],
    formula: `mean of ((b/µ)^α − 1) ÷ (α(α − 1)); ${benefit}`,
  }),
  inequality('coefficient_of_variation', {
    name: 'Coefficient of variation of benefits',
    aliases: [],
    formula: `√(2 · generalised entropy index with α = 2); ${benefit}`,
  }),
]
