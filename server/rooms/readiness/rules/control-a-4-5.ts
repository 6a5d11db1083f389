import { climb, type Rule } from './rule.ts'
import { inScope, staleSystems } from './systems.ts'
import { none } from './words.ts'

/** A.4.5: where and on what every system in scope runs. Version and owner of each single record are not judged in Assay yet. */
export const controlA45: Rule = {
  ref: 'A.4.5',
  recordedUpTo: 'documented',
  judge(situation) {
    const documented = [
      inScope(situation),
      none(situation.aiSystems.withoutComputing, {
        proves: 'Where and on what every system in scope runs is recorded.',
        lacks: 'Without a record of hosting, hardware and place',
      }),
    ]
    return climb('A.4.5', { documented }, staleSystems(situation))
  },
}
