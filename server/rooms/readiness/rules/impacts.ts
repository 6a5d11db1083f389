import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check, onlyIf } from './rule.ts'
import { registerThem } from './systems.ts'
import { naming, none } from './words.ts'

// What rests on impact assessments: of each system in scope the approved one that stands.

/** Each system in scope went through it, as deep as its screening calls for. */
export function eachAssessed({ impacts }: Situation): Check[] {
  const some = check(impacts.systems > 0, {
    proves: 'There are AI systems in scope.',
    lacks: 'No AI system is in scope yet, so none is to be assessed.',
    next: registerThem,
  })
  const assessed = none(impacts.withoutAssessment, {
    proves: 'Every system in scope has an approved impact assessment.',
    lacks: 'Without an approved impact assessment',
    next: 'Assess the impact of the systems in scope that have no approved assessment.',
  })
  const shown = {
    ...assessed,
    reason: { ...assessed.reason, cites: assessed.holds ? impacts.newest : assessed.reason.cites },
  }
  return onlyIf(some, [
    shown,
    none(impacts.tooShallow, {
      proves: 'Each went as deep as its screening calls for.',
      lacks: 'Screened only, though the register says by now that the system decides about individuals',
      next: 'Assess again, in full, the systems that were only screened and decide about individuals.',
    }),
  ])
}

/** At least one is approved, and what it found is in the register of risks. */
export function carriedOver({ impacts }: Situation): Check[] {
  const { full, notCarriedOver } = impacts
  const approved = check(
    impacts.standing > 0,
    {
      proves: 'An impact assessment was completed and approved.',
      lacks: 'No impact assessment was completed and approved yet.',
      next: 'Assess the impact of one system in scope and have another person approve it.',
    },
    { proves: impacts.newest },
  )
  const proves =
    full > 0
      ? 'What was found is in the register of risks.'
      : 'Screenings alone stand, and they found nothing to carry over into the register of risks.'
  return onlyIf(approved, [
    check(
      full === 0 || notCarriedOver.count < full,
      {
        proves,
        lacks: 'No assessment names a risk that came of it.',
        next: 'Name at each full impact assessment the risks of the register that it raised.',
      },
      { lacks: notCarriedOver.worst },
    ),
  ])
}

/** Full assessments that name no risk: shown beside the rest, since some truly raise none. */
export function notCarriedOver({ impacts }: Situation): Reason[] {
  const { full, notCarriedOver: short } = impacts
  if (short.count === 0 || short.count === full) return []
  return [{ kind: 'note', text: `Names no risk that came of it: ${naming(short)}.`, cites: [...short.worst] }]
}

/** No planned review is late, and nothing that called for a new look is unanswered. */
export function lookedAtAgain({ impacts }: Situation): Check[] {
  return [
    none(impacts.calledAgain, {
      proves: 'No reason to look again is unanswered.',
      lacks: 'To be looked at again',
      next: 'Assess again, or confirm, what a change, an incident or a measurement called for.',
    }),
    none(impacts.reviewOverdue, {
      proves: 'No review of an impact assessment is overdue.',
      lacks: 'Review overdue for',
      next: 'Look again at the impact assessments whose review is overdue.',
    }),
  ]
}

/** A first assessment shows no repetition. */
export function assessedAgain({ impacts: { repeated } }: Situation): Check {
  return check(repeated > 0, {
    proves: 'Assessments were made again or confirmed, and the earlier results kept.',
    lacks: 'No assessment was made a second time or confirmed yet.',
    next: 'Look at each assessment again by its day; a first one shows no repetition.',
  })
}

export function stopsHold({ impacts }: Situation): Check {
  return none(impacts.operatingThoughStopped, {
    proves: 'No system is in use that its assessment stopped.',
    lacks: 'In use though its assessment decided to stop',
    next: 'Suspend the systems that their assessment stopped, or assess them again.',
  })
}

/** Measures are not late, conditions of a go-ahead least of all, and at least one changed something. */
export function followedUp({ impacts }: Situation): Check[] {
  return [
    none(impacts.conditionsOverdue, {
      proves: 'No condition of a go-ahead is overdue.',
      lacks: 'A condition of the go-ahead is overdue for',
      next: 'Meet the overdue conditions, or decide again.',
    }),
    none(impacts.measuresOverdue, {
      proves: 'No measure is overdue.',
      lacks: 'A measure is overdue for',
      next: 'Carry out the overdue measures of impact assessments.',
    }),
    check(
      impacts.consequential.length > 0,
      {
        proves: 'Assessments stopped a system or led to measures that were carried out.',
        lacks: 'No assessment has stopped anything or led to a measure that was carried out.',
        next: 'Follow the measures of impact assessments to their end.',
      },
      { proves: impacts.consequential },
    ),
  ]
}

/** What the nine questions of the screening settled by themselves, said beside what was assessed in full. */
export function screenedOnly({ impacts: { operatingScreenedOnly: short } }: Situation): Reason[] {
  if (short.count === 0) return []
  const text = `In operation and screened only, with no to all nine questions: ${naming(short)}.`
  return [{ kind: 'note', text, cites: [...short.worst] }]
}

export function overdueAssessments({ impacts: { reviewOverdue } }: Situation): Reason[] {
  if (reviewOverdue.count === 0) return []
  const text = `The review is overdue of the impact assessment of ${naming(reviewOverdue)}.`
  return [{ kind: 'stale', text, cites: [...reviewOverdue.worst] }]
}
