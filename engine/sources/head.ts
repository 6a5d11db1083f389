import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { FileIdentity } from './identity.ts'
import { refuse } from './problem.ts'

export type Compression = 'none' | 'gzip' | 'zstd'
/** The beginning of a file after decompression; `whole` when that is all there is. */
export type Head = { compression: Compression; bytes: Buffer; whole: boolean; parquet: boolean }

/** How much of a file is looked at to learn its shape. No line that matters is longer. */
export const headSize = 1024 * 1024

/** What a file is, is told by its first bytes and not by its name. */
export async function headOf(identity: FileIdentity): Promise<Head> {
  const raw = await readUpTo(createReadStream(identity.path, { end: 3 }), 4)
  if (raw.toString('latin1') === 'PAR1') return { compression: 'none', bytes: raw, whole: false, parquet: true }
  const compression = compressionOf(raw)
  const source = createReadStream(identity.path)
  if (compression === 'none') return shaped(compression, await readUpTo(source, headSize + 1))
  const unpacked = compression === 'gzip' ? createGunzip() : createZstdDecompress()
  void pipeline(source, unpacked).catch(() => undefined)
  try {
    return shaped(compression, await readUpTo(unpacked, headSize + 1))
  } catch {
    return refuse(identity.role, `${identity.name} begins as ${compression} and cannot be unpacked; it may be cut off`)
  } finally {
    source.destroy()
  }
}

function shaped(compression: Compression, read: Buffer): Head {
  const whole = read.length <= headSize
  return { compression, bytes: whole ? read : read.subarray(0, headSize), whole, parquet: false }
}

function compressionOf(raw: Buffer): Compression {
  if (raw[0] === 0x1f && raw[1] === 0x8b) return 'gzip'
  return raw.length >= 4 && raw.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : 'none'
}

async function readUpTo(stream: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    parts.push(chunk)
    length += chunk.length
    if (length >= limit) break
  }
  return Buffer.concat(parts).subarray(0, limit)
}
