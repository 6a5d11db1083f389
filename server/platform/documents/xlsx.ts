import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import writeXlsxFile, { type Cell as Written } from 'write-excel-file/node'
import type { Cell, Table } from './document.ts'
import { withFixedTimes } from './repeatable-zip.ts'
import { plainText, printable } from './text.ts'
import { ink } from './typography.ts'

/** One sheet: a name and a table. Days and instants of the table stay dates, numbers stay numbers. */
export type Sheet = Pick<Table, 'columns' | 'rows'> & { name: string }

/** The most rows that a sheet can hold, its header among them: Excel's and LibreOffice's own limit. */
export const rowsOfASheet = 1_048_576
const charactersOfACell = 32_767

// Cells that take long enough to pack that requests would be felt waiting for it.
const packedBeside = 20_000

/**
 * Tables as an Excel workbook, a sheet each: the header row stays in sight, columns are as wide as their content asks for.
 * A text is always a text, never a formula, whatever it begins with. Equal tables give equal bytes. Large ones are packed by
 * a thread beside. Throws on a table that has more rows than a sheet can hold (`rowsOfASheet`), and on a number that is none.
 */
export async function renderXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  for (const { rows } of sheets)
    if (rows.length >= rowsOfASheet) throw new Error(`a sheet cannot hold ${rows.length} rows`)
  const cells = sheets.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0)
  return cells < packedBeside ? await packXlsx(sheets) : await packInThread(sheets)
}

async function packInThread(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const thread = new Worker(new URL('./xlsx-thread.ts', import.meta.url), { workerData: sheets, env: {}, execArgv: [] })
  const [packed] = await once(thread, 'message')
  return asBytes(packed)
}

// What comes from the thread is what xlsx-thread.ts sends; nothing else has its other end.
function asBytes(message: unknown): Uint8Array {
  return message as Uint8Array
}

/** The work itself, in whichever thread. */
export async function packXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = distinctNames(sheets)
  const written = sheets.map(({ columns, rows }, index) => ({
    sheet: names[index] ?? '',
    data: [columns.map(({ title }) => header(title)), ...rows.map((row) => columns.map((_, at) => cell(row[at])))],
    columns: columns.map(({ title }, at) => ({ width: widthOf(title, rows, at) })),
    stickyRowsCount: 1,
  }))
  return withFixedTimes(await writeXlsxFile(written).toBuffer())
}

function header(title: string): Written {
  return {
    value: escaped(printable(title)),
    type: String,
    fontWeight: 'bold',
    backgroundColor: `#${ink.panel}`,
    alignVertical: 'top',
    wrap: true,
  }
}

function cell(value: Cell | undefined): Written {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is no number of a sheet`)
    return { value, type: Number, alignVertical: 'top' }
  }
  if (typeof value !== 'string' && !Array.isArray(value)) {
    const [at, format] = value.kind === 'day' ? [value.day, 'yyyy-mm-dd'] : [value.instant, 'yyyy-mm-dd hh:mm:ss']
    return { value: new Date(at), type: Date, format, align: 'left', alignVertical: 'top' }
  }
  const text = cut(printable(plainText(value)))
  return text === '' ? null : { value: escaped(text), type: String, alignVertical: 'top', wrap: true }
}

/** What a cell cannot hold is left out, and the cell says so. */
function cut(text: string): string {
  if (text.length <= charactersOfACell) return text
  const notice = ' […] (cut: a cell holds no more; the record and the CSV have all of it)'
  return text.slice(0, charactersOfACell - notice.length).toWellFormed() + notice
}

const namesOfEveryObject = new Set(Object.getOwnPropertyNames(Object.prototype))

/**
 * The format reads `_x0041_` in a text as the character with that code, so such a text is escaped, as the format asks; and the
 * replacement character is written that way, because the library drops it. A text that is a name every object has
 * (“constructor”) would be taken by the library for a text that it has written already.
 */
function escaped(text: string): string {
  const safe = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_')
  if (!namesOfEveryObject.has(safe)) return safe
  return `_x${safe.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${safe.slice(1)}`
}

/** Wide enough for the longest line of the column, within what a screen shows; in characters. */
function widthOf(title: string, rows: readonly Cell[][], at: number): number {
  let longest = title.length
  for (const row of rows) {
    for (const line of plainText(row[at] ?? null).split('\n')) longest = Math.max(longest, line.length)
  }
  return Math.min(60, Math.max(8, longest + 2))
}

/** Names as Excel takes them: at most 31 characters, some not among them, no two alike. */
function distinctNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const base =
      printable(name)
        .replace(/[[\]/\\:*?']/g, ' ')
        .trim() || 'Sheet'
    let free = base.slice(0, 31)
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${base.slice(0, 27)} ${count}`
    taken.add(free.toLowerCase())
    return free
  })
}
