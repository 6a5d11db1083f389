import { describe, expect, it } from 'vitest'
import { screenedOrganization } from '../answers-builder.ts'
import { scenariosOf, sectorRowsOf } from './sectors.ts'
import { aProfile } from '../answers-builder.ts'
import { scenarios, sectors } from './words.ts'

const table = [
  ['technology', 'ai-native-product', 'strongly recommended'],
  ['technology', 'ai-features', 'recommended if material'],
  ['technology', 'internal-operations', 'consider internal governance'],
  ['technology', 'apis-only', 'internal governance and vendor due diligence'],
  ['financial-services', 'credit-scoring', 'strongly recommended'],
  ['financial-services', 'fraud-detection', 'recommended'],
  ['financial-services', 'chatbots', 'depends on scope'],
  ['financial-services', 'research-analysis', 'internal governance likely enough'],
  ['healthcare', 'diagnostics', 'strongly recommended'],
  ['healthcare', 'drug-discovery', 'recommended'],
  ['healthcare', 'scheduling-operations', 'evaluate specific risks'],
  ['healthcare', 'transcription', 'internal governance'],
  ['professional-services', 'ai-powered-consulting', 'evaluate client requirements'],
  ['professional-services', 'document-analysis', 'depends on data sensitivity'],
  ['professional-services', 'internal-productivity', 'internal governance'],
] as const

describe('the sector table', () => {
  it.each(table)('says for %s, %s: %s', (sector, scenario, recommendation) => {
    expect(sectorRowsOf(aProfile({ sector, scenarios: [scenario] }))).toEqual([{ scenario, recommendation }])
  })

  it('gives every scenario to exactly one sector', () => {
    expect(sectors.flatMap(scenariosOf)).toEqual([...scenarios])
  })

  it('has no row for another sector, and says so', () => {
    const outcome = screenedOrganization({ sector: 'other' })
    expect(outcome.sectorRows).toEqual([])
    expect(outcome.notices).toContainEqual(expect.stringMatching(/no row/))
  })

  it('says so when no scenario of the sector is named', () => {
    expect(screenedOrganization({ sector: 'healthcare' }).notices).toContainEqual(
      expect.stringMatching(/no scenario of the sector healthcare/i),
    )
  })

  it.each(['fraud-detection', 'drug-discovery'] as const)(
    'sets its recommendation for %s beside a decision that stays below',
    (scenario) => {
      const sector = scenario === 'fraud-detection' ? 'financial-services' : 'healthcare'
      const outcome = screenedOrganization({ sector, scenarios: [scenario] })
      expect(outcome.decision).toBe('internal-governance')
      expect(outcome.notices).toContainEqual(expect.stringMatching(/recommends certification/))
      const same = screenedOrganization({ sector, scenarios: [scenario], activities: ['trains-models'] })
      expect([same.decision, same.notices]).toEqual(['pursue', []])
    },
  )
})
