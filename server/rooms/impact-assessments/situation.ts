import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }

const shortfalls = {
  /** in scope, and no approved assessment speaks of it */
  withoutAssessment: { when: 'a.id is null', cite: 'system' },
  /** in operation (in use or suspended), and no approved assessment */
  operatingWithout: { when: 'a.id is null and operating', cite: 'system' },
  /** in operation though its assessment decided to stop */
  operatingThoughStopped: { when: `a.decision = 'stop' and s.state = 'in-use'`, cite: 'assessment' },
  /** its screening calls for more by now than the approved assessment has: the register says that it decides on individuals */
  tooShallow: { when: `a.depth = 'screen' and decides`, cite: 'assessment' },
  reviewOverdue: { when: 'a.review_due_on < today', cite: 'assessment' },
  /** something called for a new look and nobody answered it */
  calledAgain: { when: `a.state = 'reopened'`, cite: 'assessment' },
  conditionsOverdue: { when: 'a.overdue_conditions > 0', cite: 'assessment' },
  /** measures of any kind that are late */
  measuresOverdue: { when: 'a.overdue_measures > 0', cite: 'assessment' },
  /** a full assessment that names no risk which came of it */
  notCarriedOver: { when: `a.depth = 'full' and not a.carried_over`, cite: 'assessment' },
  /** in operation, and its assessment says nothing of persons and groups, or of society: it stopped at the screening */
  operatingScreenedOnly: { when: `a.depth = 'screen' and operating`, cite: 'assessment' },
  /** a fairness measurement that confirms broke its limit after the approval */
  contradicted: { when: 'a.contradicted', cite: 'assessment' },
} as const
type ShortfallName = keyof typeof shortfalls

export type ImpactSituation = Record<ShortfallName, Shortfall> & {
  /** systems in scope that are neither retired nor dismissed, and those of them in use or suspended */
  systems: number
  operating: number
  /** approved assessments that stand */
  standing: number
  /** those of them that went beyond the screening */
  full: number
  /** approved ever, those of earlier editions too */
  approvedEver: number
  /** approved once and followed by a later edition */
  earlier: number
  /** systems whose standing edition followed an earlier one, or was confirmed after its first approval */
  repeated: number
  /** assessments that stopped a system, set conditions that were met, or led to measures that were carried out */
  consequential: Cited[]
  newest: Cited[]
  rules: { retentionYears: number; on: string; ref: string; name: string } | null
}

/** What was assessed of what has to be: systems in scope that are not retired, and of each the approved assessment that stands. */
export async function readImpactSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<ImpactSituation> {
  const each = Object.entries(shortfalls).map(([name, { when, cite }]) => {
    const ref = sql.raw(cite === 'system' ? `'ai-system:' || s.id` : `'impact-assessment:' || a.id`)
    return sql`json_build_object('count', count(*) filter (where ${sql.raw(when)}),
      'worst', coalesce(to_json((array_agg(json_build_object('ref', ${ref}, 'name', s.name) order by s.name, s.id)
        filter (where ${sql.raw(when)}))[1:5]), '[]')) as ${sql.ref(name)}`
  })
  const { rows } = await sql<Omit<ImpactSituation, 'rules' | 'approvedEver' | 'earlier' | 'consequential'>>`
    with s as (
      select id, name, state, state in ('in-use', 'suspended') as operating, ${today}::date as today,
             coalesce(individual_decisions in ('supports', 'decides'), false) as decides
        from ai_systems where org_id = ${org} and scope <> 'out' and state not in ('retired', 'dismissed')
         and intake is distinct from 'open' and intake is distinct from 'dismissed'),
    a as (
      select i.id, i.system_id, i.edition, i.depth, i.decision, i.state, i.review_due_on, i.approved_on, i.approved_again,
             (select count(*) from impact_measures m join tasks t on t.org_id = m.org_id and t.id = m.task_id
               where m.org_id = i.org_id and m.assessment_id = i.id and m.condition and t.state <> 'done'
                 and t.due_on < ${today}::date) as overdue_conditions,
             (select count(*) from impact_measures m join tasks t on t.org_id = m.org_id and t.id = m.task_id
               where m.org_id = i.org_id and m.assessment_id = i.id and t.state = 'open'
                 and t.due_on < ${today}::date) as overdue_measures,
             exists (select from impact_links l where l.org_id = i.org_id and l.assessment_id = i.id
               and l.subject like 'risk:%') as carried_over,
             exists (select from measurement_runs r join measurement_plans p on p.org_id = r.org_id and p.id = r.plan_id
               where r.org_id = i.org_id and p.kind = 'fairness' and r.confirming and r.verdict = 'fail'
                 and p.subject = 'ai-system:' || i.system_id and r.happened_on > i.approved_on
                 and not exists (select from measurement_runs n where n.org_id = r.org_id and n.series_id = r.series_id
                   and n.confirming and (n.happened_on, n.seq) > (r.happened_on, r.seq))) as contradicted
        from impact_assessments i where i.org_id = ${org} and i.state in ('approved', 'reopened'))
    select count(*)::int as systems, count(*) filter (where operating)::int as operating, count(a.id)::int as standing,
           count(*) filter (where a.depth = 'full')::int as full,
           count(*) filter (where a.edition > 1 or a.approved_again)::int as repeated, ${sql.join(each)},
           coalesce(to_json((array_agg(json_build_object('ref', 'impact-assessment:' || a.id, 'name', s.name)
             order by a.approved_on desc, a.id) filter (where a.id is not null))[1:5]), '[]') as newest
      from s left join a on a.system_id = s.id`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('a count has a row')
  return { ...found, ...(await readPast(tx, org)), rules: await readRules(tx, org) }
}

async function readPast(
  tx: Transaction,
  org: OrganizationId,
): Promise<Pick<ImpactSituation, 'approvedEver' | 'earlier' | 'consequential'>> {
  const { rows } = await sql<Pick<ImpactSituation, 'approvedEver' | 'earlier' | 'consequential'>>`
    with past as (
      select i.id, i.approved_on, s.name, i.decision, i.state,
             exists (select from impact_measures m join tasks t on t.org_id = m.org_id and t.id = m.task_id
               where m.org_id = i.org_id and m.assessment_id = i.id and t.state = 'done') as carried_out
        from impact_assessments i join ai_systems s on s.org_id = i.org_id and s.id = i.system_id
       where i.org_id = ${org} and i.approved_by is not null)
    select count(*)::int as "approvedEver", count(*) filter (where state = 'superseded')::int as earlier,
           coalesce(to_json((array_agg(json_build_object('ref', 'impact-assessment:' || id, 'name', name)
             order by approved_on desc, id) filter (where decision = 'stop' or carried_out))[1:5]), '[]') as consequential
      from past`.execute(tx)
  return rows[0] ?? { approvedEver: 0, earlier: 0, consequential: [] }
}

async function readRules(tx: Transaction, org: OrganizationId): Promise<ImpactSituation['rules']> {
  const row = await tx
    .selectFrom('impact_rules')
    .select(['id', 'retention_years', 'decided_on'])
    .where('org_id', '=', org)
    .orderBy('decided_seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const name = `Rules for impact assessments of ${row.decided_on}`
  return { retentionYears: row.retention_years, on: row.decided_on, ref: `impact-rules:${row.id}`, name }
}
