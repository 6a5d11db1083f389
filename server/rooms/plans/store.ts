import { type Selectable, sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { Owners, type PlanFilter, type PlanItem, PlanRequest, TaskAdjustment } from './contract.ts'
import type { PlanRecord, PlanState, TaskChange } from './model.ts'
import { monthsBetween } from './rules/days.ts'

const columns = [
  'p.id',
  'p.version',
  'p.name',
  'p.state',
  'p.request',
  'p.observed',
  'p.released',
  'p.owners',
  'p.open_refs',
  'p.calculated_on',
  'p.rules_version',
  'p.start_on',
  'p.decision_on',
  'p.lapsed',
  'p.replaces',
  'p.adopted_at',
  'p.superseded_by',
  'p.reason',
  'p.changed_at',
] as const
type Row = Pick<
  Selectable<Tables['plans']>,
  | 'id'
  | 'version'
  | 'name'
  | 'state'
  | 'request'
  | 'observed'
  | 'released'
  | 'owners'
  | 'open_refs'
  | 'calculated_on'
  | 'rules_version'
  | 'start_on'
  | 'decision_on'
  | 'lapsed'
  | 'replaces'
  | 'adopted_at'
  | 'superseded_by'
  | 'reason'
  | 'changed_at'
>

/** A plan as it is kept, without its tasks. */
export type KeptPlan = PlanRecord & {
  request: PlanRequest
  observed: Record<string, TaskChange>
  released: string[]
  owners: Owners
  openRefs: string[] | null
  calculatedOn: string
  rulesVersion: string
  start: string
  decision: string
  lapsed: string[]
  changedAt: Date
}

export async function findPlan(tx: Transaction, org: OrganizationId, id: string): Promise<KeptPlan | undefined> {
  const row = await plansOf(tx, org).select(columns).where('p.id', '=', id).executeTakeFirst()
  return row && toPlan(row)
}

/** The one plan that is adopted, if any. */
export async function findAdopted(tx: Transaction, org: OrganizationId): Promise<KeptPlan | undefined> {
  const row = await plansOf(tx, org).select(columns).where('p.state', '=', 'adopted').executeTakeFirst()
  return row && toPlan(row)
}

function plansOf(tx: Transaction, org: OrganizationId) {
  return tx.selectFrom('plans as p').where('p.org_id', '=', org)
}

/** Throws on a row that is none of the states of a plan. */
function toPlan(row: Row): KeptPlan {
  const { id, version, name, replaces, lapsed, adopted_at: adoptedAt, superseded_by: supersededBy, reason } = row
  const body = {
    id,
    version,
    name,
    replaces,
    lapsed,
    request: PlanRequest.parse(row.request),
    observed: asObserved(row.observed),
    released: row.released,
    owners: Owners.parse(row.owners),
    openRefs: row.open_refs,
    calculatedOn: row.calculated_on,
    rulesVersion: row.rules_version,
    start: row.start_on,
    decision: row.decision_on,
    changedAt: row.changed_at,
  }
  if (row.state === 'draft') return { ...body, state: 'draft' }
  if (row.state === 'adopted' && adoptedAt) return { ...body, state: 'adopted', adoptedAt }
  if (row.state === 'superseded' && adoptedAt && supersededBy) {
    return { ...body, state: 'superseded', adoptedAt, supersededBy }
  }
  if (row.state === 'discarded' && reason !== null) return { ...body, state: 'discarded', reason }
  throw new Error(`plan ${id} is in no state that a plan can be in`)
}

function asObserved(value: unknown): Record<string, TaskChange> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {})
  return Object.fromEntries(entries.map(([key, change]) => [key, TaskAdjustment.parse(change)]))
}

/** One page of plans, the newest first. `today` decides what is overdue. */
export async function listPlans(
  tx: Transaction,
  org: OrganizationId,
  { today, ...query }: PageQuery & PlanFilter & { today: string },
): Promise<Page<PlanItem>> {
  let rows = itemsOf(tx, org, today)
  if (query.state) rows = rows.where('p.state', '=', query.state)
  if (query.q) rows = rows.where('p.name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: { changedAt: 'p.changed_at', name: 'p.name', decision: 'p.decision_on' },
    fallback: '-changedAt',
    id: 'p.id',
  })
  return { ...page, items: page.items.map(toItem) }
}

export async function findItem(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<PlanItem | undefined> {
  const row = await itemsOf(tx, org, today).where('p.id', '=', id).executeTakeFirst()
  return row && toItem(row)
}

function itemsOf(tx: Transaction, org: OrganizationId, today: string) {
  const counted = (name: string, condition: string) =>
    sql<number>`(select count(*) from plan_tasks k left join tasks t on t.org_id = k.org_id and t.id = k.task_id
      where k.org_id = p.org_id and k.plan_id = p.id and (${sql.raw(condition)}))`.as(name)
  return plansOf(tx, org)
    .select(['p.id', 'p.version', 'p.name', 'p.state', 'p.start_on', 'p.decision_on', 'p.adopted_at', 'p.changed_at'])
    .select(sql<string>`p.request->'schedule'->>'direction'`.as('direction'))
    .select(counted('tasks', 'true'))
    .select(counted('done', `coalesce(t.state, k.state) = 'done'`))
    .select(
      sql<number>`(select count(*) from plan_tasks k join tasks t on t.org_id = k.org_id and t.id = k.task_id
        where k.org_id = p.org_id and k.plan_id = p.id and p.state = 'adopted' and t.state = 'open'
          and t.due_on < ${today}::date)`.as('overdue'),
    )
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof itemsOf>['executeTakeFirstOrThrow']>>

function toItem(row: ItemRow): PlanItem {
  const { id, version, name, start_on: start, decision_on: decision } = row
  return {
    id,
    version,
    name,
    start,
    decision,
    state: asState(row.state),
    direction: row.direction === 'backwards' ? 'backwards' : 'forwards',
    months: monthsBetween(start, decision),
    tasks: Number(row.tasks),
    done: Number(row.done),
    overdue: Number(row.overdue),
    adoptedAt: row.adopted_at,
    changedAt: row.changed_at,
  }
}

function asState(state: string): PlanState {
  if (state === 'draft' || state === 'adopted' || state === 'superseded' || state === 'discarded') return state
  throw new Error(`a plan cannot be ${state}`)
}

export type PlanRow = {
  id: string
  name: string
  request: PlanRequest
  observed: Record<string, TaskChange>
  released: readonly string[]
  owners: Owners
  openRefs: string[] | null
  calculatedOn: string
  rulesVersion: string
  start: string
  decision: string
  lapsed: string[]
  replaces: string | null
}

/** Keeps a draft, new or edited. */
export async function saveDraft(
  tx: Transaction,
  org: OrganizationId,
  it: PlanRow & { madeBy: string | null },
): Promise<void> {
  const values = {
    name: it.name,
    request: JSON.stringify(it.request),
    observed: JSON.stringify(it.observed),
    released: [...it.released],
    owners: JSON.stringify(it.owners),
    open_refs: it.openRefs,
    calculated_on: it.calculatedOn,
    rules_version: it.rulesVersion,
    start_on: it.start,
    decision_on: it.decision,
    lapsed: it.lapsed,
    replaces: it.replaces,
  }
  await tx
    .insertInto('plans')
    .values({ org_id: org, id: it.id, made_by: it.madeBy, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(values))
    .execute()
}

/** Writes the state that a plan moves to; what belongs to another state is emptied. */
export async function saveState(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  to:
    | { state: 'draft' }
    | { state: 'discarded'; reason: string }
    | { state: 'adopted'; adopted_at: Date; adopted_by: string | null }
    | { state: 'superseded'; superseded_by: string },
): Promise<void> {
  await update(tx, org, id, to.state === 'draft' ? { ...to, reason: null } : to)
}

async function update(tx: Transaction, org: OrganizationId, id: string, values: object): Promise<void> {
  await tx.updateTable('plans').set(values).where('org_id', '=', org).where('id', '=', id).execute()
}

/** Who made and adopted a plan, and the names of the plans before and after it. */
export async function readAround(tx: Transaction, org: OrganizationId, id: string) {
  return await plansOf(tx, org)
    .leftJoin('people as m', (join) => join.onRef('m.org_id', '=', 'p.org_id').onRef('m.id', '=', 'p.made_by'))
    .leftJoin('people as a', (join) => join.onRef('a.org_id', '=', 'p.org_id').onRef('a.id', '=', 'p.adopted_by'))
    .leftJoin('plans as b', (join) => join.onRef('b.org_id', '=', 'p.org_id').onRef('b.id', '=', 'p.replaces'))
    .leftJoin('plans as n', (join) => join.onRef('n.org_id', '=', 'p.org_id').onRef('n.id', '=', 'p.superseded_by'))
    .where('p.id', '=', id)
    .select(['p.made_by', 'm.name as maker', 'p.adopted_by', 'a.name as adopter', 'b.id as before_id'])
    .select(['b.name as before_name', 'b.decision_on as before_decision', 'n.id as next_id', 'n.name as next_name'])
    .executeTakeFirstOrThrow()
}
