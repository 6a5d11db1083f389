import { climb, type Rule } from './rule.ts'
import { inScope, staleSystems } from './systems.ts'
import { none } from './words.ts'

/** A.4.4: tools, libraries and models behind every system in scope. Version and owner of each single record are not judged in Assay yet. */
export const controlA44: Rule = {
  ref: 'A.4.4',
  recordedUpTo: 'documented',
  judge(situation) {
    const documented = [
      inScope(situation),
      none(situation.aiSystems.withoutTooling, {
        proves: 'Tools, libraries and models of every system in scope are recorded.',
        lacks: 'Without a record of tools, libraries and models',
      }),
    ]
    return climb('A.4.4', { documented }, staleSystems(situation))
  },
}
