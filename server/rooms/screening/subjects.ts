import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'
import { describeTrigger, triggersByName } from './trigger-names.ts'

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const screenings: SubjectReader = {
  kind: 'screening',
  permission: 'screening:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('screenings')
      .select([
        'id',
        'state',
        'concluded_on',
        sql<string>`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD')`.as('begun'),
      ])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, state, concluded_on, begun }) => ({
      id,
      name: concluded_on ? `Screening of ${concluded_on}` : `Screening begun on ${begun}`,
      state,
    }))
  },
}

const triggers: SubjectReader = {
  kind: 'screening-trigger',
  permission: 'screening:read',
  async read(tx, org, ids) {
    const rows = await triggersByName(tx, org).where('t.id', 'in', ids).execute()
    return rows.map((row) => ({ id: row.id, name: describeTrigger(row), state: row.state }))
  },
}

function ofBusinessCase(kind: string, table: 'deals' | 'competitor_certifications'): SubjectReader {
  return {
    kind,
    permission: 'business-case:read',
    read: (tx, org, ids) =>
      tx.selectFrom(table).select(['id', 'name', 'state']).where('org_id', '=', org).where('id', 'in', ids).execute(),
    search: (tx, org, words, limit) =>
      tx
        .selectFrom(table)
        .select(['id', 'name', 'state'])
        .where('org_id', '=', org)
        .where('name', 'ilike', like(words))
        .orderBy('name')
        .orderBy('id')
        .limit(limit)
        .execute(),
  }
}

export const screeningSubjects: readonly SubjectReader[] = [
  screenings,
  triggers,
  ofBusinessCase('deal', 'deals'),
  ofBusinessCase('competitor', 'competitor_certifications'),
]
