import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { RequirementDraft } from './contract.ts'
import { loadRequirement } from './requirements-store.ts'

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

export type EditRequirementRefusal =
  | { kind: 'not-found' }
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'stands-in-register' }

/** Edits or decides. What stands in a register is taken on: whoever decides otherwise takes it out of there first. */
export async function editRequirement(
  { org, tx }: Change,
  id: string,
  version: number,
  draft: RequirementDraft,
): Promise<Result<Done, EditRequirementRefusal>> {
  const found = await loadRequirement(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  if (draft.decision !== 'taken-on' && found.links.length > 0) return refuse({ kind: 'stands-in-register' })
  await tx.updateTable('party_requirements').set(draft).where('org_id', '=', org).where('id', '=', id).execute()
  return ok({
    value: { id },
    facts: [{ type: 'party-requirement.edited', subject: subjectRef('interested-party', found.party.id) }],
  })
}
