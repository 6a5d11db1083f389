import type { Result } from '#kernel/result.ts'
import { ok, refuse } from '#kernel/result.ts'
import type { Outcome, Problem, ScreeningAnswers, ScreeningResult, SystemOutcome } from './contract.ts'
import { classify, greyAreasOf } from './rules/classification.ts'
import { contradictionsOf } from './rules/contradictions.ts'
import { decide, timingOf } from './rules/decision.ts'
import { noticesOf, stricterSystems, unnamedActivities } from './rules/notices.ts'
import { type Profile, organizationProfile, systemProfile } from './rules/profile.ts'
import { reasonsOf } from './rules/reasons.ts'
import { rolesOf } from './rules/roles.ts'
import { bandOf, conflictOf, scoreReadingOf, totalOf } from './rules/score.ts'
import { sectorRowsOf } from './rules/sectors.ts'
import { triggersOf } from './rules/triggers.ts'
import { whatWouldChange } from './rules/what-would-change.ts'

export { businessCaseOf } from './rules/business-case.ts'
export {
  activityLabels,
  circumstanceLabels,
  decisionLabels,
  decisionNames,
  factorLabels,
  greyAreaLabels,
  scenarioLabels,
  sectorLabels,
  stageLabels,
  supplyFactLabels,
} from './rules/labels.ts'
export { organizationProfile, systemProfile } from './rules/profile.ts'
export { type Progress, completeAnswers, progressOf } from './rules/questionnaire.ts'
export { type Choice, type Question, questionsFor } from './rules/questions.ts'
export { rolesOf } from './rules/roles.ts'
export { bandTexts } from './rules/score.ts'
export { scenariosOf } from './rules/sectors.ts'

/** Changes with every change of a rule, so that an earlier result is never read as one of today's rules. */
export const screeningRules = '1'

export type Contradiction = { kind: 'contradiction'; problems: Problem[] }

/**
 * Whether an organisation, and each of its AI systems, needs ISO/IEC 42001: score, classification, decision, and every
 * reason for and against it. The same answers always give the same result.
 * @returns refuses answers that contradict each other, naming the path of both
 */
export function screen(answers: ScreeningAnswers): Result<ScreeningResult, Contradiction> {
  const problems = contradictionsOf(answers)
  if (problems.length > 0) return refuse({ kind: 'contradiction', problems })

  const own = organizationProfile(answers.organization)
  const systems = (answers.systems ?? []).map((system, at) => {
    const profile = systemProfile(answers.organization, system, at)
    return { profile, outcome: { id: system.id, name: system.name, ...outcomeOf(profile) } satisfies SystemOutcome }
  })
  const organization = outcomeOf(own)
  const notices = [
    ...organization.notices,
    ...unnamedActivities(
      own,
      systems.map(({ profile }) => profile),
    ),
    ...stricterSystems(
      organization,
      systems.map(({ outcome }) => outcome),
    ),
  ]
  return ok({
    rules: screeningRules,
    organization: { ...organization, notices },
    systems: systems.map(({ outcome }) => outcome),
  })
}

function outcomeOf(it: Profile): Outcome {
  const total = totalOf(it.factors)
  const classification = classify(it)
  const reasons = reasonsOf(it)
  const decided = decide(it, reasons)
  return {
    total,
    band: bandOf(total),
    scoreReading: scoreReadingOf(total),
    classification,
    ...conflictOf(it, classification),
    ...decided,
    timing: timingOf(it, decided.decision),
    reasons: reasons.map(({ weight: _weight, says: _says, ...reason }) => reason),
    greyAreas: greyAreasOf(it),
    sectorRows: sectorRowsOf(it),
    triggers: triggersOf(it),
    whatWouldChange: whatWouldChange(it),
    notices: noticesOf(it, decided),
    roles: rolesOf(it),
  }
}
