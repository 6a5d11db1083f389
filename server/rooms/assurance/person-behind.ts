import type { Change } from '#platform/database/change.ts'

/** Who answers for what an actor writes: the person acting, or the one who made the acting key. Null for the system. */
export async function personBehind({
  org,
  tx,
  actor,
  person,
}: Pick<Change, 'org' | 'tx' | 'actor' | 'person'>): Promise<string | null> {
  if (person) return person
  const [kind, id] = actor.split(':')
  if (kind !== 'machine' || !id) return null
  const key = await tx
    .selectFrom('api_keys')
    .select('created_by')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return key?.created_by ?? null
}
