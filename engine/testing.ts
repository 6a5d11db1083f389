import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Execution, execute } from './execute.ts'
import type { PlanInput } from './plan.ts'
import { checkPlan } from './read-plan.ts'
import type { Run, RunFiles, RunOutcome } from './run.ts'

// For the tests of this package: folders that go away, plans that must be right, and the shared datasets where they are.

const shared = new URL('../../shared/datasets/', import.meta.url)
export const sharedDatasets = existsSync(shared)
if (!sharedDatasets) process.stderr.write('Skipped: the shared datasets are not beside the repository.\n')

export function dataset(name: string): string {
  return fileURLToPath(new URL(name, shared))
}

/** A reference file; its shape is what the test that reads it says. */
export function reference<Shape>(name: string): Shape {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- published files of one shape
  return JSON.parse(readFileSync(new URL(`reference/${name}`, shared), 'utf8')) as Shape
}

export type Scratch = {
  folder: string
  write: (name: string, content: string | Uint8Array) => string
  remove: () => void
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'assay-engine-'))
  return {
    folder,
    write: (name, content) => {
      const file = join(folder, name)
      writeFileSync(file, content)
      return file
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

type Options = Partial<Pick<Execution, 'memoryLimit' | 'threads'>>

/** Runs a plan in this thread. Throws where the plan itself is wrong, which no test of running is about. */
export async function outcomeOf(
  at: Scratch,
  plan: PlanInput,
  files: RunFiles | string,
  options: Options = {},
): Promise<RunOutcome> {
  const read = checkPlan(plan)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const asked = {
    plan: read.plan,
    files: typeof files === 'string' ? { data: files } : files,
    workDirectory: at.folder,
  }
  return await execute(
    { memoryLimit: '1GB', threads: 2, ...asked, ...options },
    { signal: new AbortController().signal, onProgress: () => undefined },
  )
}

/** A run that must come about. */
export async function runOf(...asked: Parameters<typeof outcomeOf>): Promise<Run> {
  const outcome = await outcomeOf(...asked)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.run
}

/** The messages of a refusal, each with its path; empty where the run came about. */
export async function problemsOf(...asked: Parameters<typeof outcomeOf>): Promise<string[]> {
  const outcome = await outcomeOf(...asked)
  if (outcome.ok || outcome.kind !== 'refused') return []
  return outcome.problems.map(({ path, message }) => `${path}: ${message}`)
}

/** The result of a run as what its kind is known to write. */
export function resultOf<Shape>(run: Run): Shape {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  return run.result as unknown as Shape
}
