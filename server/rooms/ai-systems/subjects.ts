import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'
import { componentSubjects } from './components/subjects.ts'
import { contains, escapeLike } from './rows.ts'

const systems: SubjectReader = {
  kind: 'ai-system',
  permission: 'ai-systems:read',
  async read(tx, org, ids) {
    return await tx
      .selectFrom('ai_systems')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
  },
  async search(tx, org, words, limit) {
    return await tx
      .selectFrom('ai_systems')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where(sql<boolean>`(name || ' ' || reference) ilike ${contains(words)}`)
      // names that begin so come first
      .orderBy(sql`name ilike ${`${escapeLike(words)}%`}`, 'desc')
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
      .execute()
  },
}

/** AI systems, models, datasets, prompts and agents by name. */
export const aiSystemSubjects: readonly SubjectReader[] = [systems, ...componentSubjects]
