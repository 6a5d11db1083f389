import { readFile } from 'node:fs/promises'
import type { DriftReference } from '@assay/measures/drift/columns'
import type { FileIdentity } from '../sources/identity.ts'
import { refuse } from '../sources/problem.ts'

/** A reference that was frozen earlier, if the file is one. It begins with its format, as canonical JSON and as people write it. */
export async function frozenIn({ role, name, path }: FileIdentity, head: Buffer): Promise<DriftReference | null> {
  if (!head.subarray(0, 4_000_000).includes('"assay-drift-reference"')) return null
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'))
    // Loaded for the few files that are references.
    const { isFrozenReference } = await import('./frozen-shape.ts')
    if (isFrozenReference(read)) return read
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return refuse(role, `${name} looks like a frozen reference, and is none that this version can read; freeze it again`)
}
