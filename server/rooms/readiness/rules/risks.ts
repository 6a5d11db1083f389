import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check, onlyIf } from './rule.ts'
import { naming, none, written } from './words.ts'

/** Criteria and appetite that another person approved; a draft proves nothing. */
export function criteriaApproved({ risks: { criteria, criteriaDraft } }: Situation): Check {
  return check(
    criteria !== null,
    {
      proves: criteria
        ? `${criteria.name}, approved by ${criteria.approvedBy || 'a person'} on ${written(criteria.approvedOn)}, is in force.`
        : '',
      lacks: criteriaDraft
        ? 'The risk criteria are a draft; only approved ones count.'
        : 'No risk criteria are set and approved.',
      next: criteriaDraft
        ? 'Have another person approve the risk criteria.'
        : 'Set risk criteria and appetite, and have another person approve them before anything is rated.',
    },
    {
      proves: criteria ? [{ ref: criteria.ref, name: criteria.name }] : [],
      lacks: criteriaDraft ? [criteriaDraft] : [],
    },
  )
}

export function someRisk({ risks }: Situation): Check {
  return check(
    risks.open > 0,
    {
      proves: 'Risks are in the register.',
      lacks: 'No risk is in the register.',
      next: 'Identify your first AI risks.',
    },
    { proves: risks.newest },
  )
}

/** Each open risk has its owner, a rating under the criteria in force, and a decision where it is not acceptable as it is. */
export function eachAnswered(situation: Situation): Check[] {
  const { risks } = situation
  return onlyIf(someRisk(situation), [owned(situation), rated(situation), decided(risks)])
}

function owned({ risks }: Situation): Check {
  return none(risks.withoutOwner, {
    proves: 'Every open risk has an owner.',
    lacks: 'Risk without an owner',
    next: 'Name an owner for each open risk.',
  })
}

/** Two people rate alike only what is described: what would happen, and what it would mean for whom. */
export function described({ risks }: Situation): Check {
  return none(risks.notDescribed, {
    proves: 'Every open risk says what would happen and whom it would reach.',
    lacks: 'Does not say what would happen, or for whom',
    next: 'Say of each risk what would happen, and what that means for the organisation, for people or for society.',
  })
}

export function rated({ risks }: Situation): Check {
  return none(risks.notRated, {
    proves: 'Every open risk is rated.',
    lacks: 'Not rated, or to be rated again',
    next: 'Rate the risks that have no rating that counts.',
  })
}

function decided({ untreated }: Situation['risks']): Check {
  return none(untreated, {
    proves: 'What is not acceptable as it is has a decision on treatment.',
    lacks: 'No treatment is decided for',
    next: 'Decide the treatment of the risks that have none.',
  })
}

/** A system that is used or verified and of which no rated risk speaks was not assessed. */
export function eachSystemAssessed({ risks }: Situation): Check[] {
  const first = check(risks.systems > 0, {
    proves: 'There are systems in operation.',
    lacks: 'No system in scope is verified or used yet, so none is to be assessed.',
  })
  return onlyIf(first, [
    none(risks.systemsNotAssessed, {
      proves: 'Every system in operation has a rated risk.',
      lacks: 'Without a risk assessment',
      next: 'Assess the systems in operation that have no rated risk.',
    }),
  ])
}

/** Reviews in time, no trigger unanswered, all under the criteria in force, and something was in fact assessed again. */
export function repeated({ risks }: Situation): Check[] {
  return [
    none(risks.toReassess, {
      proves: 'No reason to assess again is unanswered.',
      lacks: 'To be assessed again',
      next: 'Assess the risks again whose system, measurement or review calls for it.',
    }),
    none(risks.reviewOverdue, { proves: 'No review of a risk is overdue.', lacks: 'Review overdue for' }),
    none(risks.earlierCriteria, {
      proves: 'Every rating was made under the criteria in force.',
      lacks: 'Rated under earlier criteria',
      next: 'Rate the risks under the criteria in force that were rated under earlier ones.',
    }),
    check(risks.assessedAgain > 0, {
      proves: 'Assessments were repeated, and the earlier ones kept.',
      lacks: 'No risk has been assessed a second time yet.',
      next: 'Assess your risks again when their review is due; a first assessment shows no repetition.',
    }),
  ]
}

export function actionsInTime({ risks }: Situation): Check[] {
  const carriedOut = check(risks.actionsDone > 0, {
    proves: 'Actions of treatments were carried out.',
    lacks: 'No action of a treatment has been carried out yet.',
  })
  return onlyIf(carriedOut, [
    none(risks.actionsOverdue, {
      proves: 'No action of a treatment is overdue.',
      lacks: 'Action overdue for',
      next: 'Carry out the overdue actions, or decide anew.',
    }),
  ])
}

export function foundEffective({ risks }: Situation): Check {
  return none(risks.notChecked, {
    proves: 'Every finished treatment was found to work by somebody else than who decided it.',
    lacks: 'Nobody found the treatment to work of',
    next: 'Judge for each finished treatment whether it works.',
  })
}

export function residualAccepted({ risks }: Situation): Check[] {
  return [
    none(risks.notAccepted, {
      proves: 'What is left of every open risk is accepted by name.',
      lacks: 'Not accepted',
      next: 'Have the risk owners accept what is left, or treat it further.',
    }),
    none(risks.acceptanceExpired, { proves: 'No acceptance has expired.', lacks: 'Acceptance expired for' }),
  ]
}

export function overdueRisks({ risks }: Situation): Reason[] {
  const late = [
    { shortfall: risks.reviewOverdue, text: 'The review is overdue of' },
    { shortfall: risks.acceptanceExpired, text: 'The acceptance has expired of' },
  ]
  return late
    .filter(({ shortfall }) => shortfall.count > 0)
    .map(({ shortfall, text }) => ({
      kind: 'stale',
      text: `${text}: ${naming(shortfall)}.`,
      cites: [...shortfall.worst],
    }))
}
