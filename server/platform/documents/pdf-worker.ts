import { parentPort } from 'node:worker_threads'
import type { Document } from './document.ts'
import { compilePdf } from './pdf-compile.ts'

export type PdfOrder = { order: number; document: Document }
export type PdfAnswer = { order: number; pdf: Uint8Array } | { order: number; failure: string }

parentPort?.on('message', ({ order, document }: PdfOrder) => {
  parentPort?.postMessage(answer(order, document))
})

function answer(order: number, document: Document): PdfAnswer {
  try {
    return { order, pdf: compilePdf(document) }
  } catch (error) {
    return { order, failure: error instanceof Error ? error.message : String(error) }
  }
}
