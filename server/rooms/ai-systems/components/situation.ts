import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Shortfall = { count: number; worst: { ref: string; name: string }[] }

const shortfalls = {
  componentsWithoutOwner: `not owned`,
  componentsWithoutVersion: `used and not has_current`,
  componentsStale: `used and last_looked_at < a_year_ago`,
  datasetsWithoutOrigin: `kind = 'dataset' and (origin = '' or acquisition is null)`,
  datasetsWithoutRights: `kind = 'dataset' and rights = ''`,
  datasetsWithoutPersonalDataAnswer: `kind = 'dataset' and personal_data is null`,
  datasetsWithoutLineage: `kind = 'dataset' and acquisition = 'derived' and not has_source`,
  /** retired, or at a withdrawn version, and still used by a system */
  usedThoughRetired: `used and (state = 'retired' or at_withdrawn)`,
} as const
type Name = keyof typeof shortfalls

export type ComponentsSituation = Record<Name, Shortfall> & {
  components: { model: number; dataset: number; prompt: number; agent: number }
}

/** Models, datasets, prompts and agents as the rules of readiness look at them; the worst are those that most depend on. */
export async function readComponentsSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<ComponentsSituation> {
  const each = Object.entries(shortfalls).map(([name, condition]) => {
    const alive = name === 'usedThoughRetired' ? condition : `state = 'active' and (${condition})`
    return sql`json_build_object('count', count(*) filter (where ${sql.raw(alive)}),
      'worst', coalesce(to_json((array_agg(json_build_object('ref', kind || ':' || id, 'name', name) order by users desc, created_at, id)
        filter (where ${sql.raw(alive)}))[1:5]), '[]')) as ${sql.ref(name)}`
  })
  const kinds = ['model', 'dataset', 'prompt', 'agent'].map(
    (kind) => sql`count(*) filter (where state = 'active' and kind = ${kind})::int as ${sql.ref(kind)}`,
  )
  const { rows } = await sql<Record<Name, Shortfall> & ComponentsSituation['components']>`
    with users as (
      select l.component_id, count(distinct l.system_id) as users, bool_or(v.state = 'withdrawn') as at_withdrawn
        from lineage_links l left join component_versions v on v.org_id = l.org_id and v.id = l.version_id
       where l.org_id = ${org} group by l.component_id),
    parts as (
      select c.id, c.kind, c.name, c.state, c.created_at, c.origin, c.acquisition, c.rights, c.personal_data,
             p.state is not distinct from 'active' as owned,
             coalesce(u.users, 0) as users, u.component_id is not null as used, coalesce(u.at_withdrawn, false) as at_withdrawn,
             exists (select from component_versions v where v.org_id = c.org_id and v.component_id = c.id and v.state = 'current') as has_current,
             exists (select from lineage_links l where l.org_id = c.org_id and l.from_component = c.id) as has_source,
             coalesce(c.reviewed_on, c.created_at::date) as last_looked_at,
             (${today}::date - interval '12 months')::date as a_year_ago
        from components c
        left join people p on p.org_id = c.org_id and p.id = c.owner_id
        left join users u on u.component_id = c.id
       where c.org_id = ${org})
    select ${sql.join([...each, ...kinds])} from parts`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('an aggregate without a row')
  const { model, dataset, prompt, agent, ...short } = row
  return { ...short, components: { model, dataset, prompt, agent } }
}
