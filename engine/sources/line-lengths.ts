import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Compression } from './head.ts'
import type { FileIdentity } from './identity.ts'
import { refuse } from './problem.ts'

/** No line of a CSV file is longer, in bytes. */
export const longestLine = 2_000_000

const lineEnd = 10

/**
 * Looks for a line that is too long while a file's bytes go by. The query engine's reader cuts its input into parts, and has been seen to
 * drop the last line of a file without a word when it is longer than several of them; so this is not left to it. It jumps from line end to
 * line end in strides of the limit, and so costs next to nothing.
 */
export class LongLineWatch {
  #since = 0
  #found = false

  get found(): boolean {
    return this.#found
  }

  see(bytes: Buffer): void {
    const first = bytes.indexOf(lineEnd)
    if (first === -1) {
      this.#since += bytes.length
      this.#found ||= this.#since > longestLine
      return
    }
    this.#found ||= this.#since + first > longestLine
    let at = first
    while (bytes.length - at > longestLine) {
      const next = bytes.subarray(at + 1, at + 2 + longestLine).lastIndexOf(lineEnd)
      if (next === -1) {
        this.#found = true
        return
      }
      at += 1 + next
    }
    this.#since = bytes.length - 1 - bytes.lastIndexOf(lineEnd)
  }
}

/** Throws Refused for a file with a line that is too long. */
export function refuseLongLine({ role, name }: FileIdentity): never {
  return refuse(
    role,
    `${name} has a line that is longer than 2 MB; is a line end or a quote missing, or is this no CSV file?`,
  )
}

/** Looks at the lines of a packed file, which have to be unpacked once more for it. */
export async function watchPackedLines(
  { path }: FileIdentity,
  compression: Compression,
  signal: AbortSignal,
): Promise<LongLineWatch> {
  const watch = new LongLineWatch()
  const unpacked = compression === 'gzip' ? createGunzip() : createZstdDecompress()
  await pipeline(
    createReadStream(path),
    unpacked,
    async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) watch.see(part)
    },
    { signal },
  )
  return watch
}
