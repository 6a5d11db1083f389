import { climb, onlyIf, type Rule } from './rule.ts'
import { componentsConfirmed, componentsOwned, inScope, staleRecords } from './systems.ts'
import { none } from './words.ts'

/** A.4.3: the data behind every system in scope with origin, rights and personal data; owned and at a version; confirmed. */
export const controlA43: Rule = {
  ref: 'A.4.3',
  records: ['ai-system', 'component'],
  recordedUpTo: 'operating',
  judge(situation) {
    const { aiSystems } = situation
    const documented = onlyIf(inScope(situation), [
      none(aiSystems.withoutDatasets, {
        proves: 'The data that every system in scope learns from or works on is recorded.',
        lacks: 'Without a record of their data',
      }),
      none(aiSystems.datasetsWithoutOrigin, {
        proves: 'The origin of each data set is recorded.',
        lacks: 'Data set without its origin',
        next: 'Record where each data set comes from.',
      }),
      none(aiSystems.datasetsWithoutRights, {
        proves: 'The rights to each data set are recorded.',
        lacks: 'Data set without the right by which it is used',
        next: 'Record by what right each data set is used.',
      }),
      none(aiSystems.datasetsWithoutPersonalDataAnswer, {
        proves: 'It is answered for each whether it holds personal data.',
        lacks: 'Not answered whether it holds personal data',
        next: 'Answer for each data set whether it holds personal data.',
      }),
    ])
    const steps = {
      documented,
      implemented: componentsOwned(situation),
      operating: [componentsConfirmed(situation)],
    }
    return climb('A.4.3', steps, staleRecords(situation, 'componentsStale'))
  },
}
