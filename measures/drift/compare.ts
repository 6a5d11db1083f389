import type { Verdict } from '../estimate.ts'
import { checkColumn, type DriftColumn } from './column.ts'
import { compareCategories } from './compare-categories.ts'
import { compareNumbers } from './compare-numbers.ts'
import { type GroupMix, groupMixOf } from './group-mix.ts'
import { say } from '../messages/catalogue.ts'
import { phrase, type Said } from '../messages/said.ts'
import { type DriftCheck, type DriftMargins, reasoned, usualMargins, worst } from './judge.ts'
import type { DriftReference, FrozenColumn } from './reference.ts'
import type { ColumnDrift, ColumnRole } from './result.ts'

/** How a window is compared. `roles` names the columns that are predictions, labels or groups; all others are covariates. */
export type DriftOptions = {
  seed: number
  replicates?: number
  /** Of the intervals and of the noise floor. */
  level?: number
  margins?: Partial<DriftMargins>
  roles?: readonly { column: string; role: ColumnRole }[]
}

/** Every column's drift, the mix of the groups, and verdicts: of each role that occurs and of all. */
export type DriftResult = {
  columns: ColumnDrift[]
  groupMix: GroupMix[]
  byRole: { role: ColumnRole; verdict: Verdict }[]
  margins: DriftMargins
  verdict: Verdict
}

/**
 * Compares a window with its frozen reference, column by column, in the reference's order.
 *
 * A column fails only where a change is larger than its margin beyond doubt, passes where it is smaller beyond doubt, and is otherwise
 * undecided, with the rows that would probably settle it: p-values are shown and decide nothing. Columns that one side lacks, or whose kind has
 * changed, fail: whatever rests on them no longer gets what it was built on.
 *
 * @throws RangeError for malformed columns, a name that occurs twice, grids that do not match, or roles of columns that neither side has.
 */
export function compareDrift(
  reference: DriftReference,
  window: readonly DriftColumn[],
  options: DriftOptions,
): DriftResult {
  const now = columnsByName(window)
  const before = new Set(reference.columns.map(({ column }) => column))
  // Each column draws from a source of its own, so that leaving one out does not change the others.
  const columns = reference.columns.map((frozen, at) =>
    compareColumn(frozen, now.get(frozen.column), { ...options, at }),
  )
  const added = window.filter(({ column }) => !before.has(column)).map((column) => addedColumn(column, options))
  return driftOf([...columns, ...added], options)
}

/** The result of all columns that were compared one by one (`compareColumn`, `addedColumn`), in the reference's order. */
export function driftOf(columns: ColumnDrift[], options: DriftOptions): DriftResult {
  const known = new Set(columns.map(({ column }) => column))
  for (const { column, role } of options.roles ?? []) {
    if (!known.has(column)) throw new RangeError(`There is no column ${JSON.stringify(column)} to be a ${role}.`)
  }
  const { level, margins } = askedOf(options)
  const roles = [...new Set(columns.map(({ role }) => role))]
  const byRole = roles.map((role) => {
    return { role, verdict: worst(columns.filter((one) => one.role === role).map(({ verdict }) => verdict)) }
  })
  const groupMix = columns.flatMap((one) => (one.role === 'group' ? groupMixOf(one, level) : []))
  return { columns, groupMix, byRole, margins, verdict: worst(columns.map(({ verdict }) => verdict)) }
}

/**
 * Compares one column with its frozen reference, so that neither all columns of a file nor all of its windows need to be in memory at once.
 * `at` is its place in the reference, which gives it random draws of its own; `current` is undefined where the window lacks it.
 *
 * @throws RangeError for a malformed column, or a grid that does not match.
 */
export function compareColumn(
  frozen: FrozenColumn,
  current: DriftColumn | undefined,
  { at, ...options }: DriftOptions & { at: number },
): ColumnDrift {
  if (current !== undefined) checkColumn(current)
  const asked = askedOf(options)
  return judged(compared(frozen, current, { ...asked, seed: asked.seed + at }), roleOf(frozen.column, options))
}

/** A column of the window that the reference lacks. */
export function addedColumn(current: DriftColumn, options: DriftOptions): ColumnDrift {
  checkColumn(current)
  const nulls = { reference: null, current: current.rows === 0 ? null : current.nulls / current.rows }
  const added = lost(current.column, current.kind, nulls, say('column-new', {}))
  return judged(added, roleOf(current.column, options))
}

function askedOf({ seed, replicates = 200, level = 0.95, margins }: DriftOptions): Asked {
  return { seed, replicates, level, margins: { ...usualMargins, ...margins } }
}

function roleOf(name: string, { roles = [] }: DriftOptions): ColumnRole {
  return roles.findLast(({ column }) => column === name)?.role ?? 'covariate'
}

type Asked = { seed: number; replicates: number; level: number; margins: DriftMargins }

function compared(frozen: FrozenColumn, current: DriftColumn | undefined, asked: Asked) {
  const before = frozen.rows === 0 ? null : frozen.nulls / frozen.rows
  if (current === undefined) {
    return lost(frozen.column, frozen.kind, { reference: before, current: null }, say('column-gone', {}))
  }
  if (frozen.kind === 'number' && current.kind === 'number') return compareNumbers(frozen, current, asked)
  if (frozen.kind === 'category' && current.kind === 'category') return compareCategories(frozen, current, asked)
  const now = current.rows === 0 ? null : current.nulls / current.rows
  const reason = say('column-kind', { before: phrase(frozen.kind), now: phrase(current.kind) })
  return lost(frozen.column, frozen.kind, { reference: before, current: now }, reason)
}

function lost(column: string, kind: 'number' | 'category', nulls: ColumnDrift['nulls'], why: Said) {
  const none = { value: null, low: null, high: null, margin: 0, rowsNeeded: null }
  const check: DriftCheck = { aspect: 'column', measure: 'presence', verdict: 'fail', ...none, ...reasoned(why) }
  return { column, kind, nulls, floor: null, checks: [check] }
}

function judged<Compared extends { checks: DriftCheck[] }>(compared: Compared, role: ColumnRole) {
  return { ...compared, role, verdict: worst(compared.checks.map(({ verdict }) => verdict)) }
}

function columnsByName(window: readonly DriftColumn[]): Map<string, DriftColumn> {
  const columns = new Map<string, DriftColumn>()
  for (const column of window) {
    if (columns.has(column.column)) throw new RangeError(`Column ${JSON.stringify(column.column)} is given twice.`)
    columns.set(column.column, column)
  }
  return columns
}
