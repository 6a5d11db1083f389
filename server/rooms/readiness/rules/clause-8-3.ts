import { actionsInTime, eachAnswered, foundEffective, overdueRisks, residualAccepted } from './risks.ts'
import { climb, type Rule } from './rule.ts'

/**
 * 8.3: treatments decided and carried out by their dates; each finished one judged to work; and what is left accepted by name and
 * not expired. That evidence confirms the residual rating is not yet recorded in Assay.
 */
export const clause83: Rule = {
  ref: '8.3',
  records: ['risk'],
  recordedUpTo: 'operating',
  judge(situation) {
    const steps = {
      implemented: [...eachAnswered(situation), ...actionsInTime(situation)],
      operating: [foundEffective(situation), ...residualAccepted(situation)],
    }
    return climb('8.3', steps, overdueRisks(situation))
  },
}
