import { effectiveOf, hasEffective, overdueDocuments } from './documented.ts'
import { eachAssessed, lookedAtAgain, overdueAssessments } from './impacts.ts'
import { climb, type Rule } from './rule.ts'
import { reviewedInTime } from './words.ts'

/** A.5.2: the process of impact assessment in force, applied to each system in scope, answering what calls for it, and reviewed. */
export const controlA52: Rule = {
  ref: 'A.5.2',
  records: ['document', 'impact-assessment'],
  recordedUpTo: 'operating',
  judge(situation) {
    const [method] = effectiveOf(situation, 'impact-assessment-process')
    const review = reviewedInTime(method?.review ?? null, 'The process of impact assessment', method ? [method] : [])
    const steps = {
      documented: [hasEffective(situation, 'impact-assessment-process')],
      implemented: eachAssessed(situation),
      operating: [...lookedAtAgain(situation), review],
    }
    const stale = [...overdueDocuments(situation, 'impact-assessment-process'), ...overdueAssessments(situation)]
    return climb('A.5.2', steps, stale)
  },
}
