import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { PlanFilter, PlanRecord, PlanView } from './contract.ts'
import { type Approval, dueOn, type MeasurementPlan, type MeasurementPlanId } from './model.ts'
import { shapeOf } from './reference-shape.ts'
import { asKind, asOrigin, asPlanState, asVerdict, definitionOf } from './rows.ts'

const authorsOf = sql<{ id: string; name: string | null }[]>`(select coalesce(json_agg(json_build_object('id', a.id,
    'name', a.name) order by array_position(p.authors, a.id)), '[]')
  from people a where a.org_id = p.org_id and a.id = any(p.authors))`.as('author_names')

type LastConfirming = { id: string; verdict: string; happened_on: string; origin: string }

/** The newest confirming run under any edition of the plan: the one that readiness looks at. */
const lastConfirming = sql<LastConfirming | null>`(select json_build_object('id', r.id, 'verdict', r.verdict,
    'happened_on', r.happened_on, 'origin', r.origin)
  from measurement_runs r where r.org_id = p.org_id and r.series_id = p.series_id and r.confirming
  order by r.happened_on desc, r.seq desc limit 1)`.as('last_confirming')

const runsOf = sql<{ finished: number; confirming: number }>`(select json_build_object('finished', count(*),
    'confirming', count(*) filter (where r.confirming))
  from measurement_runs r where r.org_id = p.org_id and r.series_id = p.series_id and r.state = 'finished')`.as('runs')

function plansOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('measurement_plans as p')
    .leftJoin('people as b', (join) => join.onRef('b.org_id', '=', 'p.org_id').onRef('b.id', '=', 'p.approved_by'))
    .leftJoin('measurement_files as f', (join) =>
      join.onRef('f.org_id', '=', 'p.org_id').onRef('f.id', '=', 'p.reference_id'),
    )
    .leftJoin('measurement_files as o', (join) =>
      join.onRef('o.org_id', '=', 'f.org_id').onRef('o.id', '=', 'f.frozen_from'),
    )
    .where('p.org_id', '=', org)
    .select(['p.id', 'p.version', 'p.series_id', 'p.edition', 'p.subject', 'p.kind', 'p.title', 'p.reason'])
    .select(['p.definition', 'p.definition_sha256', 'p.interval_days', 'p.reference_id', 'p.authors', 'p.state'])
    .select(['p.approved_by', 'p.approved_on', 'p.approved_seq', 'p.approval_note', 'p.withdrawn_reason'])
    .select(['p.created_at', 'p.changed_at', 'b.name as approver_name', 'f.name as reference_name'])
    .select([
      'f.blob_id as reference_blob',
      'f.frozen_seq',
      'f.frozen_shape_sha256',
      'o.name as origin_name',
      'o.sha256 as origin_sha256',
    ])
    .select(['f.sha256 as reference_sha256', authorsOf, lastConfirming, runsOf])
}
type Row = Awaited<ReturnType<ReturnType<typeof plansOf>['executeTakeFirstOrThrow']>>

/** One page of plans, the newest first. `today` decides what is overdue. */
export async function listPlans(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & PlanFilter,
  today: string,
): Promise<Page<PlanView>> {
  let rows = plansOf(tx, org)
  if (query.subject) rows = rows.where('p.subject', '=', query.subject)
  if (query.state) rows = rows.where('p.state', '=', query.state)
  if (query.kind) rows = rows.where('p.kind', '=', query.kind)
  if (query.q) rows = rows.where('p.title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: {
      createdAt: 'p.created_at',
      changedAt: 'p.changed_at',
      title: 'p.title',
      kind: 'p.kind',
      state: 'p.state',
    },
    fallback: '-createdAt',
    id: 'p.id',
  })
  return { ...page, items: page.items.map((row) => toView(row, today)) }
}

export async function findPlan(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<PlanRecord | undefined> {
  const row = await plansOf(tx, org).where('p.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const editions = await tx
    .selectFrom('measurement_plans')
    .select(['id', 'edition', 'state'])
    .where('org_id', '=', org)
    .where('series_id', '=', row.series_id)
    .orderBy('edition', 'desc')
    .execute()
  return { ...toView(row, today), editions: editions.map((it) => ({ ...it, state: asPlanState(it.state) })) }
}

function toView(row: Row, today: string): PlanView {
  const plan = toPlan(row)
  const approval = 'approval' in plan ? plan.approval : null
  const last = row.last_confirming
  const due = dueOn(
    { state: plan.state, approvedOn: row.approved_on, intervalDays: plan.intervalDays },
    last?.happened_on ?? null,
  )
  const { id, version, series, edition, subject, kind, title, reason, definitionSha256, intervalDays } = plan
  return {
    id,
    version,
    series,
    edition,
    subject,
    kind,
    title,
    reason,
    definition: definitionOf(plan.definition),
    definitionSha256,
    intervalDays,
    reference: referenceOf(row),
    authors: row.author_names.map((author) => ({ id: author.id, name: author.name ?? formerColleague })),
    state: plan.state,
    approval: approval && {
      by: { id: approval.by, name: row.approver_name ?? formerColleague },
      on: approval.on,
      seq: approval.seq,
      note: approval.note,
    },
    withdrawnReason: row.withdrawn_reason,
    runs: row.runs,
    lastConfirming: last && {
      id: last.id,
      verdict: asVerdict(last.verdict),
      happenedOn: last.happened_on,
      origin: asOrigin(last.origin),
    },
    dueOn: due,
    overdue: due !== null && due < today,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

function referenceOf(row: Row): PlanView['reference'] {
  if (!row.reference_id) return null
  const { frozen_seq: seq, frozen_shape_sha256, origin_name, origin_sha256 } = row
  const fits = frozen_shape_sha256 !== null && frozen_shape_sha256 === shapeOf(row.definition)
  return {
    id: row.reference_id,
    name: row.reference_name ?? '',
    sha256: row.reference_sha256 ?? '',
    contentRemoved: row.reference_blob === null,
    frozen: seq === null ? null : { seq, from: origin_name ?? '', fromSha256: origin_sha256 ?? '', fits },
  }
}

export const formerColleague = 'a former colleague'

type PlanColumns = Pick<
  Row,
  | 'id'
  | 'version'
  | 'series_id'
  | 'edition'
  | 'subject'
  | 'kind'
  | 'title'
  | 'reason'
  | 'definition'
  | 'definition_sha256'
  | 'interval_days'
  | 'reference_id'
  | 'authors'
  | 'state'
  | 'approved_by'
  | 'approved_on'
  | 'approved_seq'
  | 'approval_note'
  | 'withdrawn_reason'
>

/** The plan as the rules see it. Throws on a row that is none of its states. */
function toPlan(row: PlanColumns): MeasurementPlan {
  const body = {
    id: row.id as MeasurementPlanId,
    version: row.version,
    series: row.series_id,
    edition: row.edition,
    subject: row.subject,
    kind: asKind(row.kind),
    title: row.title,
    reason: row.reason,
    definition: row.definition,
    definitionSha256: row.definition_sha256,
    intervalDays: row.interval_days,
    reference: row.reference_id,
    authors: row.authors,
  }
  const approval: Approval | null =
    row.approved_by && row.approved_on && row.approved_seq
      ? { by: row.approved_by, on: row.approved_on, seq: row.approved_seq, note: row.approval_note }
      : null
  if (row.state === 'draft') return { ...body, state: 'draft' }
  if ((row.state === 'approved' || row.state === 'superseded') && approval) {
    return { ...body, state: row.state, approval }
  }
  if (row.state === 'withdrawn' && row.withdrawn_reason) {
    return { ...body, state: 'withdrawn', approval, reasonWithdrawn: row.withdrawn_reason }
  }
  throw new Error(`measurement plan ${row.id} is in no state that a plan can be in`)
}

export async function loadPlan(tx: Transaction, org: OrganizationId, id: string): Promise<MeasurementPlan | undefined> {
  const row = await plansOf(tx, org).where('p.id', '=', id).executeTakeFirst()
  return row && toPlan(row)
}

/** The edition of a series that is in this state; at most one is approved. */
export async function loadEdition(
  tx: Transaction,
  org: OrganizationId,
  series: string,
  state: 'approved' | 'draft',
): Promise<MeasurementPlan | undefined> {
  const row = await plansOf(tx, org)
    .where('p.series_id', '=', series)
    .where('p.state', '=', state)
    .orderBy('p.edition', 'desc')
    .executeTakeFirst()
  return row && toPlan(row)
}

/** The approved plan with exactly this definition, the newest where there are several. */
export async function findByDefinition(
  tx: Transaction,
  org: OrganizationId,
  definitionSha256: string,
  subject: string | undefined,
): Promise<MeasurementPlan | undefined> {
  let rows = plansOf(tx, org).where('p.definition_sha256', '=', definitionSha256).where('p.state', '=', 'approved')
  if (subject !== undefined) rows = rows.where('p.subject', '=', subject)
  const row = await rows.orderBy('p.created_at', 'desc').executeTakeFirst()
  return row && toPlan(row)
}

export async function lastEdition(tx: Transaction, org: OrganizationId, series: string): Promise<number> {
  const row = await tx
    .selectFrom('measurement_plans')
    .select(sql<number>`max(edition)`.as('last'))
    .where('org_id', '=', org)
    .where('series_id', '=', series)
    .executeTakeFirstOrThrow()
  return row.last
}

export async function insertPlan(tx: Transaction, org: OrganizationId, plan: MeasurementPlan): Promise<void> {
  await tx
    .insertInto('measurement_plans')
    .values({ org_id: org, id: plan.id, series_id: plan.series, edition: plan.edition, ...columnsOf(plan) })
    .execute()
}

/** Saves the plan at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function savePlan(tx: Transaction, org: OrganizationId, plan: MeasurementPlan): Promise<void> {
  await tx
    .updateTable('measurement_plans')
    .set(columnsOf(plan))
    .where('org_id', '=', org)
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

function columnsOf(plan: MeasurementPlan) {
  const approval = 'approval' in plan ? plan.approval : null
  return {
    subject: plan.subject,
    kind: plan.kind,
    title: plan.title,
    reason: plan.reason,
    definition: plan.definition,
    definition_sha256: plan.definitionSha256,
    interval_days: plan.intervalDays,
    reference_id: plan.reference,
    authors: plan.authors,
    state: plan.state,
    approved_by: approval?.by ?? null,
    approved_on: approval?.on ?? null,
    approved_seq: approval?.seq ?? null,
    approval_note: approval?.note ?? '',
    withdrawn_reason: plan.state === 'withdrawn' ? plan.reasonWithdrawn : null,
  }
}

export async function noteOverdueTask(tx: Transaction, org: OrganizationId, id: string, task: string): Promise<void> {
  await tx
    .updateTable('measurement_plans')
    .set({ overdue_task_id: task })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}
