import { parentPort, workerData } from 'node:worker_threads'
import { type Execution, execute } from './execute.ts'

// The thread of one run. It takes its work from `workerData`, tells progress as it goes, and stops when it is told anything at all.
const port = parentPort
if (port === null) throw new Error('this file is the thread of a run and is not imported')
const cancel = new AbortController()
port.once('message', () => cancel.abort())
const outcome = await execute(taken(workerData), {
  signal: cancel.signal,
  onProgress: (progress) => port.postMessage({ progress }),
})
port.postMessage({ outcome })
port.close()

/** Written by `runMeasurement` alone, in the same process. */
function taken(data: unknown): Execution {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- both ends of this wire are in this folder
  return data as Execution
}
