import { v7 as uuidv7 } from 'uuid'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { DocumentReviewDraft } from './contract.ts'
import { fact, loadStanding, type PersonNeeded, type Unwritable } from './loaded.ts'
import { addMonths } from './model.ts'
import { insertReview } from './reviews-store.ts'
import { saveReviewDue } from './store.ts'

export type ReviewRefusal = Unwritable | PersonNeeded | { kind: 'nothing-effective' } | { kind: 'due-in-the-past' }

/**
 * Records that somebody looked whether the effective version still holds. The next review is reckoned from today, unless a
 * day is given; that a new version is needed leaves the day as it is, since that version brings its own.
 */
export async function reviewDocument(
  it: Change,
  id: string,
  { outcome, note, nextDueOn }: DocumentReviewDraft,
): Promise<Result<Changed<{ id: string; nextDueOn: string | null }>, ReviewRefusal>> {
  const { org, tx, person } = it
  const found = await loadStanding(it, id)
  if (!found.ok) return found
  if (!person) return refuse({ kind: 'person-needed' })
  const { effective, reviewMonths, reviewDueOn } = found.value
  if (!effective) return refuse({ kind: 'nothing-effective' })
  const today = asDay(it.now)
  if (nextDueOn !== null && nextDueOn <= today) return refuse({ kind: 'due-in-the-past' })
  const reckoned = reviewMonths === null ? null : addMonths(today, reviewMonths)
  const next = nextDueOn ?? (outcome === 'no-change' ? reckoned : reviewDueOn)
  const review = { id: uuidv7(), document: id, number: effective.number, by: person, on: today }
  await insertReview(tx, org, { ...review, outcome, note, nextDueOn: next })
  await saveReviewDue(tx, org, id, next)
  return ok({ value: { id, nextDueOn: next }, facts: [fact(id, 'document.reviewed')] })
}
