import { climb, onlyIf, type Rule } from './rule.ts'
import {
  componentsOwned,
  inScope,
  looked,
  noIntakeWaits,
  owned,
  resourcesConfirmed,
  searched,
  staleRecords,
  staleSystems,
} from './systems.ts'
import { none } from './words.ts'

/**
 * A.4.2: what every system in scope is built from, runs on and needs in people; owned and at a version; confirmed in time,
 * with nothing retired in use, nothing waiting at intake, and a search for AI that nobody registered.
 */
export const controlA42: Rule = {
  ref: 'A.4.2',
  records: ['ai-system', 'component', 'scan'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { aiSystems } = situation
    const documented = onlyIf(inScope(situation), [
      none(aiSystems.withoutResources, {
        proves: 'Every system in scope has data, tooling and computing recorded.',
        lacks: 'Without a record of what they are built from and run on',
      }),
      none(aiSystems.withoutPeople, {
        proves: 'The people that each one needs are recorded.',
        lacks: 'Without a record of the people they need',
      }),
    ])
    const operating = [
      looked(situation),
      resourcesConfirmed(situation),
      none(aiSystems.usedThoughRetired, {
        proves: 'Nothing that was retired or withdrawn is in use.',
        lacks: 'In use though retired or withdrawn',
        next: 'Replace what is in use though it was retired or withdrawn.',
      }),
      noIntakeWaits(situation),
      ...searched(situation),
    ]
    const implemented = [owned(situation), ...componentsOwned(situation)]
    const stale = [...staleSystems(situation), ...staleRecords(situation, 'resourcesUnconfirmed')]
    return climb('A.4.2', { documented, implemented, operating }, stale)
  },
}
