import type { Verdict } from '../estimate.ts'
import type { CategoryCount } from './column.ts'
import type { DriftCheck } from './judge.ts'
import type { TwoSampleChiSquare } from './share-distances.ts'

/** What a column is to the system: drift of a covariate is P(X), of a prediction P(ŷ), of a label P(Y), of a group who the people are. */
export type ColumnRole = 'covariate' | 'prediction' | 'label' | 'group'

/** Distances of shares; of numbers over the reference's deciles. Absent where a sample has no values. */
type SharedDistances = {
  js_divergence_ln?: number
  js_distance_ln?: number
  js_distance_2?: number
  hellinger?: number
  total_variation?: number
  chi_square?: TwoSampleChiSquare
}

/** What each distance shows by chance at these sizes: the `level` quantile over seeded samples from the pooled data. */
type FloorBase = { level: number; replicates: number; seed: number; expected_psi?: number }

export type NumberFloor = FloorBase &
  Omit<SharedDistances, 'chi_square'> & {
    ks?: number
    wasserstein?: number
    wasserstein_normalised?: number
    psi_reference_deciles?: number
  }

export type CategoryFloor = FloorBase & Omit<SharedDistances, 'chi_square'> & { psi?: number }

type BothSamples = { reference: number; current: number }
type BothShares = { reference: number | null; current: number | null }

export type NumberDrift = SharedDistances & {
  column: string
  kind: 'number'
  role: ColumnRole
  mode: 'exact' | 'binned'
  rows: BothSamples
  nulls: BothShares
  notFinite: BothSamples
  outOfRange: { share: number | null; below: number; above: number; low: number | null; high: number | null }
  ks?: number
  ks_p?: number
  wasserstein?: number
  wasserstein_normalised?: number
  wasserstein_normalised_at_least_0_001?: number
  psi_reference_deciles?: number
  bins: { edges: number[]; reference: number[]; current: number[] }
  /** How far the exact distances may lie from those shown, whatever the rows within the bins; null in the exact mode. */
  binnedError: { ks: number; wasserstein: number } | null
  floor: NumberFloor
  checks: DriftCheck[]
}

export type CategoryDrift = SharedDistances & {
  column: string
  kind: 'category'
  role: ColumnRole
  rows: BothSamples
  nulls: BothShares
  unseen: { share: number | null; categories: string[]; counts: CategoryCount[] }
  categories: { value: string; reference: number; current: number }[]
  psi?: number
  psi_of_filled?: number
  floor: CategoryFloor
  checks: DriftCheck[]
}

/** A column that only one side has, or that changed its kind: there is nothing to compare, and that is said. */
export type LostColumn = {
  column: string
  kind: 'number' | 'category'
  role: ColumnRole
  nulls: BothShares
  floor: null
  checks: DriftCheck[]
}

export type ColumnDrift = (NumberDrift | CategoryDrift | LostColumn) & { verdict: Verdict }

/** A record without its entries that are null or undefined: an undefined distance is absent, never 0. */
export function notNull<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return fromEntries(kept)
}

/** The library types lose the names; they are those that came in. */
function fromEntries<Result>(entries: [string, unknown][]): Result {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Result
}
