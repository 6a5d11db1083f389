import type { Outcome } from '../contract.ts'
import type { Look } from './citations.ts'
import * as look from './citations.ts'
import type { Profile } from './profile.ts'
import type { TriggerId } from './words.ts'

type Trigger = { id: TriggerId; why: string; watch: string; now: readonly Look[] }

/** What reopens the answer, and the answers by which it is true already. */
const triggers: readonly Trigger[] = [
  {
    id: 'starts-fine-tuning',
    why: 'Fine-tuning a model shapes how it behaves',
    watch: 'a fine-tuning call in the usage log or in scanned code raises it',
    now: [look.activitiesAmong(['fine-tunes', 'trains-models']), look.greyAreasAmong(['fine-tunes-vendor-model'])],
  },
  {
    id: 'creates-training-data',
    why: 'Creating or curating training data is AI development',
    watch: 'a registered training dataset raises it',
    now: [look.activitiesAmong(['curates-datasets']), look.rated('trainingData', 1)],
  },
  {
    id: 'regulated-decisions',
    why: 'AI for regulated decisions (credit, employment, healthcare) raises the regulatory risk',
    watch: 'a changed purpose of a system raises it',
    now: [
      look.greyAreasAmong(['hr-or-credit-decisions', 'sensitive-decisions']),
      look.scenariosAmong(['credit-scoring', 'diagnostics']),
    ],
  },
  {
    id: 'customer-asks-for-certification',
    why: 'A customer who asks for certification is a signal of the market',
    watch: 'a recorded request of a customer or a lost deal raises it',
    now: [look.rated('customerRequests', 1), look.circumstance('enterprise-governance-requirements'), look.dealsLost],
  },
  {
    id: 'eu-expansion',
    why: 'Expansion into the EU brings the EU AI Act',
    watch: 'a system with an EU jurisdiction raises it',
    now: [look.circumstance('sells-to-eu-enterprises'), look.rated('euPresence', 2)],
  },
  {
    id: 'competitor-certifies',
    why: 'A certified competitor sets what buyers expect',
    watch: 'a competitor recorded as certified raises it',
    now: [look.rated('competitorsCertified', 1)],
  },
]

/** All triggers, each true already (by which answer) or watched (by what). */
export function triggersOf(it: Profile): Outcome['triggers'] {
  return triggers.map(({ id, why, watch, now }) => {
    const already = look.found(it, now).map(({ says }) => says)
    return already.length > 0
      ? { id, state: 'already-true', text: `${why}. Already true: ${already.join('; ')}.` }
      : { id, state: 'watched', text: `${why}. Watched: ${watch}.` }
  })
}
