import { access, constants, realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DataRole } from '../run.ts'
import { refuse } from './problem.ts'

/** Which file this is, so that the same is still there after the run. */
export type FileIdentity = { role: DataRole; path: string; name: string; bytes: number; mark: string }

/** Throws Refused for what is no file or holds nothing. */
export async function identify(role: DataRole, path: string): Promise<FileIdentity> {
  const real = await realpath(path).catch((error: unknown) => refuse(role, `${basename(path)} ${reasonOf(error)}`))
  const found = await stat(real, { bigint: true })
  if (!found.isFile()) refuse(role, `${basename(path)} is no file; several files are measured one by one`)
  if (found.size === 0n) refuse(role, `${basename(path)} is empty`)
  await access(real, constants.R_OK).catch((error: unknown) => refuse(role, `${basename(path)} ${reasonOf(error)}`))
  return { role, path: real, name: basename(path), bytes: Number(found.size), mark: markOf(found) }
}

/** Throws Refused where the file was replaced or written to since it was identified: its numbers and its hash would be of different files. */
export async function mustBeUnchanged({ role, path, name, mark }: FileIdentity): Promise<void> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  if (found === null || markOf(found) !== mark) {
    refuse(role, `${name} was changed or replaced while it was measured; run again when nothing writes to it`)
  }
}

type Stat = { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint }

function markOf({ dev, ino, size, mtimeNs, ctimeNs }: Stat): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(':')
}

function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'does not exist'
  if (code === 'EACCES') return 'may not be read'
  return `cannot be opened (${String(code)})`
}
