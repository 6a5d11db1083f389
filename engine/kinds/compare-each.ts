import type { ColumnDrift, DriftOptions, DriftResult } from '@assay/measures/drift'
import { Comparers } from '../compare/comparers.ts'
import { counted, type ReadColumn } from '../compare/uncounted.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'
import type { Reference, ReferenceColumn } from './drift-reference.ts'
import { countWindow, type Window } from './drift-window.ts'

/** `there`: the columns that the file has. */
type Asked = { plan: DriftPlan; session: Session; there: string[]; roles: NonNullable<DriftOptions['roles']> }

/** A column that is being compared: `windows` are the places of those that it is compared in. */
type Given = { windows: number[]; found: Promise<ColumnDrift[]> }

/**
 * Compares windows of one file with a reference, in the order of its columns. They are read batch by batch, so that only the values of
 * one batch are in memory, and compared beside the reading of the next.
 */
export async function compareEach(before: Reference, windows: Window[], asked: Asked): Promise<DriftResult[]> {
  const comparers = new Comparers(asked.session.threads)
  try {
    return await resultsOf(await readAndGive(comparers, before, windows, asked), before, windows, asked)
  } finally {
    await comparers.close()
  }
}

async function readAndGive(
  comparers: Comparers,
  before: Reference,
  windows: Window[],
  { plan, session, there, roles }: Asked,
): Promise<Given[]> {
  const given: Given[] = []
  const options = optionsOf(plan, roles)
  for await (const batch of before.batches()) {
    const asked = batch.filter(({ name }) => there.includes(name))
    for (const places of together(batch, windows)) {
      const read: ReadColumn[][] = []
      for (const window of windows.filter((_, place) => places.includes(place))) {
        read.push(await countWindow(plan, asked, window, session))
      }
      for (const { name, before: reference, at } of batch) {
        const column = asked.findIndex((it) => it.name === name)
        const task = { before: reference, windows: read.map((it) => it[column]), options: { ...options, at } }
        given.push({ windows: places, ...(await comparers.give(task)) })
      }
    }
  }
  return given
}

/** A reference that is counted where it is compared is handed over once, with all windows; of others each window is let go at once. */
function together(batch: ReferenceColumn[], windows: Window[]): number[][] {
  const places = [...windows.keys()]
  return batch.some(({ before }) => 'read' in before) ? [places] : places.map((place) => [place])
}

async function resultsOf(
  given: Given[],
  before: Reference,
  windows: Window[],
  { plan, session, there, roles }: Asked,
): Promise<DriftResult[]> {
  const options = optionsOf(plan, roles)
  const compared = windows.map((): ColumnDrift[] => [])
  // Loaded while other threads still compare.
  const { addedColumn, driftOf } = await import('@assay/measures/drift')
  for (const { windows: places, found } of given) {
    for (const [index, drift] of (await found).entries()) compared[places[index] ?? 0]?.push(drift)
  }
  for (const name of there) {
    if (before.names.includes(name)) continue
    for (const [place, window] of windows.entries()) {
      const [added] = await countWindow(
        plan,
        [{ name, kind: 'category', grid: null, rows: window.rows }],
        window,
        session,
      )
      if (added !== undefined) compared[place]?.push(addedColumn(counted(added), options))
    }
  }
  return compared.map((columns) => driftOf(columns, options))
}

function optionsOf({ seed, confidence: level, margins }: DriftPlan, roles: Asked['roles']): DriftOptions {
  return { seed, level, margins, roles }
}
