import { nothingContradicted, statementApproved, versionedInTime } from './applicability.ts'
import { hasEffective, overdueDocuments } from './documented.ts'
import { check, climb, onlyIf, type Rule } from './rule.ts'
import { none } from './words.ts'

/**
 * 6.1.3: the treatment process in force, an approved Statement of Applicability that no open risk contradicts, and a treatment
 * decided for each open risk; what is left accepted by name; and written anew within a year.
 */
export const clause613: Rule = {
  ref: '6.1.3',
  records: ['document', 'statement-of-applicability', 'risk'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { risks } = situation
    const someRisk = check(risks.open > 0, {
      proves: 'Risks are recorded.',
      lacks: 'No risk is recorded, so there is nothing that controls were chosen for.',
      next: 'Record the risks of your AI systems and decide how each is treated.',
    })
    const documented = [
      hasEffective(situation, 'risk-treatment-process'),
      ...onlyIf(statementApproved(situation), nothingContradicted(situation)),
      ...onlyIf(someRisk, [
        none(risks.untreated, {
          proves: 'It is decided how each open risk is treated.',
          lacks: 'No treatment is decided',
          next: 'Decide how each open risk is treated, by whom and by when.',
        }),
      ]),
    ]
    const implemented = [
      none(risks.notAccepted, {
        proves: 'What is left of each open risk was accepted by name.',
        lacks: 'What is left is not accepted',
      }),
      none(risks.acceptanceExpired, { proves: 'No acceptance has expired.', lacks: 'The acceptance has expired' }),
    ]
    return climb(
      '6.1.3',
      { documented, implemented, operating: [versionedInTime(situation)] },
      overdueDocuments(situation, 'risk-treatment-process'),
    )
  },
}
