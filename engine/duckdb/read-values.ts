import type { SourceColumn } from '../cell-source.ts'
import type { UncountedNumbers } from '../compare/uncounted.ts'
import { eachNumbers, finiteInto } from './number-stream.ts'
import type { FileSource } from './open-source.ts'
import type { Session } from './session.ts'

/**
 * The values of number columns as they stand, in one pass: sorted and counted in runs by ourselves they are counted several times as fast as
 * by grouping in SQL, where nearly every value is its own group.
 */
export async function readValues(
  session: Session,
  source: FileSource,
  { columns, missing, rows }: { columns: SourceColumn[]; missing: string[]; rows: number },
): Promise<UncountedNumbers[]> {
  const read = columns.map(({ name }) => ({
    name,
    values: new Float64Array(rows),
    length: 0,
    apart: { nulls: 0, notFinite: 0 },
  }))
  await eachNumbers(session, source, { columns, missing }, (at, part) => {
    const column = read[at]
    if (column !== undefined) column.length += finiteInto(part, column.values.subarray(column.length), column.apart)
  })
  return read.map(({ name, values, length, apart }) => {
    const held = { mode: 'uncounted' as const, values: values.subarray(0, length) }
    return { column: name, kind: 'number', rows, ...apart, values: held }
  })
}
