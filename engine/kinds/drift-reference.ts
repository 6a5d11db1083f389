import {
  type DriftColumn,
  type DriftReference,
  freezeColumn,
  freezeReference,
  type FrozenColumn,
  gridOf,
} from '@assay/measures/drift/columns'
import type { SourceColumn } from '../cell-source.ts'
import { counted, isUncounted, type ReadColumn } from '../compare/uncounted.ts'
import { type ColumnStats, statsOf } from '../count/column-stats.ts'
import { countCategories, type Counted, countOnGrid } from '../count/count-columns.ts'
import { columnNamed } from '../count/resolve.ts'
import { prepare, rowUseOf } from '../duckdb/drift-source.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import { readValues } from '../duckdb/read-values.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'
import type { Surprise } from '../run.ts'
import { refuse } from '../sources/problem.ts'
import { batchesOf, type ColumnAsked } from './drift-window.ts'
import type { RowUse } from './measured.ts'

/** What windows are compared with, batch by batch, so that not all columns of an exact reference need to be in memory at once. */
export type Reference = {
  names: string[]
  batches: () => AsyncIterable<ReferenceColumn[]>
  used: RowUse[]
  surprises: Surprise[]
}

/** A column of a reference, frozen or as it was read, and `at` its place among all of them. */
export type ReferenceColumn = ColumnAsked & { before: FrozenColumn | { read: ReadColumn }; at: number }

/** A file as the reference, counted batch by batch as asked. */
export async function referenceFile(
  plan: DriftPlan,
  file: FileSource,
  session: Session,
  names: string[],
): Promise<Reference> {
  const { asked, count, ...used } = await countable(plan, file, session, names)
  const batches = async function* (): AsyncIterable<ReferenceColumn[]> {
    let at = 0
    for (const batch of batchesOf(asked)) {
      yield (await count(batch)).map((read, index) => referenceAt(at + index, read))
      at += batch.length
    }
  }
  return { ...used, names: asked.map(({ name }) => name), batches }
}

/** A reference that was frozen earlier, as far as it is asked for. */
export function referenceFrozen({ columns }: DriftReference, names: string[]): Reference {
  const asked = columns.filter(({ column }) => names.includes(column)).map((frozen, at) => frozenAt(at, frozen))
  const rows = columns[0]?.rows ?? 0
  return {
    names: asked.map(({ name }) => name),
    batches: async function* () {
      yield* await Promise.resolve(batchesOf(asked))
    },
    used: [{ role: 'reference', rows, rowsUsed: rows, left: [] }],
    surprises: [],
  }
}

/** Values still to be sorted are frozen where they are compared. */
function referenceAt(at: number, read: ReadColumn): ReferenceColumn {
  if (!isUncounted(read)) return frozenAt(at, freezeColumn(read))
  return { name: read.column, kind: 'number', grid: null, rows: read.rows, before: { read }, at }
}

function frozenAt(at: number, before: FrozenColumn): ReferenceColumn {
  return { name: before.column, kind: before.kind, grid: gridOf(before), rows: before.rows, before, at }
}

/** Freezes the columns of a file: what later files are compared with, without its rows. */
export async function countReference(
  plan: DriftPlan,
  file: FileSource,
  session: Session,
  names: string[],
): Promise<{ reference: DriftReference; used: RowUse[]; surprises: Surprise[] }> {
  const { asked, count, ...used } = await countable(plan, file, session, names)
  const found: DriftColumn[] = []
  for (const batch of batchesOf(asked)) found.push(...(await count(batch)).map(counted))
  return { ...used, reference: freezeReference(found) }
}

type Countable = {
  asked: ColumnAsked[]
  count: (batch: ColumnAsked[]) => Promise<ReadColumn[]>
  used: RowUse[]
  surprises: Surprise[]
}

async function countable(plan: DriftPlan, file: FileSource, session: Session, names: string[]): Promise<Countable> {
  const there = names.filter((name) => file.columns.some((it) => it.name === name))
  const prepared = await prepare(session, file, plan, there)
  if (prepared.rowsUsed === 0) refuse(file.role, 'holds no rows to compare with')
  const { source, rowsUsed: rows } = prepared
  const stats = await statsOf(
    source,
    there.map((it) => columnNamed(source, 'columns', it)),
    plan.missing,
  )
  const { missing } = plan
  return {
    asked: stats.map((it) => askedOf(it, plan, rows)),
    count: async (batch) => await countBatch(session, { source, missing, rows }, batch),
    used: [rowUseOf(file.role, prepared)],
    surprises: stats.filter((it) => isNumber(it, plan)).flatMap((it) => codesOf(it, file.role)),
  }
}

function askedOf(it: ColumnStats, plan: DriftPlan, rows: number): ColumnAsked {
  const { name } = it.column
  if (!isNumber(it, plan)) return { name, kind: 'category', grid: null, rows }
  if (plan.mode === 'exact') return { name, kind: 'number', grid: null, rows }
  const [low, high] = [it.low ?? 0, it.high ?? 0]
  return { name, kind: 'number', grid: { low, high, bins: low === high ? 1 : plan.bins }, rows }
}

async function countBatch(
  session: Session,
  counting: Counted & { source: FileSource },
  batch: ColumnAsked[],
): Promise<ReadColumn[]> {
  const columns = batch.map(({ name }) => columnNamed(counting.source, 'columns', name))
  if (batch.every(({ kind, grid }) => kind === 'number' && grid === null)) {
    return await readValues(session, counting.source, { ...counting, columns })
  }
  const found: ReadColumn[] = []
  for (const [index, column] of columns.entries()) {
    const grid = batch[index]?.grid ?? null
    found.push(
      grid === null
        ? await countCategories(counting, column)
        : await countOnGrid(counting, column, { ...grid, sums: true }),
    )
  }
  return found
}

function codesOf({ column, zeros }: ColumnStats, role: Surprise['role']): Surprise[] {
  if (zeros === 0) return []
  const settle = `if they are codes and no numbers, write categories: ['${column.name}']`
  const what = 'values with leading zeros are read as numbers'
  return [{ role, column: column.name, code: 'codes-as-numbers', what, examples: [], count: zeros, settle }]
}

/** A column is one of numbers where every value that it has reads as one, unless the plan says what it is. */
function isNumber(
  { column, rows, nulls, numbers }: { column: SourceColumn; rows: number; nulls: number; numbers: number },
  plan: DriftPlan,
): boolean {
  if (plan.categories.includes(column.name)) return false
  return plan.numbers.includes(column.name) || (numbers > 0 && numbers === rows - nulls)
}
