import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough } from 'node:stream'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Manifest } from './contents.ts'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

export type Archive = {
  /** Takes a file in whose size is known; what it notes goes into the manifest. */
  add(name: string, size: number, content: AsyncIterable<Uint8Array>, rows?: number): Promise<void>
  files: Manifest['files']
  /** Ends the archive; only then does it have its name, so that nobody finds half of one. */
  finish(): Promise<void>
  /** Removes what was written. */
  discard(): Promise<void>
}

export function openArchive(path: string, createdAt: Date): Archive {
  const draft = `${path}.part`
  const tar = new PassThrough({ highWaterMark: 1 << 20 })
  const written = pipeline(tar, createGzip({ level: 3 }), createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
  // A full disk is told by whoever writes next, and by finish.
  written.catch((cause: unknown) => tar.destroy(cause instanceof Error ? cause : new Error(String(cause))))
  const files: Manifest['files'] = []
  const write = async (bytes: Uint8Array) => {
    if (tar.destroyed) await written
    if (!tar.write(bytes)) await Promise.race([once(tar, 'drain'), written])
  }
  return {
    files,
    async add(name, size, content, rows) {
      const hash = createHash('sha256')
      await write(tarHeader(name, size, createdAt))
      let seen = 0
      for await (const chunk of content) {
        seen += chunk.length
        hash.update(chunk)
        await write(chunk)
      }
      if (seen !== size) throw new Error(`${name} has ${seen} bytes instead of ${size}`)
      await write(tarPadding(size))
      files.push(noted({ name, size, hash, rows }))
    },
    async finish() {
      tar.end(tarEnd)
      await written
      await sync(draft)
      await rename(draft, path)
      await sync(dirname(path))
    },
    async discard() {
      tar.destroy()
      await written.catch(() => undefined)
      await rm(draft, { force: true })
    },
  }
}

function noted({ name, size, hash, rows }: { name: string; size: number; hash: Hash; rows: number | undefined }) {
  return { name, size, sha256: hash.digest('hex'), ...(rows !== undefined && { rows }) }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
