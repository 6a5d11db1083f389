import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { ReviewDraft } from './contract.ts'
import { acceptReview, type ReviewRefusal } from './model.ts'

/** Records that context, parties or scope were looked at again, even where nothing changed. */
export async function recordReview(
  { org, tx, person, now }: Change,
  draft: ReviewDraft,
): Promise<Result<Changed<{ id: string }>, ReviewRefusal | { kind: 'people-only' }>> {
  if (!person) return refuse({ kind: 'people-only' })
  const accepted = acceptReview(draft, now.toISOString().slice(0, 10))
  if (!accepted.ok) return accepted
  const id = uuidv7()
  const { about, reviewedOn, outcome, nextDueOn } = draft
  await tx
    .insertInto('organization_reviews')
    .values({ org_id: org, id, about, reviewed_on: reviewedOn, outcome, reviewer_id: person, next_due_on: nextDueOn })
    .execute()
  return ok({ value: { id }, facts: [{ type: `${about}.reviewed`, subject: subjectRef('organization', org) }] })
}
