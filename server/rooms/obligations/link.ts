import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { obligationRef } from './identify.ts'
import { deleteLink, hasLink, insertLink, loadObligation } from './store.ts'

export type LinkRefusal =
  | { kind: 'not-found' }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'linked-already' }
  | { kind: 'not-linked' }
  | { kind: 'shows-fulfilment' }
type Done = Promise<Result<Changed<{ id: string }>, LinkRefusal>>

/** Names a document, evidence, task or other record by which it is fulfilled. `subjects` checks that there is one. */
export async function linkFulfilment(it: Change, id: string, subject: string, subjects: Subjects): Done {
  const { org, tx, grants } = it
  if (!(await loadObligation(tx, org, id))) return refuse({ kind: 'not-found' })
  if ((await subjects.missing({ tx, org, grants }, [subject])).length > 0) {
    return refuse({ kind: 'no-such-reference', problems: [{ path: 'subject', message: 'does not exist here' }] })
  }
  if (await hasLink(tx, org, id, subject)) return refuse({ kind: 'linked-already' })
  await insertLink(tx, org, id, subject)
  return ok({ value: { id }, facts: [{ type: 'obligation.fulfilment-linked', subject: obligationRef(id) }] })
}

/** What was reviewed as fulfilled keeps at least one record that shows it. */
export async function unlinkFulfilment(it: Change, id: string, subject: string): Done {
  const { org, tx } = it
  const found = await loadObligation(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!(await hasLink(tx, org, id, subject))) return refuse({ kind: 'not-linked' })
  if (found.state === 'reviewed' && found.links === 1) return refuse({ kind: 'shows-fulfilment' })
  await deleteLink(tx, org, id, subject)
  return ok({ value: { id }, facts: [{ type: 'obligation.fulfilment-unlinked', subject: obligationRef(id) }] })
}
