import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import type { QualityCheck, QualityCounts, ShareCounts } from '@assay/measures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countsOf } from './count-check.ts'
import { numbered } from './expressions.ts'

const folder = new URL('../../../shared/datasets/', import.meta.url)
const present = existsSync(folder)
if (!present) process.stderr.write('Skipped: the shared datasets are not beside the repository.\n')

type Truth = {
  missing_age_nan: number
  sex_variant_token: { token: string; rows: number }
  leakage_column: { column: string; rows_not_determining: number }
  constant_column: string
  measured: {
    rows: number
    null_age: number
    age_negative: number
    sex_counts: Record<string, number>
    exact_duplicate_rows_excess: number
    duplicate_row_id_excess: number
    future_dates_after_2026: number
    nonconforming_dates: number
    distinct_constant: number
    null_by_column: Record<string, number>
    y_true_counts: Record<string, number>
    feature_vectors_with_conflicting_labels_excl_id_date_leak: number
  }
}

describe.skipIf(!present)('on the training set with planted defects', () => {
  let instance: DuckDBInstance
  let columns: string[] = []
  let truth: Truth
  let count: (check: QualityCheck) => Promise<QualityCounts>

  beforeAll(async () => {
    truth = JSON.parse(readFileSync(new URL('reference/training_defects_truth.json', folder), 'utf8')) as Truth
    instance = await DuckDBInstance.create(':memory:', { threads: '2' })
    const connection = await instance.connect()
    const file = fileURLToPath(new URL('training_defects.csv.gz', folder))
    await connection.run('create table training as select * from read_csv($1, all_varchar = true)', [file])
    columns = (await connection.runAndReadAll('select * from training limit 0')).columnNames()
    count = (check) => countsOf(connection, check, { data: numbered('training') })
  })
  afterAll(() => instance?.closeSync())

  async function share(check: QualityCheck): Promise<ShareCounts> {
    const counts = await count(check)
    if (counts.kind !== 'share') throw new Error(`${check.check} is counted as ${counts.kind}`)
    return counts
  }

  it('counts every missing value, column by column', async () => {
    for (const [column, missing] of Object.entries(truth.measured.null_by_column)) {
      const found = await share({ check: 'missing-values', column })
      expect(found).toMatchObject({ numerator: missing, denominator: truth.measured.rows })
      expect(found.worst).toHaveLength(20)
    }
  })

  it('counts a sentinel written as a number beside the nulls', async () => {
    const { numerator, parts } = await share({ check: 'missing-values', column: 'age', sentinels: ['-1'] })
    expect(numerator).toBe(truth.measured.null_age + truth.measured.age_negative)
    expect(parts.find((it) => it.name === 'sentinel -1')?.rows).toBe(truth.measured.age_negative)
  })

  it('counts ages below zero as out of range', async () => {
    const { numerator, denominator } = await share({ check: 'range', column: 'age', low: 0, high: 120 })
    expect([numerator, denominator]).toEqual([
      truth.measured.age_negative,
      truth.measured.rows - truth.measured.null_age,
    ])
  })

  it('counts the rarer spelling of a value, and names all of its spellings', async () => {
    const { numerator, parts } = await share({ check: 'domain-variants', column: 'sex' })
    expect(numerator).toBe(truth.sex_variant_token.rows)
    expect(parts).toEqual([
      { name: 'Male', rows: truth.measured.sex_counts['Male'] },
      { name: truth.sex_variant_token.token, rows: truth.measured.sex_counts[truth.sex_variant_token.token] },
    ])
  })

  it('counts dates of the wrong form, and dates in the future', async () => {
    const form = await share({ check: 'format', column: 'recorded_on', pattern: String.raw`\d{4}-\d{2}-\d{2}` })
    expect(form.numerator).toBe(truth.measured.nonconforming_dates)
    const future = await share({ check: 'future-dates', column: 'recorded_on', asOf: '2026-12-31' })
    expect(future.numerator).toBe(truth.measured.future_dates_after_2026)
  })

  it('counts rows beyond the first of equal ones, and ids given twice', async () => {
    const rows = await share({ check: 'duplicate-rows', columns })
    expect([rows.numerator, rows.denominator]).toEqual([
      truth.measured.exact_duplicate_rows_excess,
      truth.measured.rows,
    ])
    expect(rows.worst).toHaveLength(20)
    const ids = await share({ check: 'duplicate-ids', columns: ['row_id'] })
    expect(ids.numerator).toBe(truth.measured.duplicate_row_id_excess)
  })

  it('counts equal features with different labels', async () => {
    const features = columns.filter((it) => !['row_id', 'recorded_on', 'approval_code', 'y_true'].includes(it))
    const { numerator } = await share({ check: 'label-conflicts', columns: features, label: 'y_true' })
    expect(numerator).toBe(truth.measured.feature_vectors_with_conflicting_labels_excl_id_date_leak)
  })

  it('finds the column with one value', async () => {
    const counts = await count({ check: 'constant-column', column: truth.constant_column })
    expect(counts).toMatchObject({ kind: 'frequencies', levels: [truth.measured.distinct_constant] })
  })

  it('counts the labels', async () => {
    const counts = await count({ check: 'class-balance', column: 'y_true' })
    if (counts.kind !== 'frequencies') throw new Error('labels come as frequencies')
    const found = Object.fromEntries(counts.values.map((it) => [String(it.key?.[0]), it.rows]))
    expect(found).toEqual(truth.measured.y_true_counts)
  })

  it('counts how the leaking column goes with the label', async () => {
    const counts = await count({ check: 'single-predictor', column: truth.leakage_column.column, label: 'y_true' })
    if (counts.kind !== 'pairs') throw new Error('two columns come as pairs')
    const undecided = counts.pairs.filter((it) => it.first === 'K9').reduce((sum, it) => sum + it.rows, 0)
    expect(undecided).toBe(truth.leakage_column.rows_not_determining)
  })
})
