import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const shape = /^before-\d{8}T\d{6}Z(?:-\d+)?\.tar\.gz$/

/** A name for a backup made now: sorted by name they are sorted by age. */
export function datedName(prefix: string, now: Date): string {
  return `${prefix}-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.tar.gz`
}

/** The file of the next automatic backup. */
export function automaticTarget(folder: string, now: Date): string {
  const name = datedName('before', now)
  return existsSync(join(folder, name))
    ? join(folder, name.replace('.tar.gz', `-${process.pid}.tar.gz`))
    : join(folder, name)
}

/** Keeps the newest automatic backups; those that somebody made by hand are nobody's to remove. */
export function keepNewest(folder: string, count: number): void {
  const names = readdirSync(folder)
    .filter((name) => shape.test(name))
    .toSorted()
  for (const name of names.slice(0, -count)) rmSync(join(folder, name), { force: true })
}
