import { parentPort, workerData } from 'node:worker_threads'
import { type DigestAsked, digestNow } from './digest.ts'

// The thread that reads a large file for its digest, beside the query that counts it. It is stopped by being ended.
const port = parentPort
if (port === null) throw new Error('this file is a thread of a run and is not imported')
port.postMessage(digestNow(asked(workerData), () => undefined))

/** Written by `digestOf` alone, in the same process. */
function asked(data: unknown): DigestAsked {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- both ends of this wire are in this folder
  return data as DigestAsked
}
