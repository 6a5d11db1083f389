import {
  constants,
  copyFileSync,
  fchownSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'

/** A file grows to this many bytes before it becomes the one older file that is kept. */
const largest = 10_000_000

export function logOf(directory: string): string {
  return join(directory, 'postgresql.log')
}

/** Opens the log for PostgreSQL to append to, rotated when it is large; it belongs to whom the folder belongs to. */
export function openLog(directory: string): number {
  rotateLog(directory)
  // Root must not append to what a link in somebody else's folder names.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW
  const log = openSync(logOf(directory), flags, 0o600)
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(directory)
    fchownSync(log, uid, gid)
  }
  return log
}

/**
 * Copies a large log aside and empties it in place: the server keeps its open file and appends from the new start.
 * PostgreSQL's own log collector would be one process more, and one that outlives the server it serves.
 */
export function rotateLog(directory: string): void {
  const path = logOf(directory)
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile() || found.size < largest) return
  rmSync(`${path}.1`, { force: true })
  copyFileSync(path, `${path}.1`, constants.COPYFILE_EXCL)
  truncateSync(path)
}

/** Rotates now and then while the process runs, without keeping it running. */
export function keepLogSmall(directory: string): { stop(): void } {
  const timer = setInterval(() => rotateLog(directory), 10 * 60_000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** What the server said last, after the first `from` bytes of its log. */
export function lastLines(directory: string, from: number): string {
  const path = logOf(directory)
  if (!statSync(path, { throwIfNoEntry: false })) return ''
  return readFileSync(path).subarray(from).toString().slice(-2000).trim()
}
