import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Document } from './document.ts'
import type { PdfAnswer, PdfOrder } from './pdf-process.ts'

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (failure: Error) => void }
type Press = { child: ChildProcess; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null }

// Long enough for a person to print a second time, short enough that an idle server does not keep the memory.
const idleMilliseconds = 20_000

let press: Press | null = null
let orders = 0

/**
 * A tagged PDF/A-2a of the document. Set beside the server, one document after the other, so no request waits for it.
 * Throws when the setter fails, which is a bug: every document of the type can be set.
 *
 * A process and not a thread, for three reasons that were measured: the compiler's fonts and caches (130 MB) go back to
 * the machine only with a process; an environment of its own hides the machine's fonts, so that equal documents give
 * equal bytes on every machine; and a crash in native code ends no server.
 */
export function renderPdf(document: Document): Promise<Uint8Array> {
  press ??= start()
  const used = press
  if (used.idle) clearTimeout(used.idle)
  const order = ++orders
  return new Promise<Uint8Array>((resolve, reject) => {
    used.waiting.set(order, { resolve, reject })
    used.child.ref()
    used.child.channel?.ref()
    used.child.send({ order, document } satisfies PdfOrder, (error) => {
      if (error) abandon(used, error)
    })
  })
}

/** Ends the process at once (graceful stop, tests); documents still waiting are refused. */
export async function stopPdf(): Promise<void> {
  const stopping = press
  if (!stopping) return
  dismiss(stopping)
  const gone = once(stopping.child, 'exit')
  stopping.child.ref()
  stopping.child.kill('SIGKILL')
  await gone
}

function start(): Press {
  const child = fork(fileURLToPath(new URL('./pdf-process.ts', import.meta.url)), {
    // Nothing of the server's environment (secrets, flags) goes along, but what Windows needs to start a process.
    env: {
      FONTCONFIG_FILE: fileURLToPath(new URL('./compiler-fonts-only.conf', import.meta.url)),
      ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
    },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const started: Press = { child, waiting: new Map(), idle: null }
  child.on('message', (answer) => {
    settle(started, asAnswer(answer))
    if (started.waiting.size === 0) rest(started)
  })
  child.on('error', (error) => abandon(started, error))
  child.on('exit', () => abandon(started, new Error('the PDF process ended before the document was ready')))
  return started
}

/** What comes over the channel is what pdf-process.ts sends; nothing else has its other end. */
function asAnswer(message: unknown): PdfAnswer {
  return message as PdfAnswer
}

function settle({ waiting }: Press, answer: PdfAnswer): void {
  const found = waiting.get(answer.order)
  waiting.delete(answer.order)
  if ('pdf' in answer) found?.resolve(answer.pdf)
  else found?.reject(new Error(`PDF: ${answer.failure}`))
}

/** With nothing to do it neither keeps the server alive nor stays for long. */
function rest(resting: Press): void {
  resting.child.unref()
  resting.child.channel?.unref()
  resting.idle = setTimeout(() => {
    dismiss(resting)
    resting.child.disconnect()
  }, idleMilliseconds)
  resting.idle.unref()
}

/** From here on the next document starts a process of its own. */
function dismiss(dismissed: Press): void {
  if (dismissed.idle) clearTimeout(dismissed.idle)
  if (press === dismissed) press = null
}

function abandon(ended: Press, reason: Error): void {
  dismiss(ended)
  for (const { reject } of ended.waiting.values()) reject(reason)
  ended.waiting.clear()
}
