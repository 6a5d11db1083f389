import { type DriftColumn, type FrozenColumn, gridOf } from '@assay/measures'
import { countCategories } from '../count/count-columns.ts'
import { columnNamed } from '../count/resolve.ts'
import { exactValues } from '../duckdb/exact-values.ts'
import { gridValues } from '../duckdb/grid-values.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'

/** The rows that are compared: all of a file, or a window of it. */
export type Window = { source: FileSource; rows: number }

/** A column to be counted with what it is compared with; null where the reference lacks it. */
export type ColumnAsked = { name: string; frozen: FrozenColumn | null }

/** Bins of all columns that are counted at once, so that memory does not grow with the columns of a file. */
const mostBinsAtOnce = 4_000_000

/**
 * Parts columns so that those of a grid are read side by side, as far as their bins fit into memory; all others, whose values are held while
 * they are counted, come one by one. The order stays.
 */
export function batchesOf<Asked extends ColumnAsked>(columns: readonly Asked[]): Asked[][] {
  const batches: Asked[][] = []
  let room = 0
  for (const it of columns) {
    const bins = it.frozen === null ? null : (gridOf(it.frozen)?.bins ?? null)
    const last = batches.at(-1)
    if (bins !== null && bins <= room && last !== undefined) last.push(it)
    else batches.push([it])
    if (bins === null) room = 0
    else room = bins <= room ? room - bins : mostBinsAtOnce - bins
  }
  return batches
}

/** Counts columns of a window as their reference asks for, in the order asked. */
export async function countWindow(
  plan: DriftPlan,
  asked: readonly ColumnAsked[],
  window: Window,
  session: Session,
): Promise<DriftColumn[]> {
  const { source, rows } = window
  const { missing } = plan
  const onGrids = asked.flatMap(({ name, frozen }) => {
    const grid = frozen === null ? null : gridOf(frozen)
    return grid === null ? [] : [{ column: columnNamed(source, 'columns', name), grid }]
  })
  const gridded = onGrids.length === 0 ? [] : await gridValues(session, source, { columns: onGrids, missing, rows })
  const found: DriftColumn[] = []
  for (const { name, frozen } of asked) {
    const column = columnNamed(source, 'columns', name)
    const texts = () => countCategories({ source, missing, rows }, column)
    if (frozen?.kind !== 'number') {
      found.push(await texts())
      continue
    }
    const numbers =
      gridded.find((it) => it.column === name) ?? (await exactValues(session, source, { column, missing, rows }))
    // Where nothing of what is there reads as a number any more, the column has become one of texts.
    const isText = numbers.notFinite === numbers.rows - numbers.nulls && numbers.notFinite > 0
    found.push(isText ? await texts() : numbers)
  }
  return found
}
