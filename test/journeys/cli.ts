import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './server.ts'

/** Runs `assay …` as a process of its own, as a person does in a terminal. Throws with what it said when it fails. */
export async function assay(args: string[], environment: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'cli/assay.js'), ...args], {
    env: { ...process.env, ...environment },
  })
  return stdout
}
