import { aiActUncertainties } from '@assay/frameworks'
import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { personOf } from '../rows.ts'
import { adoptedFor } from './adopt.ts'
import { ActAnswers } from './rules/answers.ts'
import { actRules } from './rules/assess.ts'
import type { ActAssessmentView, ActView } from './contract.ts'
import { proposeAnswers } from './propose.ts'
import { ActResult } from './rules/result.ts'
import { systemExists } from './store.ts'
import { actClasses } from './rules/words.ts'

/** What is known of one system under the Act: the answers that count, a proposal from records, and earlier results. */
export async function readAct(tx: Transaction, org: OrganizationId, system: string): Promise<ActView | undefined> {
  if (!(await systemExists(tx, org, system))) return undefined
  const rows = await sql<Row>`
    select a.id, a.number, a.state, a.answers, a.rules, a.result, a.answered_by, p.name as answerer,
           a.answered_on, a.reopened_on, a.reopened_because, a.system_id
      from act_assessments a left join people p on p.org_id = a.org_id and p.id = a.answered_by
     where a.org_id = ${org} and a.system_id = ${system} order by a.number desc`.execute(tx)
  const living = rows.rows.find(({ state }) => state !== 'superseded')
  return {
    assessment: living ? await viewOf(tx, org, living) : null,
    proposal: await proposeAnswers(tx, org, system),
    history: rows.rows.map((row) => ({
      id: row.id,
      number: row.number,
      class: classOf(row),
      answeredOn: row.answered_on,
      answeredBy: personOf(row.answered_by, row.answerer),
    })),
    uncertainties: [...aiActUncertainties()],
  }
}

/** One assessment, an earlier one too, as it was left. */
export async function readActAssessment(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<ActAssessmentView | undefined> {
  const { rows } = await sql<Row>`
    select a.id, a.number, a.state, a.answers, a.rules, a.result, a.answered_by, p.name as answerer,
           a.answered_on, a.reopened_on, a.reopened_because, a.system_id
      from act_assessments a left join people p on p.org_id = a.org_id and p.id = a.answered_by
     where a.org_id = ${org} and a.id = ${id}`.execute(tx)
  return rows[0] && (await viewOf(tx, org, rows[0]))
}

type Row = {
  id: string
  system_id: string
  number: number
  state: string
  answers: unknown
  rules: string
  result: unknown
  answered_by: string | null
  answerer: string | null
  answered_on: string
  reopened_on: string | null
  reopened_because: string | null
}

function classOf({ result }: Row) {
  const found = ActResult.pick({ class: true }).parse(result).class
  return actClasses.find((one) => one === found) ?? 'minimal'
}

async function viewOf(tx: Transaction, org: OrganizationId, row: Row): Promise<ActAssessmentView> {
  const decisions = await tx
    .selectFrom('act_decisions as d')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'd.org_id').onRef('p.id', '=', 'd.decided_by'))
    .select(['d.about', 'd.value', 'd.computed', 'd.reason', 'd.decided_on', 'd.decided_by', 'p.name'])
    .where('d.org_id', '=', org)
    .where('d.assessment_id', '=', row.id)
    .where('d.withdrawn_on', 'is', null)
    .orderBy('d.about')
    .execute()
  return {
    id: row.id,
    number: row.number,
    state: row.state === 'reopened' ? 'reopened' : row.state === 'superseded' ? 'superseded' : 'current',
    answers: ActAnswers.parse(row.answers),
    result: ActResult.parse(row.result),
    earlierRules: row.rules !== actRules,
    answeredOn: row.answered_on,
    answeredBy: personOf(row.answered_by, row.answerer),
    reopened: row.reopened_on === null ? null : { on: row.reopened_on, because: row.reopened_because ?? '' },
    decisions: decisions.map(({ about, value, computed, reason, decided_on, decided_by, name }) => ({
      about,
      value,
      computed,
      reason,
      on: decided_on,
      by: personOf(decided_by, name),
    })),
    adopted: Object.fromEntries(await adoptedFor({ tx, org }, row.system_id)),
  }
}
