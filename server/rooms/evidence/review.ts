import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { peopleWhoMay } from '#rooms/identity/index.ts'
import type { ReviewDraft } from './contract.ts'
import { permissions, type ReopenRefusal, reopen, review, type ReviewRefusal } from './model.ts'
import { loadEvidence, saveEvidence } from './store.ts'

type Missing = { kind: 'not-found' }

/** A named person decides whether the evidence shows what it is said to show. */
export async function reviewEvidence(
  { org, tx, person, now }: Change,
  id: string,
  { decision, note }: ReviewDraft,
): Promise<Result<Changed<{ id: string }>, ReviewRefusal | Missing | { kind: 'person-needed' }>> {
  const evidence = await loadEvidence(tx, org, id)
  if (!evidence) return refuse({ kind: 'not-found' })
  if (!person) return refuse({ kind: 'person-needed' })
  const today = asDay(now)
  const mayReview = await peopleWhoMay(tx, org, { byRole: permissions['evidence:review'], today })
  const reviewed = review(evidence, { by: person, on: today, decision, note }, mayReview)
  if (!reviewed.ok) return reviewed
  await saveEvidence(tx, org, reviewed.value)
  return ok({ value: { id }, facts: [{ type: `evidence.${decision}`, subject: subjectRef('evidence', id) }] })
}

/** Takes the review back, so that it can be looked at again. */
export async function reopenEvidence(
  { org, tx }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, ReopenRefusal | Missing>> {
  const evidence = await loadEvidence(tx, org, id)
  if (!evidence) return refuse({ kind: 'not-found' })
  const reopened = reopen(evidence)
  if (!reopened.ok) return reopened
  await saveEvidence(tx, org, reopened.value)
  return ok({ value: { id }, facts: [{ type: 'evidence.review-reopened', subject: subjectRef('evidence', id) }] })
}
