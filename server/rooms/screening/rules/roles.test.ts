import { describe, expect, it } from 'vitest'
import { aProfile } from '../answers-builder.ts'
import { rolesOf } from './roles.ts'
import type { SupplyFact } from './words.ts'

type Given = Parameters<typeof aProfile>[0]

const rolesBy = (given: Given, supply: SupplyFact[] = []) => {
  const { iso22989, euAiAct } = rolesOf(aProfile({ activities: [], ...given }), supply)
  const names = (all: readonly { role: string; heldBy: string }[]) => [
    ...new Set(all.map(({ role, heldBy }) => (heldBy === 'others' ? `${role} (others)` : role))),
  ]
  return { iso22989: names(iso22989), euAiAct: names(euAiAct) }
}

describe('suggested roles', () => {
  it.each<[string, Given, string[], string[]]>([
    ['calling APIs', { activities: ['calls-apis'] }, ['customer'], ['deployer']],
    ['using AI tools', { activities: ['uses-ai-saas'] }, ['customer'], ['deployer']],
    [
      'embedding AI in a product',
      { activities: ['embeds-by-api'] },
      ['provider', 'customer'],
      ['provider', 'deployer'],
    ],
    ['training models', { activities: ['trains-models'] }, ['producer'], ['provider']],
    ['curating datasets', { activities: ['curates-datasets'] }, ['producer'], []],
    ['AI as the core product', { activities: ['ai-is-core-product'] }, ['provider', 'producer'], ['provider']],
    ['fine-tuning a vendor model', { greyAreas: ['fine-tunes-vendor-model'] }, ['producer'], ['provider']],
    ['decisions about individuals', { factors: { individualDecisions: 1 } }, ['subject (others)'], ['deployer']],
    ['regulatory pressure', { factors: { regulatoryPressure: 1 } }, ['relevant-authority (others)'], []],
  ])('by %s keep ISO/IEC 22989 and the EU AI Act apart', (_what, given, iso22989, euAiAct) => {
    expect(rolesBy(given)).toEqual({ iso22989, euAiAct })
  })

  it.each<[SupplyFact, string[], string[]]>([
    ['offers-under-own-name', ['provider'], ['provider']],
    ['rebrands', ['provider'], ['provider']],
    ['changes-purpose', [], ['provider']],
    ['substantially-modifies', ['producer'], ['provider']],
    ['imports-from-outside-eu', [], ['importer']],
    ['resells-unchanged', [], ['distributor']],
    ['represents-non-eu-provider', [], ['authorised-representative']],
    ['manufactures-product-with-ai', ['provider'], ['product-manufacturer']],
    ['supplies-general-purpose-model', ['provider'], ['gpai-provider']],
    ['integrates-for-others', ['partner'], []],
    ['supplies-data', ['partner'], []],
    ['evaluates-or-audits', ['partner'], []],
    ['supervises-or-regulates', ['relevant-authority'], []],
  ])('by the fact %s', (fact, iso22989, euAiAct) => {
    expect(rolesBy({}, [fact])).toEqual({ iso22989, euAiAct })
  })

  it.each<[Given, SupplyFact[], string]>([
    [{ activities: ['uses-ai-saas'] }, ['rebrands'], 'Art. 25(1)(a)'],
    [{ activities: ['uses-ai-saas', 'fine-tunes'] }, [], 'Art. 25(1)(b)'],
    [{ activities: ['uses-ai-saas'] }, ['changes-purpose'], 'Art. 25(1)(c)'],
  ])('turn a deployer into a provider by %o with %o', (given, supply, article) => {
    const { euAiAct } = rolesOf(aProfile(given), supply)
    expect(euAiAct.map(({ role }) => role)).toEqual(['provider', 'deployer'])
    expect(euAiAct[0]?.basis).toContain(article)
  })

  it('are none where nothing points to one', () => {
    expect(rolesBy({})).toEqual({ iso22989: [], euAiAct: [] })
  })

  it('each carry a reason that cites an answer, and a basis', () => {
    const { iso22989, euAiAct } = rolesOf(aProfile({ activities: ['calls-apis', 'fine-tunes'] }), ['rebrands'])
    for (const { reason, basis } of [...iso22989, ...euAiAct]) {
      expect(reason).toMatch(/: .+\.$/)
      expect(basis).toMatch(/ISO\/IEC 22989|2024\/1689 Art\. /)
    }
  })
})
