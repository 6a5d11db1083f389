import { measuredAndHeld, overdueRuns, plannedOrShown } from './measured.ts'
import { climb, type Rule } from './rule.ts'

/**
 * A.5.4: effects on persons and groups. Fairness runs show how decisions differ between the groups of their plans, for systems
 * that decide about individuals. They do not show what people bear from them, so they carry no further than the second level.
 */
export const controlA54: Rule = {
  ref: 'A.5.4',
  records: ['evidence', 'measurement'],
  recordedUpTo: 'implemented',
  judge(situation) {
    const { fairness } = situation.assurance
    const documented = plannedOrShown(situation, 'A.5.4', fairness, {
      what: 'system that may decide about individuals',
      plan: 'fairness plan',
      nothing: 'No system in scope that may decide about individuals is verified or in use.',
    })
    const verdict = climb('A.5.4', { documented, implemented: measuredAndHeld(fairness) }, overdueRuns(fairness))
    const text =
      'A fairness run compares decisions between the groups of its plan. Which effects people bear takes an impact assessment, which this rule does not count yet.'
    return { ...verdict, reasons: [...verdict.reasons, { kind: 'note', text, cites: fairness.passing }] }
  },
}
