import type { Reason } from '../model.ts'
import type { Cited, Review, Shortfall } from '../situation.ts'
import { type Check, check } from './rule.ts'

const month = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A day as people write it: “3 Mar 2026”. */
export function written(day: string): string {
  return month.format(new Date(day))
}

/** Names the worst few and says how many more there are: “Credit model, Chatbot and 4 more”. */
export function naming({ count, worst }: Shortfall): string {
  const names = worst.map(({ name }) => name)
  const more = count - names.length
  if (more > 0) return `${names.join(', ')} and ${more} more`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

/** Holds where no record falls short; else names the worst of those that do. */
export function none(shortfall: Shortfall, words: { proves: string; lacks: string; next?: string }): Check {
  const { lacks, ...rest } = words
  return check(shortfall.count === 0, { ...rest, lacks: `${lacks}: ${naming(shortfall)}.` }, { lacks: shortfall.worst })
}

/** Holds where something was reviewed and the next review is not overdue. `what` begins the sentence: “The context”. */
export function reviewedInTime(review: Review, what: string, cites: readonly Cited[] = []): Check {
  const last = review ? `${what} was last reviewed on ${written(review.lastOn)}` : ''
  const lacks = review
    ? `${last}; the next review was due on ${review.dueOn ? written(review.dueOn) : 'an earlier day'}.`
    : `${what} has not been reviewed yet.`
  return check(review !== null && !review.overdue, { proves: `${last}.`, lacks }, { proves: cites, lacks: cites })
}

/** The reason for which something proven counts as stale, where its planned review is overdue. */
export function overdue(review: Review, what: string, cites: readonly Cited[] = []): Reason[] {
  if (!review?.overdue) return []
  return [
    {
      kind: 'stale',
      text: `The review of ${what} has been overdue since ${written(review.dueOn ?? review.lastOn)}.`,
      cites: [...cites],
    },
  ]
}
