import type { SubjectReader } from '#platform/subjects.ts'

export const planSubjects: SubjectReader = {
  kind: 'plan',
  permission: 'plans:read',
  read: async (tx, org, ids) =>
    await tx
      .selectFrom('plans')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute(),
  search: async (tx, org, words, limit) =>
    await tx
      .selectFrom('plans')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('name', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy('changed_at', 'desc')
      .limit(limit)
      .execute(),
}
