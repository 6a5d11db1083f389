import { Worker } from 'node:worker_threads'
import type { LossTogether } from '@assay/measures'
import type { SimulationInputs } from './inputs.ts'

export type Watching = { signal?: AbortSignal; onProgress?: (done: number) => void }
type Told = { done: number } | { result: LossTogether }

/** Simulates in a thread of its own. Gives null when `signal` aborts; rejects for bugs alone, since inputs were checked. */
export async function simulateInThread(
  inputs: SimulationInputs,
  watching: Watching = {},
): Promise<LossTogether | null> {
  const { signal, onProgress } = watching
  if (signal?.aborted) return null
  const { risks, trials, tolerance } = inputs
  const at = tolerance?.points.map(({ loss }) => loss) ?? []
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { risks, trials, at } })
  let stop: () => void = () => undefined
  try {
    return await new Promise<LossTogether | null>((resolve, reject) => {
      stop = () => resolve(null)
      signal?.addEventListener('abort', stop)
      worker.on('message', (told: Told) => {
        if ('result' in told) resolve(told.result)
        else onProgress?.(told.done)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`the thread of a simulation ended with ${code} and no result`)))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
