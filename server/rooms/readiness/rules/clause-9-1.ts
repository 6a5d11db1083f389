import { hasEffective, overdueDocuments } from './documented.ts'
import { answered, inTime, measured, overdueRuns } from './measured.ts'
import { climb, type Rule } from './rule.ts'

/**
 * 9.1: the measurement plan as a document, a first result for every approved plan, then results in time with an answer wherever
 * a limit was broken. The analysis that concludes how the system performs is not yet recorded in Assay.
 */
export const clause91: Rule = {
  ref: '9.1',
  records: ['document', 'measurement'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { everything } = situation.assurance
    const stale = [...overdueDocuments(situation, 'monitoring-plan'), ...overdueRuns(everything)]
    const steps = {
      documented: [hasEffective(situation, 'monitoring-plan')],
      implemented: measured(everything),
      operating: [inTime(everything), answered(everything)],
    }
    return climb('9.1', steps, stale)
  },
}
