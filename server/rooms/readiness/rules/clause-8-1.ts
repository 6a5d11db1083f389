import { checkedInTime, eachImplemented, eachServed, overdueChecks, statementApproved } from './applicability.ts'
import { hasEffective } from './documented.ts'
import { climb, onlyIf, type Rule } from './rule.ts'

/**
 * 8.1: procedures in force and something applied for each included requirement; all of it running with accepted evidence; each
 * running control checked in its interval and found to work. What corrections led to is not yet recorded in Assay.
 */
export const clause81: Rule = {
  ref: '8.1',
  records: ['document', 'statement-of-applicability', 'applied-control'],
  recordedUpTo: 'operating',
  judge: (situation) =>
    climb(
      '8.1',
      {
        documented: [
          hasEffective(situation, 'operational-procedure'),
          ...onlyIf(statementApproved(situation), eachServed(situation)),
        ],
        implemented: eachImplemented(situation),
        operating: checkedInTime(situation),
      },
      overdueChecks(situation),
    ),
}
