import { requirementByKey } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import type { WrongState } from './model.ts'
import { deleteLink, insertLink, linksOf, loadAssessment } from './store.ts'
import { done } from './write.ts'

export type LinkRefusal =
  | { kind: 'not-found' }
  | WrongState
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'linked-already' }
  | { kind: 'not-linked' }
type Done = Promise<Result<Changed<{ id: string }>, LinkRefusal>>

/**
 * Names a risk that the assessment raised, or a control of Annex A that it calls for. Risks are often recorded after the approval,
 * so an approved assessment takes links too: they point at other records and change no answer.
 */
export async function linkAssessment(it: Change, id: string, subject: string, subjects: Subjects): Done {
  const found = await living(it, id)
  if (!found.ok) return found
  const { org, tx, grants } = it
  const unknown = (await subjects.missing({ tx, org, grants }, [subject])).length > 0
  if (unknown || !takes(subject)) {
    const message = 'choose a risk of the register or a control of Annex A'
    return refuse({ kind: 'no-such-reference', problems: [{ path: 'subject', message }] })
  }
  if ((await linksOf(tx, org, id)).includes(subject)) return refuse({ kind: 'linked-already' })
  await insertLink(tx, org, { assessment: id, subject })
  return done(id, 'impact-assessment.linked')
}

/** Takes a link out again. */
export async function unlinkAssessment(it: Change, id: string, subject: string): Done {
  const found = await living(it, id)
  if (!found.ok) return found
  if (!(await linksOf(it.tx, it.org, id)).includes(subject)) return refuse({ kind: 'not-linked' })
  await deleteLink(it.tx, it.org, { assessment: id, subject })
  return done(id, 'impact-assessment.unlinked')
}

function takes(subject: string): boolean {
  if (subject.startsWith('risk:')) return true
  const prefix = subjectRef('requirement', '')
  const found = subject.startsWith(prefix) ? requirementByKey(subject.slice(prefix.length)) : undefined
  return found?.framework === 'ISO-42001-2023' && found.kind === 'control'
}

/** What is over points at what it pointed at then. */
async function living(
  { tx, org }: Change,
  id: string,
): Promise<Result<{ id: string }, { kind: 'not-found' } | WrongState>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  return found.state === 'superseded' || found.state === 'withdrawn'
    ? refuse({ kind: 'wrong-state', state: found.state })
    : ok({ id })
}
