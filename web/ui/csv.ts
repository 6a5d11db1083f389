/** A column of a file that the page writes itself, such as a form to fill in. */
export type TextColumn<Row> = { header: string; text: (row: Row) => string }

/** RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8. */
export function toCsv<Row>(columns: TextColumn<Row>[], rows: Row[]): string {
  const header = columns.map((column) => escapeCell(column.header))
  const lines = rows.map((row) => columns.map((column) => escapeCell(column.text(row))))
  return `\uFEFF${[header, ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. */
function escapeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
