import { hasEffective, overdueDocuments } from './documented.ts'
import { climb, onlyIf, type Rule } from './rule.ts'
import { registered } from './systems.ts'
import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { naming, none, overdue, reviewedInTime } from './words.ts'

/**
 * 4.3: an approved scope statement; every registered system, unit, site, activity and role that is known marked in or out; and
 * register, wording and Statement of Applicability saying the same, looked at in time. The audit plan joins when it is kept.
 */
export const clause43: Rule = {
  ref: '4.3',
  records: ['document', 'ai-system', 'scope-element', 'organization-review'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { organization, aiSystems, scope } = situation
    const { scopeReview } = organization
    const implemented = onlyIf(registered(situation), [
      none(aiSystems.scopeUndecided, {
        proves: 'Every registered AI system is marked as in or out of scope.',
        lacks: 'Not decided whether in or out of scope',
      }),
      none(aiSystems.outOfScopeWithoutReason, {
        proves: 'Every system that is left out has its reason.',
        lacks: 'Left out of scope without a reason',
        next: 'Give the reason for each system that is left out of scope.',
      }),
      none(scope.elementsUndecided, {
        proves: 'No unit, site, activity or role is left undecided.',
        lacks: 'Not decided whether in or out of scope',
        next: 'Decide which units, sites, activities and roles are in scope, and why others are not.',
      }),
      none(scope.inventoryDiffers, {
        proves: 'No system in scope belongs to a unit or a role that is left out.',
        lacks: 'In scope, though their unit or role is not, or decided on and there no longer',
        next: 'Settle what is in scope in one place and out of it in another.',
      }),
    ])
    const verdict = climb(
      '4.3',
      {
        documented: [hasEffective(situation, 'scope-statement')],
        implemented,
        operating: [
          reviewedInTime(scopeReview, 'The scope, compared with the register,'),
          none(scope.wordingDiffers, {
            proves: 'The approved wording names what is in scope, and nothing that is not.',
            lacks: 'The approved wording of the scope does not fit',
            next: 'Compose the scope statement again from the records, and have it approved.',
          }),
          none(scope.statementDiffers, {
            proves: 'The Statement of Applicability fits the scope, as far as one is approved.',
            lacks: 'The Statement of Applicability does not fit the scope',
            next: 'Bring the Statement of Applicability and the scope together.',
          }),
        ],
      },
      [...overdueDocuments(situation, 'scope-statement'), ...overdue(scopeReview, 'the scope')],
    )
    return { ...verdict, reasons: [...verdict.reasons, ...peopleLeftOut(situation)] }
  },
}

/** Allowed for a reason, and asked about first: a scope that hides what decides about people invites refusal. */
function peopleLeftOut({ scope: { peopleLeftOut: out } }: Situation): Reason[] {
  if (out.count === 0) return []
  const text = `Left out of scope though they concern people, so their reason has to hold: ${naming(out)}.`
  return [{ kind: 'note', text, cites: [...out.worst] }]
}
