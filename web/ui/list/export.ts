import { api, type ListAnswer } from '../api.ts'
import { asOfHeader } from '../as-of.ts'
import type { Column, Shown } from './types.ts'

const perRequest = 200

/** Reads every row that the list matches, page after page, and gives the file to the browser. */
export async function exportCsv<Row>(name: string, path: string, shown: Shown, columns: Column<Row>[], asOf?: string) {
  const rows: Row[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: Record<string, string> = { ...shown.query, limit: String(perRequest), cursor }
    const page: ListAnswer<Row> = await api.get(path, { query, headers: asOfHeader(asOf) })
    rows.push(...page.items)
    cursor = page.next
  }
  save(`${name}.csv`, toCsv(columns, rows))
}

/** RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8. */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): string {
  const header = columns.map((column) => escapeCell(column.header))
  const lines = rows.map((row) => columns.map((column) => escapeCell(cellText(column, row))))
  return `\uFEFF${[header, ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

function cellText<Row>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row)
  const cell = column.cell(row)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
function escapeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
