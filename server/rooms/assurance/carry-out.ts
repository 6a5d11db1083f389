import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { canonicalJson, type Run, type RunFiles, type RunOutcome, type RunRequest } from '@assay/engine'
import type { Blobs, StoredFile } from '#platform/blobs/index.ts'
import { JobRefusal, type JobRun } from '#platform/jobs/index.ts'
import { storedPlan } from './definition.ts'
import { findInFolder } from './files/data-folder.ts'
import { safeName } from './files/safe-name.ts'
import type { Measuring } from './parts.ts'
import type { LoadedRun } from './runs-store.ts'

type Machine = { blobs: Blobs; measuring: Measuring }
type Asked = Pick<LoadedRun, 'fileName' | 'fileBlobSha256' | 'path' | 'plan' | 'test'>
type Kept = { fileName: string; fileBlobSha256: string | null }
type Engine = Pick<Required<RunRequest>, 'workDirectory' | 'memoryLimit' | 'threads' | 'signal' | 'onProgress'>

/**
 * Runs the engine on what a run was asked for, in a thread of its own, showing how far it is. Gives back its outcome; throws
 * JobRefusal where the file is not there any more.
 */
export async function measure(job: JobRun, { blobs, measuring }: Machine, asked: Asked): Promise<RunOutcome> {
  const plan = storedPlan(asked.plan.definition)
  if (!plan.ok) return { ok: false, kind: 'refused', problems: plan.error.problems, surprises: [] }
  return await withEngine(job, measuring, async (engine) => {
    const files = await layOut(engine.workDirectory, { blobs, measuring }, asked)
    return await measuring.run({ plan: plan.value, files, ...engine })
  })
}

/** Hands the engine a folder of its own and its share of the machine; a job that is called off stops it. */
export async function withEngine<Outcome>(
  job: JobRun,
  { workFolder, memoryLimit, threads }: Measuring,
  work: (engine: Engine) => Promise<Outcome>,
): Promise<Outcome> {
  await mkdir(workFolder, { recursive: true, mode: 0o700 })
  const workDirectory = await mkdtemp(join(workFolder, 'run-'))
  const controller = new AbortController()
  const look = () => {
    if (job.cancelled()) controller.abort()
  }
  const watch = setInterval(look, 250)
  const told = onlyLatest(async ({ percent, stage }: { percent: number; stage: string }) => {
    await job.progress(percent, stage)
    look()
  })
  try {
    return await work({ workDirectory, memoryLimit, threads, signal: controller.signal, onProgress: told.say })
  } finally {
    clearInterval(watch)
    await told.settled()
    await rm(workDirectory, { recursive: true, force: true })
  }
}

/** Puts the files where the engine can open them, under the names that they were brought under. */
async function layOut(work: string, { blobs, measuring }: Machine, asked: Asked): Promise<RunFiles> {
  const placed = async (folder: string, { path, ...kept }: Kept & { path: string | null }) =>
    path === null ? await copyOf(folder, blobs, kept) : await inFolder(measuring.folder, path)
  const data = await placed(work, asked)
  const { test } = asked
  const { reference } = asked.plan
  return {
    data,
    ...(test && { test: await placed(join(work, 'test'), test) }),
    ...(reference && {
      reference: await copyOf(join(work, 'reference'), blobs, {
        fileBlobSha256: reference.sha256,
        fileName: reference.name,
      }),
    }),
  }
}

async function inFolder(folder: string | null, path: string): Promise<string> {
  const there = await findInFolder(folder, path)
  if (there.ok) return there.value
  throw new JobRefusal(`The file ${path} is not in the operator's folder any more. Put it back, or choose another.`)
}

/** A copy of kept content in a folder that is the engine's. Throws JobRefusal where the content is not there any more. */
export async function copyOf(folder: string, blobs: Blobs, { fileBlobSha256, fileName }: Kept): Promise<string> {
  if (fileBlobSha256 === null || !(await blobs.has(fileBlobSha256))) {
    throw new JobRefusal(`The content of ${fileName} is not here any more. Upload the file again.`)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, safeName(fileName))
  await pipeline(blobs.read(fileBlobSha256), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return path
}

/** Passes on the newest of what is told, one at a time: the engine tells faster than progress is written. */
function onlyLatest<It>(write: (it: It) => Promise<void>) {
  let next: It | undefined
  let busy: Promise<void> | undefined
  const drain = async () => {
    for (let it = next; it !== undefined; it = next) {
      next = undefined
      await write(it)
    }
    busy = undefined
  }
  return {
    say(it: It) {
      next = it
      busy ??= drain()
    },
    settled: async () => await busy,
  }
}

/** The record as the bytes that are kept and compared. */
export async function keepRecord(
  blobs: Blobs,
  record: Run | Record<string, unknown>,
  name = 'run.json',
): Promise<StoredFile> {
  const bytes = Buffer.from(canonicalJson(record))
  const stored = await blobs.store(Readable.from([bytes]), { name })
  if (stored.ok) return stored.value
  if (stored.error.kind === 'disk-full') {
    throw new JobRefusal('The disk of the server is full. Ask who runs Assay to make room, then run it again.')
  }
  if (stored.error.kind === 'too-large') {
    throw new JobRefusal('The record of this run is larger than this Assay keeps. Use fewer groups or columns.')
  }
  throw new Error(`the store refused a record of our own: ${stored.error.kind}`)
}

/** What the engine refuses, as lines that people read. */
export function problemLines({ problems, surprises }: Pick<Refusal, 'problems' | 'surprises'>): string[] {
  return [
    ...problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    ...surprises.map(({ column, what, settle }) => `${column === null ? '' : `${column}: `}${what}. ${settle}`),
  ]
}

type Refusal = Extract<RunOutcome, { kind: 'refused' }>
