import type { MetricDefinition } from './definition.ts'

const bothSamples = 'rows of the reference and of the window that have a value'
const floor = 'none: held against what chance shows at these sizes'

function distance(
  id: string,
  name: string,
  formula: string,
  it: Partial<Pick<MetricDefinition, 'aliases' | 'range' | 'interval'>> = {},
): MetricDefinition {
  return {
    id,
    name,
    formula,
    aliases: [],
    rule: 1,
    denominator: bothSamples,
    undefinedWhen: 'the reference or the window has no values',
    interval: floor,
    direction: 'lower',
    ideal: 0,
    range: [0, 1],
    ...it,
  }
}

/** How far a column of a window lies from its reference; p and q are shares of the reference and of the window, F and G their steps. */
export const driftDefinitions: MetricDefinition[] = [
  distance('ks', 'Kolmogorov–Smirnov distance', 'largest |F − G|'),
  distance('wasserstein', 'Wasserstein distance', '∫|F − G|dx, in the unit of the column', {
    aliases: ['earth mover’s distance'],
    range: [0, null],
  }),
  distance(
    'wasserstein_normalised',
    'Wasserstein distance in deviations',
    'Wasserstein distance ÷ standard deviation of the reference',
    { range: [0, null], interval: 'the distance ± a margin from seeded resampling' },
  ),
  distance(
    'wasserstein_normalised_at_least_0_001',
    'Wasserstein distance in deviations of 0.001 or more',
    'Wasserstein distance ÷ the larger of the reference’s standard deviation and 0.001',
    { range: [0, null] },
  ),
  distance(
    'psi_reference_deciles',
    'Population stability index over deciles',
    'Σ(q − p)·ln(q/p) over bins between the reference’s deciles, empty shares read as 0.0001',
    { range: [0, null] },
  ),
  distance('psi', 'Population stability index', 'Σ(q − p)·ln(q/p) over categories, empty shares read as 0.0001', {
    range: [0, null],
  }),
  distance(
    'psi_of_filled',
    'Part of the index from empty shares',
    'the terms of the index with p or q read as 0.0001',
    {
      range: [0, null],
    },
  ),
  distance('js_divergence_ln', 'Jensen–Shannon divergence in nats', '½Σp·ln(p/µ) + ½Σq·ln(q/µ), µ = (p + q)/2', {
    range: [0, Math.LN2],
  }),
  distance('js_distance_ln', 'Jensen–Shannon distance in nats', '√ of the divergence in nats', {
    range: [0, Math.sqrt(Math.LN2)],
  }),
  distance('js_distance_2', 'Jensen–Shannon distance in bits', '√ of the divergence in bits'),
  distance('hellinger', 'Hellinger distance', '√(1 − Σ√(p·q))'),
  distance('total_variation', 'Total variation', '½Σ|p − q|', {
    interval: 'of a category: the distance ± a margin from seeded resampling',
  }),
]
