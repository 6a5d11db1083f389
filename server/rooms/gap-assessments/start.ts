import { framework, interviewQuestions } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { AssessmentDraft } from './contract.ts'
import { type NotOpen, requireOpen } from './model.ts'
import { findOpen, insertAssessment, loadAssessment, renameAssessment } from './store.ts'

export type StartRefusal =
  | { kind: 'another-is-open'; open: string }
  | { kind: 'no-interview'; problems: { path: string; message: string }[] }

/** Opens a new round of asking. What was answered in earlier rounds is shown beside each question, never taken over. */
export async function startAssessment(
  { org, tx, person }: Change,
  { name, framework: edition }: AssessmentDraft,
): Promise<Result<Changed<{ id: string }>, StartRefusal>> {
  if (!framework(edition) || !interviewQuestions().some(({ key }) => key.startsWith(`${edition}/`))) {
    const message = 'has no interview; choose ISO-42001-2023'
    return refuse({ kind: 'no-interview', problems: [{ path: 'framework', message }] })
  }
  const open = await findOpen(tx, org, edition)
  if (open) return refuse({ kind: 'another-is-open', open })
  const id = await insertAssessment(tx, org, { name, framework: edition, startedBy: person })
  return ok({ value: { id }, facts: [{ type: 'gap-assessment.started', subject: subjectRef('gap-assessment', id) }] })
}

export type RenameRefusal = NotOpen | { kind: 'not-found' } | { kind: 'stale'; currentVersion: number }

export async function renameAssessmentTo(
  { org, tx }: Change,
  id: string,
  version: number,
  name: string,
): Promise<Result<Changed<{ id: string }>, RenameRefusal>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  const open = requireOpen(found)
  if (!open.ok) return open
  await renameAssessment(tx, org, { ...open.value, name })
  return ok({ value: { id }, facts: [{ type: 'gap-assessment.renamed', subject: subjectRef('gap-assessment', id) }] })
}
