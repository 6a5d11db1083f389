import type { Reason } from '../model.ts'
import { cited } from './documented.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'
import { naming, none } from './words.ts'

/** 7.5.2: every effective document is identified and approved by another person, and none is past its review date. */
export const clause752: Rule = {
  ref: '7.5.2',
  records: ['document'],
  recordedUpTo: 'operating',
  judge({ documents }) {
    const effective = Object.values(documents.effective).flat()
    const unapproved = effective.filter(({ approvedBy }) => approvedBy === null)
    const some = check(
      effective.length > 0,
      {
        proves: 'Effective documents carry a version and an author.',
        lacks: 'No document is effective yet.',
        next: 'Write a first document and have another person approve it.',
      },
      { proves: effective.slice(0, 5).map(cited) },
    )
    const implemented = onlyIf(some, [
      none(
        { count: unapproved.length, worst: unapproved.slice(0, 5).map(cited) },
        {
          proves: 'Each was approved by a named person.',
          lacks: 'Nobody is named as approver of',
        },
      ),
    ])
    const operating = [
      none(documents.withoutReviewDate, {
        proves: 'Each has a review date.',
        lacks: 'Without a review date',
        next: 'Set a review date for each effective document.',
      }),
      none(documents.reviewOverdue, { proves: 'None is past its review date.', lacks: 'Past the review date' }),
    ]
    const late = documents.reviewOverdue
    const stale: Reason[] =
      late.count > 0
        ? [{ kind: 'stale', text: `The review of ${naming(late)} is overdue.`, cites: [...late.worst] }]
        : []
    return climb('7.5.2', { implemented, operating }, stale)
  },
}
