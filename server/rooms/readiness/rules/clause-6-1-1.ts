import { attachedTo } from './documented.ts'
import { actionsInTime, criteriaApproved, eachAnswered, foundEffective, overdueRisks } from './risks.ts'
import { check, climb, type Rule } from './rule.ts'

/**
 * 6.1.1: criteria and appetite that another person approved (or reviewed evidence of them), a register with an owner, a rating and
 * a decision for each risk, actions carried out in time, and a judgement whether they worked. Opportunities are not recorded
 * apart; they belong to the context.
 */
export const clause611: Rule = {
  ref: '6.1.1',
  records: ['risk-criteria', 'risk', 'evidence'],
  recordedUpTo: 'effective',
  judge(situation) {
    const attached = attachedTo(situation, '6.1.1')
    const shown = attached.reviewed.length > 0 && situation.risks.criteria === null
    const proves = 'Shown by evidence that was reviewed and attached to 6.1.1.'
    const criteria = shown
      ? check(true, { proves, lacks: '' }, { proves: attached.reviewed })
      : criteriaApproved(situation)
    const steps = {
      documented: [criteria],
      implemented: eachAnswered(situation),
      operating: actionsInTime(situation),
      effective: [foundEffective(situation)],
    }
    return climb('6.1.1', steps, overdueRisks(situation))
  },
}
