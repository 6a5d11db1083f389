import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * As root the data lies where services keep it, else in the person's own share folder. This file loads nothing of ours: it is asked before
 * anything else is loaded.
 */
export function usualDataFolder(): string {
  if (process.getuid?.() === 0) return '/var/lib/assay'
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'assay')
}
