import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { RequirementDraft } from './contract.ts'

type Done = Changed<{ id: string }>

/** Records what an interested party requires, and whether the management system takes it on. */
export async function recordRequirement(
  { org, tx }: Change,
  party: string,
  draft: RequirementDraft,
): Promise<Result<Done, { kind: 'not-found' }>> {
  const found = await tx
    .selectFrom('interested_parties')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', party)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  const id = uuidv7()
  await tx
    .insertInto('party_requirements')
    .values({ org_id: org, id, party_id: party, ...draft })
    .execute()
  return ok({
    value: { id },
    facts: [{ type: 'party-requirement.recorded', subject: subjectRef('interested-party', party) }],
  })
}

export async function editRequirement(
  { org, tx }: Change,
  id: string,
  version: number,
  draft: RequirementDraft,
): Promise<Result<Done, { kind: 'not-found' } | { kind: 'stale'; currentVersion: number }>> {
  const found = await tx
    .selectFrom('party_requirements')
    .select(['version', 'party_id'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  await tx.updateTable('party_requirements').set(draft).where('org_id', '=', org).where('id', '=', id).execute()
  return ok({
    value: { id },
    facts: [{ type: 'party-requirement.edited', subject: subjectRef('interested-party', found.party_id) }],
  })
}
