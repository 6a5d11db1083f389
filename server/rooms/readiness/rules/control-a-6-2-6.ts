import { owned } from './systems.ts'
import { answered, computedHere, held, inTime, measured, overdueRuns, planned } from './measured.ts'
import { climb, type Rule } from './rule.ts'

/** A.6.2.6: every system in use is watched for drift with limits and an owner, in time, and what was found was answered. */
export const controlA626: Rule = {
  ref: 'A.6.2.6',
  records: ['measurement', 'ai-system'],
  recordedUpTo: 'effective',
  judge(situation) {
    const { operation } = situation.assurance
    const documented = planned(operation, {
      what: 'system in use',
      plan: 'drift plan',
      nothing: 'No system in scope is in use.',
    })
    const implemented = [...measured(operation), owned(situation)]
    const effective = [held(operation), answered(operation), computedHere(operation)]
    return climb(
      'A.6.2.6',
      { documented, implemented, operating: [inTime(operation)], effective },
      overdueRuns(operation),
    )
  },
}
