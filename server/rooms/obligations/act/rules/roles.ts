import type { ActAnswers } from './answers.ts'
import type { Finding } from './result.ts'
import type { ActRole, SupplyFact } from './words.ts'

export type HeldRole = Finding & { role: ActRole }
type Sign = HeldRole & { fact: SupplyFact; when?: 'high-risk' | 'annex-i' }

/** Which fact of supply makes which role; those of Art. 25 only where the system is high-risk. */
const signs: readonly Sign[] = [
  {
    fact: 'own-name',
    role: 'provider',
    article: 'Art. 3(3)',
    text: 'It is developed here, or for us, and goes onto the market or into service under our name.',
  },
  {
    fact: 'uses',
    role: 'deployer',
    article: 'Art. 3(4)',
    text: 'It is used under our authority, other than privately.',
  },
  {
    fact: 'imports',
    role: 'importer',
    article: 'Art. 3(6)',
    text: 'We bring a system under a name from outside the Union onto its market.',
  },
  {
    fact: 'distributes',
    role: 'distributor',
    article: 'Art. 3(7)',
    text: 'We make a system of another available without being its provider or importer.',
  },
  {
    fact: 'represents',
    role: 'authorised-representative',
    article: 'Art. 3(5)',
    text: 'We hold the written mandate of a provider outside the Union.',
  },
  {
    fact: 'manufactures-product',
    role: 'product-manufacturer',
    article: 'Art. 25(3)',
    text: 'It goes onto the market together with our product under our name.',
  },
  {
    fact: 'manufactures-product',
    role: 'provider',
    when: 'annex-i',
    article: 'Art. 25(3)',
    text: 'The maker of a product of Annex I, section A counts as provider of its high-risk safety component.',
  },
  {
    fact: 'rebrands',
    role: 'provider',
    when: 'high-risk',
    article: 'Art. 25(1)(a)',
    text: 'Putting our name on a high-risk system makes us its provider.',
  },
  {
    fact: 'modifies-substantially',
    role: 'provider',
    when: 'high-risk',
    article: 'Art. 25(1)(b)',
    text: 'A substantial modification of a system that stays high-risk makes us its provider.',
  },
  {
    fact: 'changes-purpose',
    role: 'provider',
    when: 'high-risk',
    article: 'Art. 25(1)(c)',
    text: 'A changed purpose that makes the system high-risk makes us its provider.',
  },
]

export const roleTexts: readonly string[] = signs.map(({ text }) => text)
export const modelProviderText =
  'We place a model for general purposes on the market, apart from any system built on it.'

/** The roles of the Act that the organization holds for this system, each with its article; a role may rest on several. */
export function rolesOf(
  { supply, gpai, annexI }: Pick<ActAnswers, 'supply' | 'gpai' | 'annexI'>,
  highRisk: boolean,
): HeldRole[] {
  const held = signs.filter(
    ({ fact, when }) =>
      supply.includes(fact) &&
      (when === undefined || (when === 'high-risk' && highRisk) || (when === 'annex-i' && annexI === 'section-a')),
  )
  const roles = held.map(({ role, text, article }) => ({ role, text, article }))
  if (gpai === 'none') return roles
  return [...roles, { role: 'gpai-provider', text: modelProviderText, article: 'Art. 3(63), Chapter V' }]
}
