import { hasEffective, overdueDocuments } from './documented.ts'
import { eachAssessed, lookedAtAgain, overdueAssessments, screenedOnly } from './impacts.ts'
import { climb, type Rule } from './rule.ts'

/** A.5.5: effects on society. The method in force, an assessment of each system in scope, looked at again in time. */
export const controlA55: Rule = {
  ref: 'A.5.5',
  records: ['document', 'impact-assessment'],
  recordedUpTo: 'operating',
  judge(situation) {
    const steps = {
      documented: [hasEffective(situation, 'impact-assessment-process')],
      implemented: eachAssessed(situation),
      operating: lookedAtAgain(situation),
    }
    const stale = [...overdueDocuments(situation, 'impact-assessment-process'), ...overdueAssessments(situation)]
    const verdict = climb('A.5.5', steps, stale)
    return { ...verdict, reasons: [...verdict.reasons, ...screenedOnly(situation)] }
  },
}
