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

/** Counts a column of a window as its reference asks for; null for a column that the reference lacks. */
export async function countWindow(
  plan: DriftPlan,
  frozen: FrozenColumn | null,
  { source, rows }: Window,
  { name, session }: { name: string; session: Session },
): Promise<DriftColumn> {
  const column = columnNamed(source, 'columns', name)
  const asked = { column, missing: plan.missing, rows }
  const texts = () => countCategories({ source, missing: plan.missing, rows }, column)
  if (frozen?.kind !== 'number') return await texts()
  const grid = gridOf(frozen)
  const found =
    grid === null ? await exactValues(session, source, asked) : await gridValues(session, source, { ...asked, grid })
  // Where nothing of what is there reads as a number any more, the column has become one of texts.
  const isText = found.notFinite === found.rows - found.nulls && found.notFinite > 0
  return isText ? await texts() : found
}
