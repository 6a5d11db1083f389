import { once } from 'node:events'
import type { PassThrough } from 'node:stream'
import { type Cell, csvLines, type Language, renderXlsx } from '../documents/index.ts'
import type { ExportColumn } from './cells.ts'

const patienceMilliseconds = 30_000

/** Writes the rows of a list as they come, and at the end where they come from. */
export type Writer = {
  rows(cells: Cell[][]): Promise<void>
  end(provenance: string, language: Language): Promise<void>
}

export function csvTo(file: PassThrough, columns: readonly ExportColumn[]): Writer {
  let head = `\uFEFF${csvLines([columns.map(({ title }) => title)])}`
  const blank = columns.slice(1).map(() => null)
  return {
    async rows(cells) {
      await send(file, head + csvLines(cells))
      head = ''
    },
    async end(provenance) {
      await send(file, csvLines([[provenance, ...blank]]))
      file.end()
    },
  }
}

export function workbookTo(file: PassThrough, columns: readonly ExportColumn[], url: string): Writer {
  const all: Cell[][] = []
  const head = columns.map(({ title }) => ({ title }))
  return {
    rows(cells) {
      all.push(...cells)
      return Promise.resolve()
    },
    async end(provenance, language) {
      const title = language === 'de' ? 'Herkunft' : 'Provenance'
      const sheets = [
        { name: url.replace('/api/v1/', ''), columns: head, rows: all },
        { name: title, columns: [{ title }], rows: provenance.split('; ').map((line) => [line]) },
      ]
      file.end(await renderXlsx(sheets))
    },
  }
}

/** Writes no faster than the reader reads; one that stands still does not hold the database's snapshot for ever. */
async function send(file: PassThrough, text: string): Promise<void> {
  if (file.write(text)) return
  const gone = new AbortController()
  const leave = () => gone.abort()
  file.once('close', leave)
  await once(file, 'drain', { signal: AbortSignal.any([gone.signal, AbortSignal.timeout(patienceMilliseconds)]) })
  file.off('close', leave)
}
