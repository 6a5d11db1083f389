import { criteriaApproved, eachSystemAssessed, overdueRisks, rated, repeated, someRisk } from './risks.ts'
import { climb, onlyIf, type Rule } from './rule.ts'

/** 8.2: each system in operation assessed under approved criteria; then again, in time and after whatever called for it. */
export const clause82: Rule = {
  ref: '8.2',
  records: ['risk'],
  recordedUpTo: 'operating',
  judge(situation) {
    const steps = {
      implemented: [
        criteriaApproved(situation),
        ...onlyIf(someRisk(situation), [rated(situation), ...eachSystemAssessed(situation)]),
      ],
      operating: repeated(situation),
    }
    return climb('8.2', steps, overdueRisks(situation))
  },
}
