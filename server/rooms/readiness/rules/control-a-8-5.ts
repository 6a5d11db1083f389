import { overdueObligations, reportingRegistered, reportingShown, reportingStarted } from './obligations.ts'
import { climb, type Rule } from './rule.ts'

/**
 * A.8.5: duties to tell authorities, customers and others about AI, in the register of obligations with a decision on each; an owner
 * and a way for what applies; and reviews that found the reports made.
 */
export const controlA85: Rule = {
  ref: 'A.8.5',
  records: ['obligation'],
  recordedUpTo: 'operating',
  judge(situation) {
    const steps = {
      documented: reportingRegistered(situation),
      implemented: reportingStarted(situation),
      operating: reportingShown(situation),
    }
    return climb('A.8.5', steps, overdueObligations(situation, 'reportingOverdue'))
  },
}
