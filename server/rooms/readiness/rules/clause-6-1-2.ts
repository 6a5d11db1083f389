import { effectiveOf, hasEffective, overdueDocuments } from './documented.ts'
import { criteriaApproved, described, eachSystemAssessed, rated, someRisk } from './risks.ts'
import { climb, onlyIf, type Rule } from './rule.ts'
import { reviewedInTime } from './words.ts'

/**
 * 6.1.2: the method of AI risk assessment, approved and in force, with approved criteria; risks described and rated by it for the systems in
 * operation; and a review of the method in time. That two people rate alike is not yet recorded in Assay.
 */
export const clause612: Rule = {
  ref: '6.1.2',
  records: ['document', 'risk-criteria', 'risk'],
  recordedUpTo: 'operating',
  judge(situation) {
    const [method] = effectiveOf(situation, 'risk-assessment-process')
    const review = reviewedInTime(method?.review ?? null, 'The method of risk assessment', method ? [method] : [])
    const steps = {
      documented: [hasEffective(situation, 'risk-assessment-process'), criteriaApproved(situation)],
      implemented: onlyIf(someRisk(situation), [
        described(situation),
        rated(situation),
        ...eachSystemAssessed(situation),
      ]),
      operating: [review],
    }
    return climb('6.1.2', steps, overdueDocuments(situation, 'risk-assessment-process'))
  },
}
