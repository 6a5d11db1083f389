import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { AssessmentFilter, AssessmentRow, AssessmentView, MeasureView } from './contract.ts'
import { depthOf, missingFrom, monthsAfter } from './model.ts'
import { formerColleague } from '#kernel/former-colleague.ts'
import { asWord, asWordOrNull, toAssessment } from './rows.ts'
import * as words from './rules/words.ts'
import { findRules, linksOf } from './store.ts'

const openConditions = sql<number>`(select count(*)::int from impact_measures m
  join tasks t on t.org_id = m.org_id and t.id = m.task_id
  where m.org_id = a.org_id and m.assessment_id = a.id and m.condition and t.state <> 'done')`.as('open_conditions')

const authorsOf = sql<{ id: string; name: string | null }[]>`(select coalesce(json_agg(json_build_object('id', p.id,
    'name', p.name) order by array_position(a.authors, p.id)), '[]')
  from people p where p.org_id = a.org_id and p.id = any(a.authors))`.as('author_names')

function rowsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('impact_assessments as a')
    .innerJoin('ai_systems as s', (join) => join.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.system_id'))
    .leftJoin('people as b', (join) => join.onRef('b.org_id', '=', 'a.org_id').onRef('b.id', '=', 'a.approved_by'))
    .where('a.org_id', '=', org)
    .select(['a.id', 'a.version', 'a.system_id', 'a.edition', 'a.state', 'a.occasion', 'a.depth', 'a.decision'])
    .select(['a.review_due_on', 'a.approved_by', 'a.approved_on', 'a.created_at', 'a.changed_at'])
    .select(['s.name as system_name', 's.state as system_state', 'b.name as approver_name', openConditions])
}

/** One page of assessments, the newest first. `today` decides what is overdue. */
export async function listAssessments(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & AssessmentFilter,
  today: string,
): Promise<Page<AssessmentRow>> {
  let rows = rowsOf(tx, org)
  if (query.system) rows = rows.where('a.system_id', '=', query.system)
  if (query.state) rows = rows.where('a.state', '=', query.state)
  if (query.depth) rows = rows.where('a.depth', '=', query.depth)
  if (query.bearsOn)
    rows = rows.where(sql<boolean>`exists (select from impact_links l
      where l.org_id = a.org_id and l.assessment_id = a.id and l.subject = ${query.bearsOn})`)
  if (query.decision) rows = rows.where('a.decision', '=', query.decision)
  if (query.newest === 'true')
    rows = rows.where(sql<boolean>`not exists (select from impact_assessments n
      where n.org_id = a.org_id and n.system_id = a.system_id and n.edition > a.edition)`)
  if (query.q) rows = rows.where('s.name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: {
      createdAt: 'a.created_at',
      changedAt: 'a.changed_at',
      system: 's.name',
      state: 'a.state',
      decision: 'a.decision',
      reviewDueOn: 'a.review_due_on',
    },
    fallback: '-createdAt',
    id: 'a.id',
  })
  return { ...page, items: page.items.map((row) => toRow(row, today)) }
}

type ListRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function toRow(row: ListRow, today: string): AssessmentRow {
  const state = asWord(words.states, row.state)
  const stands = state === 'approved' || state === 'reopened'
  return {
    id: row.id,
    version: row.version,
    system: { id: row.system_id, name: row.system_name, state: row.system_state },
    edition: row.edition,
    state,
    occasion: asWord(words.occasions, row.occasion),
    depth: asWordOrNull(words.depths, row.depth),
    decision: asWordOrNull(words.decisions, row.decision),
    openConditions: row.open_conditions,
    reviewDueOn: row.review_due_on,
    reviewOverdue: stands && row.review_due_on !== null && row.review_due_on < today,
    approvedBy: row.approved_by ? { id: row.approved_by, name: row.approver_name ?? formerColleague } : null,
    approvedOn: row.approved_on,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

/** The whole assessment, with what is missing, its measures, and the other editions of the same system. */
export async function findAssessment(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<AssessmentView | undefined> {
  const row = await rowsOf(tx, org)
    .where('a.id', '=', id)
    .leftJoin('people as u', (join) => join.onRef('u.org_id', '=', 'a.org_id').onRef('u.id', '=', 'a.submitted_by'))
    .select(['a.occasion_note', 'a.answers', 'a.authors', 'a.submitted_by', 'a.submitted_on', 'a.returned_note'])
    .select([
      'a.approved_seq',
      'a.approval_note',
      'a.approved_again',
      'a.calls',
      'a.superseded_on',
      'a.withdrawn_reason',
    ])
    .select(['u.name as submitter_name', 's.individual_decisions', authorsOf])
    .executeTakeFirst()
  if (!row) return undefined
  const it = toAssessment(row)
  const measures = await readMeasures(tx, org, id, today)
  const rules = await findRules(tx, org)
  const { rule, because } = depthOf(it.answers.screening, it.answers.deeper)
  const submission = {
    answers: it.answers,
    decision: it.decision,
    reviewDueOn: it.reviewDueOn,
    conditions: measures.filter(({ condition, state }) => condition && state !== 'cancelled').length,
    individualDecisions: row.individual_decisions,
    today,
    reviewMonths: rules && { screen: rules.screenMonths, full: rules.fullMonths },
  }
  const approval = 'approval' in it ? it.approval : null
  return {
    ...toRow(row, today),
    occasionNote: it.occasionNote,
    answers: it.answers,
    depthRule: rule,
    depthBecause: because,
    missing: it.state === 'drafting' ? missingFrom(submission) : [],
    measures,
    bearsOn: await linksOf(tx, org, id),
    authors: row.author_names.map((author) => ({ id: author.id, name: author.name ?? formerColleague })),
    submitted: 'submitted' in it ? { by: personOf(it.submitted.by, row.submitter_name), on: it.submitted.on } : null,
    returnedNote: row.returned_note,
    approval: approval && {
      on: approval.on,
      seq: approval.seq,
      note: approval.note,
      by: personOf(approval.by, row.approver_name),
    },
    calls: it.state === 'reopened' ? it.calls : [],
    supersededOn: row.superseded_on,
    keepUntil: row.superseded_on && rules ? monthsAfter(row.superseded_on, rules.retentionYears * 12) : null,
    withdrawnReason: row.withdrawn_reason,
    editions: await editionsOf(tx, org, row.system_id),
  }
}

function personOf(id: string, name: string | null): { id: string; name: string } {
  return { id, name: name ?? formerColleague }
}

async function editionsOf(tx: Transaction, org: OrganizationId, system: string): Promise<AssessmentView['editions']> {
  const rows = await tx
    .selectFrom('impact_assessments')
    .select(['id', 'edition', 'state'])
    .where('org_id', '=', org)
    .where('system_id', '=', system)
    .orderBy('edition', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: asWord(words.states, row.state) }))
}

async function readMeasures(
  tx: Transaction,
  org: OrganizationId,
  assessment: string,
  today: string,
): Promise<MeasureView[]> {
  const rows = await tx
    .selectFrom('impact_measures as m')
    .innerJoin('tasks as t', (join) => join.onRef('t.org_id', '=', 'm.org_id').onRef('t.id', '=', 'm.task_id'))
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 't.org_id').onRef('p.id', '=', 't.owner_id'))
    .select(['m.id', 'm.task_id', 'm.condition', 't.title', 't.due_on', 't.state', 't.owner_id', 'p.name'])
    .where('m.org_id', '=', org)
    .where('m.assessment_id', '=', assessment)
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    task: row.task_id,
    title: row.title,
    owner: row.owner_id ? personOf(row.owner_id, row.name) : null,
    dueOn: row.due_on,
    state: asWord(['open', 'done', 'cancelled'] as const, row.state),
    overdue: row.state === 'open' && row.due_on !== null && row.due_on < today,
    condition: row.condition,
  }))
}

/** One page of systems in scope and not retired or dismissed that no approved assessment speaks of. */
export async function listUncovered(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery,
): Promise<Page<{ id: string; name: string; state: string }>> {
  const rows = tx
    .selectFrom('ai_systems as s')
    .select(['s.id', 's.name', 's.state'])
    .where('s.org_id', '=', org)
    .where('s.scope', '<>', 'out')
    .where('s.state', 'not in', ['retired', 'dismissed'])
    .where(sql<boolean>`s.intake is distinct from 'open' and s.intake is distinct from 'dismissed'`)
    .where(sql<boolean>`not exists (select from impact_assessments a
      where a.org_id = s.org_id and a.system_id = s.id and a.state in ('approved', 'reopened'))`)
  return await readPage(rows, query, { orders: { name: 's.name' }, fallback: 'name', id: 's.id' })
}
