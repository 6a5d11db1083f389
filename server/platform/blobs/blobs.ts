import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { typeOf, type TypeRefusal } from './content-type.ts'

/** A file that lies safely on disk, named by its content. It belongs to nobody until a change records it. */
export type StoredFile = { sha256: string; size: number; type: string; name: string }

export type BlobRefusal = TypeRefusal | { kind: 'empty' } | { kind: 'too-large'; limit: number } | { kind: 'disk-full' }

/** Where files are kept. One folder of this machine; another place can answer the same four questions. */
export type Blobs = {
  /** Takes a stream in, hashing on the way; nothing is left behind when it is refused or breaks off. */
  store(content: Readable, file: { name: string }): Promise<Result<StoredFile, BlobRefusal>>
  /** Reads from `start`; fails as streams do when the content is not there. */
  read(sha256: string): ReadStream
  has(sha256: string): Promise<boolean>
  /** Removes what interrupted uploads left (older than an hour) and content older than a day that nobody keeps. */
  sweep(isKept: (sha256: string) => Promise<boolean>): Promise<{ removed: number }>
  /** Every stored content by its hash. */
  list(): AsyncGenerator<string>
}

type Options = {
  folder: string
  /** bytes of one file */
  limit: number
  /** how the file that takes an upload is opened */
  openNew?: (path: string) => Promise<FileHandle>
}

const hour = 3_600_000

export function openBlobs({ folder, limit, openNew = openExclusively }: Options): Blobs {
  const incoming = join(folder, 'incoming')
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    async store(content, { name }) {
      const draft = join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const taken = await takeIn(content, await openNew(draft), limit)
        if (!taken.ok) return taken
        const { sha256, size, isText } = taken.value
        const type = await typeOf(draft, { name, isText })
        if (!type.ok) return type
        await settle(draft, pathOf(sha256), folder)
        return ok({ sha256, size, type: type.value, name })
      } catch (cause) {
        if (isDiskFull(cause)) return refuse({ kind: 'disk-full' })
        throw cause
      } finally {
        // Whatever the sender still sends is read and dropped, so that it can hear the answer.
        content.resume()
        await rm(draft, { force: true })
      }
    },
    read: (sha256) => createReadStream(pathOf(requireHash(sha256))),
    has: (sha256) =>
      stat(pathOf(requireHash(sha256))).then(
        () => true,
        () => false,
      ),
    async sweep(isKept) {
      let removed = await removeOlder(incoming, hour)
      for await (const sha256 of contents(folder)) {
        const { mtimeMs } = await stat(pathOf(sha256))
        if (Date.now() - mtimeMs < 24 * hour || (await isKept(sha256))) continue
        await rm(pathOf(sha256), { force: true })
        removed += 1
      }
      return { removed }
    },
    list: () => contents(folder),
  }
}

async function openExclusively(path: string): Promise<FileHandle> {
  return await open(path, 'wx', 0o600)
}

type Taken = { sha256: string; size: number; isText: boolean }

/** Writes, counts and hashes in one pass, and has the bytes on the disk before it says so. */
async function takeIn(
  content: Readable,
  file: FileHandle,
  limit: number,
): Promise<Result<Taken, { kind: 'empty' } | { kind: 'too-large'; limit: number }>> {
  const hash = createHash('sha256')
  let size = 0
  let isText = true
  try {
    // `content` is left open at an early end: the rest of a request must be read before it can be answered.
    for await (const chunk of content.iterator({ destroyOnReturn: false })) {
      const bytes = asBytes(chunk)
      size += bytes.length
      if (size > limit) return refuse({ kind: 'too-large', limit })
      hash.update(bytes)
      isText &&= !bytes.some(isControl)
      await file.appendFile(bytes)
    }
    if (size === 0) return refuse({ kind: 'empty' })
    await file.sync()
    return ok({ sha256: hash.digest('hex'), size, isText })
  } finally {
    await file.close()
  }
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  if (typeof chunk === 'string') return Buffer.from(chunk)
  throw new Error('a file is stored from a stream of bytes')
}

/** Control characters other than tab, line ends and form feed mark a file that is no text. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 27)
}

/** Moves the draft to its place; the folders' own entries are on the disk as well when this returns. */
async function settle(draft: string, path: string, folder: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(draft, path)
  // A file that was there already is young again: whoever stored it anew has yet to record it.
  const now = new Date()
  await utimes(path, now, now)
  for (const changed of [dirname(path), dirname(dirname(path)), folder]) {
    const handle = await open(changed, 'r')
    await handle.sync().finally(() => handle.close())
  }
}

function isDiskFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
}

async function removeOlder(folder: string, age: number): Promise<number> {
  let removed = 0
  for (const name of await namesIn(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || Date.now() - found.mtimeMs < age) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function* contents(folder: string): AsyncGenerator<string> {
  for (const first of await namesIn(folder, /^[0-9a-f]{2}$/)) {
    for (const second of await namesIn(join(folder, first), /^[0-9a-f]{2}$/)) {
      yield* await namesIn(join(folder, first, second), /^[0-9a-f]{64}$/)
    }
  }
}

async function namesIn(folder: string, shape = /./): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  })
  return names.filter((name) => shape.test(name)).sort()
}

function requireHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a blob is named by 64 hex digits')
  return sha256
}
