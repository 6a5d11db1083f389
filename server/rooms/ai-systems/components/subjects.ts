import type { SubjectReader } from '#platform/subjects.ts'
import { type ComponentKind, componentKinds } from '../rules/words.ts'
import { listComponents } from './list.ts'

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
      const { items } = await listComponents(tx, org, { kind: [kind], q: words, limit })
      return items.map(({ id, name, state }) => ({ id, name, state }))
    },
  }
}

export const componentSubjects = componentKinds.map(subjectsOf)
