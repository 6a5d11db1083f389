import type { SubjectReader } from '#platform/subjects.ts'

const units: SubjectReader = {
  kind: 'unit',
  permission: 'units:read',
  read: (tx, org, ids) =>
    tx.selectFrom('units').select(['id', 'name']).where('org_id', '=', org).where('id', 'in', ids).execute(),
  search: (tx, org, words, limit) =>
    tx
      .selectFrom('units')
      .select(['id', 'name'])
      .where('org_id', '=', org)
      .where('name', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy('name')
      .limit(limit)
      .execute(),
}

// Who was asked to join is known by an address, which may be erased.
const invitations: SubjectReader = {
  kind: 'invitation',
  permission: 'people:invite',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('invitations')
      .select(['id', 'email', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, email, state }) => ({ id, name: email ?? 'Erased invitation', state }))
  },
}

const apiKeys: SubjectReader = {
  kind: 'api-key',
  permission: 'api-keys:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('api_keys')
      .select(['id', 'name', 'revoked_at'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, name, revoked_at }) => ({ id, name, state: revoked_at ? 'revoked' : 'valid' }))
  },
}

export const identitySubjects: readonly SubjectReader[] = [units, invitations, apiKeys]
