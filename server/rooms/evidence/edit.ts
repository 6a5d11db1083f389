import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { EvidenceEdit } from './contract.ts'
import { type DateProblem, type Evidence, type EvidenceState, findDateProblems } from './model.ts'
import { loadOwn, type Missing } from './own.ts'
import { saveEvidence } from './store.ts'

export type EditRefusal =
  | Missing
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'reviewed-as-it-is'; state: EvidenceState }
  | { kind: 'dates-cannot-be'; problems: DateProblem[] }

/** Corrects the words and days of a signal. What was reviewed stays as it was looked at: reopen it, or supersede it. */
export async function editEvidence(
  it: Change,
  id: string,
  version: number,
  edit: EvidenceEdit,
): Promise<Result<Changed<{ id: string }>, EditRefusal>> {
  const found = await loadOwn(it, id, 'evidence:edit')
  if (!found.ok) return found
  const evidence = found.value
  if (evidence.version !== version) return refuse({ kind: 'stale', currentVersion: evidence.version })
  if (evidence.state !== 'signal') return refuse({ kind: 'reviewed-as-it-is', state: evidence.state })
  const edited: Evidence = {
    ...evidence,
    title: edit.title ?? evidence.title,
    note: edit.note ?? evidence.note,
    happenedOn: edit.happenedOn ?? evidence.happenedOn,
    periodFrom: edit.periodFrom === undefined ? evidence.periodFrom : edit.periodFrom,
    periodTo: edit.periodTo === undefined ? evidence.periodTo : edit.periodTo,
    validUntil: edit.validUntil === undefined ? evidence.validUntil : edit.validUntil,
  }
  const wrong = findDateProblems(edited, asDay(it.now))
  if (wrong.length > 0) return refuse({ kind: 'dates-cannot-be', problems: wrong })
  await saveEvidence(it.tx, it.org, edited)
  return ok({ value: { id }, facts: [{ type: 'evidence.edited', subject: subjectRef('evidence', id) }] })
}
