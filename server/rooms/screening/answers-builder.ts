import type { OrganizationAnswers, ScreeningAnswers, ScreeningResult, SystemAnswers } from './contract.ts'
import { screen } from './model.ts'
import { type Profile, organizationProfile } from './rules/profile.ts'

/** Tests only: answers of an established consumer on whom nothing presses, but for what is given. */

type Given = Partial<Omit<OrganizationAnswers, 'factors'>> & { factors?: Partial<OrganizationAnswers['factors']> }
type GivenSystem = Partial<Omit<SystemAnswers, 'factors'>> & { factors?: Partial<SystemAnswers['factors']> }

export function anOrganization({ factors, ...given }: Given = {}): OrganizationAnswers {
  return {
    name: 'Example',
    sector: 'technology',
    scenarios: [],
    stage: 'established',
    activities: ['calls-apis'],
    greyAreas: [],
    circumstances: [],
    dealsLost: 0,
    ...given,
    factors: {
      training: 0,
      trainingData: 0,
      coreProduct: 0,
      customerRequests: 0,
      euPresence: 0,
      individualDecisions: 0,
      competitorsCertified: 0,
      regulatoryPressure: 0,
      ...factors,
    },
  }
}

export function aSystem({ factors, ...given }: GivenSystem = {}): SystemAnswers {
  return {
    id: 'a-system',
    name: 'A system',
    activities: ['calls-apis'],
    greyAreas: [],
    scenarios: [],
    ...given,
    factors: { training: 0, trainingData: 0, coreProduct: 0, individualDecisions: 0, ...factors },
  }
}

export function aProfile(given: Given = {}): Profile {
  return organizationProfile(anOrganization(given))
}

export function screened(answers: ScreeningAnswers): ScreeningResult {
  const result = screen(answers)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export function screenedOrganization(given: Given = {}): ScreeningResult['organization'] {
  return screened({ organization: anOrganization(given) }).organization
}
