import { open } from 'node:fs/promises'

export type ReadFile = { bytes: Buffer; size: number }

/**
 * Reads a file up to `limit` bytes.
 * @returns the bytes (all of them when `size` is at most `limit`) and the size of the file
 */
export async function readUpTo(path: string, limit: number): Promise<ReadFile> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const wanted = Math.min(size, limit)
    const bytes = Buffer.allocUnsafe(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await handle.read(bytes, filled, wanted - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { bytes: bytes.subarray(0, filled), size }
  } finally {
    await handle.close()
  }
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
