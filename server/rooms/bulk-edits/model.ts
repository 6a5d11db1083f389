import type { EditableRow, ListChange } from '#platform/lists/index.ts'
import type { RowOutcome } from './contract.ts'

export const gone = 'There is no such record here any more.'
export const changedSince = 'Somebody changed it since you looked. Look at it again and decide.'

/** Why a row cannot be changed before its own room is asked: it is gone, or no longer what was looked at. */
export function refusedBefore(row: EditableRow | undefined, version: number): string | null {
  if (!row) return gone
  return row.version === version ? null : changedSince
}

/** Whether the row says already what it shall say. */
export function saysSo(row: EditableRow, { changes, step }: ListChange, given: Record<string, unknown>): boolean {
  const { method, body } = step(given)
  return method === 'PATCH' && body[changes] === row.values[changes]?.value
}

/** A row as a preview shows it. */
export function outcomeOf(
  { before, after, changes }: { before: EditableRow | undefined; after: EditableRow | undefined; changes: string },
  { id, why, same }: { id: string; why: string | null; same: boolean },
): RowOutcome {
  const shown = before?.values[changes]?.shown ?? ''
  return {
    id,
    name: before?.name ?? '',
    before: shown,
    after: why === null && !same ? (after?.values[changes]?.shown ?? '') : shown,
    outcome: why !== null ? 'refused' : same ? 'same' : 'changes',
    why,
  }
}
