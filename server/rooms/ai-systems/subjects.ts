import type { SubjectReader } from '#platform/subjects.ts'
import { componentSubjects } from './components/subjects.ts'
import { listAiSystems } from './list.ts'

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
    // the search of all rooms may look at the past, where the search functions are not reachable
    const { items } = await listAiSystems(tx, org, { q: words, limit, past: true })
    return items.map(({ id, name, state }) => ({ id, name, state }))
  },
}

/** AI systems, models, datasets, prompts and agents by name. */
export const aiSystemSubjects: readonly SubjectReader[] = [systems, ...componentSubjects]
