import { messageOf } from '@assay/measures/messages'
import { plainJson } from './canonical.ts'
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
import { digestOf } from './sources/digest-of.ts'
import { type Head, headOf } from './sources/head.ts'
import { type FileIdentity, identify, mustBeUnchanged } from './sources/identity.ts'
import { looksLikeJson } from './sources/json-shape.ts'
import { refuseLongLine, watchPackedLines } from './sources/line-lengths.ts'
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
  const done = await inSession(execution, watching, async (session, signal, linked) => {
    const { opened, hashing } = await openFiles(session, execution.files, signal, linked)
    signal.throwIfAborted()
    const measuring = measure(execution.plan, opened, session).catch(async (error: unknown) => {
      if (error instanceof Refused) throw error
      // A file that was cut off, before or meanwhile, is read up to a broken line: that is not what is wrong with it.
      for (const identity of opened.files) await mustBeUnchanged(identity)
      await hashing
      throw error
    })
    const [hashes, measured] = await Promise.all([hashing, measuring])
    signal.throwIfAborted()
    watching.onProgress({ stage: 'writing', percent: 95 })
    for (const identity of opened.files) await mustBeUnchanged(identity)
    return recordOf(execution.plan, opened, hashes, measured)
  })
  return done.ok ? { ok: true, run: done.value } : done
}

/** Freezes the columns of a file as the reference of later drift runs, in this thread. */
export async function executeFreeze(execution: Execution, watching: Watching): Promise<FreezeOutcome> {
  const { plan } = execution
  const done = await inSession(execution, watching, async (session, signal, linked) => {
    const { opened, hashing } = await openFiles(session, { data: execution.files.data }, signal, linked)
    const { sources, files } = opened
    const [source] = sources
    if (source === undefined || plan.kind !== 'drift') return refuse('kind', 'references are frozen for drift alone')
    const names = plan.columns ?? source.columns.filter(({ type }) => type !== 'other').map(({ name }) => name)
    const { countReference } = await import('./kinds/drift-reference.ts')
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

/**
 * `work` gets a signal that also ends with the session, so that nothing of a run goes on after it, and notes the roles of the files that
 * it links.
 */
async function inSession<Value>(
  execution: Execution,
  { signal, onProgress }: Watching,
  work: (session: Session, signal: AbortSignal, linked: DataRole[]) => Promise<Value>,
): Promise<{ ok: true; value: Value } | Stopped> {
  onProgress({ stage: 'looking at the file', percent: 1 })
  const session = await Session.open(execution)
  const ended = new AbortController()
  const linked: DataRole[] = []
  const stop = () => session.stop()
  signal.addEventListener('abort', stop)
  const ticking = setInterval(() => onProgress({ stage: 'counting', percent: 5 + session.percent * 0.75 }), 200)
  try {
    return { ok: true, value: await work(session, AbortSignal.any([signal, ended.signal]), linked) }
  } catch (error) {
    if (signal.aborted) return { ok: false, kind: 'cancelled' }
    const refused = error instanceof Refused ? error.problems : refusalOf(error, { ...execution, linked })
    if (refused === null) throw error
    return { ok: false, kind: 'refused', problems: refused, surprises: [] }
  } finally {
    ended.abort()
    clearInterval(ticking)
    signal.removeEventListener('abort', stop)
    await session.close()
  }
}

/** Opens the files for counting; they are hashed from now on, beside everything else. */
async function openFiles(
  session: Session,
  files: RunFiles,
  signal: AbortSignal,
  linked: DataRole[],
): Promise<{ opened: Opened; hashing: Promise<string[]> }> {
  const roles: [DataRole, string | undefined][] = [
    ['reference', files.reference],
    ['data', files.data],
    ['train', files.train],
    ['test', files.test],
  ]
  const opened: Opened = { sources: [], files: [], frozen: null, hashes: [] }
  for (const [role, path] of roles) {
    if (path === undefined) continue
    const identity = await identify(role, path)
    opened.files.push(identity)
    const head = await headOf(identity)
    opened.hashes.push(unawaited(hashed(identity, head, signal)))
    const frozen = role === 'reference' ? await frozenIn(identity, head.bytes) : null
    if (frozen === null) {
      linked.push(role)
      opened.sources.push(await openSource(session, identity, head))
    } else opened.frozen = frozen
  }
  await session.lock()
  return { opened, hashing: unawaited(Promise.all(opened.hashes)) }
}

/** What goes on beside other work may fail after that has failed, when nobody waits for it any more. */
function unawaited<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => undefined)
  return work
}

/** Hashes a file and, of CSV, looks at the length of its lines on the way. Throws Refused for a line that is too long. */
async function hashed(identity: FileIdentity, head: Head, signal: AbortSignal): Promise<string> {
  const { compression } = head
  const isCsv = !head.parquet && !looksLikeJson(head.bytes)
  const [{ sha256, longLine }, packed] = await Promise.all([
    digestOf(identity, isCsv && compression === 'none', signal),
    isCsv && compression !== 'none' ? watchPackedLines(identity, compression, signal) : null,
  ])
  if (longLine || packed?.found === true) refuseLongLine(identity)
  return sha256
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
    reasons: measured.reasons.map(({ text }) => text),
    warnings: measured.warnings.map(({ text }) => text),
    messages: { reasons: measured.reasons.map(messageOf), warnings: measured.warnings.map(messageOf) },
    surprises: [...sources.flatMap(surprisesOfFile), ...measured.surprises],
  }
}

function dataOf({ role, name, bytes }: FileIdentity, sha256: string, used: RowUse[]): DataFile {
  const { rows = 0, rowsUsed = 0, left = [] } = used.find((it) => it.role === role) ?? {}
  return { role, name, sha256, bytes, rows, rowsUsed, left }
}

/** Plain JSON of a result; a number that is none throws here rather than reach a record. */
function asJson(value: object): RunResult {
  const result = plainJson(value)
  if (typeof result === 'object' && result !== null && !Array.isArray(result)) return result
  throw new TypeError('a result is no list')
}
