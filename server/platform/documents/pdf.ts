import { Worker } from 'node:worker_threads'
import type { Document } from './document.ts'
import type { PdfAnswer } from './pdf-worker.ts'

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (failure: Error) => void }
type Press = { thread: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null }

// Long enough for a person to print a second time, short enough that an idle server does not keep the fonts in memory.
const idleMilliseconds = 20_000

let press: Press | null = null
let orders = 0

/**
 * A tagged PDF/A-2a of the document. Set in a worker thread, one document after the other, so no request waits for it;
 * the thread starts with the first document and ends when none has come for a while. Throws when the setter fails,
 * which is a bug: every document of the type can be set.
 */
export function renderPdf(document: Document): Promise<Uint8Array> {
  press ??= start()
  const { thread, waiting, idle } = press
  if (idle) clearTimeout(idle)
  const order = ++orders
  return new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(order, { resolve, reject })
    thread.ref()
    thread.postMessage({ order, document })
  })
}

/** Ends the thread at once (graceful stop, tests); documents still waiting are refused. */
export async function stopPdf(): Promise<void> {
  const stopping = press
  if (!stopping) return
  dismiss(stopping)
  await stopping.thread.terminate()
}

function start(): Press {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  const started: Press = { thread, waiting: new Map(), idle: null }
  thread.on('message', (answer: PdfAnswer) => {
    settle(started, answer)
    if (started.waiting.size === 0) rest(started)
  })
  thread.on('error', (error) => abandon(started, error instanceof Error ? error : new Error(String(error))))
  thread.on('exit', () => abandon(started, new Error('the PDF thread was stopped before the document was ready')))
  return started
}

function settle({ waiting }: Press, answer: PdfAnswer): void {
  const found = waiting.get(answer.order)
  waiting.delete(answer.order)
  if ('pdf' in answer) found?.resolve(answer.pdf)
  else found?.reject(new Error(`PDF: ${answer.failure}`))
}

/** With nothing to do the thread neither keeps the process alive nor stays for long. */
function rest(resting: Press): void {
  resting.thread.unref()
  resting.idle = setTimeout(() => {
    dismiss(resting)
    void resting.thread.terminate()
  }, idleMilliseconds)
  resting.idle.unref()
}

/** From here on the next document starts a thread of its own. */
function dismiss(dismissed: Press): void {
  if (dismissed.idle) clearTimeout(dismissed.idle)
  if (press === dismissed) press = null
}

function abandon(ended: Press, reason: Error): void {
  dismiss(ended)
  for (const { reject } of ended.waiting.values()) reject(reason)
  ended.waiting.clear()
}
