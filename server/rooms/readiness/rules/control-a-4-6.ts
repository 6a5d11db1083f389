import { climb, onlyIf, type Rule } from './rule.ts'
import { inScope, staleRecords } from './systems.ts'
import { none } from './words.ts'

/**
 * A.4.6: the people and skills that every system in scope needs. Whether each need is met by named people is not recorded
 * in Assay yet.
 */
export const controlA46: Rule = {
  ref: 'A.4.6',
  records: ['ai-system'],
  recordedUpTo: 'documented',
  judge(situation) {
    const documented = onlyIf(inScope(situation), [
      none(situation.aiSystems.withoutPeople, {
        proves: 'The people and skills that every system in scope needs are recorded.',
        lacks: 'Without a record of the people and skills they need',
      }),
    ])
    return climb('A.4.6', { documented }, staleRecords(situation, 'resourcesUnconfirmed'))
  },
}
