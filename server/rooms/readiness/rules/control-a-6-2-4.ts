import { computedHere, held, inTime, measuredAndHeld, overdueRuns, planned } from './measured.ts'
import { climb, type Rule } from './rule.ts'

/**
 * A.6.2.4: a test plan with limits approved beforehand, confirming runs that hold them, repeated in time; effective once what is
 * watched in use says the same.
 */
export const controlA624: Rule = {
  ref: 'A.6.2.4',
  records: ['measurement'],
  recordedUpTo: 'effective',
  judge(situation) {
    const { verification, operation } = situation.assurance
    const documented = planned(verification, {
      what: 'system in scope that is verified or in use',
      plan: 'plan for fairness, performance, calibration or text output',
      nothing: 'No system in scope is verified or in use.',
    })
    const effective = [
      computedHere(verification),
      ...planned(operation, {
        what: 'system in use',
        plan: 'drift plan',
        nothing: 'No system in scope is in use.',
      }),
      held(operation, ' in use'),
      inTime(operation, ' in use'),
    ]
    const steps = {
      documented,
      implemented: measuredAndHeld(verification),
      operating: [inTime(verification)],
      effective,
    }
    return climb('A.6.2.4', steps, overdueRuns(verification))
  },
}
