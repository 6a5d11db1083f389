import { climb, type Rule } from './rule.ts'
import { inScope, staleSystems } from './systems.ts'
import { none } from './words.ts'

/** A.4.3: the data behind every system in scope. Version and owner of each single record are not judged in Assay yet. */
export const controlA43: Rule = {
  ref: 'A.4.3',
  recordedUpTo: 'documented',
  judge(situation) {
    const documented = [
      inScope(situation),
      none(situation.aiSystems.withoutDatasets, {
        proves: 'The data that every system in scope learns from or works on is recorded.',
        lacks: 'Without a record of their data',
      }),
    ]
    return climb('A.4.3', { documented }, staleSystems(situation))
  },
}
