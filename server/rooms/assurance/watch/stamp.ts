import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { findInFolder, type PathRefusal } from '../files/data-folder.ts'

/** A file as it lies there: where, and by what another look tells that it was written to. */
export type Standing = { at: string; stamp: string }

/** The file that a path leads to, in the operator's folder and nowhere else. */
export async function standingOf(folder: string | null, path: string): Promise<Result<Standing, PathRefusal>> {
  const there = await findInFolder(folder, path)
  if (!there.ok) return there
  const found = await unlessUnreadable(() => stat(there.value, { bigint: true }))
  if (!found.ok) return refuse({ kind: 'no-such-path' })
  const { size, mtimeNs, ctimeNs, ino } = found.value
  return ok({ at: there.value, stamp: [size, mtimeNs, ctimeNs, ino].join(' ') })
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(at: string): Promise<Result<string, { kind: 'not-readable' }>> {
  return await unlessUnreadable(async () => {
    const hash = createHash('sha256')
    await pipeline(createReadStream(at), hash)
    return hash.digest('hex')
  })
}

async function unlessUnreadable<Value>(read: () => Promise<Value>): Promise<Result<Value, { kind: 'not-readable' }>> {
  try {
    return ok(await read())
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return refuse({ kind: 'not-readable' })
    throw cause
  }
}
