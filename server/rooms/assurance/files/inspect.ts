import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inspectFile, type Inspection } from '@assay/engine'
import type { FastifyRequest } from 'fastify'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Blobs } from '#platform/blobs/index.ts'
import { findInFolder, type PathRefusal } from './data-folder.ts'
import type { Measuring } from '../parts.ts'
import { safeName } from './safe-name.ts'

export type InspectRefusal =
  | { kind: 'no-file' }
  | { kind: 'too-large-to-look-at' }
  | { kind: 'unreadable-file'; problems: { path: string; message: string }[] }

/** No larger file is sent to be looked at; Parquet has its columns at its end, so all of it has to come. */
const mostBytes = 256 * 1024 * 1024

type Limits = Pick<Measuring, 'workFolder'>

/** Looks at a file that is sent along, and keeps nothing of it: neither its content nor that it was there. */
export async function inspectSent(
  request: FastifyRequest,
  measuring: Limits,
): Promise<Result<Inspection, InspectRefusal>> {
  await request.read(() => Promise.resolve())
  if (!request.isMultipart()) return refuse({ kind: 'no-file' })
  return await inFolderOfItsOwn(measuring, async (work) => {
    for await (const part of request.parts({ limits: { fileSize: mostBytes, files: 1 } })) {
      if (part.type === 'field') continue
      const path = join(work, safeName(part.filename))
      await keep(part.file, path)
      return part.file.truncated ? refuse({ kind: 'too-large-to-look-at' }) : await look(path, work)
    }
    return refuse({ kind: 'no-file' })
  })
}

/** Looks at a file in the operator's folder where it is. */
export async function inspectInFolder(
  path: string,
  measuring: Limits & Pick<Measuring, 'folder'>,
): Promise<Result<Inspection, InspectRefusal | PathRefusal>> {
  const there = await findInFolder(measuring.folder, path)
  if (!there.ok) return there
  return await inFolderOfItsOwn(measuring, async (work) => await look(there.value, work))
}

/** Looks at the kept content of a file that was brought to be measured. */
export async function inspectKept(
  { name, sha256 }: { name: string; sha256: string },
  measuring: Limits,
  blobs: Blobs,
): Promise<Result<Inspection, InspectRefusal>> {
  return await inFolderOfItsOwn(measuring, async (work) => {
    const path = join(work, safeName(name))
    await keep(blobs.read(sha256), path)
    return await look(path, work)
  })
}

async function keep(content: Readable, path: string): Promise<void> {
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

async function look(path: string, workDirectory: string): Promise<Result<Inspection, InspectRefusal>> {
  const outcome = await inspectFile({ path, workDirectory })
  return outcome.ok ? ok(outcome.inspection) : refuse({ kind: 'unreadable-file', problems: outcome.problems })
}

async function inFolderOfItsOwn<Value>({ workFolder }: Limits, work: (folder: string) => Promise<Value>) {
  await mkdir(workFolder, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(workFolder, 'look-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
