import type { Grid } from '@assay/measures/drift/columns'
import type { ReadColumn } from '../compare/uncounted.ts'
import { countCategories } from '../count/count-columns.ts'
import { columnNamed } from '../count/resolve.ts'
import { gridValues } from '../duckdb/grid-values.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import { readValues } from '../duckdb/read-values.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'

/** The rows that are compared: all of a file, or a window of it. */
export type Window = { source: FileSource; rows: number }

/** A column to be counted as its reference was: numbers on its grid, or each of its values, `rows` of them, where it has none. */
export type ColumnAsked = { name: string; kind: 'number' | 'category'; grid: Grid | null; rows: number }

/** Bins or values of all columns that are counted at once, so that memory does not grow with the columns of a file. */
const mostAtOnce = 4_000_000

/** Parts columns so that numbers are read side by side, as far as they fit into memory; categories come one by one. The order stays. */
export function batchesOf<Asked extends ColumnAsked>(columns: readonly Asked[]): Asked[][] {
  const batches: Asked[][] = []
  let room = 0
  for (const it of columns) {
    const last = batches.at(-1)
    const size = it.kind === 'category' ? mostAtOnce : (it.grid?.bins ?? it.rows)
    const alike = (last?.[0]?.grid === null) === (it.grid === null)
    if (last !== undefined && alike && size <= room) last.push(it)
    else batches.push([it])
    room = (batches.at(-1) === last ? room : mostAtOnce) - size
  }
  return batches
}

/** Counts columns of a window as their reference asks for, in the order asked. */
export async function countWindow(
  plan: DriftPlan,
  asked: readonly ColumnAsked[],
  window: Window,
  session: Session,
): Promise<ReadColumn[]> {
  const { source, rows } = window
  const { missing } = plan
  const numbers = asked.filter(({ kind }) => kind === 'number')
  const onGrids = numbers.flatMap(({ name, grid }) =>
    grid === null ? [] : [{ column: columnNamed(source, 'columns', name), grid }],
  )
  const others = numbers.filter(({ grid }) => grid === null).map(({ name }) => columnNamed(source, 'columns', name))
  const read: ReadColumn[] = [
    ...(onGrids.length === 0 ? [] : await gridValues(session, source, { columns: onGrids, missing, rows })),
    ...(others.length === 0 ? [] : await readValues(session, source, { columns: others, missing, rows })),
  ]
  const found: ReadColumn[] = []
  for (const { name } of asked) {
    const numbersOf = read.find(({ column }) => column === name)
    const texts = numbersOf === undefined || isText(numbersOf)
    found.push(
      texts ? await countCategories({ source, missing, rows }, columnNamed(source, 'columns', name)) : numbersOf,
    )
  }
  return found
}

/** Where nothing of what is there reads as a number any more, the column has become one of texts. */
function isText(column: ReadColumn): boolean {
  if (column.kind !== 'number') return true
  const { notFinite = 0, rows, nulls } = column
  return notFinite === rows - nulls && notFinite > 0
}
