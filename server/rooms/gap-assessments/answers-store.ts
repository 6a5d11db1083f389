import type { AnswerLevel } from '@assay/frameworks'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { named } from './store.ts'

type Person = { id: string; name: string }

/** What is kept about one question of one assessment: who was asked, and what was answered. */
export type Kept = {
  ref: string
  version: number
  assignedTo: Person | null
  answer: { level: AnswerLevel; note: string; by: Person | null; at: Date } | null
}

/** Everything that was said in one assessment, by ref; `person` narrows it to what that person was asked. */
export async function readAnswers(
  tx: Transaction,
  org: OrganizationId,
  assessment: string,
  only: { person?: string | null; ref?: string } = {},
): Promise<Map<string, Kept>> {
  let rows = tx
    .selectFrom('gap_answers as g')
    .leftJoin('people as w', (join) => join.onRef('w.org_id', '=', 'g.org_id').onRef('w.id', '=', 'g.assigned_to'))
    .leftJoin('people as b', (join) => join.onRef('b.org_id', '=', 'g.org_id').onRef('b.id', '=', 'g.answered_by'))
    .select([
      ...(['g.ref', 'g.version', 'g.assigned_to', 'g.level', 'g.note', 'g.answered_by', 'g.answered_at'] as const),
      ...(['w.name as asked_name', 'b.name as answerer'] as const),
    ])
    .where('g.org_id', '=', org)
    .where('g.assessment_id', '=', assessment)
  if (only.person) rows = rows.where('g.assigned_to', '=', only.person)
  if (only.ref) rows = rows.where('g.ref', '=', only.ref)
  const found = await rows.execute()
  return new Map(
    found.map((row) => {
      const { ref, version, level, note, answered_at: at } = row
      const by = named(row.answered_by, row.answerer)
      const answer = level !== null && note !== null && at !== null ? { level: asLevel(level), note, by, at } : null
      return [ref, { ref, version, assignedTo: named(row.assigned_to, row.asked_name), answer }]
    }),
  )
}

export function asLevel(text: string): AnswerLevel {
  switch (text) {
    case 'missing':
    case 'documented':
    case 'implemented':
    case 'operating':
    case 'effective':
    case 'not-applicable':
      return text
    default:
      throw new Error(`an answer cannot be ${text}`)
  }
}

/** Writes an answer, or takes it back with null; whoever was asked stays asked. */
export async function saveAnswer(
  tx: Transaction,
  org: OrganizationId,
  at: { assessment: string; ref: string },
  answer: { level: AnswerLevel; note: string; by: string | null; at: Date } | null,
): Promise<void> {
  const values = {
    level: answer?.level ?? null,
    note: answer?.note ?? null,
    answered_by: answer?.by ?? null,
    answered_at: answer?.at ?? null,
  }
  await tx
    .insertInto('gap_answers')
    .values({ org_id: org, id: uuidv7(), assessment_id: at.assessment, ref: at.ref, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'assessment_id', 'ref']).doUpdateSet(values))
    .execute()
}

export async function saveAssignment(
  tx: Transaction,
  org: OrganizationId,
  assessment: string,
  refs: readonly string[],
  person: string | null,
): Promise<void> {
  await tx
    .insertInto('gap_answers')
    .values(refs.map((ref) => ({ org_id: org, id: uuidv7(), assessment_id: assessment, ref, assigned_to: person })))
    .onConflict((conflict) => conflict.columns(['org_id', 'assessment_id', 'ref']).doUpdateSet({ assigned_to: person }))
    .execute()
}

/** Whether this person is active here and holds a role that may answer; external auditors only look. */
export async function mayBeAsked(
  tx: Transaction,
  org: OrganizationId,
  person: string,
  today: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('people as p')
    .innerJoin('memberships as m', (join) => join.onRef('m.org_id', '=', 'p.org_id').onRef('m.person_id', '=', 'p.id'))
    .select('p.id')
    .where('p.org_id', '=', org)
    .where('p.id', '=', person)
    .where('p.state', '=', 'active')
    .where('m.role', '<>', 'external-auditor')
    .where((where) => where.or([where('m.expires_on', 'is', null), where('m.expires_on', '>=', today)]))
    .executeTakeFirst()
  return found !== undefined
}

/** A newest answer, with the assessment that it was given in. */
export type Newest = {
  ref: string
  level: AnswerLevel
  note: string
  by: string
  at: Date
  assessment: { id: string; name: string }
}

/**
 * The newest answer for each clause and control over all assessments that were not withdrawn; `except` leaves one
 * assessment out, for what was answered before it.
 */
export async function readNewest(
  tx: Transaction,
  org: OrganizationId,
  framework: string,
  except: string | null = null,
): Promise<Newest[]> {
  const { rows } = await sql<{
    ref: string
    level: string
    note: string
    name: string | null
    answered_by: string | null
    answered_at: Date
    assessment_id: string
    assessment_name: string
  }>`
    select distinct on (g.ref) g.ref, g.level, g.note, p.name, g.answered_by, g.answered_at, g.assessment_id,
           a.name as assessment_name
      from gap_answers g
      join gap_assessments a on a.org_id = g.org_id and a.id = g.assessment_id
      left join people p on p.org_id = g.org_id and p.id = g.answered_by
     where g.org_id = ${org} and g.level is not null and a.framework = ${framework} and a.state <> 'withdrawn'
       and (${except}::uuid is null or a.id <> ${except}::uuid)
     order by g.ref, g.answered_at desc, g.id desc`.execute(tx)
  return rows.map((row) => ({
    ref: row.ref,
    level: asLevel(row.level),
    note: row.note,
    by: row.answered_by ? (row.name ?? formerColleague) : 'a machine',
    at: row.answered_at,
    assessment: { id: row.assessment_id, name: row.assessment_name },
  }))
}
