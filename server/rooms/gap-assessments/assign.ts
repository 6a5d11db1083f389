import { interview } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { mayBeAsked, saveAssignment } from './answers-store.ts'
import type { Assignment } from './contract.ts'
import { type NotOpen, requireOpen } from './model.ts'
import { loadAssessment } from './store.ts'

type Problem = { path: string; message: string }
export type AssignRefusal = NotOpen | { kind: 'not-found' } | { kind: 'no-such-reference'; problems: Problem[] }

/** Asks a person some of the questions, or takes that back; what was answered already stays answered. */
export async function assignQuestions(
  { org, tx, now }: Change,
  id: string,
  { refs, person }: Assignment,
): Promise<Result<Changed<{ id: string; assigned: number }>, AssignRefusal>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const open = requireOpen(found)
  if (!open.ok) return open
  const problems: Problem[] = refs.flatMap((ref, at) =>
    interview(ref) ? [] : [{ path: `refs.${at}`, message: `${found.framework} has no ${ref}` }],
  )
  const today = now.toISOString().slice(0, 10)
  if (person && !(await mayBeAsked(tx, org, person, today))) {
    problems.push({ path: 'person', message: 'has no active place here in which one answers; choose another person' })
  }
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const asked = [...new Set(refs)]
  await saveAssignment(tx, org, id, asked, person)
  const type = person ? 'gap-assessment.assigned' : 'gap-assessment.unassigned'
  const facts = asked.map((ref) => ({ type, subject: subjectRef('requirement', `${found.framework}/${ref}`) }))
  return ok({
    value: { id, assigned: asked.length },
    facts: [{ type, subject: subjectRef('gap-assessment', id) }, ...facts],
  })
}
