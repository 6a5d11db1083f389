import type { OrganizationAnswers, ScreeningAnswers, SystemAnswers } from '../contract.ts'
import { systemFactors } from './words.ts'

/**
 * What the rules look at: the organisation's answers, or one system's own answers together with those that are asked
 * once for the organisation. `own` is where the subject's own answers stand in the answers file.
 */
export type Profile = Omit<OrganizationAnswers, 'name'> & { of: 'organization' | 'system'; own: string }

export function organizationProfile({ name: _name, ...answers }: OrganizationAnswers): Profile {
  return { ...answers, of: 'organization', own: 'organization' }
}

export function systemProfile(organization: OrganizationAnswers, system: SystemAnswers, at: number): Profile {
  const { activities, greyAreas, scenarios, factors } = system
  return {
    ...organizationProfile(organization),
    of: 'system',
    own: `systems.${at}`,
    activities,
    greyAreas,
    scenarios,
    factors: { ...organization.factors, ...factors },
  }
}

/** The organisation first, then its systems in their order. */
export function profilesOf(answers: ScreeningAnswers): Profile[] {
  const systems = answers.systems ?? []
  return [
    organizationProfile(answers.organization),
    ...systems.map((system, at) => systemProfile(answers.organization, system, at)),
  ]
}

const ownAnswers = new Set([
  'activities',
  'greyAreas',
  'scenarios',
  ...systemFactors.map((factor) => `factors.${factor}`),
])

/** Whether an answer is the subject's own; a system leaves the others to its organisation. */
export function isOwn(it: Profile, answer: string): boolean {
  return it.of === 'organization' || ownAnswers.has(answer)
}

/** The path of an answer as it stands in the answers file. */
export function pathOf(it: Profile, answer: string): string {
  return `${isOwn(it, answer) ? it.own : 'organization'}.${answer}`
}
