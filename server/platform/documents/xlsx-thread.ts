import { parentPort, workerData } from 'node:worker_threads'
import { packXlsx, type Sheet } from './xlsx.ts'

// The whole of a thread that packs one large workbook for `renderXlsx`. A failure ends it, and rejects there.
parentPort?.postMessage(await packXlsx(asSheets(workerData)))

function asSheets(data: unknown): Sheet[] {
  return data as Sheet[]
}
