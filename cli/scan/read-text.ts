import { close, fstat, open, read } from 'node:fs'
import { promisify } from 'node:util'

export type ReadFile = { bytes: Buffer; size: number }

// Plain descriptors: the handles of fs/promises cost more than the reading of a small file.
const openFile = promisify(open)
const readInto = promisify(read)
const sizeOf = promisify(fstat)
const closeFile = promisify(close)

/** Most sources are smaller: one read then takes all of it, and its size need not be asked for. */
const firstRead = 16_384

/**
 * Reads a file up to `limit` bytes.
 * @returns the bytes (all of them when `size` is at most `limit`) and the size of the file
 */
export async function readUpTo(path: string, limit: number): Promise<ReadFile> {
  const file = await openFile(path, 'r')
  try {
    const first = Buffer.allocUnsafe(Math.min(firstRead, limit))
    const { bytesRead } = await readInto(file, first, 0, first.length, 0)
    if (bytesRead < first.length) return { bytes: first.subarray(0, bytesRead), size: bytesRead }
    const { size } = await sizeOf(file)
    const whole = Buffer.allocUnsafe(Math.max(bytesRead, Math.min(size, limit)))
    first.copy(whole)
    return { bytes: whole.subarray(0, await fill(file, whole, bytesRead)), size }
  } finally {
    await closeFile(file)
  }
}

async function fill(file: number, whole: Buffer, filled: number): Promise<number> {
  while (filled < whole.length) {
    const { bytesRead } = await readInto(file, whole, filled, whole.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

const strict = new TextDecoder('utf-8', { fatal: true })
const western = new TextDecoder('windows-1252')

/** True where the first bytes say UTF-16, which a search for ASCII bytes cannot see through. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** A zero byte among the first 8 KiB: no text in any encoding but UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  return !isUtf16(bytes) && bytes.subarray(0, 8_192).includes(0)
}

/** Decodes UTF-8, UTF-16 with its mark, and what is neither as Windows-1252, in which every byte means something. */
export function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return strict.decode(bytes)
  } catch {
    return western.decode(bytes)
  }
}
