import { hasEffective, overdueDocuments } from './documented.ts'
import { steering } from './people.ts'
import { climb, type Rule } from './rule.ts'

/**
 * 5.3: duties and powers assigned in writing, and somebody who holds the role that keeps the AIMS. Acceptance of the roles
 * and reports to top management are not recorded in Assay yet.
 */
export const clause53: Rule = {
  ref: '5.3',
  records: ['person', 'document'],
  recordedUpTo: 'documented',
  judge: (situation) =>
    climb(
      '5.3',
      { documented: [steering(situation), hasEffective(situation, 'roles-and-authorities')] },
      overdueDocuments(situation, 'roles-and-authorities'),
    ),
}
