import type { Outcome } from '../contract.ts'
import type { Profile } from './profile.ts'
import type { Scenario, Sector } from './words.ts'

type Row = { scenario: Scenario; recommendation: string; recommends: boolean }

const row = (scenario: Scenario, recommendation: string): Row => ({
  scenario,
  recommendation,
  recommends: /^(strongly )?recommended$/.test(recommendation),
})

/** The sector table of M1. */
export const sectorTable: Record<Sector, readonly Row[]> = {
  technology: [
    row('ai-native-product', 'strongly recommended'),
    row('ai-features', 'recommended if material'),
    row('internal-operations', 'consider internal governance'),
    row('apis-only', 'internal governance and vendor due diligence'),
  ],
  'financial-services': [
    row('credit-scoring', 'strongly recommended'),
    row('fraud-detection', 'recommended'),
    row('chatbots', 'depends on scope'),
    row('research-analysis', 'internal governance likely enough'),
  ],
  healthcare: [
    row('diagnostics', 'strongly recommended'),
    row('drug-discovery', 'recommended'),
    row('scheduling-operations', 'evaluate specific risks'),
    row('transcription', 'internal governance'),
  ],
  'professional-services': [
    row('ai-powered-consulting', 'evaluate client requirements'),
    row('document-analysis', 'depends on data sensitivity'),
    row('internal-productivity', 'internal governance'),
  ],
  other: [],
}

export function scenariosOf(sector: Sector): Scenario[] {
  return sectorTable[sector].map(({ scenario }) => scenario)
}

function chosenRows(it: Profile): Row[] {
  return sectorTable[it.sector].filter(({ scenario }) => it.scenarios.includes(scenario))
}

export function sectorRowsOf(it: Profile): Outcome['sectorRows'] {
  return chosenRows(it).map(({ scenario, recommendation }) => ({ scenario, recommendation }))
}

/** Scenarios for which the sector table recommends certification outright. */
export function recommendedScenarios(it: Profile): Scenario[] {
  return chosenRows(it)
    .filter(({ recommends }) => recommends)
    .map(({ scenario }) => scenario)
}
