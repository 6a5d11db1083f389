import type { Interview } from '@assay/frameworks'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { AssessmentFilter, AssessmentItem } from './contract.ts'
import type { GapAssessment, GapAssessmentId } from './model.ts'

const columns = [
  'a.id',
  'a.version',
  'a.name',
  'a.framework',
  'a.state',
  'a.reason',
  'a.summary',
  'a.started_by',
  'a.created_at',
  'a.concluded_at',
  'a.concluded_by',
  'a.concluded_seq',
  'a.rules_version',
  'a.changed_at',
] as const

function assessmentsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('gap_assessments as a')
    .leftJoin('people as s', (join) => join.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.started_by'))
    .leftJoin('people as c', (join) => join.onRef('c.org_id', '=', 'a.org_id').onRef('c.id', '=', 'a.concluded_by'))
    .where('a.org_id', '=', org)
    .select([...columns, 's.name as starter', 'c.name as concluder', answeredOf])
}

const answeredOf = sql<number>`(select count(*) from gap_answers g
  where g.org_id = a.org_id and g.assessment_id = a.id and g.level is not null)`.as('answered')

type Row = Awaited<ReturnType<ReturnType<typeof assessmentsOf>['executeTakeFirstOrThrow']>>

/** One page of assessments, the newest first; `person` narrows it to those in which that person was asked something. */
export async function listAssessments(
  tx: Transaction,
  org: OrganizationId,
  { person, questions, ...query }: PageQuery & AssessmentFilter & { person: string | null; questions: number },
): Promise<Page<AssessmentItem>> {
  let rows = assessmentsOf(tx, org)
  if (query.state) rows = rows.where('a.state', '=', query.state)
  if (query.q) rows = rows.where('a.name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  if (person) rows = rows.where(askedOf(person))
  const page = await readPage(rows, query, {
    orders: { startedAt: 'a.created_at', name: 'a.name', changedAt: 'a.changed_at' },
    fallback: '-startedAt',
    id: 'a.id',
  })
  return { ...page, items: page.items.map((row) => toItem(row, questions)) }
}

function askedOf(person: string) {
  return sql<boolean>`exists (select from gap_answers g
    where g.org_id = a.org_id and g.assessment_id = a.id and g.assigned_to = ${person})`
}

export async function findAssessment(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  { person, questions }: { person: string | null; questions: number },
): Promise<AssessmentItem | undefined> {
  let rows = assessmentsOf(tx, org).where('a.id', '=', id)
  if (person) rows = rows.where(askedOf(person))
  const row = await rows.executeTakeFirst()
  return row && toItem(row, questions)
}

function toItem(row: Row, questions: number): AssessmentItem {
  const { id, version, name, framework, reason, summary } = row
  return {
    id,
    version,
    name,
    framework,
    reason,
    summary,
    questions,
    state: asState(row.state),
    answered: Number(row.answered),
    startedBy: named(row.started_by, row.starter),
    startedAt: row.created_at,
    concludedBy: named(row.concluded_by, row.concluder),
    concludedAt: row.concluded_at,
    concludedSeq: row.concluded_seq,
    rulesVersion: row.rules_version,
    changedAt: row.changed_at,
  }
}

export function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id ? { id, name: name ?? formerColleague } : null
}

function asState(state: string): GapAssessment['state'] {
  if (state === 'open' || state === 'concluded' || state === 'withdrawn') return state
  throw new Error(`a gap assessment cannot be ${state}`)
}

/** The assessment as the rules see it. Throws on a row that is none of its states. */
export async function loadAssessment(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<GapAssessment | undefined> {
  const row = await tx
    .selectFrom('gap_assessments as a')
    .select(columns)
    .where('a.org_id', '=', org)
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const body = { id: id as GapAssessmentId, version: row.version, name: row.name, framework: row.framework }
  const { state, reason, summary, concluded_at: at, concluded_seq: seq, rules_version: rulesVersion } = row
  if (state === 'open') return { ...body, state, reopenedBecause: reason }
  if (state === 'withdrawn' && reason) return { ...body, state, reason }
  if (state === 'concluded' && at && seq !== null && rulesVersion) {
    return { ...body, state, summary, concludedAt: at, concludedSeq: seq, rulesVersion }
  }
  throw new Error(`gap assessment ${id} is in no state that one can be in`)
}

export async function findOpen(tx: Transaction, org: OrganizationId, framework: string): Promise<string | null> {
  const found = await tx
    .selectFrom('gap_assessments')
    .select('id')
    .where('org_id', '=', org)
    .where('framework', '=', framework)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return found?.id ?? null
}

export async function insertAssessment(
  tx: Transaction,
  org: OrganizationId,
  it: { name: string; framework: string; startedBy: string | null },
): Promise<string> {
  const id = uuidv7()
  const { name, framework, startedBy } = it
  await tx.insertInto('gap_assessments').values({ org_id: org, id, name, framework, started_by: startedBy }).execute()
  return id
}

export async function renameAssessment(tx: Transaction, org: OrganizationId, it: GapAssessment): Promise<void> {
  await update(tx, org, it.id, { name: it.name })
}

/** Writes the state that `it` moves to; what belongs to another state is emptied. */
export async function saveState(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  to:
    | { state: 'open' | 'withdrawn'; reason: string }
    | {
        state: 'concluded'
        summary: string
        concluded_at: Date
        concluded_by: string | null
        concluded_seq: number
        rules_version: string
      },
): Promise<void> {
  const none = { reason: null, concluded_at: null, concluded_by: null, concluded_seq: null, rules_version: null }
  await update(tx, org, id, { ...none, ...to })
}

async function update(tx: Transaction, org: OrganizationId, id: string, values: object): Promise<void> {
  await tx.updateTable('gap_assessments').set(values).where('org_id', '=', org).where('id', '=', id).execute()
}

/** How many of these questions are answered, and which are not. */
export async function readAnswered(
  tx: Transaction,
  org: OrganizationId,
  assessment: string,
  questions: readonly Interview[],
): Promise<{ answered: number; unanswered: string[] }> {
  const rows = await tx
    .selectFrom('gap_answers')
    .select('ref')
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .where('level', 'is not', null)
    .execute()
  const answered = new Set(rows.map(({ ref }) => ref))
  const unanswered = questions.map(({ ref }) => ref).filter((ref) => !answered.has(ref))
  return { answered: questions.length - unanswered.length, unanswered }
}
