import { execFileSync } from 'node:child_process'

/** Copies a folder with its owners and permissions, which PostgreSQL insists on. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-Rp', `${from}/.`, to])
}
