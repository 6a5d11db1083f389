import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RiskView } from '../contract.ts'

type Row = { risk_id: string; mean: string; in_twenty: string; currency: string; treated: boolean; outdated: boolean }

/**
 * What each risk is simulated to cost in a year, in money: of what is left where that was estimated, else before treatment. From the
 * newest result that a risk has, of it alone or of all risks together; none for a risk whose estimate was withdrawn. Outdated where
 * an estimate of it was changed since. Of these risks, or of every one.
 */
function losses(org: OrganizationId, risks: readonly string[] | null) {
  return sql<Row>`
    select distinct on (x.risk_id) x.risk_id, x.mean, x.in_twenty, x.currency, x.treated,
           (e.changed_at > x.at or x.treated <> (e.estimates = 2)) as outdated
      from (
        select s.risk_id, s.currency, s.created_at as at, h.treated, (h.stage->'mean'->>'value')::numeric as mean,
               (h.stage->'inTwenty'->>'value')::numeric as in_twenty
          from risk_simulations s
         cross join lateral (select jsonb_typeof(s.headline->'residual') <> 'null' as treated,
             coalesce(nullif(s.headline->'residual', 'null'), s.headline->'inherent') as stage) h
         where s.org_id = ${org} and s.measure = 'money' and s.state = 'finished' and s.risk_id is not null
        union all
        select (p.given->>'id')::uuid, s.currency, s.created_at, jsonb_typeof(p.given->'residual') <> 'null',
               (p.found->'residual'->'mean'->>'value')::numeric, (p.found->'residual'->'inTwenty'->>'value')::numeric
          from (select record::jsonb as record, currency, created_at from risk_simulations
                 where org_id = ${org} and measure = 'money' and state = 'finished' and risk_id is null
                 order by created_at desc, id desc limit 1) s
         cross join lateral rows from (jsonb_array_elements(s.record->'risks'),
             jsonb_array_elements(s.record->'result'->'risks')) as p (given, found)) x
      join (select risk_id, count(*) as estimates, max(changed_at) as changed_at from risk_estimates
             where org_id = ${org} and measure = 'money'
               and (${risks}::uuid[] is null or risk_id = any(${risks}::uuid[])) group by risk_id) e on e.risk_id = x.risk_id
     order by x.risk_id, x.at desc`
}

/** To order risks by what they lose, as `l`. Where the order is another, a table without rows: then it costs nothing. */
export function lossToOrderBy(org: OrganizationId, wanted: boolean) {
  const none = sql<Row>`select null::uuid as risk_id, null::numeric as mean, null::numeric as in_twenty where false`
  return sql<Pick<Row, 'risk_id' | 'mean' | 'in_twenty'>>`(${wanted ? losses(org, null) : none})`.as<'l'>('l')
}

/** What these risks lose in a year, where they are in figures. */
export async function readLosses(
  tx: Transaction,
  org: OrganizationId,
  risks: readonly string[],
): Promise<Map<string, NonNullable<RiskView['loss']>>> {
  if (risks.length === 0) return new Map()
  const { rows } = await losses(org, risks).execute(tx)
  return new Map(
    rows.map(({ risk_id, mean, in_twenty, currency, treated, outdated }) => [
      risk_id,
      {
        mean: Number(mean),
        inTwenty: Number(in_twenty),
        currency,
        stage: treated ? ('residual' as const) : ('inherent' as const),
        outdated,
      },
    ]),
  )
}
