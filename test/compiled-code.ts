import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * One place for compiled code of every process that the tests start. Each house keeps its own in its own data folder, and the houses
 * of the tests are all new: every start of one would compile the whole product again.
 */
export function shareCompiledCode(): void {
  const folder = fileURLToPath(new URL('../node_modules/.cache/assay-compiled', import.meta.url))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  process.env['NODE_COMPILE_CACHE'] = folder
}
