import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPlan, canonicalJson, freezeDriftReference, runMeasurement } from '@assay/engine'
import { keepCompiledCode } from '@assay/server/kernel/compiled-code.ts'
import { DuckDBInstance } from '@duckdb/node-api'

// One process for each case, so that its peak of memory is its own. Told by an argument of JSON; answers in JSON.

export type Case = {
  name: string
  plan: object
  files: { data: string; reference?: string }
  /** The same columns read and aggregated as cheaply as DuckDB can. */
  scan: string
  memoryLimit: string
  freeze?: boolean
  times: number
}
export type Taken = { ms: number[]; scanMs: number[]; rss: number }

const given: unknown = JSON.parse(process.argv[2] ?? '{}')
process.stdout.write(JSON.stringify(await take(caseOf(given))))

/** Written by main.ts alone. */
function caseOf(value: unknown): Case {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- both ends of this pipe are in this folder
  return value as Case
}

async function take({ plan: written, files, scan, memoryLimit, freeze = false, times }: Case): Promise<Taken> {
  const read = checkPlan(written)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { plan } = read
  const workDirectory = await mkdtemp(join(tmpdir(), 'assay-bench-'))
  try {
    // As the command line and the server do: the first run, which is not counted, fills it.
    keepCompiledCode(join(workDirectory, 'compiled'))
    const asked = { plan, files, workDirectory, memoryLimit, threads: 2 }
    if (freeze && files.reference !== undefined) {
      const frozen = await freezeDriftReference({ ...asked, files: { data: files.reference } })
      if (!frozen.ok) throw new Error(JSON.stringify(frozen))
      asked.files = { data: files.data, reference: join(workDirectory, 'reference.json') }
      await writeFile(asked.files.reference ?? '', canonicalJson(frozen.reference))
    }
    const ms: number[] = []
    for (let time = 0; time <= times; time += 1) {
      const begun = performance.now()
      const outcome = await runMeasurement(asked)
      // The first one warms the page cache and is not counted.
      if (time > 0) ms.push(performance.now() - begun)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    }
    const rss = process.resourceUsage().maxRSS * 1024
    return { ms, scanMs: await scanned(scan, times), rss }
  } finally {
    await rm(workDirectory, { recursive: true, force: true })
  }
}

async function scanned(sql: string, times: number): Promise<number[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  const connection = await instance.connect()
  const ms: number[] = []
  for (let time = 0; time <= times; time += 1) {
    const begun = performance.now()
    await connection.runAndReadAll(sql)
    if (time > 0) ms.push(performance.now() - begun)
  }
  connection.closeSync()
  instance.closeSync()
  return ms
}
