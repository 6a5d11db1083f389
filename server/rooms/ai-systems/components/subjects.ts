import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'
import { contains, escapeLike } from '../rows.ts'
import { type ComponentKind, componentKinds } from '../rules/words.ts'

function subjectsOf(kind: ComponentKind): SubjectReader {
  return {
    kind,
    permission: 'components:read',
    async read(tx, org, ids) {
      return await tx
        .selectFrom('components')
        .select(['id', 'name', 'state'])
        .where('org_id', '=', org)
        .where('kind', '=', kind)
        .where('id', 'in', ids)
        .execute()
    },
    async search(tx, org, words, limit) {
      return await tx
        .selectFrom('components')
        .select(['id', 'name', 'state'])
        .where('org_id', '=', org)
        .where('kind', '=', kind)
        .where(sql<boolean>`(name || ' ' || reference) ilike ${contains(words)}`)
        .orderBy(sql`name ilike ${`${escapeLike(words)}%`}`, 'desc')
        .orderBy('name')
        .orderBy('id')
        .limit(limit)
        .execute()
    },
  }
}

export const componentSubjects = componentKinds.map(subjectsOf)
