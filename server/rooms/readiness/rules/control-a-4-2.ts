import { climb, type Rule } from './rule.ts'
import { confirmed, inScope, noIntakeWaits, owned, staleSystems } from './systems.ts'
import { none } from './words.ts'

/** A.4.2: what every system in scope is built from and runs on, owned, confirmed in time, with nothing waiting at intake. */
export const controlA42: Rule = {
  ref: 'A.4.2',
  recordedUpTo: 'operating',
  judge(situation) {
    const documented = [
      inScope(situation),
      none(situation.aiSystems.withoutResources, {
        proves: 'Every system in scope has its resources recorded.',
        lacks: 'Without a record of what they are built from and run on',
      }),
    ]
    const steps = {
      documented,
      implemented: [owned(situation)],
      operating: [confirmed(situation), noIntakeWaits(situation)],
    }
    return climb('A.4.2', steps, staleSystems(situation))
  },
}
