import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findingOf, type QualityCheck } from '@assay/measures'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { countsOf } from './count-check.ts'
import { numbered } from './expressions.ts'

const file = new URL('../../../shared/datasets/training_defects.csv.gz', import.meta.url)
const present = existsSync(file)
if (!present) process.stderr.write('Skipped: the shared datasets are not beside the repository.\n')

const checks: QualityCheck[] = [
  { check: 'missing-by-group', column: 'age', by: ['race', 'sex'] },
  { check: 'domain-variants', column: 'sex' },
  { check: 'duplicate-rows', columns: ['row_id', 'age', 'fnlwgt'] },
  { check: 'label-conflicts', columns: ['age', 'education', 'sex'], label: 'y_true' },
  { check: 'outliers-mad', column: 'fnlwgt' },
  { check: 'outliers-iqr', column: 'age' },
  { check: 'group-balance', columns: ['race', 'sex'] },
  { check: 'diversity', column: 'fnlwgt' },
  { check: 'single-predictor', column: 'fnlwgt', label: 'y_true' },
  { check: 'sensitive-proxy', column: 'relationship', sensitive: 'sex' },
  { check: 'k-anonymity', columns: ['age', 'race', 'sex'], k: 5 },
  { check: 'near-duplicate-texts', column: 'occupation' },
]

async function answersWith(threads: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads })
  const connection = await instance.connect()
  await connection.run('create table data as select * from read_csv($1, all_varchar = true)', [fileURLToPath(file)])
  const answers: string[] = []
  for (let i = 0; i < 5; i++) {
    for (const check of checks) {
      answers.push(JSON.stringify(findingOf(check, await countsOf(connection, check, { data: numbered('data') }))))
    }
  }
  instance.closeSync()
  return answers
}

describe.skipIf(!present)('the same data', () => {
  it('gives the same bytes with one thread and with two, each time', async () => {
    const [one, two] = [await answersWith('1'), await answersWith('2')]
    const first = one.slice(0, checks.length)
    expect(new Set(one).size).toBe(new Set(first).size)
    expect(two).toEqual(one)
  })
})
