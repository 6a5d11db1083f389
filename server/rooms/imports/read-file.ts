import { parse } from 'csv-parse/sync'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type Table = { columns: string[]; rows: string[][] }
export type FileRefusal = { kind: 'not-readable'; problems: { path: string; message: string }[] }

const most = { rows: 50_000, columns: 200, cell: 20_000 }

/**
 * Reads a CSV file: UTF-8 (with or without BOM), comma, semicolon or tab, headings in the first line. What cannot be read is
 * refused with the line and what to do; no row is dropped in silence.
 */
export function readFile(bytes: Uint8Array): Result<Table, FileRefusal> {
  const text = decode(bytes)
  if (text === null) return unreadable('The file is not UTF-8. Save it as “CSV UTF-8” and send it again.')
  const records = parseRecords(text)
  if (!Array.isArray(records)) return unreadable(records.message)
  const [head = [], ...rows] = records
  const columns = head.map((heading) => heading.trim())
  if (columns.length === 0 || rows.length === 0)
    return unreadable('The file needs a line of headings and at least one row.')
  const twice = columns.find((heading, at) => heading === '' || columns.indexOf(heading) !== at)
  if (twice !== undefined)
    return unreadable(twice === '' ? 'A column has no heading.' : `Two columns are called “${twice}”.`)
  if (rows.length > most.rows)
    return unreadable(`The file has ${rows.length} rows; one import takes ${most.rows}. Split it.`)
  if (columns.length > most.columns)
    return unreadable(`The file has ${columns.length} columns; one import takes ${most.columns}.`)
  const long = rows.findIndex((row) => row.some((cell) => cell.length > most.cell))
  if (long >= 0) return unreadable(`Row ${long + 1} has a cell of more than ${most.cell} characters.`)
  return ok({ columns, rows })
}

function unreadable(message: string): Result<Table, FileRefusal> {
  return refuse({ kind: 'not-readable', problems: [{ path: 'file', message }] })
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parseRecords(text: string): string[][] | { message: string } {
  try {
    return parse(text, { delimiter: delimiterOf(text), bom: true, skipEmptyLines: true, relaxColumnCount: false })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return { message: `The file cannot be read as CSV: ${reason}.` }
  }
}

/** The delimiter that occurs most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const head = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string) => head.split(mark).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
