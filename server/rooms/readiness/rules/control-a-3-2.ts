import { hasEffective, overdueDocuments } from './documented.ts'
import { steering } from './people.ts'
import { climb, onlyIf, type Rule } from './rule.ts'
import { inScope, owned } from './systems.ts'

/** A.3.2: AI roles and duties in writing, for the organization and with an owner for every system in scope. */
export const controlA32: Rule = {
  ref: 'A.3.2',
  records: ['person', 'document', 'ai-system'],
  recordedUpTo: 'documented',
  judge: (situation) =>
    climb(
      'A.3.2',
      {
        documented: [
          steering(situation),
          hasEffective(situation, 'roles-and-authorities'),
          ...onlyIf(inScope(situation), [owned(situation)]),
        ],
      },
      overdueDocuments(situation, 'roles-and-authorities'),
    ),
}
