import { climb, onlyIf, type Rule } from './rule.ts'
import { componentsConfirmed, componentsOwned, inScope, resourcesConfirmed, staleRecords } from './systems.ts'
import { none } from './words.ts'

/** A.4.4: tools, libraries and models behind every system in scope, each with owner and version, confirmed in time. */
export const controlA44: Rule = {
  ref: 'A.4.4',
  records: ['ai-system', 'component'],
  recordedUpTo: 'operating',
  judge(situation) {
    const documented = onlyIf(inScope(situation), [
      none(situation.aiSystems.withoutTooling, {
        proves: 'Tools, libraries and models of every system in scope are recorded.',
        lacks: 'Without a record of tools, libraries and models',
      }),
    ])
    const implemented = [
      none(situation.aiSystems.toolingIncomplete, {
        proves: 'Recorded tools have an owner and a version.',
        lacks: 'Tool without an owner or a version',
      }),
      ...componentsOwned(situation),
    ]
    const operating = [resourcesConfirmed(situation), componentsConfirmed(situation)]
    return climb('A.4.4', { documented, implemented, operating }, staleRecords(situation, 'resourcesUnconfirmed'))
  },
}
