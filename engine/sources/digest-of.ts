import { Worker } from 'node:worker_threads'
import { type Digest, type DigestAsked, digestNow } from './digest.ts'
import type { FileIdentity } from './identity.ts'

/** A file of this many bytes is read in a thread of its own; to start one costs as much as to read the half. */
const worthAThread = 32 * 1024 * 1024

/** The digest of a file's bytes, read beside whatever else the run does. Rejects when `signal` aborts. */
export async function digestOf({ path, bytes }: FileIdentity, lines: boolean, signal: AbortSignal): Promise<Digest> {
  const asked: DigestAsked = { path, lines }
  if (bytes < worthAThread) return digestNow(asked, () => signal.throwIfAborted())
  const thread = new Worker(new URL('digest-thread.ts', import.meta.url), { workerData: asked })
  const stop = () => void thread.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await new Promise<Digest>((resolve, reject) => {
      thread.on('message', (digest: Digest) => resolve(digest))
      thread.on('error', reject)
      thread.on('exit', (code) => reject(new Error(`the thread that reads the file ended with ${code}`)))
      if (signal.aborted) stop()
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await thread.terminate()
  }
}
