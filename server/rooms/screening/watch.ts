import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import { parseSubject } from '#kernel/id.ts'
import { change, type Door, type Who } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { inOrganization } from '#platform/operational.ts'
import type { TriggerId } from './contract.ts'
import { raiseTrigger } from './trigger.ts'

type Watch = {
  trigger: TriggerId
  note: string
  /** where the fact alone does not say it, whether the record as it stands does */
  holds?(tx: Transaction, org: OrganizationId, id: string): Promise<boolean>
}

const fineTuning = (note: string): Watch => ({ trigger: 'starts-fine-tuning', note })
const deciding: Watch = {
  trigger: 'regulated-decisions',
  note: 'An AI system supports or takes decisions about individuals.',
  holds: decidesAboutPeople,
}
const inTheEu: Watch = { trigger: 'eu-expansion', note: 'An AI system is used in the EU.', holds: isInTheEu }

/** Which facts reopen the answer without anyone remembering. */
const watched: Readonly<Record<string, readonly Watch[]>> = {
  'ai-system.registered': [inTheEu],
  'ai-system.edited': [inTheEu],
  'ai-system.fine-tuning-stated': [fineTuning('An AI system is registered as fine-tuned by us.')],
  'model.fine-tuning-stated': [fineTuning('A model is registered as fine-tuned by us.')],
  'scan-candidate.fine-tuning-found': [fineTuning('A scan of our code found a call that fine-tunes a model.')],
  'dataset.registered': [
    { trigger: 'creates-training-data', note: 'A dataset for training was registered.', holds: isForTraining },
  ],
  'ai-system.individual-decisions-stated': [deciding],
  'ai-system.individual-decisions-changed': [deciding],
  'ai-system.purpose-changed': [deciding],
  'deal.recorded': [
    { trigger: 'customer-asks-for-certification', note: 'A deal was lost or slowed by questions about AI governance.' },
  ],
  'competitor.certified': [{ trigger: 'competitor-certifies', note: 'A competitor was recorded as certified.' }],
}

export const watchedFacts: readonly string[] = Object.keys(watched)

/** Raises what one fact calls for; run again it finds the trigger raised already and does nothing. */
export async function watchFact(
  door: Door,
  who: Who,
  { type, subject }: { type: string; subject: SubjectRef },
): Promise<void> {
  const { id } = parseSubject(subject)
  for (const { trigger, note, holds } of watched[type] ?? []) {
    const isSo = holds ? await inOrganization(door.pool, who.org, (tx) => holds(tx, who.org, id)) : true
    if (isSo)
      await change(door, who, 'screening:report-trigger', (it) => raiseTrigger(it, { trigger, note, cause: subject }))
  }
}

const unionAndMembers = [
  'EU',
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
]

async function isInTheEu(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const system = await tx
    .selectFrom('ai_systems')
    .select('jurisdictions')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return system?.jurisdictions.some((place) => unionAndMembers.includes(place)) === true
}

async function decidesAboutPeople(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const system = await tx
    .selectFrom('ai_systems')
    .select('individual_decisions')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return system?.individual_decisions === 'supports' || system?.individual_decisions === 'decides'
}

async function isForTraining(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const dataset = await tx
    .selectFrom('components')
    .select('uses')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return dataset?.uses?.includes('training') === true
}
