import { createHash } from 'node:crypto'
import type { Manifest } from './contents.ts'
import type { TarFile } from './tar.ts'

/** What was read of a file: to be held against what the backup noted when it was written. */
export type Noted = Manifest['files'][number]

/** A file's content, counted and hashed while somebody else reads it; `done` tells once it was read. */
export function noted(file: TarFile): { content: AsyncGenerator<Buffer>; done(): Noted } {
  const hash = createHash('sha256')
  const content = async function* () {
    for await (const chunk of file.content()) {
      hash.update(chunk)
      yield chunk
    }
  }
  return { content: content(), done: () => ({ name: file.name, size: file.size, sha256: hash.digest('hex') }) }
}

/** A small file as text; noted among `seen`. */
export async function textOf(file: TarFile, seen: Noted[]): Promise<string> {
  const { content, done } = noted(file)
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  seen.push(done())
  return Buffer.concat(chunks).toString('utf8')
}
