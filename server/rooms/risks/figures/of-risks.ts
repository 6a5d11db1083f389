import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'

type Row = {
  risk_id: string
  mean: string
  in_twenty: string
  loss_currency: string
  before: boolean
  outdated: boolean
}

/**
 * What each risk is simulated to cost in a year, in money: of what is left where that was estimated, else before treatment. From the
 * newest result that a risk has, of it alone or of all risks together; none for a risk whose estimate was withdrawn. Outdated where
 * an estimate of it was changed since. Selected as `l`.
 */
export function lossOfRisks(org: OrganizationId) {
  return sql<Row>`
    (select distinct on (x.risk_id) x.risk_id, x.mean, x.in_twenty, x.currency as loss_currency, not x.treated as before,
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
              where org_id = ${org} and measure = 'money' group by risk_id) e on e.risk_id = x.risk_id
      order by x.risk_id, x.at desc)`.as<'l'>('l')
}
