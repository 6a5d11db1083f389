import type { FileSource } from '../duckdb/open-source.ts'
import type { Surprise } from '../run.ts'

const delimiterNames: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/** What the bytes of a file tell before any row is counted. */
export function surprisesOfFile({ role, format }: FileSource): Surprise[] {
  if (format.kind !== 'csv') return []
  const found: Surprise[] = []
  const told = { role, column: null, examples: [], count: null }
  if (format.byteOrderMark) {
    const settle = 'nothing to do; it is not part of the first name'
    found.push({ ...told, code: 'byte-order-mark', what: 'the file begins with a byte order mark', settle })
  }
  const name = delimiterNames[format.delimiter]
  if (name !== undefined) {
    const settle = 'nothing to do if the columns are as expected'
    found.push({ ...told, code: 'delimiter', what: `fields are separated by ${name}`, settle })
  }
  return found
}
