import { type ColumnDrift, compareColumn, type DriftOptions } from '@assay/measures/drift'
import { freezeColumn, type FrozenColumn } from '@assay/measures/drift/columns'
import { counted, type ReadColumn } from './uncounted.ts'

/** One column of a reference, frozen or as it was read, and what some windows hold of it: undefined where a window lacks it. */
export type CompareTask = {
  before: FrozenColumn | { read: ReadColumn }
  windows: (ReadColumn | undefined)[]
  options: DriftOptions & { at: number }
}

/** Compares a column of each window with its reference. Pure, so that it does not matter in which thread. */
export function compareWindows({ before, windows, options }: CompareTask): ColumnDrift[] {
  const frozen = 'read' in before ? freezeColumn(counted(before.read)) : before
  return windows.map((it) => compareColumn(frozen, it === undefined ? undefined : counted(it), options))
}
