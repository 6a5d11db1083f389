import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** A file grows to this many bytes before it becomes the one older file that is kept. */
const largest = 10_000_000

export function logOf(directory: string): string {
  return join(directory, 'postgresql.log')
}

/** Opens the log for PostgreSQL to append to, rotated when it is large. */
export function openLog(directory: string): number {
  rotateLog(directory)
  return openSync(logOf(directory), 'a', 0o600)
}

/**
 * Copies a large log aside and empties it in place: the server keeps its open file and appends from the new start.
 * PostgreSQL's own log collector would be one process more, and one that outlives the server it serves.
 */
export function rotateLog(directory: string): void {
  const path = logOf(directory)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < largest) return
  copyFileSync(path, `${path}.1`)
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
