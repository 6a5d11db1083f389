import { type RawBuilder, sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }

/** What a condition on an open risk is called; `f` is the risk with what is known of it. */
const shortfalls = {
  withoutOwner: 'owner_id is null',
  notDescribed: 'undescribed',
  /** no rating counts: never rated, or opened again */
  notRated: "state = 'identified'",
  earlierCriteria: "criteria_state = 'superseded'",
  /** rated and not acceptable as it is, without a decision */
  untreated: "treatment_option is null and coalesce(level, '') <> 'acceptable'",
  notAccepted: "state <> 'accepted'",
  acceptanceExpired: 'expired',
  reviewOverdue: 'review_due_on < today',
  toReassess: 'triggers > 0',
  actionsOverdue: 'late_actions > 0',
  /** treated by more than leaving it, all actions done, and nobody judged whether it works */
  notChecked: "treatment_option <> 'retain' and open_actions = 0 and check_result is distinct from 'effective'",
  /** treatments that are still being carried out */
  actionsOpen: 'open_actions > 0',
} as const
type ShortfallName = keyof typeof shortfalls

export type RisksSituation = Record<ShortfallName, Shortfall> & {
  criteria: (Cited & { edition: number; approvedOn: string; approvedBy: string }) | null
  criteriaDraft: Cited | null
  open: number
  newest: Cited[]
  treated: number
  actionsDone: number
  /** systems that are verified or used and not out of scope */
  systems: number
  /** of those, without an open risk that is rated */
  systemsNotAssessed: Shortfall
  /** open risks that were rated on more than one day */
  assessedAgain: number
}

/** What readiness asks about risks, today or within the past that the transaction looks at. */
export async function readRisksSituation(tx: Transaction, org: OrganizationId, today: string): Promise<RisksSituation> {
  // the worst five by a scan of their own: sorting all rows for each shortfall was most of the time with 10,000 risks
  const each = Object.entries(shortfalls).map(
    ([name, when]) => sql`json_build_object('count', count(*) filter (where ${sql.raw(when)}),
      'worst', (${fiveRisks(sql.raw(when), sql.raw('score desc nulls last, id'))})) as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Omit<RisksSituation, 'criteria' | 'criteriaDraft'>>`
    with actions as (
      select subject, count(*) filter (where state = 'open') as open, count(*) filter (where state = 'done') as done,
             count(*) filter (where state = 'open' and due_on < ${today}::date) as late
        from tasks where org_id = ${org} and source like 'risk-action:%' group by subject),
    triggered as (select risk_id, count(*) as n from risk_triggers
      where org_id = ${org} and answered_on is null group by risk_id),
    days as (select risk_id, count(distinct rated_on) as n from risk_ratings
      where org_id = ${org} and kind = 'inherent' group by risk_id),
    f as materialized (
      select r.id, r.title, r.owner_id, r.state, r.treatment_option, r.check_result, r.review_due_on, ${today}::date as today,
             g.score, g.level, c.state as criteria_state, coalesce(k.open, 0) as open_actions, coalesce(k.late, 0) as late_actions,
             coalesce(k.done, 0) as done_actions, coalesce(t.n, 0) as triggers, coalesce(d.n, 0) as days, r.created_at,
             r.event = '' or r.for_organization || r.for_individuals || r.for_society = '' as undescribed,
             coalesce(a.expires_on < ${today}::date, false) as expired
        from risks r
        left join risk_ratings g on g.org_id = r.org_id and g.id = coalesce(r.residual_id, r.inherent_id)
        left join risk_criteria c on c.org_id = g.org_id and c.id = g.criteria_id
        left join risk_acceptances a on a.org_id = r.org_id and a.risk_id = r.id and a.ended_on is null
        left join actions k on k.subject = 'risk:' || r.id::text
        left join triggered t on t.risk_id = r.id
        left join days d on d.risk_id = r.id
       where r.org_id = ${org} and r.state <> 'closed'),
    bare as (
      select s.id, s.name from ai_systems s
       where s.org_id = ${org} and s.scope <> 'out' and s.state in ('verified', 'in-use', 'suspended')
         and not exists (select from risk_systems l join f on f.id = l.risk_id
                          where l.org_id = s.org_id and l.system_id = s.id and f.score is not null))
    select count(*)::int as open, count(treatment_option)::int as treated,
           coalesce(sum(done_actions), 0)::int as "actionsDone",
           (count(*) filter (where days > 1))::int as "assessedAgain",
           (${fiveRisks(sql.raw('true'), sql.raw('created_at desc, id desc'))}) as newest,
           (select count(*)::int from ai_systems s where s.org_id = ${org} and s.scope <> 'out'
              and s.state in ('verified', 'in-use', 'suspended')) as systems,
           (select json_build_object('count', count(*), 'worst', coalesce(to_json((array_agg(
              json_build_object('ref', 'ai-system:' || id, 'name', name) order by name, id))[1:5]), '[]')) from bare) as "systemsNotAssessed",
           ${sql.join(each)}
      from f`.execute(tx)
  const [counted] = rows
  if (!counted) throw new Error('an aggregate without groups gives one row')
  return { ...counted, ...(await readCriteria(tx, org)) }
}

/** The first five of these risks in this order, as citations. */
function fiveRisks(when: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select coalesce(json_agg(json_build_object('ref', 'risk:' || id, 'name', title)), '[]')
    from (select id, title from f where ${when} order by ${order} limit 5) as first`
}

async function readCriteria(
  tx: Transaction,
  org: OrganizationId,
): Promise<Pick<RisksSituation, 'criteria' | 'criteriaDraft'>> {
  const rows = await tx
    .selectFrom('risk_criteria as c')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.approved_by'))
    .select(['c.id', 'c.edition', 'c.state', 'c.approved_on', 'p.name'])
    .where('c.org_id', '=', org)
    .where('c.state', 'in', ['approved', 'draft'])
    .execute()
  const cite = (row: { id: string; edition: number }) => ({
    ref: `risk-criteria:${row.id}`,
    name: `Risk criteria, edition ${row.edition}`,
  })
  const approved = rows.find(({ state }) => state === 'approved')
  const draft = rows.find(({ state }) => state === 'draft')
  const criteria = approved?.approved_on
    ? {
        ...cite(approved),
        edition: approved.edition,
        approvedOn: approved.approved_on,
        approvedBy: approved.name ?? '',
      }
    : null
  return { criteria, criteriaDraft: draft ? cite(draft) : null }
}
