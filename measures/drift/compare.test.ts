import { describe, expect, it } from 'vitest'
import { datasetRows, datasetsPresent, referenceValues } from '../../test/datasets.ts'
import { compareDrift } from './compare.ts'
import type { CategoryColumn, DriftColumn, NumberColumn } from './column.ts'
import { freezeReference, gridOf } from './reference.ts'
import { onGrid } from './grid.ts'
import type { CategoryDrift, ColumnDrift, NumberDrift } from './result.ts'

type Deciles = {
  inner_edges: number[]
  reference_counts: number[]
  current_counts: number[]
  psi_eps_1e_4_for_empty: number
  jensen_shannon_distance_base2: number
  jensen_shannon_distance_nat: number
  hellinger: number
  total_variation: number
  chi2: number
}
type Wanted = {
  kind: 'num' | 'cat'
  null_reference: number
  null_current: number
  scipy: {
    ks_statistic: number
    ks_p_asymp: number
    wasserstein: number
    wasserstein_normed_ref_std_ddof0: number
    decile_bins_of_reference?: Deciles
    chi2: number
    chi2_p: number
    chi2_df: number
    psi_eps_1e_4_for_empty: number
    jensen_shannon_distance_base2: number
    jensen_shannon_distance_nat: number
    hellinger: number
    total_variation: number
  }
}

describe.skipIf(!datasetsPresent)('drift of the pair that was made for it', () => {
  const pair = datasetsPresent
    ? (referenceValues('drift_pair.json') as { columns: Record<string, Wanted> }).columns
    : {}
  const reference = datasetsPresent ? columnsOf(datasetRows('drift_reference.csv'), pair) : []
  const current = datasetsPresent ? columnsOf(datasetRows('drift_current.csv'), pair) : []
  const result = compareDrift(freezeReference(reference), current, { seed: 42 })
  const found = new Map(result.columns.map((column) => [column.column, column]))

  it.each(Object.keys(pair))('agrees with scipy on %s', (name) => agree(found.get(name), pair[name]))

  it.each([
    ['num_same', 'pass'],
    ['num_shift', 'fail'],
    ['num_heavy', 'fail'],
    ['num_skew', 'fail'],
    ['int_few', 'fail'],
    ['num_const', 'pass'],
    ['cat_same', 'pass'],
    ['cat_shift', 'fail'],
    ['cat_new', 'fail'],
    ['flag', 'not-enough-data'],
    ['with_null', 'fail'],
  ])('judges %s: %s', (name, verdict) => {
    expect([name, found.get(name)?.verdict, found.get(name)?.checks.map((one) => one.verdict)]).toEqual([
      name,
      verdict,
      expect.anything(),
    ])
  })

  it('finds the missingness that tests of the values do not see', () => {
    const checks = found.get('with_null')?.checks.map(({ aspect, verdict }) => [aspect, verdict])
    expect(checks).toContainEqual(['nulls', 'fail'])
    expect(checks).toContainEqual(['distribution', 'pass'])
  })

  it('tells new categories apart from what their fill adds to the stability index', () => {
    const column = found.get('cat_new')
    if (column === undefined || !('unseen' in column)) throw new Error('cat_new is a column of categories')
    expect(column.unseen).toEqual({ share: 405 / 4000, categories: ['r'], counts: [{ value: 'r', count: 405 }] })
    expect(column.psi_of_filled).toBeGreaterThan(0.9 * (column.psi ?? 0))
  })

  it('binned, holds the exact distances within the error that it states', () => {
    const frozen = freezeReference(reference, { mode: 'binned' })
    const binned = compareDrift(frozen, current, { seed: 42 })
    for (const column of binned.columns) {
      const exact = found.get(column.column)
      if (!isNumbers(column) || exact === undefined || !isNumbers(exact)) continue
      expect([column.column, column.mode]).toEqual([
        column.column,
        /int|const/.test(column.column) ? 'exact' : 'binned',
      ])
      if (column.mode === 'exact') expect(column.wasserstein).toBeCloseTo(exact.wasserstein ?? Number.NaN, 12)
      if (column.mode === 'exact')
        expect(column.psi_reference_deciles).toBeCloseTo(exact.psi_reference_deciles ?? 0, 12)
      expect(Math.abs((column.ks ?? 0) - (exact.ks ?? 0))).toBeLessThanOrEqual((column.binnedError?.ks ?? 0) + 1e-12)
      expect(Math.abs((column.wasserstein ?? 0) - (exact.wasserstein ?? 0))).toBeLessThanOrEqual(
        (column.binnedError?.wasserstein ?? 0) + 1e-12,
      )
    }
  })

  it('gives the same bytes again, also from a reference that went through JSON and a window counted on its grid', () => {
    const frozen = freezeReference(reference, { mode: 'binned' })
    const onIts = current.map((column): DriftColumn => {
      const grid = gridOf(frozen.columns.find((one) => one.column === column.column) ?? wrong())
      if (grid === null || column.kind !== 'number' || column.values.mode !== 'exact') return column
      return { ...column, values: onGrid(column.values, grid) }
    })
    const again = compareDrift(JSON.parse(JSON.stringify(frozen)), onIts, { seed: 42 })
    expect(JSON.stringify(again)).toBe(JSON.stringify(compareDrift(frozen, current, { seed: 42 })))
  })
})

describe.skipIf(!datasetsPresent)('drift of the electricity market', () => {
  const elec = datasetsPresent
    ? (referenceValues('elec_drift.json') as { windows: Record<string, Record<string, Wanted>> }).windows
    : {}

  it.each(Object.keys(elec))('agrees with scipy on %s', (name) => {
    const wanted = elec[name] ?? {}
    const [from, to] = name.split('_').slice(1).map(Number)
    const rows = datasetRows('elec.csv.gz')
    const frozen = freezeReference(columnsOf(rows.slice(0, 9062), wanted))
    const result = compareDrift(frozen, columnsOf(rows.slice(from, to), wanted), { seed: 1, replicates: 20 })
    for (const column of result.columns) agree(column, wanted[column.column])
    expect(result.columns.length).toBeGreaterThan(2)
  })
})

function agree(found: ColumnDrift | undefined, wanted: Wanted | undefined): void {
  if (found === undefined || wanted === undefined) throw new Error('A column is missing.')
  const { scipy } = wanted
  if (isNumbers(found)) {
    near(found.ks, scipy.ks_statistic)
    expect(Math.abs((found.ks_p ?? 9) - scipy.ks_p_asymp)).toBeLessThan(1e-6)
    near(found.wasserstein, scipy.wasserstein)
    near(found.wasserstein_normalised_at_least_0_001, scipy.wasserstein_normed_ref_std_ddof0)
    if (scipy.decile_bins_of_reference !== undefined)
      near(found.wasserstein_normalised, scipy.wasserstein_normed_ref_std_ddof0)
    const deciles = scipy.decile_bins_of_reference
    if (deciles === undefined) return
    found.bins.edges.forEach((edge, index) => near(edge, deciles.inner_edges[index] ?? Number.NaN))
    expect(found.bins.reference).toEqual(deciles.reference_counts)
    expect(found.bins.current).toEqual(deciles.current_counts)
    near(found.psi_reference_deciles, deciles.psi_eps_1e_4_for_empty)
    shared(found, deciles)
    near(found.chi_square?.statistic, deciles.chi2)
  } else if (isCategories(found)) {
    near(found.psi, scipy.psi_eps_1e_4_for_empty)
    shared(found, scipy)
    near(found.chi_square?.statistic, scipy.chi2)
    near(found.chi_square?.p, scipy.chi2_p)
    expect(found.chi_square?.df).toBe(scipy.chi2_df)
  }
}

type Shared = Pick<
  Deciles,
  'jensen_shannon_distance_base2' | 'jensen_shannon_distance_nat' | 'hellinger' | 'total_variation'
>

function shared(found: NumberDrift | CategoryDrift, wanted: Shared): void {
  near(found.js_distance_2, wanted.jensen_shannon_distance_base2)
  near(found.js_distance_ln, wanted.jensen_shannon_distance_nat)
  near(found.js_divergence_ln, wanted.jensen_shannon_distance_nat ** 2)
  near(found.hellinger, wanted.hellinger)
  near(found.total_variation, wanted.total_variation)
}

function near(found: number | undefined, wanted: number): void {
  expect(Math.abs((found ?? Number.NaN) - wanted), `${found} is not ${wanted}`).toBeLessThanOrEqual(
    1e-9 * Math.max(Math.abs(wanted), 1e-3),
  )
}

function isNumbers(column: ColumnDrift): column is NumberDrift & ColumnDrift {
  return 'ks' in column
}

function isCategories(column: ColumnDrift): column is CategoryDrift & ColumnDrift {
  return 'unseen' in column
}

function columnsOf(rows: Record<string, string>[], wanted: Record<string, Wanted>): DriftColumn[] {
  return Object.entries(wanted).map(([column, { kind }]) => {
    const values = rows.map((row) => row[column] ?? '')
    return kind === 'num' ? numbers(column, values) : categories(column, values)
  })
}

function numbers(column: string, texts: readonly string[]): NumberColumn {
  const counted = counts(texts.filter((text) => text !== '').map(Number))
  const values = [...counted.keys()].toSorted((a, b) => a - b)
  const nulls = texts.filter((text) => text === '').length
  return {
    column,
    kind: 'number',
    rows: texts.length,
    nulls,
    values: { mode: 'exact', values, counts: values.map((value) => counted.get(value) ?? 0) },
  }
}

function categories(column: string, texts: readonly string[]): CategoryColumn {
  const filled = texts.filter((text) => text !== '')
  return {
    column,
    kind: 'category',
    rows: texts.length,
    nulls: texts.length - filled.length,
    counts: [...counts(filled)].map(([value, count]) => ({ value, count })),
  }
}

function counts<Value>(values: readonly Value[]): Map<Value, number> {
  const counted = new Map<Value, number>()
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
  return counted
}

function wrong(): never {
  throw new Error('The reference lacks a column.')
}
