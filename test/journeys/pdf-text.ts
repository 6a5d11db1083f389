import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** All words of a PDF, page after page, with single spaces between them. */
export async function pdfText(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
  const pages: string[] = []
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    }
  } finally {
    await task.destroy()
  }
  return pages.join(' ').replaceAll(/\s+/g, ' ')
}
