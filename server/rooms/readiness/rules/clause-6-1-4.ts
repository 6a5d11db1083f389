import { effectiveOf, hasEffective, overdueDocuments } from './documented.ts'
import { carriedOver, notCarriedOver } from './impacts.ts'
import { climb, type Rule } from './rule.ts'
import { reviewedInTime } from './words.ts'

/**
 * 6.1.4: the procedure of impact assessment, approved and in force; an approved assessment whose findings are in the register of
 * risks; and a review of the procedure in time.
 */
export const clause614: Rule = {
  ref: '6.1.4',
  records: ['document', 'impact-assessment', 'risk'],
  recordedUpTo: 'operating',
  judge(situation) {
    const [method] = effectiveOf(situation, 'impact-assessment-process')
    const review = reviewedInTime(method?.review ?? null, 'The procedure of impact assessment', method ? [method] : [])
    const steps = {
      documented: [hasEffective(situation, 'impact-assessment-process')],
      implemented: carriedOver(situation),
      operating: [review],
    }
    const verdict = climb('6.1.4', steps, overdueDocuments(situation, 'impact-assessment-process'))
    return { ...verdict, reasons: [...verdict.reasons, ...notCarriedOver(situation)] }
  },
}
