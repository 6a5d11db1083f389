import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { BusinessCase } from './contract.ts'
import { businessCaseOf } from './model.ts'
import { type BusinessCaseInputs, type CompetitorDraft, CompetitorView, type DealDraft, DealView } from './wire.ts'

type Done = Changed<{ id: string }>

export async function recordDeal({ org, tx }: Change, draft: DealDraft): Promise<Result<Done, never>> {
  const id = uuidv7()
  const { name, outcome, happenedOn, value, delayDays, reason } = draft
  await tx
    .insertInto('deals')
    .values({
      org_id: org,
      id,
      name,
      outcome,
      happened_on: happenedOn,
      value: value === null ? null : String(value),
      delay_days: delayDays,
      reason,
    })
    .execute()
  return ok({ value: { id }, facts: [{ type: 'deal.recorded', subject: subjectRef('deal', id) }] })
}

export async function recordCompetitor({ org, tx }: Change, draft: CompetitorDraft): Promise<Result<Done, never>> {
  const id = uuidv7()
  await tx
    .insertInto('competitor_certifications')
    .values({ org_id: org, id, ...draft })
    .execute()
  return ok({
    value: { id },
    facts: [
      { type: draft.certified ? 'competitor.certified' : 'competitor.recorded', subject: subjectRef('competitor', id) },
    ],
  })
}

const tables = { deal: 'deals', competitor: 'competitor_certifications' } as const

/** Takes a deal or competitor out of the figures, or back in; neither is deleted. */
export async function setState(
  { org, tx }: Change,
  kind: keyof typeof tables,
  id: string,
  state: 'current' | 'withdrawn',
): Promise<Result<Done, { kind: 'not-found' } | { kind: 'no-change' }>> {
  const found = await tx
    .selectFrom(tables[kind])
    .select('state')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state === state) return refuse({ kind: 'no-change' })
  await tx.updateTable(tables[kind]).set({ state }).where('org_id', '=', org).where('id', '=', id).execute()
  return ok({
    value: { id },
    facts: [{ type: `${kind}.${state === 'current' ? 'restored' : 'withdrawn'}`, subject: subjectRef(kind, id) }],
  })
}

export async function listDeals(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined },
): Promise<Page<DealView>> {
  let rows = tx
    .selectFrom('deals as d')
    .where('d.org_id', '=', org)
    .select([
      'd.id',
      'd.version',
      'd.name',
      'd.outcome',
      'd.happened_on',
      'd.value',
      'd.delay_days',
      'd.reason',
      'd.state',
    ])
  if (query.state) rows = rows.where('d.state', '=', query.state)
  const page = await readPage(rows, query, {
    orders: { happenedOn: 'd.happened_on', name: 'd.name' },
    fallback: '-happenedOn',
    id: 'd.id',
  })
  const items = page.items.map(({ happened_on, value, delay_days, ...row }) =>
    DealView.parse({
      ...row,
      happenedOn: happened_on,
      value: value === null ? null : Number(value),
      delayDays: delay_days,
    }),
  )
  return { ...page, items }
}

export async function listCompetitors(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined },
): Promise<Page<CompetitorView>> {
  let rows = tx
    .selectFrom('competitor_certifications as c')
    .where('c.org_id', '=', org)
    .select(['c.id', 'c.version', 'c.name', 'c.certified', 'c.source', 'c.state'])
  if (query.state) rows = rows.where('c.state', '=', query.state)
  const page = await readPage(rows, query, { orders: { name: 'c.name' }, fallback: 'name', id: 'c.id' })
  return { ...page, items: page.items.map((row) => CompetitorView.parse(row)) }
}

const nothingEntered: BusinessCaseInputs = {
  currency: 'EUR',
  monthsObserved: null,
  documentationHours: null,
  hourlyCost: null,
  firstYearCost: null,
  laterYearsCost: null,
  ownHours: null,
  expectedAvoidedShare: null,
}

export async function readInputs(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ version: number; inputs: BusinessCaseInputs }> {
  const row = await tx
    .selectFrom('business_case_inputs')
    .select([
      'version',
      'currency',
      'months_observed',
      'documentation_hours',
      'hourly_cost',
      'first_year_cost',
      'later_years_cost',
      'own_hours',
      'expected_avoided_share',
    ])
    .where('org_id', '=', org)
    .executeTakeFirst()
  if (!row) return { version: 0, inputs: nothingEntered }
  const inputs = {
    currency: row.currency,
    monthsObserved: number(row.months_observed),
    documentationHours: number(row.documentation_hours),
    hourlyCost: number(row.hourly_cost),
    firstYearCost: number(row.first_year_cost),
    laterYearsCost: number(row.later_years_cost),
    ownHours: number(row.own_hours),
    expectedAvoidedShare: number(row.expected_avoided_share),
  }
  return { version: row.version, inputs }
}

function number(numeric: string | null): number | null {
  return numeric === null ? null : Number(numeric)
}

export async function saveInputs(
  { org, tx }: Change,
  version: number,
  inputs: BusinessCaseInputs,
): Promise<Result<Changed<{ version: number }>, { kind: 'stale'; currentVersion: number }>> {
  const current = await readInputs(tx, org)
  if (current.version !== version) return refuse({ kind: 'stale', currentVersion: current.version })
  const text = (value: number | null) => (value === null ? null : String(value))
  const values = {
    currency: inputs.currency,
    months_observed: text(inputs.monthsObserved),
    documentation_hours: text(inputs.documentationHours),
    hourly_cost: text(inputs.hourlyCost),
    first_year_cost: text(inputs.firstYearCost),
    later_years_cost: text(inputs.laterYearsCost),
    own_hours: text(inputs.ownHours),
    expected_avoided_share: text(inputs.expectedAvoidedShare),
  }
  const saved = await tx
    .insertInto('business_case_inputs')
    .values({ org_id: org, id: org, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(values))
    .returning('version')
    .executeTakeFirstOrThrow()
  return ok({
    value: { version: saved.version },
    facts: [{ type: 'business-case.edited', subject: subjectRef('organization', org) }],
  })
}

/** The figures over everything recorded; nothing is estimated that nobody entered. */
export async function readBusinessCase(tx: Transaction, org: OrganizationId): Promise<BusinessCase> {
  const { inputs } = await readInputs(tx, org)
  const deals = await tx
    .selectFrom('deals')
    .select(['outcome', 'happened_on', 'value', 'delay_days'])
    .where('org_id', '=', org)
    .where('state', '=', 'current')
    .execute()
  const competitors = await tx
    .selectFrom('competitor_certifications')
    .select(['name', 'certified'])
    .where('org_id', '=', org)
    .where('state', '=', 'current')
    .execute()
  return businessCaseOf({
    currency: inputs.currency,
    monthsObserved: inputs.monthsObserved,
    deals: deals.map(({ outcome, happened_on, value, delay_days }) => ({
      outcome: outcome === 'lost' ? 'lost' : 'slowed',
      happenedOn: happened_on,
      value: number(value),
      delayDays: delay_days,
    })),
    documentation: { hoursPerYear: inputs.documentationHours, hourlyCost: inputs.hourlyCost },
    certification: { firstYear: inputs.firstYearCost, laterYears: inputs.laterYearsCost, ownHours: inputs.ownHours },
    expectedAvoidedShare: inputs.expectedAvoidedShare,
    competitors,
  })
}
