import { answered, computedHere, held, inTime, measured, overdueRuns, planned } from './measured.ts'
import { climb, type Rule } from './rule.ts'

/** A.7.4: quality requirements with limits for every data set in use, measured in time, and each failure answered. */
export const controlA74: Rule = {
  ref: 'A.7.4',
  records: ['measurement', 'component'],
  recordedUpTo: 'effective',
  judge({ assurance: { quality } }) {
    const documented = planned(quality, {
      what: 'data set that a system in scope needs',
      plan: 'data-quality plan',
      nothing: 'No data set is recorded for a system in scope that is verified or in use.',
    })
    const effective = [held(quality), answered(quality), computedHere(quality)]
    const steps = { documented, implemented: measured(quality), operating: [inTime(quality)], effective }
    return climb('A.7.4', steps, overdueRuns(quality))
  },
}
