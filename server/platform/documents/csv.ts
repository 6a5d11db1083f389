import { stringify } from 'csv-stringify/sync'
import type { Table } from './document.ts'
import { plainText } from './text.ts'

/**
 * A table as RFC 4180: comma, CRLF, quotes doubled, one header line, UTF-8. `bom` adds the mark by which spreadsheet
 * programs know UTF-8. A text that a spreadsheet would run as a formula (first character = + - @, tab, CR, LF, or a
 * full-width form) gets a leading apostrophe; cells given as numbers stay numbers, also negative ones.
 */
export function renderCsv(table: Pick<Table, 'columns' | 'rows'>, { bom = false } = {}): string {
  const rows = table.rows.map((row) =>
    table.columns.map((_, index) => {
      const cell = row[index] ?? null
      return typeof cell === 'number' ? String(cell) : neutral(plainText(cell))
    }),
  )
  const header = table.columns.map((column) => neutral(column.title))
  return stringify([header, ...rows], { bom, record_delimiter: '\r\n' })
}

function neutral(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
