import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lets no process that is started from here on reach a host but this one. `end` throws with every attempt there was;
 * `directory` may be gone after that.
 */
export function guardAgainstOutside(directory: string): { end(): void } {
  const attempts = join(directory, 'outside-hosts')
  writeFileSync(attempts, '')
  const guard = new URL(`./no-outside.mjs?attempts=${encodeURIComponent(attempts)}`, import.meta.url)
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${guard.href}`.trim()
  return {
    end() {
      const outside = readFileSync(attempts, 'utf8')
      if (outside) throw new Error(`The tests asked for hosts outside of this machine:\n${outside}`)
    },
  }
}
