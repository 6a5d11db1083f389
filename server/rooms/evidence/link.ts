import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { asSubject } from './collect.ts'
import type { DateProblem } from './model.ts'
import { loadOwn, type Missing } from './own.ts'
import { deleteLink, insertLinks, readLinks } from './store.ts'

export type LinkRefusal = Missing | { kind: 'no-such-reference'; problems: DateProblem[] } | { kind: 'linked-already' }

/** Says that evidence is also about these records; from now on it is seen on each of them. */
export async function linkEvidence(
  it: Change,
  id: string,
  wanted: readonly string[],
  subjects: Subjects,
): Promise<Result<Changed<{ id: string }>, LinkRefusal>> {
  const { org, tx, grants } = it
  const evidence = await loadOwn(it, id, 'evidence:link')
  if (!evidence.ok) return evidence
  const gone = new Set(await subjects.missing({ tx, org, grants }, wanted))
  const problems = wanted.flatMap((subject, index) =>
    gone.has(subject) ? [{ path: `subjects.${index}`, message: `${subject} does not exist here` }] : [],
  )
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const already = new Set(await readLinks(tx, org, id))
  const added = [...new Set(wanted)].filter((subject) => !already.has(subject))
  if (added.length === 0) return refuse({ kind: 'linked-already' })
  await insertLinks(tx, org, id, added)
  const attached: Fact[] = added.map((subject) => ({ type: 'evidence.attached', subject: asSubject(subject) }))
  return ok({ value: { id }, facts: [{ type: 'evidence.linked', subject: subjectRef('evidence', id) }, ...attached] })
}

/** Takes a link back; linking again undoes it. */
export async function unlinkEvidence(
  it: Change,
  id: string,
  subject: string,
): Promise<Result<Changed<{ id: string }>, Missing | { kind: 'not-linked' }>> {
  const { org, tx } = it
  const evidence = await loadOwn(it, id, 'evidence:link')
  if (!evidence.ok) return evidence
  if (!(await readLinks(tx, org, id)).includes(subject)) return refuse({ kind: 'not-linked' })
  await deleteLink(tx, org, id, subject)
  return ok({
    value: { id },
    facts: [
      { type: 'evidence.unlinked', subject: subjectRef('evidence', id) },
      { type: 'evidence.detached', subject: asSubject(subject) },
    ],
  })
}
