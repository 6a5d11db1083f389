import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../../shared/datasets/', import.meta.url)

/** Whether the shared datasets lie beside the repository; a suite that needs them says so where they do not. */
export const datasetsPresent = existsSync(folder)
if (!datasetsPresent) process.stderr.write('Skipped: the shared datasets are not beside the repository.\n')

/** The rows of a shared CSV file (plain or gzip) as text by column; '' is an empty field. Knows quotes, but no line breaks inside of them. */
export function datasetRows(file: string): Record<string, string>[] {
  const known = parsed.get(file)
  if (known !== undefined) return known
  const bytes = readFileSync(new URL(file, folder))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = fields(head)
  const rows = lines.map((line) => {
    const values = fields(line)
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
  })
  parsed.set(file, rows)
  return rows
}

/** Each file is parsed once in a suite. */
const parsed = new Map<string, Record<string, string>[]>()

/** One parsed file of reference values, for the reader to narrow. */
export function referenceValues(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`reference/${file}`, folder), 'utf8'))
}

function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
