import type { ColumnRole, DriftResult } from '@assay/measures/drift'
import { names, phrase, type Said } from '@assay/measures/messages'
import { columnNamed } from '../count/resolve.ts'
import { prepare, rowUseOf } from '../duckdb/drift-source.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import { say } from '../messages.ts'
import type { DriftPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { compareEach } from './compare-each.ts'
import type { DriftBase } from './drift-base.ts'
import { referenceFile, referenceFrozen } from './drift-reference.ts'
import type { Measured } from './measured.ts'
import { reasonsFor } from './reasons-for.ts'

/** Measures what has changed in each column between a reference and a file. */
export async function measureDrift(
  plan: DriftPlan,
  base: DriftBase,
  data: FileSource,
  session: Session,
): Promise<Measured> {
  const names = columnsToCompare(plan, base, data)
  const before =
    'frozen' in base ? referenceFrozen(base.frozen, names) : await referenceFile(plan, base.file, session, names)
  const there = names.filter((name) => data.columns.some((it) => it.name === name))
  const windowColumn = plan.windows !== undefined && 'column' in plan.windows ? [plan.windows.column] : []
  const prepared = await prepare(session, data, plan, [...there, ...windowColumn])
  if (prepared.rowsUsed === 0) refuse('data', 'holds no rows to compare')
  const whole = { source: prepared.source, rows: prepared.rowsUsed }
  const [found, ...ofWindows] = await compareEach(before, [whole, ...prepared.windows], {
    plan,
    session,
    there,
    roles: rolesOf(plan, names),
  })
  if (found === undefined) throw new Error('a file was compared and nothing came of it')
  const windows = prepared.windows.map(({ name, rows }, at) => {
    const result = ofWindows[at]
    return { window: name, rows, columns: result?.columns.map(brief) ?? [], verdict: result?.verdict ?? null }
  })
  // What most plans do not ask for is not loaded for them.
  const streams =
    plan.streams === undefined
      ? []
      : await (await import('./streams.ts')).streamsOf(plan.streams, { plan, base, data, session })
  const { worst } = await import('@assay/measures/drift')
  const verdict = worst([found.verdict, ...streams.flatMap(({ judged }) => judged?.verdict ?? [])])
  return {
    result: {
      mode: plan.mode,
      ...found,
      verdict,
      ...(await withoutLabels(plan, base, data, prepared.rows)),
      ...(plan.windows === undefined ? {} : { windows }),
      ...(plan.streams === undefined ? {} : { streams }),
    },
    verdict,
    reasons: [
      ...(found.verdict === verdict ? reasonsOf(found) : []),
      ...reasonsFor(
        verdict,
        streams.flatMap(({ judged }) => judged ?? []),
      ),
    ],
    warnings: warningsOf(plan, base, data),
    surprises: before.surprises,
    used: [...before.used, rowUseOf('data', prepared)],
  }
}

/** Nothing where the plan does not name score, prediction and label, and nothing from a frozen reference, which holds no labels. */
async function withoutLabels(plan: DriftPlan, base: DriftBase, data: FileSource, rows: number): Promise<object> {
  const { score, prediction, label } = plan
  if ('frozen' in base || score === undefined || prediction === undefined || label === undefined) return {}
  const { withoutLabelsOf } = await import('./without-labels.ts')
  return await withoutLabelsOf({ ...plan, score, prediction, label }, base.file, data, rows)
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
  if (plan.columns !== undefined) return [...new Set([...plan.columns, ...plan.by])]
  // What windows are cut by is another in each of them, which is no drift; it is compared where somebody names it.
  const cutBy = plan.windows !== undefined && 'column' in plan.windows ? plan.windows.column : undefined
  return [...known].filter((name) => name !== cutBy || plan.by.includes(name))
}

function measurable({ columns }: FileSource): string[] {
  return columns.filter(({ type }) => type !== 'other').map(({ name }) => name)
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

function reasonsOf({ columns, verdict }: DriftResult): Said[] {
  return columns.flatMap((it) =>
    it.checks
      .filter((check) => check.verdict === verdict)
      .map(({ measure, reason, message }) =>
        say('column-answered', { column: it.column, measure: phrase(measure), reason: { text: reason, ...message } }),
      ),
  )
}

function warningsOf(plan: DriftPlan, base: DriftBase, data: FileSource): Said[] {
  const left = [...('file' in base ? base.file.columns : []), ...data.columns].filter(({ type }) => type === 'other')
  const columns = [...new Set(left.map(({ name }) => name))]
  if (plan.columns !== undefined || columns.length === 0) return []
  return [say('not-compared', { columns: names(columns) })]
}

function brief(it: DriftResult['columns'][number]) {
  const distance = 'ks' in it ? it.wasserstein_normalised : 'total_variation' in it ? it.total_variation : undefined
  return { column: it.column, verdict: it.verdict, nulls: it.nulls.current, distance: distance ?? null }
}
