import { sql } from 'kysely'
import { z } from 'zod'
import { type EditableList, type ListChange, named, setting } from '#platform/lists/index.ts'
import { scopeLabels } from './rules/labels.ts'
import { scopes } from './rules/words.ts'
import { asWord } from './rows.ts'

const Scope = z.object({ scope: z.string(), reason: z.string(), happenedOn: z.string().nullable() })

/** A decision about scope carries its reason and its day; taken back, the one before stands with its own. */
const decidingScope: ListChange = {
  changes: 'scope',
  step: (given) => ({ method: 'POST', below: '/scope', body: given }),
  back(before) {
    const { scope, reason, happenedOn } = Scope.parse(before)
    const decided = { scope, reason, ...(happenedOn !== null && { happenedOn }) }
    return { method: 'POST', below: '/scope', body: scope === 'undecided' ? { scope } : decided }
  },
}

/** What can be changed in many AI systems at once, each through its own route. */
export const editableAiSystems: EditableList = {
  list: '/ai-systems',
  kind: 'ai-system',
  permission: 'ai-systems:bulk-edit',
  changes: { owner: setting('owner'), unit: setting('unit'), scope: decidingScope },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('ai_systems as s')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.owner_id'))
      .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 's.org_id').onRef('u.id', '=', 's.unit_id'))
      .select(['s.id', 's.version', 's.name', 's.owner_id', 'p.name as owner', 's.unit_id', 'u.name as unit'])
      .select(['s.scope', 's.scope_reason', 's.scope_decided_on'])
      .where('s.org_id', '=', org)
      .where('s.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, owner_id, owner, unit_id, unit, scope, scope_reason, scope_decided_on }) => ({
      id,
      version,
      name,
      values: {
        owner: named(owner_id, owner),
        unit: named(unit_id, unit),
        scope: {
          value: { scope, reason: scope_reason, happenedOn: scope_decided_on },
          shown: [scopeLabels[asWord(scopes, scope)], scope_reason].filter(Boolean).join(': '),
        },
      },
    }))
  },
}
