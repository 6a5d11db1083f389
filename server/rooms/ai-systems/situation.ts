import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { asWord } from './rows.ts'
import { type State, states } from './rules/words.ts'
import { readComponentsSituation } from './components/situation.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }

/** How a system falls short, as SQL over the flags of `systems` below; the worst are those in use, then those about persons. */
const shortfalls = {
  scopeUndecided: `scope = 'undecided'`,
  outOfScopeWithoutReason: `scope = 'out' and scope_reason = ''`,
  withoutOwner: `not owned`,
  withoutPurpose: `purpose = ''`,
  withoutRoles: `scope <> 'out' and (iso_roles_on is null or act_roles_on is null)`,
  rolesOutdated: `scope <> 'out' and (iso_roles_at < use_changed_at or act_roles_at < use_changed_at)`,
  rolesNotReviewed: `scope <> 'out' and iso_roles_on is not null and least(iso_roles_on, act_roles_on) < a_year_ago`,
  unapprovedInUse: `state in ('in-use', 'suspended') and approved_on is null`,
  withoutOversight: `scope = 'in' and watched and human_oversight = ''`,
  withoutIntendedUsers: `scope = 'in' and intended_users = ''`,
  individualDecisionsUnanswered: `individual_decisions is null`,
  withoutAffectedGroups: `scope = 'in' and individual_decisions in ('supports', 'decides') and cardinality(affected_groups) = 0`,
  withoutResources: `scope = 'in' and not (has_data and has_tooling and has_computing)`,
  withoutDatasets: `scope = 'in' and not has_data`,
  withoutTooling: `scope = 'in' and not has_tooling`,
  withoutComputing: `scope = 'in' and not has_computing`,
  withoutPeople: `scope = 'in' and not has_people`,
  toolingIncomplete: `scope = 'in' and has_tooling and not tooling_complete`,
  computingIncomplete: `scope = 'in' and has_computing and not computing_complete`,
  resourcesUnconfirmed: `scope = 'in' and resources_confirmed_on < a_year_ago`,
  stale: `scope = 'in' and last_looked_at < a_year_ago`,
} as const
type ShortfallName = keyof typeof shortfalls

export type AiSystemsSituation = Record<ShortfallName, Shortfall> & {
  /** systems in the register: neither retired, dismissed, nor a report that nobody took up yet */
  total: number
  inUse: number
  inScope: number
  retired: number
  byState: Record<State, number>
  /** deciding about individuals, or preparing such decisions */
  aboutIndividuals: number
  waitingIntakes: number
  /** reports that wait for more than 30 days */
  intakesWaitingLong: Shortfall
  newest: Cited[]
} & Awaited<ReturnType<typeof readComponentsSituation>>

/** The register as the rules of readiness look at it: counts, and the worst five of every shortfall. `today` is `YYYY-MM-DD`. */
export async function readAiSystemsSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<AiSystemsSituation> {
  const [counts, short, components] = [
    await readCounts(tx, org, today),
    await readShortfalls(tx, org, today),
    await readComponentsSituation(tx, org, today),
  ]
  return { ...counts, ...short, ...components }
}

/** SQL of one shortfall: `{count, worst}` as JSON. */
function shortfallSql(condition: string) {
  const cited = `json_build_object('ref', 'ai-system:' || id, 'name', name) order by worst_first, created_at, id`
  return sql`json_build_object('count', count(*) filter (where ${sql.raw(condition)}),
    'worst', coalesce(to_json((array_agg(${sql.raw(cited)}) filter (where ${sql.raw(condition)}))[1:5]), '[]'))`
}

async function readShortfalls(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<Record<ShortfallName, Shortfall>> {
  const each = Object.entries(shortfalls).map(
    ([name, condition]) => sql`${shortfallSql(condition)} as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Record<ShortfallName, Shortfall>>`
    with recursive needs(system_id, component_id) as (
      select system_id, component_id from lineage_links where org_id = ${org} and system_id is not null
      union select n.system_id, l.component_id from needs n join lineage_links l on l.from_component = n.component_id
       where l.org_id = ${org}),
    made_of as (
      select n.system_id, bool_or(c.kind = 'dataset') as has_data, bool_or(c.kind in ('model', 'agent')) as has_model
        from needs n join components c on c.org_id = ${org} and c.id = n.component_id group by n.system_id),
    runs_on as (
      select system_id, bool_or(kind = 'tooling') as has_tooling, bool_or(kind = 'computing') as has_computing,
             bool_or(kind = 'people') as has_people,
             coalesce(bool_and(owner_id is not null and version_label <> '') filter (where kind = 'tooling'), true) as tooling_complete,
             coalesce(bool_and(owner_id is not null and capacity <> '' and cardinality(countries) > 0)
               filter (where kind = 'computing'), true) as computing_complete,
             min(coalesce(confirmed_on, created_at::date)) as confirmed_on
        from ai_system_resources where org_id = ${org} group by system_id),
    systems as (
      select s.id, s.name, s.created_at, s.scope, s.scope_reason, s.purpose, s.state, s.iso_roles_on, s.act_roles_on, s.iso_roles_at,
             s.act_roles_at, s.use_changed_at, s.approved_on, s.human_oversight, s.intended_users, s.individual_decisions, s.affected_groups,
             p.state is not distinct from 'active' as owned,
             s.individual_decisions in ('supports', 'decides') or s.autonomy <> 'assistive' as watched,
             coalesce(m.has_data, false) as has_data, coalesce(r.has_tooling or m.has_model, m.has_model, false) as has_tooling,
             coalesce(r.has_computing, false) as has_computing, coalesce(r.has_people, false) as has_people,
             coalesce(r.tooling_complete, true) as tooling_complete, coalesce(r.computing_complete, true) as computing_complete,
             r.confirmed_on as resources_confirmed_on, coalesce(s.reviewed_on, s.created_at::date) as last_looked_at,
             (${today}::date - interval '12 months')::date as a_year_ago,
             case when s.state = 'in-use' then 0 when s.state = 'suspended' then 1 else 2 end * 3
               + case s.individual_decisions when 'decides' then 0 when 'supports' then 1 else 2 end as worst_first
        from ai_systems s
        left join people p on p.org_id = s.org_id and p.id = s.owner_id
        left join made_of m on m.system_id = s.id
        left join runs_on r on r.system_id = s.id
       where s.org_id = ${org} and s.state not in ('retired', 'dismissed') and s.intake is distinct from 'open')
    select ${sql.join(each)} from systems`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('an aggregate without a row')
  return row
}

type Counts = Pick<
  AiSystemsSituation,
  | 'total'
  | 'inUse'
  | 'inScope'
  | 'retired'
  | 'byState'
  | 'aboutIndividuals'
  | 'waitingIntakes'
  | 'intakesWaitingLong'
  | 'newest'
>

async function readCounts(tx: Transaction, org: OrganizationId, today: string): Promise<Counts> {
  const { rows } = await sql<Omit<Counts, 'byState' | 'retired'> & { by_state: Record<string, number> }>`
    with systems as (
      select id, name, created_at, state, scope, individual_decisions, intake is not distinct from 'open' as waiting
        from ai_systems where org_id = ${org}),
    registered as (select * from systems where state not in ('retired', 'dismissed') and not waiting),
    long as (select id, name, created_at, 0 as worst_first from systems
              where waiting and created_at < ${today}::date - interval '30 days')
    select (select count(*) from registered)::int as total,
           (select count(*) from registered where state = 'in-use')::int as "inUse",
           (select count(*) from registered where scope = 'in')::int as "inScope",
           (select count(*) from registered where individual_decisions in ('supports', 'decides'))::int as "aboutIndividuals",
           (select count(*) from systems where waiting)::int as "waitingIntakes",
           (select ${shortfallSql('true')} from long) as "intakesWaitingLong",
           (select coalesce(json_object_agg(state, n), '{}') from (select state, count(*) as n from systems group by state) as s) as by_state,
           (select coalesce(json_agg(json_build_object('ref', 'ai-system:' || id, 'name', name)), '[]')
              from (select id, name from registered order by created_at desc, id desc limit 5) as n) as newest`.execute(
    tx,
  )
  const row = rows[0]
  if (!row) throw new Error('an aggregate without a row')
  const { by_state, ...counts } = row
  const byState = zeroes()
  for (const [state, count] of Object.entries(by_state)) byState[asWord(states, state)] = count
  return { ...counts, byState, retired: byState.retired }
}

function zeroes(): Record<State, number> {
  return {
    proposed: 0,
    approved: 0,
    'in-development': 0,
    verified: 0,
    'in-use': 0,
    suspended: 0,
    retired: 0,
    dismissed: 0,
  }
}
