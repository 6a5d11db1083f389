import { assessedAgain, eachAssessed, followedUp, lookedAtAgain, overdueAssessments, stopsHold } from './impacts.ts'
import { climb, type Rule } from './rule.ts'

/**
 * 8.4: an approved assessment of each system in scope; made again in time and after whatever called for it, with stops that hold;
 * effective once measures were carried out in time and something was stopped or changed.
 */
export const clause84: Rule = {
  ref: '8.4',
  records: ['impact-assessment'],
  recordedUpTo: 'effective',
  judge(situation) {
    const steps = {
      implemented: eachAssessed(situation),
      operating: [...lookedAtAgain(situation), assessedAgain(situation), stopsHold(situation)],
      effective: followedUp(situation),
    }
    return climb('8.4', steps, overdueAssessments(situation))
  },
}
