import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }

/** What a condition on a thing to be measured is called; a thing may have several plans, and one that falls short is enough. */
const shortfalls = {
  withoutPlan: { when: 'not planned', cite: 'ref' },
  withoutRun: { when: 'unmeasured', cite: 'ref' },
  exploratoryOnly: { when: 'exploratory_only', cite: 'ref' },
  undecided: { when: 'undecided', cite: 'newest_run' },
  failing: { when: 'failing', cite: 'failing_run' },
  overdue: { when: 'overdue', cite: 'ref' },
  /** a failed run whose task is still open */
  alertsOpen: { when: 'alert is not null', cite: 'alert' },
  /** newest confirming result computed by another tool, so Assay has not seen how */
  importedOnly: { when: 'imported', cite: 'newest_run' },
} as const
type ShortfallName = keyof typeof shortfalls

export type MeasuredSituation = Record<ShortfallName, Shortfall> & {
  /** how many systems, data sets or plans this is about */
  units: number
  /** the newest few confirming runs that passed */
  passing: Cited[]
  /** where the newest confirming runs were computed */
  origins: { server: number; client: number; imported: number }
}

const areas = ['fairness', 'verification', 'operation', 'quality', 'everything'] as const
export type AssuranceSituation = Record<(typeof areas)[number], MeasuredSituation>

/**
 * What was measured of what has to be: systems that are verified or used and not out of scope, the data sets they need, and
 * every approved plan. Looks at approved plans and, of each, at the newest confirming run under any of its editions.
 */
export async function readAssuranceSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<AssuranceSituation> {
  const each = Object.entries(shortfalls).map(
    ([name, { when, cite }]) => sql`json_build_object('count', count(*) filter (where ${sql.raw(when)}),
      'worst', coalesce(to_json((array_agg(json_build_object('ref', ${sql.raw(cite)}, 'name', name) order by name, ref)
        filter (where ${sql.raw(when)}))[1:5]), '[]')) as ${sql.ref(name)}`,
  )
  const { rows } = await sql<MeasuredSituation & { area: string }>`
    with recursive needs(system_id, component_id) as (
      select system_id, component_id from lineage_links where org_id = ${org} and system_id is not null
      union select n.system_id, l.component_id from needs n join lineage_links l on l.from_component = n.component_id
       where l.org_id = ${org}),
    systems as (
      select id, name, state, individual_decisions from ai_systems
       where org_id = ${org} and scope <> 'out' and state in ('verified', 'in-use', 'suspended')),
    -- of each plan once, not a look-up for each: in the past these are views over history
    newest as (
      select distinct on (series_id) series_id, id, verdict, origin, happened_on from measurement_runs
       where org_id = ${org} and confirming order by series_id, happened_on desc, seq desc),
    told as (
      select r.series_id, bool_or(r.state = 'finished') as finished, min(t.id::text) filter (where t.state = 'open') as alert
        from measurement_runs r left join tasks t on t.org_id = r.org_id and t.id = r.task_id
       where r.org_id = ${org} group by r.series_id),
    approved as (
      select p.id, p.series_id, p.kind, p.subject, p.title, l.id as run, l.verdict, l.origin,
             coalesce(t.finished, false) as finished, t.alert,
             coalesce(greatest(p.approved_on, l.happened_on) + p.interval_days < ${today}::date, false) as overdue
        from measurement_plans p
        left join newest l on l.series_id = p.series_id
        left join told t on t.series_id = p.series_id
       where p.org_id = ${org} and p.state = 'approved'),
    units(area, ref, name, kinds) as (
      select 'fairness', 'ai-system:' || id, name, array['fairness'] from systems
       where individual_decisions is distinct from 'none'
      union all select 'verification', 'ai-system:' || id, name, array['fairness', 'performance', 'calibration', 'llm'] from systems
      union all select 'operation', 'ai-system:' || id, name, array['drift'] from systems where state <> 'verified'
      union all select 'quality', 'dataset:' || c.id, c.name, array['quality'] from components c
       where c.org_id = ${org} and c.kind = 'dataset' and c.state = 'active'
         and exists (select from needs n join systems s on s.id = n.system_id where n.component_id = c.id)
      union all select 'everything', 'measurement-plan:' || id, title, array[kind] from approved),
    -- what a plan speaks of: what it measures, itself, and the data sets of a system whose data it measures
    reach as (
      select a.subject as ref, a.* from approved a
      union all select 'measurement-plan:' || a.id, a.* from approved a
      union all select 'dataset:' || n.component_id, a.* from approved a
        join needs n on a.subject = 'ai-system:' || n.system_id where a.kind = 'quality'),
    covering as (
      select u.area, u.ref, u.name, r.id, r.title, r.run, r.verdict, r.origin, r.finished, r.overdue, r.alert,
             'measurement-run:' || r.run as run_ref
        from units u left join reach r on r.ref = u.ref and r.kind = any (u.kinds)),
    judged as (
      select area, ref, name, count(id) > 0 as planned,
             coalesce(bool_or(id is not null and not finished), false) as unmeasured,
             coalesce(bool_or(finished and run is null), false) as exploratory_only,
             coalesce(bool_or(verdict in ('not-enough-data', 'not-decided')), false) as undecided,
             coalesce(bool_or(verdict = 'fail'), false) as failing,
             coalesce(bool_or(overdue), false) as overdue,
             coalesce(bool_or(origin = 'imported'), false) as imported,
             min(run_ref) filter (where verdict = 'fail') as failing_run,
             coalesce(min(run_ref) filter (where verdict <> 'pass' or origin = 'imported'), ref) as newest_run,
             'task:' || min(alert) as alert
        from covering group by area, ref, name),
    passed as (
      select area, count(distinct run) filter (where origin = 'server')::int as server,
             count(distinct run) filter (where origin = 'client')::int as client,
             count(distinct run) filter (where origin = 'imported')::int as imported,
             to_json((array_agg(distinct jsonb_build_object('ref', run_ref, 'name', title)) filter (where verdict = 'pass'))[1:5]) as runs
        from covering where run is not null group by area)
    select j.area, count(*)::int as units, ${sql.join(each)},
           coalesce((select p.runs from passed p where p.area = j.area), '[]') as passing,
           coalesce((select json_build_object('server', p.server, 'client', p.client, 'imported', p.imported)
             from passed p where p.area = j.area), '{"server": 0, "client": 0, "imported": 0}') as origins
      from judged j group by j.area`.execute(tx)
  const found = new Map(rows.map(({ area, ...measured }) => [area, measured]))
  const of = (area: (typeof areas)[number]) => found.get(area) ?? nothingToMeasure
  return {
    fairness: of('fairness'),
    verification: of('verification'),
    operation: of('operation'),
    quality: of('quality'),
    everything: of('everything'),
  }
}

const none: Shortfall = { count: 0, worst: [] }
const nothingToMeasure: MeasuredSituation = {
  units: 0,
  withoutPlan: none,
  withoutRun: none,
  exploratoryOnly: none,
  undecided: none,
  failing: none,
  overdue: none,
  alertsOpen: none,
  importedOnly: none,
  passing: [],
  origins: { server: 0, client: 0, imported: 0 },
}
