import {
  compareDrift,
  type ColumnRole,
  type DriftColumn,
  type DriftReference,
  type DriftResult,
  freezeReference,
  type FrozenColumn,
  gridOf,
} from '@assay/measures'
import type { SourceColumn } from '../cell-source.ts'
import { statsOf } from '../count/column-stats.ts'
import { countCategories, countOnGrid } from '../count/count-columns.ts'
import { columnNamed } from '../count/resolve.ts'
import { type Prepared, prepare } from '../duckdb/drift-source.ts'
import { exactValues } from '../duckdb/exact-values.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'
import type { Surprise } from '../run.ts'
import { refuse } from '../sources/problem.ts'
import type { Measured, RowUse } from './measured.ts'
import { withoutLabelsOf } from './without-labels.ts'

/** What a file is compared with: another file, or a reference that was frozen from one. */
export type DriftBase = { file: FileSource } | { frozen: DriftReference }

/** Measures what has changed in each column between a reference and a file. */
export async function measureDrift(
  plan: DriftPlan,
  base: DriftBase,
  data: FileSource,
  session: Session,
): Promise<Measured> {
  const names = columnsToCompare(plan, base, data)
  const before =
    'frozen' in base ? frozenPart(base.frozen, names) : await countReference(plan, base.file, session, names)
  const there = names.filter((name) => data.columns.some((it) => it.name === name))
  const windowColumn = plan.windows !== undefined && 'column' in plan.windows ? [plan.windows.column] : []
  const prepared = await prepare(session, data, plan, [...there, ...windowColumn])
  if (prepared.rowsUsed === 0) refuse('data', 'holds no rows to compare')
  const compare = async (source: FileSource, rows: number) =>
    compareDrift(before.reference, await countWindow(plan, before.reference, { session, source, rows, names: there }), {
      seed: plan.seed,
      level: plan.confidence,
      margins: plan.margins,
      roles: rolesOf(plan, names),
    })
  const found = await compare(prepared.source, prepared.rowsUsed)
  const windows: { window: string; rows: number; result: DriftResult }[] = []
  for (const { name, source, rows } of prepared.windows)
    windows.push({ window: name, rows, result: await compare(source, rows) })
  return {
    result: {
      mode: plan.mode,
      ...found,
      ...('file' in base ? await withoutLabelsOf(plan, base.file, data, prepared.rows) : {}),
      ...(plan.windows === undefined
        ? {}
        : {
            windows: windows.map(({ result, ...it }) => ({
              ...it,
              columns: result.columns.map(brief),
              verdict: result.verdict,
            })),
          }),
    },
    verdict: found.verdict,
    reasons: reasonsOf(found),
    warnings: warningsOf(plan, base, data),
    surprises: before.surprises,
    used: [...before.used, rowUse('data', prepared)],
  }
}

type Reference = { reference: DriftReference; used: RowUse[]; surprises: Surprise[] }

/** Freezes the columns of a file: what later files are compared with, without its rows. */
export async function countReference(
  plan: DriftPlan,
  file: FileSource,
  session: Session,
  names: string[],
): Promise<Reference> {
  const there = names.filter((name) => file.columns.some((it) => it.name === name))
  const prepared = await prepare(session, file, plan, there)
  if (prepared.rowsUsed === 0) refuse(file.role, 'holds no rows to compare with')
  const { source, rowsUsed: rows } = prepared
  const columns = there.map((it) => columnNamed(source, 'columns', it))
  const stats = await statsOf(source, columns, plan.missing)
  const numbers = stats.filter((it) => isNumber(it, plan))
  const counted = { source, missing: plan.missing, rows }
  const found = new Map<string, DriftColumn>()
  if (plan.mode === 'exact') {
    const asked = { columns: numbers.map(({ column }) => column), missing: plan.missing, rows }
    for (const it of await exactValues(session, source, asked)) found.set(it.column, it)
  }
  for (const it of stats) {
    if (found.has(it.column.name)) continue
    const grid = { low: it.low ?? 0, high: it.high ?? 0, bins: it.low === it.high ? 1 : plan.bins, sums: true }
    found.set(
      it.column.name,
      numbers.includes(it) ? await countOnGrid(counted, it.column, grid) : await countCategories(counted, it.column),
    )
  }
  const surprises = numbers.flatMap(({ column, zeros }): Surprise[] => {
    if (zeros === 0) return []
    const settle = `if they are codes and no numbers, write categories: ['${column.name}']`
    return [
      {
        role: file.role,
        column: column.name,
        what: 'values with leading zeros are read as numbers',
        examples: [],
        count: zeros,
        settle,
      },
    ]
  })
  const reference = freezeReference(there.flatMap((name) => found.get(name) ?? []))
  return { reference, used: [rowUse(file.role, prepared)], surprises }
}

/** A column is one of numbers where every value that it has reads as one, unless the plan says what it is. */
function isNumber(
  { column, rows, nulls, numbers }: { column: SourceColumn; rows: number; nulls: number; numbers: number },
  plan: DriftPlan,
): boolean {
  if (plan.categories.includes(column.name)) return false
  return plan.numbers.includes(column.name) || (numbers > 0 && numbers === rows - nulls)
}

type Window = { session: Session; source: FileSource; rows: number; names: string[] }

async function countWindow(
  plan: DriftPlan,
  reference: DriftReference,
  { session, source, rows, names }: Window,
): Promise<DriftColumn[]> {
  const counted = { source, missing: plan.missing, rows }
  const frozen = new Map(reference.columns.map((it) => [it.column, it]))
  const columns = names.map((name) => columnNamed(source, 'columns', name))
  const exact = columns.filter(({ name }) => isExact(frozen.get(name)))
  const found = new Map<string, DriftColumn>()
  for (const it of await exactValues(session, source, { columns: exact, missing: plan.missing, rows }))
    found.set(it.column, it)
  for (const column of columns) {
    if (found.has(column.name)) continue
    const before = frozen.get(column.name)
    const grid = before === undefined ? null : gridOf(before)
    found.set(
      column.name,
      grid === null
        ? await countCategories(counted, column)
        : await countOnGrid(counted, column, { ...grid, sums: false }),
    )
  }
  for (const [name, it] of found) {
    // Where nothing of what is there reads as a number any more, the column has become one of texts.
    const texts = it.kind === 'number' && it.notFinite === it.rows - it.nulls && it.notFinite > 0
    if (texts) found.set(name, await countCategories(counted, columnNamed(source, 'columns', name)))
  }
  return names.flatMap((name) => found.get(name) ?? [])
}

function isExact(frozen: FrozenColumn | undefined): boolean {
  return frozen?.kind === 'number' && frozen.distribution.mode === 'exact'
}

function columnsToCompare(plan: DriftPlan, base: DriftBase, data: FileSource): string[] {
  const before = 'frozen' in base ? base.frozen.columns.map(({ column }) => column) : measurable(base.file)
  const known = new Set([...before, ...measurable(data)])
  for (const [path, names] of [
    ['columns', plan.columns ?? []],
    ['by', plan.by],
    ['categories', plan.categories],
    ['numbers', plan.numbers],
  ] as const) {
    for (const name of names) if (!known.has(name)) columnNamed(data, path, name)
  }
  return plan.columns === undefined ? [...known] : [...new Set([...plan.columns, ...plan.by])]
}

function measurable({ columns }: FileSource): string[] {
  return columns.filter(({ type }) => type !== 'other').map(({ name }) => name)
}

function frozenPart(frozen: DriftReference, names: string[]): Reference {
  const reference = { ...frozen, columns: frozen.columns.filter(({ column }) => names.includes(column)) }
  const rows = frozen.columns[0]?.rows ?? 0
  return { reference, used: [{ role: 'reference', rows, rowsUsed: rows, left: [] }], surprises: [] }
}

function rolesOf(plan: DriftPlan, names: string[]): { column: string; role: ColumnRole }[] {
  const roles: [string | undefined, ColumnRole][] = [
    [plan.label, 'label'],
    [plan.prediction, 'prediction'],
    [plan.score, 'prediction'],
    ...plan.by.map((it): [string, ColumnRole] => [it, 'group']),
  ]
  return roles.flatMap(([column, role]) => (column !== undefined && names.includes(column) ? [{ column, role }] : []))
}

function reasonsOf({ columns, verdict }: DriftResult): string[] {
  return columns.flatMap((it) =>
    it.checks
      .filter((check) => check.verdict === verdict)
      .map((check) => `${it.column}, ${check.measure}: ${check.reason}.`),
  )
}

function warningsOf(plan: DriftPlan, base: DriftBase, data: FileSource): string[] {
  const left = [...('file' in base ? base.file.columns : []), ...data.columns].filter(({ type }) => type === 'other')
  const names = [...new Set(left.map(({ name }) => name))]
  if (plan.columns !== undefined || names.length === 0) return []
  return [`not compared, since they hold lists, structures or bytes: ${names.join(', ')}`]
}

function brief(it: DriftResult['columns'][number]) {
  const distance = 'ks' in it ? it.wasserstein_normalised : 'total_variation' in it ? it.total_variation : undefined
  return { column: it.column, verdict: it.verdict, nulls: it.nulls.current, distance: distance ?? null }
}

function rowUse(role: RowUse['role'], { rows, rowsUsed }: Prepared): RowUse {
  return {
    role,
    rows,
    rowsUsed,
    left: rows === rowsUsed ? [] : [{ why: 'outside of the filter', rows: rows - rowsUsed }],
  }
}
