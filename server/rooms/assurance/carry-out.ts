import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { canonicalJson, type Plan, type Run, type RunFiles, type RunOutcome } from '@assay/engine'
import type { Blobs, StoredFile } from '#platform/blobs/index.ts'
import { JobRefusal, type JobRun } from '#platform/jobs/index.ts'
import { findInFolder } from './data-folder.ts'
import { storedPlan } from './definition.ts'
import type { Measuring } from './parts.ts'
import type { LoadedRun } from './runs-store.ts'

type Machine = { blobs: Blobs; measuring: Measuring }
type Asked = Pick<LoadedRun, 'fileName' | 'fileBlobSha256' | 'path' | 'plan'>

/**
 * Runs the engine on what a run was asked for, in a thread of its own, showing how far it is. Gives back its outcome; throws
 * JobRefusal where the file is not there any more.
 */
export async function measure(job: JobRun, { blobs, measuring }: Machine, asked: Asked): Promise<RunOutcome> {
  const plan = storedPlan(asked.plan.definition)
  if (!plan.ok) return { ok: false, kind: 'refused', problems: plan.error.problems, surprises: [] }
  await mkdir(measuring.workFolder, { recursive: true, mode: 0o700 })
  const work = await mkdtemp(join(measuring.workFolder, 'run-'))
  try {
    return await runIn(work, job, { blobs, measuring }, asked, plan.value)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function runIn(
  work: string,
  job: JobRun,
  { blobs, measuring }: Machine,
  asked: Asked,
  plan: Plan,
): Promise<RunOutcome> {
  const files = await layOut(work, { blobs, measuring }, asked)
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
    const { memoryLimit, threads } = measuring
    const limits = { workDirectory: work, memoryLimit, threads }
    return await measuring.run({ plan, files, ...limits, signal: controller.signal, onProgress: told.say })
  } finally {
    clearInterval(watch)
    await told.settled()
  }
}

/** Puts the files where the engine can open them, under the names that they were brought under. */
async function layOut(work: string, { blobs, measuring }: Machine, asked: Asked): Promise<RunFiles> {
  const data = asked.path === null ? await copyOf(work, blobs, asked) : await inFolder(measuring.folder, asked.path)
  const { reference } = asked.plan
  if (!reference) return { data }
  const kept = { fileBlobSha256: reference.sha256, fileName: reference.name }
  return { data, reference: await copyOf(join(work, 'reference'), blobs, kept) }
}

async function inFolder(folder: string | null, path: string): Promise<string> {
  const there = await findInFolder(folder, path)
  if (there.ok) return there.value
  throw new JobRefusal(`The file ${path} is not in the operator's folder any more. Put it back, or choose another.`)
}

async function copyOf(
  folder: string,
  blobs: Blobs,
  { fileBlobSha256, fileName }: { fileBlobSha256: string | null; fileName: string },
): Promise<string> {
  if (fileBlobSha256 === null || !(await blobs.has(fileBlobSha256))) {
    throw new JobRefusal(`The content of ${fileName} is not here any more. Upload the file again.`)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, safeName(fileName))
  await pipeline(blobs.read(fileBlobSha256), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return path
}

/** The name without what a file system could take for more than a name; its ending tells the engine the format. */
export function safeName(name: string): string {
  const plain = [...basename(name)].filter((one) => one >= ' ' && one !== '\\' && one !== '/').join('')
  return plain.replace(/^\.+/, '').slice(-200) || 'data'
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
export async function keepRecord(blobs: Blobs, record: Run | Record<string, unknown>): Promise<StoredFile> {
  const bytes = Buffer.from(canonicalJson(record))
  const stored = await blobs.store(Readable.from([bytes]), { name: 'run.json' })
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
export function problemLines(outcome: Extract<RunOutcome, { kind: 'refused' }>): string[] {
  const { problems, surprises } = outcome
  return [
    ...problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    ...surprises.map(({ column, what, settle }) => `${column === null ? '' : `${column}: `}${what}. ${settle}`),
  ]
}
