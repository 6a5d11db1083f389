import type { Readable } from 'node:stream'

/** Files in a row, in the format that `tar` reads everywhere (POSIX ustar; sizes above 8 GiB in the GNU form). */

const block = 512

/** What stands before a file's bytes; `size` in bytes. Names are at most 255 bytes and hold a slash where they are long. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(block)
  const [prefix, base] = splitName(name)
  header.write(base, 0, 100, 'utf8')
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write(
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  )
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  header.write(prefix, 345, 155, 'utf8')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** Fills the last block of a file of that size. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block)
}

/** Two empty blocks end an archive: one that was cut short lacks them. */
export const tarEnd = Buffer.alloc(2 * block)

function splitName(name: string): [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  const at = name.indexOf('/', Math.max(0, name.length - 100))
  if (at < 0 || at > 155) throw new Error(`the name ${name} is too long for an archive`)
  return [name.slice(0, at), name.slice(at + 1)]
}

function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) {
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
    return
  }
  header[124] = 0x80
  header.writeBigUInt64BE(BigInt(size), 128)
}

export class ArchiveDamage extends Error {
  override name = 'ArchiveDamage'
}

/** One file of an archive. Its content must be read, or skipped by going on, before the next one is asked for. */
export type TarFile = { name: string; size: number; content(): AsyncGenerator<Buffer> }

/** Reads an archive from a stream, file by file. Throws ArchiveDamage for anything that is none, or was cut short. */
export async function* readTar(stream: Readable): AsyncGenerator<TarFile> {
  const source = sourceOf(stream)
  for (;;) {
    const header = await source.take(block)
    if (header.every((byte) => byte === 0)) return
    const { name, size } = parseHeader(header)
    let left = size
    const content = async function* () {
      while (left > 0) {
        const chunk = await source.some(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name, size, content }
    while (left > 0) left -= (await source.some(left)).length
    await source.take(tarPadding(size).length)
  }
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  const stated = Number.parseInt(textAt(header, 148, 8), 8)
  if (stated !== sum || textAt(header, 257, 5) !== 'ustar') throw damage('it is no archive, or it was damaged')
  const prefix = textAt(header, 345, 155)
  const base = textAt(header, 0, 100)
  const large = header[124] === 0x80
  const size = large ? Number(header.readBigUInt64BE(128)) : Number.parseInt(textAt(header, 124, 12), 8)
  if (!Number.isSafeInteger(size)) throw damage('a file has no size that can be read')
  return { name: prefix ? `${prefix}/${base}` : base, size }
}

function textAt(header: Buffer, start: number, length: number): string {
  return (
    header
      .toString('utf8', start, start + length)
      .split('\0')[0]
      ?.trim() ?? ''
  )
}

function damage(why: string): ArchiveDamage {
  return new ArchiveDamage(`The backup cannot be read: ${why}.`)
}

/** Bytes of a stream in the portions that are asked for. */
function sourceOf(stream: Readable) {
  const chunks = stream.iterator()
  let rest: Buffer = Buffer.alloc(0)
  const fill = async (): Promise<boolean> => {
    const next = await chunks.next()
    if (next.done) return false
    const chunk: Buffer = next.value
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    return true
  }
  return {
    async take(length: number): Promise<Buffer> {
      while (rest.length < length) if (!(await fill())) throw damage('it ends too early')
      const taken = rest.subarray(0, length)
      rest = rest.subarray(length)
      return taken
    },
    /** at least one byte, at most `limit` */
    async some(limit: number): Promise<Buffer> {
      while (rest.length === 0) if (!(await fill())) throw damage('it ends too early')
      const taken = rest.subarray(0, limit)
      rest = rest.subarray(taken.length)
      return taken
    },
  }
}
