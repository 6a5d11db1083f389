import { type MetricDefinition, onRows } from './definition.ts'

/** Gaps between groups among rows that are alike in a factor that may legitimately matter; its odds ratio stands with the parities. */
export const conditionalDefinitions: MetricDefinition[] = [
  {
    id: 'conditional_parity_difference',
    name: 'Conditional statistical parity difference',
    aliases: ['adjusted rate difference'],
    formula: 'Σ w·(rate of the group − rate of the reference) ÷ Σ w over strata, with w = n₁·n₀ ÷ (n₁ + n₀)',
    rule: 1,
    denominator: `${onRows}, in strata that hold rows of both`,
    undefinedWhen: 'no stratum holds rows of both groups',
    interval: 'normal, with the variance of Greenland and Robins',
    direction: 'closer',
    ideal: 0,
    range: [-1, 1],
  },
]
