import { parentPort } from 'node:worker_threads'
import type { ColumnDrift } from '@assay/measures/drift'
import { type CompareTask, compareWindows } from './compare-task.ts'

/** What a thread answers to a task: an error as it was thrown. */
export type Compared = { columns: ColumnDrift[] } | { error: unknown }

// A thread that compares columns beside the one that reads them. It is stopped by being ended.
const port = parentPort
if (port === null) throw new Error('this file is a thread of a run and is not imported')
// What comes is written by `Comparers` alone, in the same process.
port.on('message', (task: CompareTask) => port.postMessage(answerTo(task)))

function answerTo(task: CompareTask): Compared {
  try {
    return { columns: compareWindows(task) }
  } catch (error) {
    return { error }
  }
}
