import type { Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import type { RunFiles, RunOutcome } from './run.ts'

export type RunRequest = {
  plan: Plan
  /** Absolute paths. They are opened for reading only. */
  files: RunFiles
  /** A folder of this run alone, for what does not fit into memory; it is the caller's to remove. */
  workDirectory: string
  /** Of the query engine, such as "256MB" (default "1GB"). */
  memoryLimit?: string
  /** Of the query engine (default 2). The result does not depend on it. */
  threads?: number
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Runs a plan over files in a thread of its own. */
export async function runMeasurement(_request: RunRequest): Promise<RunOutcome> {
  throw new Error('not yet')
}
