import type { Outcome, SystemOutcome } from '../contract.ts'
import { activityLabels, decisionLabels, scenarioLabels, sectorLabels } from './labels.ts'
import type { Profile } from './profile.ts'
import { recommendedScenarios } from './sectors.ts'
import { decisions } from './words.ts'

/** What a reader must know beside the result: what was not asked, and where two parts of the answer pull apart. */
export function noticesOf(it: Profile, outcome: Pick<Outcome, 'decision'>): string[] {
  return [...sectorNotices(it), ...recommendationNotices(it, outcome), ...activityNotices(it)]
}

function sectorNotices(it: Profile): string[] {
  if (it.sector === 'other') {
    return [
      `The sector table has no row for "${sectorLabels.other}"; the result rests on activities, score and reasons alone.`,
    ]
  }
  if (it.scenarios.length > 0) return []
  return [
    `No scenario of the sector ${sectorLabels[it.sector].toLowerCase()} is named, so no row of the sector table applies.`,
  ]
}

function recommendationNotices(it: Profile, { decision }: Pick<Outcome, 'decision'>): string[] {
  if (decision === 'pursue') return []
  return recommendedScenarios(it).map(
    (scenario) =>
      `The sector table recommends certification for ${scenarioLabels[scenario]}, while the decision here is: ${decisionLabels[decision]}. Weigh both.`,
  )
}

function activityNotices(it: Profile): string[] {
  return it.activities.length === 0
    ? ['No AI activity is named. If AI is used or developed at all, name it: activities decide first.']
    : []
}

/** A management system covers the organisation, so a system that is stricter than the organisation's own answer is said. */
export function stricterSystems(organization: Pick<Outcome, 'decision'>, systems: readonly SystemOutcome[]): string[] {
  const rank = ({ decision }: Pick<Outcome, 'decision'>) => decisions.indexOf(decision)
  return systems
    .filter((system) => rank(system) > rank(organization))
    .map(
      ({ name, decision }) =>
        `The system "${name}" alone leads to: ${decisionLabels[decision]}, stricter than the organisation's own answers. Add its activities to the organisation's answers.`,
    )
}

/** A system's developer activity that the organisation's own answers leave out. */
export function unnamedActivities(organization: Profile, systems: readonly Profile[]): string[] {
  const missing = new Set(systems.flatMap(({ activities }) => activities))
  return [...missing]
    .filter((activity) => !organization.activities.includes(activity))
    .map((activity) => `A system names ${activityLabels[activity]}, the organisation's own answers do not.`)
}
