import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Approval, MeasurementPlan, MeasurementPlanId } from './model.ts'
import { asKind } from './rows.ts'

const columns = [
  'p.id',
  'p.version',
  'p.series_id',
  'p.edition',
  'p.subject',
  'p.kind',
  'p.title',
  'p.reason',
  'p.definition',
  'p.definition_sha256',
  'p.interval_days',
  'p.reference_id',
  'p.authors',
  'p.state',
  'p.approved_by',
  'p.approved_on',
  'p.approved_seq',
  'p.approval_note',
  'p.withdrawn_reason',
] as const

/** Plans with all that the rules ask for; what a page shows besides is read in `plans-view.ts`. */
export function plansOf(tx: Transaction, org: OrganizationId) {
  return tx.selectFrom('measurement_plans as p').where('p.org_id', '=', org).select(columns)
}
type PlanRow = Awaited<ReturnType<ReturnType<typeof plansOf>['executeTakeFirstOrThrow']>>

/** The plan as the rules see it. Throws on a row that is none of its states. */
export function toPlan(row: PlanRow): MeasurementPlan {
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
