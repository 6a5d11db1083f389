import { stringify } from 'csv-stringify/sync'
import type { Cell, Table } from './document.ts'
import { plainText } from './text.ts'

/**
 * A table as RFC 4180: comma, CRLF, quotes doubled, one header line, UTF-8. `bom` adds the mark by which spreadsheet
 * programs know UTF-8. A text that a spreadsheet would run as a formula (first character = + - @, tab, CR, LF, or a
 * full-width form) gets a leading apostrophe; cells given as numbers stay numbers, also negative ones.
 */
export function renderCsv(table: Pick<Table, 'columns' | 'rows'>, { bom = false } = {}): string {
  const rows = table.rows.map((row) => table.columns.map((_, index) => row[index] ?? null))
  return (bom ? '\uFEFF' : '') + csvLines([table.columns.map(({ title }) => title), ...rows])
}

/** Lines of such a table, for a file that is written part by part. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : neutral(plainText(cell)))),
  )
  return stringify(safe, { record_delimiter: '\r\n' })
}

function neutral(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
