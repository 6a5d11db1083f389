import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type PathRefusal = { kind: 'no-data-folder' } | { kind: 'no-such-path' }

/**
 * The absolute path of a file in the operator's folder. Links are followed first, so that nothing leads out of the folder; what
 * lies outside, is no file or is not there is refused alike, so that nobody learns what else the machine has.
 */
export async function findInFolder(folder: string | null, path: string): Promise<Result<string, PathRefusal>> {
  if (folder === null) return refuse({ kind: 'no-data-folder' })
  if (isAbsolute(path) || path.includes('\0')) return refuse({ kind: 'no-such-path' })
  try {
    const root = await realpath(folder)
    const found = await realpath(join(root, path))
    if (!found.startsWith(`${root}${sep}`)) return refuse({ kind: 'no-such-path' })
    return (await stat(found)).isFile() ? ok(found) : refuse({ kind: 'no-such-path' })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return refuse({ kind: 'no-such-path' })
    throw cause
  }
}
