import { Worker } from 'node:worker_threads'
import type { Execution } from './execute.ts'
import type { Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import type { FreezeOutcome, RunFiles, RunOutcome } from './run.ts'

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

/** What the thread is handed. */
export type WorkerTask = Execution & { freeze: boolean }

type Told<Outcome> = { progress: Progress } | { outcome: Outcome }

/**
 * Runs a plan over files in a thread of its own. Progress never goes back. When `signal` aborts, the query is interrupted and the outcome is
 * `cancelled`. Rejects for bugs only: whatever the input is to blame for is a refusal.
 */
export async function runMeasurement(request: RunRequest): Promise<RunOutcome> {
  return await inThread<RunOutcome>(request, false)
}

/**
 * Freezes a file's columns (`files.data`) as the reference of later drift runs, as a drift plan says which and how. The result is plain
 * JSON without rows, the same bytes for the same file; where it comes from stands in `data`.
 */
export async function freezeDriftReference(request: RunRequest): Promise<FreezeOutcome> {
  return await inThread<FreezeOutcome>(request, true)
}

async function inThread<Outcome>(request: RunRequest, freeze: boolean): Promise<Outcome | Cancelled> {
  const { plan, files, workDirectory, memoryLimit = '1GB', threads = 2, signal, onProgress } = request
  if (signal?.aborted === true) return { ok: false, kind: 'cancelled' }
  const task: WorkerTask = { plan, files, workDirectory, memoryLimit, threads, freeze }
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: task })
  const stop = () => worker.postMessage('stop')
  signal?.addEventListener('abort', stop)
  let percent = 0
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      worker.on('message', (told: Told<Outcome>) => {
        if ('outcome' in told) return resolve(told.outcome)
        percent = Math.max(percent, Math.round(told.progress.percent))
        onProgress?.({ stage: told.progress.stage, percent })
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the thread of the run ended with ${code} and no outcome`)))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

type Cancelled = { ok: false; kind: 'cancelled' }
