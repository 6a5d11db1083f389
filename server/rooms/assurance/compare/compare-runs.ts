import { refuse, type Result, ok } from '#kernel/result.ts'
import { PageRefusal } from '#platform/http/paging.ts'
import type { RunDetail } from '../contract.ts'
import { at, numberAt } from '#kernel/json-places.ts'
import { notesOn } from './alike.ts'
import { changeOf, type DifferenceOf, isChanged, silenceOf } from './change.ts'
import type { ComparedRow, ComparisonQuery, ComparisonView } from './contract.ts'
import { keyOf, type MeasuredRow } from './measured-row.ts'
import { checkRows, driftRows, importedRows, type ShareOf } from './of-data.ts'
import { calibrationRows, fairnessRows, performanceRows } from './of-decisions.ts'

export type CompareRefusal = { kind: 'not-found' | 'record-missing' | 'other-kind-compared' }

/**
 * Two finished runs of one kind beside each other, number by number: before, after, what changed, and whether chance alone would hardly
 * give such a change. Rows come in the order of the later run, then those that only the earlier one has.
 */
export async function compareRuns(
  before: RunDetail,
  after: RunDetail,
  query: ComparisonQuery,
): Promise<Result<ComparisonView, CompareRefusal>> {
  if (before.record === null || after.record === null) return refuse({ kind: 'record-missing' })
  const importedBoth = [before, after].filter(({ origin }) => origin === 'imported').length
  if (before.kind !== after.kind || importedBoth === 1) return refuse({ kind: 'other-kind-compared' })
  // The mathematics is loaded only when somebody compares.
  const { moverDifference, wilson } = await import('@assay/measures')
  const notes = notesOn(before.record, after.record)
  const [was, is] = [before.record, after.record].map((it) => numberAt(it, 'definition', 'confidence'))
  const confidence = is ?? 0.95
  const silent = silenceOf(notes, was === is)
  const shareOf = (successes: number, trials: number) => wilson({ successes, trials, confidence })
  const rows = together(rowsOf(before, shareOf), rowsOf(after, shareOf), { silent, difference: moverDifference })
  const changed = rows.filter(isChanged)
  const tested = rows.filter(({ change }) => change.beyondNoise !== null)
  return ok({
    before: viewOf(before),
    after: viewOf(after),
    notes,
    summary: {
      rows: rows.length,
      changed: changed.length,
      verdictsChanged: rows.filter(({ verdictChanged }) => verdictChanged).length,
      tested: tested.length,
      beyondNoise: tested.filter(({ change }) => change.beyondNoise).length,
      byChance: tested.length * (1 - confidence),
      confidence,
    },
    ...pageOfRows(query.show === 'changed' ? changed : rows, query),
  })
}

function viewOf({ record: _record, rechecks: _rechecks, canRecheck: _canRecheck, file: _file, ...run }: RunDetail) {
  return run
}

/** A record never changes, so a place among its rows is a cursor that holds. */
function pageOfRows(rows: ComparedRow[], { limit, cursor, show }: ComparisonQuery) {
  const start = cursor === undefined ? 0 : placeIn(cursor, show)
  const next = start + limit < rows.length ? `${show}-${start + limit}` : null
  return { items: rows.slice(start, start + limit), next, total: rows.length }
}

function placeIn(cursor: string, show: string): number {
  const [of, place] = cursor.split('-')
  if (of === show && /^\d{1,9}$/.test(place ?? '')) return Number(place)
  throw new PageRefusal('cursor', 'This cursor belongs to another list. Start again without a cursor.')
}

function rowsOf({ kind, origin, record }: RunDetail, shareOf: ShareOf): MeasuredRow[] {
  const [result, definition] = [at(record, 'result'), at(record, 'definition')]
  if (origin === 'imported') return importedRows(record)
  switch (kind) {
    case 'fairness':
      return fairnessRows(result, definition)
    case 'performance':
      return performanceRows(result, definition)
    case 'calibration':
      return calibrationRows(result, definition)
    case 'drift':
      return driftRows(result, shareOf)
    case 'quality':
    case 'llm':
      return checkRows(result, definition)
    default:
      return kind satisfies never
  }
}

type How = { silent: ComparedRow['change']['silence']; difference: DifferenceOf }

function together(before: MeasuredRow[], after: MeasuredRow[], how: How): ComparedRow[] {
  const earlier = byKey(before)
  const later = byKey(after)
  const keys = [...later.keys(), ...[...earlier.keys()].filter((key) => !later.has(key))]
  return keys.flatMap((key) => compared(earlier.get(key), later.get(key), how) ?? [])
}

/** The same check may be made twice with other settings; such rows are told apart by their order. */
function byKey(rows: MeasuredRow[]): Map<string, MeasuredRow> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const key = keyOf(row)
      const times = (seen.get(key) ?? 0) + 1
      seen.set(key, times)
      return [`${key} ${times}`, row]
    }),
  )
}

function compared(before: MeasuredRow | undefined, after: MeasuredRow | undefined, how: How): ComparedRow | null {
  const row = after ?? before
  if (row === undefined) return null
  const { side: _side, stands: _stands, ...place } = row
  const [was, is] = [before?.side ?? null, after?.side ?? null]
  return {
    ...place,
    before: was,
    after: is,
    change: changeOf(before, after, how),
    verdictChanged: was !== null && is !== null && was.verdict !== is.verdict,
  }
}
