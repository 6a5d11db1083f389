import { hasEffective, overdueDocuments } from './documented.ts'
import { climb, onlyIf, type Rule } from './rule.ts'
import { registered } from './systems.ts'
import { none, overdue, reviewedInTime } from './words.ts'

/**
 * 4.3: an approved scope statement, every registered system marked in or out with a reason, and the wording compared with
 * the register in time. The comparison with the Statement of Applicability joins when that is recorded in Assay.
 */
export const clause43: Rule = {
  ref: '4.3',
  records: ['document', 'ai-system', 'organization-review'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { organization, aiSystems } = situation
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
    ])
    return climb(
      '4.3',
      {
        documented: [hasEffective(situation, 'scope-statement')],
        implemented,
        operating: [reviewedInTime(scopeReview, 'The scope, compared with the register,')],
      },
      [...overdueDocuments(situation, 'scope-statement'), ...overdue(scopeReview, 'the scope')],
    )
  },
}
