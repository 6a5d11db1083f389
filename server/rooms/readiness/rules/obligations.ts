import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check, onlyIf } from './rule.ts'
import { naming, none } from './words.ts'

// What rests on the register of obligations, and on the answers about systems under the EU AI Act.

/** What parties and the law ask is in the register, with a decision on each and somebody who answers for what applies. */
export function carriedIntoRegister({ obligations }: Situation): Check[] {
  const some = check(
    obligations.total > 0,
    {
      proves: 'What laws, contracts and parties ask is in the register of obligations.',
      lacks: 'No obligation is in the register.',
      next: 'Carry what laws, contracts and parties ask of you into the register of obligations.',
    },
    { proves: obligations.newest },
  )
  return onlyIf(some, [
    none(obligations.undecided, {
      proves: 'It is decided of each whether it applies.',
      lacks: 'Not decided whether it applies',
      next: 'Decide of each obligation in the register whether it applies.',
    }),
    none(obligations.withoutOwner, {
      proves: 'Somebody answers for each that applies.',
      lacks: 'Applies, and nobody answers for it',
      next: 'Name an owner for each obligation that applies.',
    }),
    none(obligations.inForceNotStarted, {
      proves: 'Each that is in force is being fulfilled.',
      lacks: 'In force, and nobody began to fulfil it',
      next: 'Start fulfilling the obligations that are in force, with a word on how.',
    }),
  ])
}

/** What obliges to tell somebody something stands in the register, and it is decided whether it applies. */
export function reportingRegistered({ obligations }: Situation): Check[] {
  const { reporting } = obligations
  const some = check(
    reporting.total > 0,
    {
      proves: 'Duties to report are in the register of obligations.',
      lacks: 'No obligation of the register says whom it obliges you to tell.',
      next: 'Record your duties to report about AI in the register of obligations, with whom they oblige you to tell.',
    },
    { proves: reporting.newest },
  )
  return onlyIf(some, [
    none(obligations.reportingUndecided, {
      proves: 'It is decided of each whether it applies.',
      lacks: 'Not decided whether it applies',
      next: 'Decide of each duty to report whether it applies.',
    }),
  ])
}

/** Each one that applies has an owner and a way. Of none, nothing can be shown. */
export function reportingStarted({ obligations }: Situation): Check[] {
  const some = check(obligations.reporting.applying > 0, {
    proves: 'At least one duty to report applies.',
    lacks: 'No duty to report applies, so there is none to fulfil.',
  })
  return onlyIf(some, [
    none(obligations.reportingNotStarted, {
      proves: 'Each one that applies has an owner and a way.',
      lacks: 'Applies, and nobody began to fulfil it',
    }),
  ])
}

/** What applies already was found fulfilled by a review, and no review is late. */
export function reportingShown({ obligations }: Situation): Check[] {
  return [
    check(obligations.reporting.reviewed > 0, {
      proves: 'Reviews found that reports were made.',
      lacks: 'No review has found a duty to report fulfilled yet.',
      next: 'Review the duties to report, naming the records that show the reports.',
    }),
    none(obligations.reportingNotShown, {
      proves: 'Each one that applies already was found fulfilled.',
      lacks: 'Applies already, and no review found it fulfilled',
      next: 'Review the duties to report that apply already, naming the records that show the reports.',
    }),
    none(obligations.reportingOverdue, { proves: 'No review of one is overdue.', lacks: 'Review overdue for' }),
  ]
}

export function overdueObligations({ obligations }: Situation, which: 'reviewOverdue' | 'reportingOverdue'): Reason[] {
  const late = obligations[which]
  if (late.count === 0) return []
  return [{ kind: 'stale', text: `The review is overdue of: ${naming(late)}.`, cites: [...late.worst] }]
}

/** A changed use can change what the Act says of a system; answers that were opened by it say nothing until they are looked at. */
export function reopenedAnswers({ obligations: { actReopened: open } }: Situation): Reason[] {
  if (open.count === 0) return []
  const text = `The answers under the EU AI Act were opened again by a change: ${naming(open)}.`
  return [{ kind: 'stale', text, cites: [...open.worst] }]
}

/** Said only where the Act is looked at at all: it does not reach every organization. */
export function unansweredSystems({ obligations: { actAnswered, actUnanswered: open } }: Situation): Reason[] {
  if (actAnswered === 0 || open.count === 0) return []
  return [{ kind: 'note', text: `Not answered under the EU AI Act yet: ${naming(open)}.`, cites: [...open.worst] }]
}
