import type { Reason } from '../model.ts'
import type { MeasuredPart } from '../situation.ts'
import { hasEffective, overdueDocuments } from './documented.ts'
import { eachAssessed, lookedAtAgain, overdueAssessments, screenedOnly } from './impacts.ts'
import { computedHere, inTime, measuredAndHeld, overdueRuns } from './measured.ts'
import { climb, type Rule, type Verdict } from './rule.ts'
import { none } from './words.ts'

/**
 * A.5.4: effects on persons and groups. The method in force, an assessment of each system in scope, looked at again in time and
 * after fairness results; effective once the outcomes of groups were measured and held for each system that decides about people.
 */
export const controlA54: Rule = {
  ref: 'A.5.4',
  records: ['document', 'impact-assessment', 'measurement'],
  recordedUpTo: 'effective',
  judge(situation) {
    const { impacts, assurance } = situation
    const { fairness } = assurance
    const contradicted = none(impacts.contradicted, {
      proves: 'No fairness result speaks against an assessment that stands.',
      lacks: 'A fairness limit was broken after the approval for',
      next: 'Assess again the systems whose fairness results speak against their assessment.',
    })
    const steps = {
      documented: [hasEffective(situation, 'impact-assessment-process')],
      implemented: eachAssessed(situation),
      operating: [...lookedAtAgain(situation), contradicted],
      effective: [...measuredAndHeld(fairness), inTime(fairness), computedHere(fairness)],
    }
    const stale = [
      ...overdueDocuments(situation, 'impact-assessment-process'),
      ...overdueAssessments(situation),
      ...overdueRuns(fairness),
    ]
    const verdict = climb('A.5.4', steps, stale)
    return { ...verdict, reasons: [...verdict.reasons, ...screenedOnly(situation), ...whatRunsSay(verdict, fairness)] }
  },
}

/** What fairness runs lack is said at whatever level the rest stands, and what they do not show beside what they do. */
function whatRunsSay({ reasons }: Verdict, fairness: MeasuredPart): Reason[] {
  if (fairness.units === 0) return []
  const said = new Set(reasons.map(({ text }) => text))
  const lacking = measuredAndHeld(fairness).flatMap(({ holds, reason }) =>
    holds || said.has(reason.text) ? [] : [reason],
  )
  if (fairness.passing.length === 0) return lacking
  const text =
    'A fairness run compares decisions between the groups of its plan. Which effects people bear, the impact assessments say.'
  return [...lacking, { kind: 'note', text, cites: fairness.passing }]
}
