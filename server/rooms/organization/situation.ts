import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ReviewSubject } from './model.ts'
import { readProfile } from './profile.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }
type Review = { lastOn: string; dueOn: string; overdue: boolean } | null

/** What readiness sees of clause 4: counts, the newest records and the last reviews, as of the transaction's instant. */
export async function readOrganizationSituation(tx: Transaction, org: OrganizationId, today: string) {
  const profile = await readProfile(tx, org)
  const topManagement = profile.topManagement.map(({ id, name }) => ({ ref: `person:${id}`, name }))
  return {
    profileMissing: profile.missing,
    topManagement,
    contextIssues: { ...(await readIssues(tx, org)), review: await lastReview(tx, org, 'context', today) },
    interestedParties: {
      ...(await readParties(tx, org)),
      review: await lastReview(tx, org, 'interested-parties', today),
    },
    processes: await readProcesses(tx, org),
    scopeReview: await lastReview(tx, org, 'scope', today),
  }
}

const worst = 5

async function readIssues(tx: Transaction, org: OrganizationId) {
  const { rows } = await sql<{ internal: number; external: number; climate: boolean; newest: Cited[] }>`
    select count(*) filter (where kind = 'internal' and relevant) as internal,
           count(*) filter (where kind = 'external' and relevant) as external,
           coalesce(bool_or(topic = 'climate'), false) as climate,
           coalesce((select json_agg(json_build_object('ref', 'context-issue:' || n.id, 'name', left(n.statement, 120)))
             from (select id, statement from context_issues where org_id = ${org} and state = 'current'
                    order by changed_at desc, id limit ${worst}) n), '[]') as newest
      from context_issues where org_id = ${org} and state = 'current'`.execute(tx)
  const { internal = 0, external = 0, climate = false, newest = [] } = rows[0] ?? {}
  return { internal, external, climateAnswered: climate, newest }
}

async function readParties(tx: Transaction, org: OrganizationId) {
  const { rows } = await sql<{
    count: number
    affected: number
    newest: Cited[]
    bare: number
    bare_worst: Cited[]
    undecided: Shortfall
    elsewhere: Shortfall
  }>`
    with parties as (
      select p.id, p.name, p.kind, p.changed_at, exists (select from party_requirements r
               where r.org_id = p.org_id and r.party_id = p.id) as stated
        from interested_parties p where p.org_id = ${org} and p.state = 'current'),
    required as (
      select p.id, p.name, r.decision, r.basis, r.statement, exists (select from party_requirement_links l
               left join obligations o on o.org_id = l.org_id and 'obligation:' || o.id = l.subject
              where l.org_id = r.org_id and l.requirement_id = r.id
                and (l.subject like 'risk:%' or o.state <> 'withdrawn')) as stands
        from parties p join party_requirements r on r.org_id = ${org} and r.party_id = p.id)
    select count(*) as count, count(*) filter (where kind = 'affected-people') as affected,
           count(*) filter (where not stated) as bare,
           coalesce((select json_agg(json_build_object('ref', 'interested-party:' || n.id, 'name', n.name))
             from (select * from parties order by changed_at desc, id limit ${worst}) n), '[]') as newest,
           coalesce((select json_agg(json_build_object('ref', 'interested-party:' || n.id, 'name', n.name))
             from (select * from parties where not stated order by name, id limit ${worst}) n), '[]') as bare_worst,
           ${sql.raw(requirementsOf(`decision = 'undecided'`))} as undecided,
           ${sql.raw(requirementsOf(`decision = 'taken-on' and basis in ('law', 'contract') and not stands`))} as elsewhere
      from parties`.execute(tx)
  const { count = 0, affected = 0, newest = [], bare = 0, bare_worst = [], undecided, elsewhere } = rows[0] ?? {}
  return {
    count,
    affectedPeople: affected,
    newest,
    withoutRequirements: { count: bare, worst: bare_worst },
    requirementsUndecided: undecided ?? noneShort,
    /** rest on law or contract and are taken on, and stand neither as an obligation nor as a risk */
    requirementsNotCarriedOver: elsewhere ?? noneShort,
  }
}

const noneShort: Shortfall = { count: 0, worst: [] }

/** How many requirements there are of which this holds, and the first by their party. The text is ours; nothing given enters it. */
function requirementsOf(condition: string): string {
  return `(select json_build_object('count', count(*), 'worst', coalesce(json_agg(json_build_object(
      'ref', 'interested-party:' || id, 'name', name || ': ' || left(statement, 80)) order by name, statement)
      filter (where place <= ${worst}), '[]'))
    from (select *, row_number() over (order by name, statement) as place from required where ${condition}) ranked)`
}

async function readProcesses(tx: Transaction, org: OrganizationId) {
  const { rows } = await sql<{ count: number; newest: Cited[]; orphan: number; orphans: Cited[] }>`
    with processes as (select id, name, owner_id, changed_at from aims_processes where org_id = ${org} and state = 'current')
    select count(*) as count, count(*) filter (where owner_id is null) as orphan,
           coalesce((select json_agg(json_build_object('ref', 'process:' || n.id, 'name', n.name))
             from (select * from processes order by changed_at desc, id limit ${worst}) n), '[]') as newest,
           coalesce((select json_agg(json_build_object('ref', 'process:' || n.id, 'name', n.name))
             from (select * from processes where owner_id is null order by name, id limit ${worst}) n), '[]') as orphans
      from processes`.execute(tx)
  const { count = 0, newest = [], orphan = 0, orphans = [] } = rows[0] ?? {}
  return { count, newest, withoutOwner: { count: orphan, worst: orphans } }
}

async function lastReview(tx: Transaction, org: OrganizationId, about: ReviewSubject, today: string): Promise<Review> {
  const last = await tx
    .selectFrom('organization_reviews')
    .select(['reviewed_on', 'next_due_on'])
    .where('org_id', '=', org)
    .where('about', '=', about)
    .where('reviewed_on', '<=', today)
    .orderBy('reviewed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { lastOn: last.reviewed_on, dueOn: last.next_due_on, overdue: last.next_due_on < today } : null
}
