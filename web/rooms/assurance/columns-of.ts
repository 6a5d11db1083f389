/** The columns of a text file as its first lines show them, and some rows to recognise them by. */
export type Preview = { columns: string[]; rows: string[][] }

const looked = 256 * 1024
const shown = 5

/**
 * Looks at the beginning of a file in the browser, before anything is sent. Null where it is no plain text (Parquet, gzip): its
 * columns are then typed by hand, and the engine says which ones it found where they do not fit.
 */
export async function previewOf(file: File): Promise<Preview | null> {
  const text = await file.slice(0, looked).text()
  if (text.includes('\u0000') || text.includes('\uFFFD')) return null
  const whole = file.size > looked ? text.slice(0, text.lastIndexOf('\n')) : text
  return /\.(jsonl|ndjson)$/i.test(file.name) ? ofJsonLines(whole) : ofDelimited(whole)
}

function ofJsonLines(text: string): Preview | null {
  const records: object[] = []
  for (const line of text.split('\n').filter((it) => it.trim() !== '')) {
    try {
      const value: unknown = JSON.parse(line)
      if (typeof value === 'object' && value !== null) records.push(value)
    } catch {
      return null
    }
    if (records.length >= shown) break
  }
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  const rows = records.map((record) => columns.map((column) => String(Reflect.get(record, column) ?? '')))
  return columns.length > 0 ? { columns, rows } : null
}

function ofDelimited(text: string): Preview | null {
  const lines = text.replace(/^\uFEFF/, '')
  const head = lines.slice(0, lines.search(/\r?\n|$/))
  const delimiter = [',', ';', '\t', '|'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  const [columns, ...rows] = cellsOf(lines, delimiter, shown + 1)
  return columns && columns.length > 0 && columns[0] !== '' ? { columns, rows } : null
}

/** The first rows of delimited text; quotes hold delimiters and line ends, a doubled quote is one. */
export function cellsOf(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const end = () => {
    row.push(cell)
    cell = ''
  }
  for (let place = 0; place < text.length && rows.length < most; place += 1) {
    const sign = text[place] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[place + 1] === '"') {
        cell += '"'
        place += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === delimiter) end()
    else if (sign === '\n') {
      end()
      rows.push(row)
      row = []
    } else if (sign !== '\r') cell += sign
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) {
    end()
    rows.push(row)
  }
  return rows
}
