import { canonicalJson } from './canonical.ts'
import { openSource } from './duckdb/open-source.ts'
import { refusalOf } from './duckdb/refusal.ts'
import { Session } from './duckdb/session.ts'
import { frozenIn } from './kinds/frozen.ts'
import { measure, type Opened } from './kinds/measure.ts'
import type { Measured, RowUse } from './kinds/measured.ts'
import type { Plan } from './plan.ts'
import { planHash } from './plan-hash.ts'
import type { Progress } from './progress.ts'
import type { DataFile, DataRole, FreezeOutcome, Run, RunFiles, RunOutcome, RunResult } from './run.ts'
import { headOf } from './sources/head.ts'
import { type FileIdentity, hashOf, identify, mustBeUnchanged } from './sources/identity.ts'
import { LongLineWatch, mustHaveShortLines, watchPackedLines } from './sources/line-lengths.ts'
import { refuse, Refused } from './sources/problem.ts'
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
export async function execute(execution: Execution, watching: Watching): Promise<RunOutcome> {
  const done = await inSession(execution, watching, async (session) => {
    const opened = await openFiles(session, execution.files)
    watching.signal.throwIfAborted()
    const [hashes, measured] = await Promise.all([
      hashFiles(opened, watching.signal),
      measure(execution.plan, opened, session),
    ])
    watching.signal.throwIfAborted()
    watching.onProgress({ stage: 'writing', percent: 95 })
    for (const identity of opened.files) await mustBeUnchanged(identity)
    return recordOf(execution.plan, opened, hashes, measured)
  })
  return done.ok ? { ok: true, run: done.value } : done
}

/** Freezes the columns of a file as the reference of later drift runs, in this thread. */
export async function executeFreeze(execution: Execution, watching: Watching): Promise<FreezeOutcome> {
  const { plan } = execution
  const done = await inSession(execution, watching, async (session) => {
    const opened = await openFiles(session, { data: execution.files.data })
    const { sources, files } = opened
    const [source] = sources
    if (source === undefined || plan.kind !== 'drift') return refuse('kind', 'references are frozen for drift alone')
    const names = plan.columns ?? source.columns.filter(({ type }) => type !== 'other').map(({ name }) => name)
    const { countReference } = await import('./kinds/drift-reference.ts')
    const hashing = hashFiles(opened, watching.signal)
    const [hashes, frozen] = await Promise.all([
      hashing,
      countReference(plan, source, session, [...new Set([...names, ...plan.by])]),
    ])
    for (const identity of files) await mustBeUnchanged(identity)
    const data = files.map((identity, index) => dataOf(identity, hashes[index] ?? '', frozen.used))
    return { reference: frozen.reference, data, surprises: frozen.surprises }
  })
  return done.ok ? { ok: true, ...done.value } : done
}

type Stopped = Extract<RunOutcome, { ok: false }>

async function inSession<Value>(
  execution: Execution,
  { signal, onProgress }: Watching,
  work: (session: Session) => Promise<Value>,
): Promise<{ ok: true; value: Value } | Stopped> {
  onProgress({ stage: 'looking at the file', percent: 1 })
  const session = await Session.open(execution)
  const stop = () => session.interrupt()
  signal.addEventListener('abort', stop)
  const ticking = setInterval(() => onProgress({ stage: 'counting', percent: 5 + session.percent * 0.75 }), 200)
  try {
    return { ok: true, value: await work(session) }
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

async function openFiles(session: Session, files: RunFiles): Promise<Opened> {
  const roles: [DataRole, string | undefined][] = [
    ['reference', files.reference],
    ['data', files.data],
    ['train', files.train],
    ['test', files.test],
  ]
  const opened: Opened = { sources: [], files: [], frozen: null }
  for (const [role, path] of roles) {
    if (path === undefined) continue
    const identity = await identify(role, path)
    opened.files.push(identity)
    const head = await headOf(identity)
    const frozen = role === 'reference' ? await frozenIn(identity, head.bytes) : null
    if (frozen === null) opened.sources.push(await openSource(session, identity, head))
    else opened.frozen = frozen
  }
  await session.lock()
  return opened
}

/** Hashes every file and, of CSV, looks at the length of its lines on the way. Throws Refused for a line that is too long. */
async function hashFiles({ files, sources }: Opened, signal: AbortSignal): Promise<string[]> {
  return await Promise.all(
    files.map(async (identity) => {
      const format = sources.find(({ role }) => role === identity.role)?.format
      if (format?.kind !== 'csv') return await hashOf(identity, signal)
      if (format.compression !== 'none') {
        const [hash, watch] = await Promise.all([
          hashOf(identity, signal),
          watchPackedLines(identity, format.compression, signal),
        ])
        mustHaveShortLines(identity, watch)
        return hash
      }
      const watch = new LongLineWatch()
      const hash = await hashOf(identity, signal, (bytes) => watch.see(bytes))
      mustHaveShortLines(identity, watch)
      return hash
    }),
  )
}

function recordOf(plan: Plan, { sources, files }: Opened, hashes: string[], measured: Measured): Run {
  const planSha256 = planHash(plan)
  const engine: Run['engine'] = { name: 'assay-engine', version: engineVersion, rules: rulesVersion }
  const data = files.map((identity, index) => dataOf(identity, hashes[index] ?? '', measured.used))
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

function dataOf({ role, name, bytes }: FileIdentity, sha256: string, used: RowUse[]): DataFile {
  const { rows = 0, rowsUsed = 0, left = [] } = used.find((it) => it.role === role) ?? {}
  return { role, name, sha256, bytes, rows, rowsUsed, left }
}

/** Plain JSON of a result; a number that is none throws here rather than reach a record. */
function asJson(value: object): RunResult {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- what canonical JSON wrote is JSON
  return JSON.parse(canonicalJson(value)) as RunResult
}
