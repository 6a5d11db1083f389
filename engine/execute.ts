import { canonicalJson } from './canonical.ts'
import { openSource, type FileSource } from './duckdb/open-source.ts'
import { refusalOf } from './duckdb/refusal.ts'
import { Session } from './duckdb/session.ts'
import { measure } from './kinds/measure.ts'
import type { Measured } from './kinds/measured.ts'
import type { Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import { planHash } from './read-plan.ts'
import type { DataFile, DataRole, Run, RunFiles, RunOutcome, RunResult } from './run.ts'
import { hashOf, mustBeUnchanged } from './sources/identity.ts'
import { Refused } from './sources/problem.ts'
import { surprisesOfFile } from './surprises/file.ts'
import { engineVersion, rulesVersion } from './version.ts'

export type Execution = {
  plan: Plan
  files: RunFiles
  workDirectory: string
  memoryLimit: string
  threads: number
}
export type Watching = { signal: AbortSignal; onProgress: (progress: Progress) => void }

/** Runs a plan in this thread: opens the files, counts, computes, and makes sure that nobody changed them meanwhile. */
export async function execute(execution: Execution, { signal, onProgress }: Watching): Promise<RunOutcome> {
  const session = await Session.open(execution)
  const stop = () => session.interrupt()
  signal.addEventListener('abort', stop)
  const ticking = setInterval(() => onProgress({ stage: 'counting', percent: 5 + session.percent * 0.75 }), 200)
  try {
    onProgress({ stage: 'looking at the file', percent: 1 })
    const sources = await openSources(session, execution.files)
    signal.throwIfAborted()
    const [hashes, measured] = await Promise.all([
      Promise.all(sources.map(({ identity }) => hashOf(identity, signal))),
      measure(execution.plan, sources, session),
    ])
    signal.throwIfAborted()
    onProgress({ stage: 'writing', percent: 95 })
    for (const { identity } of sources) await mustBeUnchanged(identity)
    return { ok: true, run: recordOf(execution.plan, sources, hashes, measured) }
  } catch (error) {
    if (signal.aborted) return { ok: false, kind: 'cancelled' }
    const refused = error instanceof Refused ? error.problems : refusalOf(error, execution)
    if (refused === null) throw error
    return { ok: false, kind: 'refused', problems: refused, surprises: [] }
  } finally {
    clearInterval(ticking)
    signal.removeEventListener('abort', stop)
    await session.close()
  }
}

async function openSources(session: Session, files: RunFiles): Promise<FileSource[]> {
  const roles: [DataRole, string | undefined][] = [
    ['data', files.data],
    ['reference', files.reference],
    ['train', files.train],
    ['test', files.test],
  ]
  const sources: FileSource[] = []
  for (const [role, path] of roles) if (path !== undefined) sources.push(await openSource(session, role, path))
  await session.lock()
  return sources
}

function recordOf(plan: Plan, sources: FileSource[], hashes: string[], measured: Measured): Run {
  const planSha256 = planHash(plan)
  const engine: Run['engine'] = { name: 'assay-engine', version: engineVersion, rules: rulesVersion }
  const data = sources.map((source, index) => dataOf(source, hashes[index] ?? '', measured))
  const shown = data.length === 1 ? data[0] : Object.fromEntries(data.map((it) => [it.role, it]))
  const provenance = { planSha256, engine, seed: plan.seed, filter: plan.filter ?? null }
  return {
    schema: 'assay-run/1',
    kind: plan.kind,
    definition: plan,
    planSha256,
    data,
    engine,
    seed: plan.seed,
    result: asJson({ data: shown, ...measured.result, verdict: measured.verdict, provenance }),
    verdict: measured.verdict,
    reasons: measured.reasons,
    warnings: measured.warnings,
    surprises: [...sources.flatMap(surprisesOfFile), ...measured.surprises],
  }
}

function dataOf({ role, identity }: FileSource, sha256: string, { used }: Measured): DataFile {
  const { rows = 0, rowsUsed = 0, left = [] } = used.find((it) => it.role === role) ?? {}
  return { role, name: identity.name, sha256, bytes: identity.bytes, rows, rowsUsed, left }
}

/** Plain JSON of a result; a number that is none throws here rather than reach a record. */
function asJson(value: object): RunResult {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- what canonical JSON wrote is JSON
  return JSON.parse(canonicalJson(value)) as RunResult
}
