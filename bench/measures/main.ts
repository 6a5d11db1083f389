import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BenchFiles, generate } from './data.ts'
import type { Case, Taken } from './one.ts'

// npm run bench:measures. Medians of five, each case in a process of its own, with a plain scan of the same columns in the same run as
// the limit. It needs half a gigabyte in the temporary folder and removes it.

const times = 5
const run = promisify(execFile)

const thresholds = ['selection_rate', 'tpr', 'fpr', 'ppv', 'accuracy'].map((metric) => ({ metric, margin: 0.1 }))
const fairness = {
  kind: 'fairness',
  label: 'y',
  prediction: 'p',
  by: ['race'],
  intersect: [['race', 'sex']],
  thresholds,
  replicates: 2_000,
}
const four = (from: string) => `SELECT min(race), min(sex), sum(y), sum(p) FROM ${from}`

type Bar = Case & { atMost: number; memoryAtMost?: number }

function casesOf({ parquet, csv, before, after }: BenchFiles): Bar[] {
  const columns = [
    ...Array.from({ length: 14 }, (_, at) => `sum(n${at})`),
    ...Array.from({ length: 6 }, (_, at) => `min(c${at})`),
  ]
  const drift = { files: { data: after, reference: before }, memoryLimit: '1GB', times }
  const both = `SELECT ${columns.join(', ')} FROM (FROM read_parquet('${after}') UNION ALL FROM read_parquet('${before}'))`
  const parsed = four(`read_csv('${csv}')`)
  const limited = { plan: fairness, files: { data: csv }, scan: parsed, memoryLimit: '256MB', times }
  return [
    {
      name: 'fairness, 10M rows, Parquet',
      plan: fairness,
      files: { data: parquet },
      scan: four(`read_parquet('${parquet}')`),
      memoryLimit: '256MB',
      times,
      atMost: 1_000,
      memoryAtMost: 300e6,
    },
    { ...limited, name: 'fairness, 10M rows, CSV', memoryLimit: '1GB', atMost: 2_500 },
    { ...limited, name: `fairness, CSV of ${Math.round(statSync(csv).size / 1e6)} MB in 256 MB`, atMost: 10_000 },
    {
      ...drift,
      name: 'drift, 1M × 20, frozen reference',
      plan: { kind: 'drift', mode: 'binned' },
      freeze: true,
      scan: `SELECT ${columns.join(', ')} FROM read_parquet('${after}')`,
      atMost: 1_000,
    },
    {
      ...drift,
      name: 'drift, 1M × 20 against 1M × 20, exact',
      plan: { kind: 'drift', mode: 'exact' },
      scan: both,
      atMost: 6_000,
    },
  ]
}

const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'))
try {
  process.stdout.write('writing the files …\n')
  const files = await generate(folder)
  let missed = 0
  const only = process.argv[2]
  for (const { atMost, memoryAtMost, ...asked } of casesOf(files).filter(
    ({ name }) => only === undefined || name.includes(only),
  )) {
    const taken = await takeOne(asked)
    const [ms, scan, rss] = [median(taken.ms), median(taken.scanMs), taken.rss]
    const met = ms <= atMost && rss <= (memoryAtMost ?? Number.POSITIVE_INFINITY)
    if (!met) missed += 1
    const range = `${Math.round(Math.min(...taken.ms))}–${Math.round(Math.max(...taken.ms))}`
    process.stdout.write(
      `${met ? 'met   ' : 'MISSED'}  ${asked.name.padEnd(40)} ${String(Math.round(ms)).padStart(6)} ms (${range}; at most ${atMost})  ` +
        `${(ms / scan).toFixed(1)} × the scan of ${Math.round(scan)} ms  ${Math.round(rss / 1e6)} MB${memoryAtMost === undefined ? '' : ` (at most ${memoryAtMost / 1e6})`}\n`,
    )
  }
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function takeOne(asked: Case): Promise<Taken> {
  const { stdout } = await run(
    process.execPath,
    [fileURLToPath(new URL('one.ts', import.meta.url)), JSON.stringify(asked)],
    { maxBuffer: 1e8 },
  )
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- written by one.ts
  return JSON.parse(stdout) as Taken
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
