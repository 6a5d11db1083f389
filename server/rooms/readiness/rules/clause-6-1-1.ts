import { actionsInTime, criteriaApproved, eachAnswered, foundEffective, overdueRisks } from './risks.ts'
import { climb, type Rule } from './rule.ts'

/**
 * 6.1.1: criteria and appetite that another person approved, a register with an owner, a rating and a decision for each risk,
 * actions carried out in time, and a judgement whether they worked. Opportunities are not recorded apart; they belong to the
 * context.
 */
export const clause611: Rule = {
  ref: '6.1.1',
  records: ['risk-criteria', 'risk'],
  recordedUpTo: 'effective',
  judge(situation) {
    const steps = {
      documented: [criteriaApproved(situation)],
      implemented: eachAnswered(situation),
      operating: actionsInTime(situation),
      effective: [foundEffective(situation)],
    }
    return climb('6.1.1', steps, overdueRisks(situation))
  },
}
