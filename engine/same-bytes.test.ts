import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'
import type { PlanInput } from './plan.ts'
import type { RunFiles } from './run.ts'
import { runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

/** Rows from a fixed recurrence, in no order that helps anybody. */
function table(seed: number, rows: number): string {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const lines = Array.from({ length: rows }, (_, index) => {
    const score = Math.round(next() * 1000) / 1000
    const group = ['a', 'b', 'c', ''][Math.floor(next() * 4)]
    const label = next() < score ? 1 : 0
    return `${index},${group},${next() < 0.5 ? 'x' : 'y'},${label},${score > 0.5 ? 1 : 0},${score},${(next() - 0.5) * 1e6},2026-0${1 + Math.floor(next() * 9)}-01,"said ${Math.floor(next() * 50)}"`
  })
  return `id,g,h,y,p,s,v,day,text\n${lines.join('\n')}\n`
}

/** Two row groups, the smallest that there are: threads share a file by its row groups, so one would be read by one thread alone. */
const rows = 2 * 2_048
const [data, other] = await Promise.all([parquet('data', 42), parquet('other', 43)])

async function parquet(name: string, seed: number): Promise<string> {
  const csv = at.write(`${name}.csv`, table(seed, rows))
  const file = join(at.folder, `${name}.parquet`)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const columns = `id, g, h, y, p, CAST(s AS DOUBLE) AS s, CAST(v AS DOUBLE) AS v, CAST(day AS DATE) AS day, text`
  await connection.run(
    `COPY (SELECT ${columns} FROM read_csv('${csv}', all_varchar = true)) TO '${file}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  )
  const groups = await connection.runAndReadAll(
    `SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${file}') HAVING count(DISTINCT row_group_id) = 2`,
  )
  if (groups.getRows().length !== 1) throw new Error('the file has other row groups than the test is about')
  connection.closeSync()
  instance.closeSync()
  return file
}

const plans: [string, PlanInput, RunFiles][] = [
  [
    'fairness',
    {
      kind: 'fairness',
      label: 'y',
      prediction: 'p',
      score: 's',
      by: ['g', 'h'],
      intersect: [['g', 'h']],
      thresholds: [{ metric: 'tpr', margin: 0.1 }],
      replicates: 200,
    },
    { data },
  ],
  [
    'performance',
    {
      kind: 'performance',
      label: 'y',
      prediction: 's >= 0.5',
      score: 's',
      by: ['g'],
      filter: 'v > -1000',
      replicates: 200,
    },
    { data },
  ],
  ['calibration', { kind: 'calibration', label: 'y', score: 's', by: ['g'] }, { data }],
  [
    'drift, exact',
    {
      kind: 'drift',
      by: ['g'],
      categories: ['y'],
      columns: ['y', 's', 'v'],
      windows: { rows: 2_048 },
    },
    { data, reference: other },
  ],
  [
    'drift, binned, with a stream',
    {
      kind: 'drift',
      mode: 'binned',
      columns: ['s', 'v', 'h'],
      streams: [{ method: 'cusum', value: 'v', order: 'id' }],
    },
    { data, reference: other },
  ],
  ['a regression', { kind: 'performance', task: 'regression', label: 'v', prediction: 's', by: ['g', 'h'] }, { data }],
  ['quality', { kind: 'quality', label: 'y', by: ['g'], keys: ['id'], columns: ['g', 'y', 'v', 'day'] }, { data }],
  ['llm', { kind: 'llm', columns: { output: 'text', group: 'g', prompt: 'h' }, filter: 'id < 200' }, { data }],
]

describe('a run', () => {
  it.each(plans)('of %s gives the same bytes ten times, with one thread and with two', async (_, plan, files) => {
    const seen = new Set<string>()
    for (let time = 0; time < 10; time += 1) {
      seen.add(canonicalJson(await runOf(at, plan, files, { threads: 1 + (time % 2) })))
    }
    expect(seen.size).toBe(1)
  })

  it('gives the same result for the same rows in another order and another format', async () => {
    const [head = '', ...lines] = table(42, 1_000).trimEnd().split('\n')
    const names = head.split(',')
    const straight = at.write('straight.csv', table(42, 1_000))
    const turned = at.write('turned.csv', `${[head, ...lines.toReversed()].join('\n')}\n`)
    const json = lines.map((line) =>
      JSON.stringify(Object.fromEntries(line.split(',').map((it, index) => [names[index], it === '' ? null : it]))),
    )
    const objects = at.write('objects.jsonl', `${json.join('\n')}\n`)
    const plan: PlanInput = { kind: 'fairness', label: 'y', prediction: 'p', score: 's', by: ['g'], replicates: 100 }
    const results = await Promise.all(
      [straight, turned, objects].map(async (file) => (await runOf(at, plan, file)).result),
    )
    const counted = results.map(({ attributes, scores, calibration }) =>
      canonicalJson({ attributes, scores, calibration }),
    )
    expect(new Set(counted).size).toBe(1)
  })
})
