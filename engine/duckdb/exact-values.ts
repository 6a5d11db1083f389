import type { ExactValues, NumberColumn } from '@assay/measures'
import type { SourceColumn } from '../cell-source.ts'
import { eachNumbers } from './number-stream.ts'
import type { FileSource } from './open-source.ts'
import type { Session } from './session.ts'
import { ascending } from './sorted.ts'

/**
 * Every distinct value of a number column with its count: the values are read as they stand, sorted here and counted in runs, which is
 * several times as fast as grouping by value in SQL where nearly every value is its own group.
 */
export async function exactValues(
  session: Session,
  source: FileSource,
  { column, missing, rows }: { column: SourceColumn; missing: string[]; rows: number },
): Promise<NumberColumn> {
  const values = new Float64Array(rows)
  let length = 0
  const [apart] = await eachNumbers(session, source, { columns: [column], missing }, (_, part) => {
    values.set(part, length)
    length += part.length
  })
  return { column: column.name, kind: 'number', rows, nulls: 0, ...apart, values: counted(values, length) }
}

function counted(values: Float64Array, length: number): ExactValues {
  const sorted = ascending(values.subarray(0, length))
  const counts = new Uint32Array(length)
  let [distinct, last] = [0, Number.NaN]
  for (let at = 0; at < length; at += 1) {
    const value = sorted[at] ?? 0
    if (value !== last) {
      sorted[distinct] = value
      last = value
      distinct += 1
    }
    counts[distinct - 1] = (counts[distinct - 1] ?? 0) + 1
  }
  return { mode: 'exact', values: sorted.subarray(0, distinct), counts: counts.subarray(0, distinct) }
}
