import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { ActAnswers } from './rules/answers.ts'
import type { Decided } from './rules/assess.ts'
import { ActResult } from './rules/result.ts'
import { actClasses } from './rules/words.ts'

export type Living = {
  id: string
  number: number
  state: 'current' | 'reopened'
  answers: ActAnswers
  result: ActResult
  decided: Decided
}

/** The assessment of a system that counts today, with what people decided about it. */
export async function loadLiving(tx: Transaction, org: OrganizationId, system: string): Promise<Living | undefined> {
  const row = await tx
    .selectFrom('act_assessments')
    .select(['id', 'number', 'state', 'answers', 'result'])
    .where('org_id', '=', org)
    .where('system_id', '=', system)
    .where('state', '<>', 'superseded')
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    number: row.number,
    state: row.state === 'reopened' ? 'reopened' : 'current',
    answers: ActAnswers.parse(row.answers),
    result: ActResult.parse(row.result),
    decided: await loadDecided(tx, org, row.id),
  }
}

export async function loadDecided(tx: Transaction, org: OrganizationId, assessment: string): Promise<Decided> {
  const rows = await tx
    .selectFrom('act_decisions')
    .select(['about', 'value'])
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .where('withdrawn_on', 'is', null)
    .execute()
  const chosen = rows.find(({ about }) => about === 'class')?.value
  const actClass = actClasses.find((one) => one === chosen)
  const dates = rows.filter(({ about }) => about !== 'class').map(({ about, value }) => [about, value] as const)
  return { ...(actClass && { class: actClass }), dates: Object.fromEntries(dates) }
}

export async function systemExists(tx: Transaction, org: OrganizationId, system: string): Promise<boolean> {
  const found = await tx
    .selectFrom('ai_systems')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', system)
    .executeTakeFirst()
  return found !== undefined
}

/** Puts a new assessment in the place of the one before, which stays as it was. */
export async function insertAssessment(
  tx: Transaction,
  org: OrganizationId,
  it: { system: string; answers: ActAnswers; result: ActResult; person: string | null; today: string },
): Promise<string> {
  await tx
    .updateTable('act_assessments')
    .set({ state: 'superseded' })
    .where('org_id', '=', org)
    .where('system_id', '=', it.system)
    .where('state', '<>', 'superseded')
    .execute()
  const last = await tx
    .selectFrom('act_assessments')
    .select('number')
    .where('org_id', '=', org)
    .where('system_id', '=', it.system)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const id = uuidv7()
  await tx
    .insertInto('act_assessments')
    .values({
      org_id: org,
      id,
      system_id: it.system,
      number: (last?.number ?? 0) + 1,
      answers: JSON.stringify(it.answers),
      rules: it.result.rules,
      result: JSON.stringify(it.result),
      answered_by: it.person,
      answered_on: it.today,
    })
    .execute()
  return id
}

export async function saveResult(tx: Transaction, org: OrganizationId, id: string, result: ActResult): Promise<void> {
  await tx
    .updateTable('act_assessments')
    .set({ result: JSON.stringify(result), rules: result.rules })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

export async function setReopened(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  reopened: { on: string; because: string } | null,
): Promise<void> {
  await tx
    .updateTable('act_assessments')
    .set({
      state: reopened ? 'reopened' : 'current',
      reopened_on: reopened?.on ?? null,
      reopened_because: reopened?.because ?? null,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

/** Ends what was decided about it before; returns whether there was anything. */
export async function endDecision(
  tx: Transaction,
  org: OrganizationId,
  { assessment, about, today }: { assessment: string; about: string; today: string },
): Promise<boolean> {
  const ended = await tx
    .updateTable('act_decisions')
    .set({ withdrawn_on: today })
    .where('org_id', '=', org)
    .where('assessment_id', '=', assessment)
    .where('about', '=', about)
    .where('withdrawn_on', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

export async function insertDecision(
  tx: Transaction,
  org: OrganizationId,
  it: {
    assessment: string
    about: string
    value: string
    computed: string
    reason: string
    person: string | null
    today: string
  },
): Promise<void> {
  await tx
    .insertInto('act_decisions')
    .values({
      org_id: org,
      id: uuidv7(),
      assessment_id: it.assessment,
      about: it.about,
      value: it.value,
      computed: it.computed,
      reason: it.reason,
      decided_by: it.person,
      decided_on: it.today,
    })
    .execute()
}
