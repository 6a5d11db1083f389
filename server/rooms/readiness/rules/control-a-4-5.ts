import { climb, onlyIf, type Rule } from './rule.ts'
import { inScope, resourcesConfirmed, staleRecords } from './systems.ts'
import { none } from './words.ts'

/** A.4.5: where and on what every system in scope runs, with owner, capacity and country, confirmed in time. */
export const controlA45: Rule = {
  ref: 'A.4.5',
  records: ['ai-system'],
  recordedUpTo: 'operating',
  judge(situation) {
    const documented = onlyIf(inScope(situation), [
      none(situation.aiSystems.withoutComputing, {
        proves: 'Where and on what every system in scope runs is recorded.',
        lacks: 'Without a record of hosting, hardware and place',
      }),
    ])
    const implemented = [
      none(situation.aiSystems.computingIncomplete, {
        proves: 'Each entry has an owner, a capacity and the country of processing.',
        lacks: 'Entry without owner, capacity or country',
      }),
    ]
    const operating = [resourcesConfirmed(situation)]
    return climb('A.4.5', { documented, implemented, operating }, staleRecords(situation, 'resourcesUnconfirmed'))
  },
}
