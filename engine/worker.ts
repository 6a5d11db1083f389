import { parentPort, workerData } from 'node:worker_threads'
import { execute, executeFreeze } from './execute.ts'
import type { Progress } from './progress.ts'
import type { WorkerTask } from './run-measurement.ts'

// The thread of one run. It takes its work from `workerData`, tells progress as it goes, and stops when it is told anything at all.
const port = parentPort
if (port === null) throw new Error('this file is the thread of a run and is not imported')
const cancel = new AbortController()
port.once('message', () => cancel.abort())
const { freeze, ...execution } = taken(workerData)
const watching = { signal: cancel.signal, onProgress: (progress: Progress) => port.postMessage({ progress }) }
const outcome = freeze ? await executeFreeze(execution, watching) : await execute(execution, watching)
port.postMessage({ outcome })
port.close()

/** Written by `runMeasurement` alone, in the same process. */
function taken(data: unknown): WorkerTask {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- both ends of this wire are in this folder
  return data as WorkerTask
}
