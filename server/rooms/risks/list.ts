import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { RiskFilter, RiskSummary, RiskView } from './contract.ts'
import { findCriteria } from './criteria-store.ts'
import { lossToOrderBy, readLosses } from './figures/of-risks.ts'
import { asLevel, asOption, asState, contains, named } from './rows.ts'

const systemsOf = sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', a.id,
    'name', a.name) order by a.name, a.id), '[]')
  from risk_systems s join ai_systems a on a.org_id = s.org_id and a.id = s.system_id
  where s.org_id = r.org_id and s.risk_id = r.id)`.as('systems')
const triggersOf = sql<number>`(select count(*)::int from risk_triggers t
  where t.org_id = r.org_id and t.risk_id = r.id and t.answered_on is null)`.as('open_triggers')
const actionsOf = sql<number>`(select count(*)::int from tasks k where k.org_id = r.org_id
  and k.subject = 'risk:' || r.id::text and k.source like 'risk-action:%' and k.state = 'open')`.as('open_actions')
const untilOf = sql<string | null>`(select a.expires_on::text from risk_acceptances a
  where a.org_id = r.org_id and a.risk_id = r.id and a.ended_on is null)`.as('accepted_until')

/** The rating that counts: of what is left where that was rated, else of the risk as it is. */
const countsNow = sql<{
  score: number | null
  level: string | null
  criteria_state: string | null
  cell: string | null
}>`
  (select g.score, g.level, c.state as criteria_state,
      g.likelihood || '-' || greatest(g.for_organization, g.for_individuals, g.for_society) as cell
    from risk_ratings g join risk_criteria c on c.org_id = g.org_id and c.id = g.criteria_id
   where g.org_id = r.org_id and g.id = coalesce(r.residual_id, r.inherent_id))`.as<'n'>('n')

export function risksOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('risks as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
    .leftJoin('risk_ratings as i', (join) =>
      join.onRef('i.org_id', '=', 'r.org_id').onRef('i.id', '=', 'r.inherent_id'),
    )
    .leftJoinLateral(countsNow, (join) => join.onTrue())
    .where('r.org_id', '=', org)
    .select(['r.id', 'r.version', 'r.reference', 'r.title', 'r.source', 'r.event', 'r.for_organization'])
    .select(['r.for_individuals', 'r.for_society', 'r.library_id', 'r.owner_id', 'p.name as owner_name', 'r.state'])
    .select(['r.treatment_option', 'r.controls', 'r.review_due_on', 'r.changed_at'])
    .select(['n.score', 'n.level', 'n.criteria_state', 'i.score as inherent_score', 'i.level as inherent_level'])
    .select([systemsOf, triggersOf, actionsOf, untilOf])
}
type Row = Awaited<ReturnType<ReturnType<typeof risksOf>['executeTakeFirstOrThrow']>>

/** One page of risks, the greatest first. `today` decides what is overdue. */
export async function listRisks(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & RiskFilter,
  today: string,
): Promise<Page<RiskView>> {
  const byLoss = /^-?loss/.test(query.sort ?? '')
  let rows = risksOf(tx, org).leftJoin(lossToOrderBy(org, byLoss), (join) => join.onRef('l.risk_id', '=', 'r.id'))
  if (query.state) rows = rows.where('r.state', '=', query.state)
  if (query.owner) rows = rows.where('r.owner_id', '=', query.owner)
  if (query.level) rows = rows.where('n.level', '=', query.level)
  if (query.cell) rows = rows.where('n.cell', '=', query.cell).where('r.state', '<>', 'closed')
  if (query.control) rows = rows.where(sql<boolean>`r.controls @> array[${query.control}]::text[]`)
  if (query.system)
    rows = rows.where(sql<boolean>`exists (select from risk_systems s
      where s.org_id = r.org_id and s.risk_id = r.id and s.system_id = ${query.system})`)
  if (query.due) rows = rows.where('r.state', '<>', 'closed').where(waits(query.due, today))
  if (query.q)
    rows = rows.where(sql<boolean>`(r.title || ' ' || r.reference || ' ' || r.event) ilike ${contains(query.q)}`)
  const page = await readPage(rows, query, {
    orders: {
      score: 'n.score',
      title: 'r.title',
      reference: 'r.reference',
      state: 'r.state',
      owner: 'p.name',
      reviewDueOn: 'r.review_due_on',
      changedAt: 'r.changed_at',
      loss: 'l.mean',
      lossInTwenty: 'l.in_twenty',
    },
    fallback: '-score',
    id: 'r.id',
  })
  const losses = await readLosses(
    tx,
    org,
    page.items.map(({ id }) => id),
  )
  return { ...page, items: page.items.map((row) => toView(row, { today, losses })) }
}

function waits(what: NonNullable<RiskFilter['due']>, today: string) {
  switch (what) {
    case 'overdue':
      return sql<boolean>`r.review_due_on < ${today}::date`
    case 'acceptance':
      return sql<boolean>`exists (select from risk_acceptances a where a.org_id = r.org_id and a.risk_id = r.id
        and a.ended_on is null and a.expires_on <= ${today}::date + 30)`
    case 'reassess':
      return sql<boolean>`exists (select from risk_triggers t where t.org_id = r.org_id and t.risk_id = r.id
        and t.answered_on is null)`
    case 'earlier-criteria':
      return sql<boolean>`n.criteria_state = 'superseded'`
  }
}

type Beside = { today: string; losses: Awaited<ReturnType<typeof readLosses>> }

export function toView(row: Row, { today, losses }: Beside): RiskView {
  const { id, version, reference, title, source, event, controls } = row
  const state = asState(row.state)
  return {
    id,
    version,
    reference,
    title,
    source,
    event,
    forOrganization: row.for_organization,
    forIndividuals: row.for_individuals,
    forSociety: row.for_society,
    libraryId: row.library_id,
    owner: row.owner_id ? named(row.owner_id, row.owner_name) : null,
    systems: row.systems,
    state,
    score: row.score,
    level: row.level === null ? null : asLevel(row.level),
    inherentScore: row.inherent_score,
    inherentLevel: row.inherent_level === null ? null : asLevel(row.inherent_level),
    earlierCriteria: row.criteria_state === 'superseded' && state !== 'closed',
    treatment: row.treatment_option === null ? null : asOption(row.treatment_option),
    controls,
    acceptedUntil: row.accepted_until,
    loss: losses.get(id) ?? null,
    reviewDueOn: row.review_due_on,
    overdue: state !== 'closed' && row.review_due_on !== null && row.review_due_on < today,
    openTriggers: row.open_triggers,
    openActions: row.open_actions,
    changedAt: row.changed_at,
  }
}

/** Where the open risks stand: by level, and by cell of the matrix in force before treatment and now. */
export async function summariseRisks(tx: Transaction, org: OrganizationId): Promise<RiskSummary> {
  const inForce = (await findCriteria(tx, org, { state: 'approved' }))?.id ?? null
  const { rows } = await sql<{
    likelihood: number | null
    consequence: number | null
    level: string | null
    criteria: string | null
    which: 'before' | 'now'
    count: number
  }>`
    with open as (select inherent_id, coalesce(residual_id, inherent_id) as now_id from risks
                   where org_id = ${org} and state <> 'closed'),
         placed as (select inherent_id as rating, 'before' as which from open
                    union all select now_id, 'now' from open)
    select g.likelihood, greatest(g.for_organization, g.for_individuals, g.for_society) as consequence, g.level,
           g.criteria_id as criteria, p.which, count(*)::int as count
      from placed p left join risk_ratings g on g.org_id = ${org} and g.id = p.rating
     group by 1, 2, 3, 4, 5`.execute(tx)
  const cells = new Map<string, RiskSummary['cells'][number]>()
  const byLevel = { acceptable: 0, tolerable: 0, 'not-acceptable': 0 }
  let [total, notRated, earlierCriteria] = [0, 0, 0]
  for (const { likelihood, consequence, level, criteria, which, count } of rows) {
    if (which === 'now') {
      total += count
      if (level === null) notRated += count
      else byLevel[asLevel(level)] += count
      if (criteria !== null && criteria !== inForce) earlierCriteria += count
    }
    if (likelihood === null || consequence === null || criteria !== inForce) continue
    const key = `${likelihood}-${consequence}`
    const cell = cells.get(key) ?? { likelihood, consequence, before: 0, now: 0 }
    cells.set(key, { ...cell, [which]: cell[which] + count })
  }
  const { rows: estimated } = await sql<{ count: number }>`
    select count(*)::int as count from risk_estimates e join risks r on r.org_id = e.org_id and r.id = e.risk_id
     where e.org_id = ${org} and e.measure = 'money' and e.stage = 'inherent' and r.state <> 'closed'`.execute(tx)
  const inFigures = estimated[0]?.count ?? 0
  return { total, inFigures, notRated, earlierCriteria, byLevel, cells: [...cells.values()] }
}
