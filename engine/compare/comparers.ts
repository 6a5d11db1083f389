import { Worker } from 'node:worker_threads'
import type { ColumnDrift } from '@assay/measures/drift'
import type { CompareTask } from './compare-task.ts'
import type { Compared } from './thread.ts'
import { isUncounted } from './uncounted.ts'

/** Values to sort from which on a thread of its own pays for its start. */
const worthAThread = 200_000

/** So many values are held by two threads at once; more, by one. */
const mostAtOnce = 16_000_000

/**
 * Compares columns: small ones where they are given, values still to be sorted in threads beside the one that reads them, which are started
 * with the first of these. Whoever opens them closes them.
 */
export class Comparers {
  readonly #most: number
  readonly #all: Worker[] = []
  readonly #idle: Worker[] = []
  readonly #waiting: ((thread: Worker) => void)[] = []
  readonly #broken: Promise<never>
  #break: (error: Error) => void = () => undefined

  /** `most`: how many threads there may be. */
  constructor(most: number) {
    this.#most = most
    this.#broken = new Promise((_, reject) => {
      this.#break = reject
    })
    this.#broken.catch(() => undefined)
  }

  /**
   * Hands a column over once a thread is free, so that no more columns are in memory than are looked at and one; values that were read are empty
   * here afterwards. `found` is the drift of each window; it rejects with what the comparison throws.
   */
  async give(task: CompareTask): Promise<{ found: Promise<ColumnDrift[]> }> {
    const values = buffersOf(task).reduce((sum, { byteLength }) => sum + byteLength / Float64Array.BYTES_PER_ELEMENT, 0)
    if (this.#most < 2 || values < worthAThread) {
      // Loaded only here: where threads compare, this one does without the statistics.
      const { compareWindows } = await import('./compare-task.ts')
      return { found: Promise.resolve(compareWindows(task)) }
    }
    const thread = await Promise.race([this.#free(values > mostAtOnce ? 1 : 2), this.#broken])
    const found = Promise.race([this.#answerOf(thread, task), this.#broken])
    // Whoever gave it waits for it later, after others.
    found.catch(() => undefined)
    return { found }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.terminate()))
  }

  async #free(most: number): Promise<Worker> {
    const idle = this.#idle.pop()
    if (idle !== undefined) return idle
    if (this.#all.length >= Math.min(most, this.#most))
      return await new Promise((resolve) => this.#waiting.push(resolve))
    const thread = new Worker(new URL('thread.ts', import.meta.url))
    thread.once('error', this.#break)
    thread.once('exit', (code) => this.#break(new Error(`a thread that compares columns ended with ${code}`)))
    this.#all.push(thread)
    return thread
  }

  async #answerOf(thread: Worker, task: CompareTask): Promise<ColumnDrift[]> {
    const answer = await new Promise<Compared>((resolve) => {
      thread.once('message', resolve)
      thread.postMessage(task, buffersOf(task))
    })
    const next = this.#waiting.shift()
    if (next === undefined) this.#idle.push(thread)
    else next(thread)
    if ('error' in answer) throw answer.error
    return answer.columns
  }
}

function buffersOf({ before, windows }: CompareTask): ArrayBuffer[] {
  const read = [...('read' in before ? [before.read] : []), ...windows].filter((it) => it !== undefined)
  return read.filter(isUncounted).map(({ values }) => values.values.buffer)
}
