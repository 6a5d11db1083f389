import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bornAt } from './process-table.ts'
import { ClusterRefusal } from './refusal.ts'

/** Held by the one process that starts and stops the database in a folder. */
export type SupervisorLock = { release(): void }

type Holder = { pid: number; born: string }

/**
 * Takes the folder's lock or refuses with `already-supervised`. The holder is known by process id and start, so one that
 * was killed, or whose id another program has got since, does not keep the folder locked.
 */
export function lockDirectory(directory: string): SupervisorLock {
  const path = join(directory, 'supervisor.lock')
  const own = JSON.stringify({ pid: process.pid, born: bornAt(process.pid) ?? '' } satisfies Holder)
  for (let attempt = 0; attempt < 20; attempt++) {
    if (claim(path, own)) return { release: () => release(path, own) }
    const found = read(path)
    if (found === null) continue
    const holder = parse(found)
    if (holder && bornAt(holder.pid) === holder.born) refuse(directory, holder.pid)
    setAside(path, found)
  }
  throw new ClusterRefusal('already-supervised', `Several processes open ${directory} at once. Start Assay only once.`)
}

/** A hard link appears with its content and never replaces a file, so no one sees an empty or a shared lock. */
function claim(path: string, own: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, own, { mode: 0o644 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes a dead holder's lock; another process may have done that and locked anew, whose lock is then put back. */
function setAside(path: string, found: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
    if (read(aside) !== found) linkSync(aside, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EEXIST')))
      throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function release(path: string, own: string): void {
  if (read(path) === own) rmSync(path, { force: true })
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('born' in value)) return null
    return typeof value.pid === 'number' && typeof value.born === 'string' ? { pid: value.pid, born: value.born } : null
  } catch {
    return null
  }
}

function refuse(directory: string, pid: number): never {
  throw new ClusterRefusal(
    'already-supervised',
    `Assay already runs on ${directory} (process ${pid}). Use that one, stop it first, or choose another data directory.`,
  )
}
