import type { Fact } from '#platform/database/change.ts'
import { inWords, type Said } from '#kernel/said.ts'
import type { EditableRow, Given, ListChange } from '#platform/lists/index.ts'
import type { RowOutcome } from './contract.ts'

export const gone = 'There is no such record here any more.'
export const changedSince = 'Somebody changed it since you looked. Look at it again and decide.'

export const alreadySo = 'It says so already.'

/** Why a row cannot be changed before its own room is asked: it is gone, or no longer what was looked at. */
export function refusedBefore(row: EditableRow | undefined, version: number): Said[] | null {
  if (!row) return [{ message: gone }]
  return row.version === version ? null : [{ message: changedSince }]
}

/** A leaf of the log holds at most 65,535 bytes; who, when and the roots need some of them. */
const bytesOfFacts = 64_000

/** Whether one entry of the log can state all of these facts. */
export function fitAnEntry(facts: readonly Fact[]): boolean {
  return Buffer.byteLength(JSON.stringify(facts)) <= bytesOfFacts
}

/** Whether the row says already what it shall say. */
export function saysSo(row: EditableRow, { changes, step, same }: ListChange, given: Given): boolean {
  if (same) return same(given, row)
  const { method, body } = step(given, row)
  return method === 'PATCH' && body[changes] === row.values[changes]?.value
}

/** A row as a preview shows it. */
export function outcomeOf(
  { before, after, changes }: { before: EditableRow | undefined; after: EditableRow | undefined; changes: string },
  { id, says, same }: { id: string; says: readonly Said[] | null; same: boolean },
): RowOutcome {
  const shown = before?.values[changes]?.shown ?? ''
  return {
    id,
    name: before?.name ?? '',
    before: shown,
    after: says === null && !same ? (after?.values[changes]?.shown ?? '') : shown,
    outcome: says !== null ? 'refused' : same ? 'same' : 'changes',
    why: says && inWords(says),
    says: [...(says ?? [])],
  }
}
