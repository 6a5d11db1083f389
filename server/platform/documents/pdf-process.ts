import type { Document } from './document.ts'
import { compilePdf } from './pdf-compile.ts'

export type PdfOrder = { order: number; document: Document }
export type PdfAnswer = { order: number; pdf: Uint8Array } | { order: number; failure: string }

// The whole of a process that sets documents for `renderPdf`. It ends by itself when its parent is gone.
process.on('message', ({ order, document }: PdfOrder) => {
  process.send?.(answer(order, document), undefined, undefined, (failed) => {
    // Nobody is left to hand the document to.
    if (failed) process.exit()
  })
})

// Ctrl-C reaches every process of a terminal; the server finishes its requests first, then closes the channel.
process.on('SIGINT', () => undefined)

function answer(order: number, document: Document): PdfAnswer {
  try {
    return { order, pdf: compilePdf(document) }
  } catch (error) {
    return { order, failure: error instanceof Error ? error.message : String(error) }
  }
}
