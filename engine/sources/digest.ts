import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { LongLineWatch } from './line-lengths.ts'

/** SHA-256 of a file's bytes in lower-case hexadecimal and, where lines are watched, whether one of them is too long. */
export type Digest = { sha256: string; longLine: boolean }

/** What is read, and whether lines are watched on the way: those of a file that is not packed. */
export type DigestAsked = { path: string; lines: boolean }

const part = 1024 * 1024

/** Reads a file once, from its beginning to its end. Blocks its thread; `between` is called after each part and may throw to stop. */
export function digestNow({ path, lines }: DigestAsked, between: () => void): Digest {
  const hash = createHash('sha256')
  const watch = new LongLineWatch()
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(part)
    for (;;) {
      const size = readSync(file, buffer, 0, part, null)
      if (size === 0) return { sha256: hash.digest('hex'), longLine: watch.found }
      const bytes = buffer.subarray(0, size)
      hash.update(bytes)
      if (lines) watch.see(bytes)
      between()
    }
  } finally {
    closeSync(file)
  }
}
