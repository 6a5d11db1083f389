import { parentPort, workerData } from 'node:worker_threads'
import type { QuantifiedRisk } from '@assay/measures'
// By its path: to load the whole package takes longer than to simulate a risk.
import { simulateTogether } from '../../../../measures/simulation/together.ts'

// The thread of one simulation. It is ended from outside when somebody calls the simulation off.
const port = parentPort
if (port === null) throw new Error('this file is the thread of a simulation and is not imported')
const { risks, trials, at } = taken(workerData)
const onProgress = (done: number) => port.postMessage({ done })
port.postMessage({ result: simulateTogether(risks, { trials, at, onProgress }) })
port.close()

/** Written by `simulateInThread` alone, in the same process. */
function taken(data: unknown): { risks: QuantifiedRisk[]; trials: number; at: number[] } {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- both ends of this wire are in this folder
  return data as { risks: QuantifiedRisk[]; trials: number; at: number[] }
}
