import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'
import { contains } from './rows.ts'

/** Obligations by title, for links, evidence, tasks and search. */
export const obligationSubjects: SubjectReader = {
  kind: 'obligation',
  permission: 'obligations:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('obligations')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
  async search(tx, org, words, limit) {
    const rows = await tx
      .selectFrom('obligations')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('state', '<>', 'withdrawn')
      .where(sql<boolean>`(title || ' ' || reference || ' ' || article) ilike ${contains(words)}`)
      .orderBy(sql`position(lower(${words}) in lower(title))`)
      .orderBy('title')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
}
