import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RulesDraft, RulesView } from './contract.ts'
import type { ImpactAssessment, In } from './model.ts'
import { formerColleague } from '#kernel/former-colleague.ts'
import { columnsOf, type Row, toAssessment } from './rows.ts'

const columns = [
  'id',
  'version',
  'system_id',
  'edition',
  'occasion',
  'occasion_note',
  'answers',
  'depth',
  'decision',
  'review_due_on',
  'authors',
  'state',
  'submitted_by',
  'submitted_on',
  'returned_note',
  'approved_by',
  'approved_on',
  'approved_seq',
  'approval_note',
  'approved_again',
  'calls',
  'superseded_on',
  'withdrawn_reason',
] as const satisfies (keyof Row)[]

export async function loadAssessment(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<ImpactAssessment | undefined> {
  const row = await assessments(tx, org).where('id', '=', id).executeTakeFirst()
  return row && toAssessment(row)
}

function assessments(tx: Transaction, org: OrganizationId) {
  return tx.selectFrom('impact_assessments').select(columns).where('org_id', '=', org)
}

/** The approved assessment of a system that holds today, also where it has to be looked at again. */
export async function loadStanding(
  tx: Transaction,
  org: OrganizationId,
  system: string,
): Promise<In<'approved'> | In<'reopened'> | undefined> {
  const row = await assessments(tx, org)
    .where('system_id', '=', system)
    .where('state', 'in', ['approved', 'reopened'])
    .executeTakeFirst()
  if (!row) return undefined
  const found = toAssessment(row)
  if (found.state !== 'approved' && found.state !== 'reopened') throw new Error(`${found.state} does not stand`)
  return found
}

/** Whether somebody works on an assessment of this system already, and how many it ever had. */
export async function readEditions(
  tx: Transaction,
  org: OrganizationId,
  system: string,
): Promise<{ open: boolean; last: number }> {
  const { rows } = await sql<{ open: boolean; last: number }>`
    select coalesce(bool_or(state in ('drafting', 'in-review')), false) as open, coalesce(max(edition), 0)::int as last
      from impact_assessments where org_id = ${org} and system_id = ${system}`.execute(tx)
  return rows[0] ?? { open: false, last: 0 }
}

export async function insertAssessment(tx: Transaction, org: OrganizationId, it: ImpactAssessment): Promise<void> {
  await tx
    .insertInto('impact_assessments')
    .values({ ...columnsOf(it), org_id: org, id: it.id })
    .execute()
}

/** Saves it at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveAssessment(tx: Transaction, org: OrganizationId, it: ImpactAssessment): Promise<void> {
  await tx
    .updateTable('impact_assessments')
    .set(columnsOf(it))
    .where('org_id', '=', org)
    .where('id', '=', it.id)
    .where('version', '=', it.version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

export type System = { id: string; name: string; state: string; individual_decisions: string | null }

export async function findSystem(tx: Transaction, org: OrganizationId, id: string): Promise<System | undefined> {
  return await tx
    .selectFrom('ai_systems')
    .select(['id', 'name', 'state', 'individual_decisions'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertMeasure(
  tx: Transaction,
  org: OrganizationId,
  { assessment, task, condition }: { assessment: string; task: string; condition: boolean },
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('impact_measures')
    .values({ org_id: org, id, assessment_id: assessment, task_id: task, condition })
    .execute()
  return id
}

export type Measure = { id: string; task_id: string; condition: boolean; state: string }

export async function measuresOf(tx: Transaction, org: OrganizationId, assessment: string): Promise<Measure[]> {
  return await tx
    .selectFrom('impact_measures as m')
    .innerJoin('tasks as t', (join) => join.onRef('t.org_id', '=', 'm.org_id').onRef('t.id', '=', 'm.task_id'))
    .select(['m.id', 'm.task_id', 'm.condition', 't.state'])
    .where('m.org_id', '=', org)
    .where('m.assessment_id', '=', assessment)
    .orderBy('m.id')
    .execute()
}

export async function deleteMeasure(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx.deleteFrom('impact_measures').where('org_id', '=', org).where('id', '=', id).execute()
}

/** Whether another edition rests on this task too, so that it cannot be cancelled with one. */
export async function isShared(tx: Transaction, org: OrganizationId, { id, task_id }: Measure): Promise<boolean> {
  const other = await tx
    .selectFrom('impact_measures')
    .select('id')
    .where('org_id', '=', org)
    .where('task_id', '=', task_id)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other !== undefined
}

/** What it bears on, in the order in which it was named. */
export async function linksOf(tx: Transaction, org: OrganizationId, assessment: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('impact_links')
    .select('subject')
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ subject }) => subject)
}

type Link = { assessment: string; subject: string }

export async function insertLink(tx: Transaction, org: OrganizationId, { assessment, subject }: Link): Promise<void> {
  await tx
    .insertInto('impact_links')
    .values({ org_id: org, id: uuidv7(), assessment_id: assessment, subject })
    .execute()
}

export async function deleteLink(tx: Transaction, org: OrganizationId, { assessment, subject }: Link): Promise<void> {
  await tx
    .deleteFrom('impact_links')
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .where('subject', '=', subject)
    .execute()
}

/** The rules that were decided last. */
export async function findRules(tx: Transaction, org: OrganizationId): Promise<RulesView | null> {
  const row = await tx
    .selectFrom('impact_rules as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.decided_by'))
    .select(['r.id', 'r.retention_years', 'r.screen_months', 'r.full_months', 'r.form', 'r.basis'])
    .select(['r.decided_by', 'r.decided_on', 'p.name'])
    .where('r.org_id', '=', org)
    .orderBy('r.decided_seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    retentionYears: row.retention_years,
    screenMonths: row.screen_months,
    fullMonths: row.full_months,
    form: row.form,
    basis: row.basis,
    by: { id: row.decided_by, name: row.name ?? formerColleague },
    on: row.decided_on,
  }
}

export async function insertRules(
  tx: Transaction,
  org: OrganizationId,
  { id, by, on, seq, ...it }: RulesDraft & { id: string; by: string; on: string; seq: number },
): Promise<void> {
  await tx
    .insertInto('impact_rules')
    .values({
      org_id: org,
      id,
      retention_years: it.retentionYears,
      screen_months: it.screenMonths,
      full_months: it.fullMonths,
      form: it.form,
      basis: it.basis,
      decided_by: by,
      decided_on: on,
      decided_seq: seq,
    })
    .execute()
}
