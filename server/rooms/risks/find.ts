import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RatingView, RiskRecord } from './contract.ts'
import { readLosses } from './figures/of-risks.ts'
import { risksOf, toView } from './list.ts'
import { asKind, asLevel, asResult, asTrigger, named } from './rows.ts'

/** A risk with every rating, acceptance, trigger and action. `today` decides what is overdue and what has expired. */
export async function findRisk(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<RiskRecord | undefined> {
  const row = await risksOf(tx, org)
    .leftJoin('people as tb', (join) => join.onRef('tb.org_id', '=', 'r.org_id').onRef('tb.id', '=', 'r.treatment_by'))
    .leftJoin('people as cb', (join) => join.onRef('cb.org_id', '=', 'r.org_id').onRef('cb.id', '=', 'r.checked_by'))
    .select(['r.inherent_id', 'r.residual_id', 'r.treatment_reason', 'r.treatment_on', 'r.treatment_by'])
    .select(['r.checked_on', 'r.checked_by', 'r.check_result', 'r.check_note', 'r.closed_on', 'r.closed_reason'])
    .select(['tb.name as treatment_by_name', 'cb.name as checked_by_name'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const ratings = await ratingsOf(tx, org, id)
  const { checked_on: on, checked_by: by, check_result: result, check_note: note } = row
  return {
    ...toView(row, { today, losses: await readLosses(tx, org, [id]) }),
    inherent: ratings.find((rating) => rating.id === row.inherent_id) ?? null,
    residual: ratings.find((rating) => rating.id === row.residual_id) ?? null,
    ratings,
    treatmentReason: row.treatment_reason,
    treatmentOn: row.treatment_on,
    treatmentBy: row.treatment_by ? named(row.treatment_by, row.treatment_by_name) : null,
    check: on && by && result ? { result: asResult(result), note, on, by: named(by, row.checked_by_name) } : null,
    acceptances: await acceptancesOf(tx, org, id, today),
    triggers: await triggersOf(tx, org, id),
    closedOn: row.closed_on,
    closedReason: row.closed_reason,
    actions: await actionsOf(tx, org, id),
  }
}

async function ratingsOf(tx: Transaction, org: OrganizationId, id: string): Promise<RatingView[]> {
  const rows = await tx
    .selectFrom('risk_ratings as g')
    .innerJoin('risk_criteria as c', (join) =>
      join.onRef('c.org_id', '=', 'g.org_id').onRef('c.id', '=', 'g.criteria_id'),
    )
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'g.org_id').onRef('p.id', '=', 'g.rated_by'))
    .select(['g.id', 'g.kind', 'g.criteria_id', 'c.edition', 'g.likelihood', 'g.for_organization', 'g.for_individuals'])
    .select(['g.for_society', 'g.score', 'g.level', 'g.rationale', 'g.rated_by', 'g.rated_on', 'p.name'])
    .where('g.org_id', '=', org)
    .where('g.risk_id', '=', id)
    .orderBy('g.created_at', 'desc')
    .orderBy('g.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: asKind(row.kind),
    criteria: row.criteria_id,
    edition: row.edition,
    likelihood: row.likelihood,
    organization: row.for_organization,
    individuals: row.for_individuals,
    society: row.for_society,
    score: row.score,
    level: asLevel(row.level),
    rationale: row.rationale,
    by: named(row.rated_by, row.name),
    on: row.rated_on,
  }))
}

async function acceptancesOf(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<RiskRecord['acceptances']> {
  const rows = await tx
    .selectFrom('risk_acceptances as a')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.accepted_by'))
    .select(['a.id', 'a.accepted_by', 'p.name', 'a.accepted_on', 'a.expires_on', 'a.above_appetite', 'a.note'])
    .select(['a.ended_on', 'a.ended_because'])
    .where('a.org_id', '=', org)
    .where('a.risk_id', '=', id)
    .orderBy('a.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    by: named(row.accepted_by, row.name),
    on: row.accepted_on,
    expiresOn: row.expires_on,
    expired: row.expires_on < today,
    aboveAppetite: row.above_appetite,
    note: row.note,
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
  }))
}

async function triggersOf(tx: Transaction, org: OrganizationId, id: string): Promise<RiskRecord['triggers']> {
  const rows = await tx
    .selectFrom('risk_triggers')
    .select(['id', 'kind', 'cause', 'note', 'raised_on', 'answered_on'])
    .where('org_id', '=', org)
    .where('risk_id', '=', id)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ kind, raised_on: raisedOn, answered_on: answeredOn, ...row }) => ({
    ...row,
    kind: asTrigger(kind),
    raisedOn,
    answeredOn,
  }))
}

async function actionsOf(tx: Transaction, org: OrganizationId, id: string): Promise<RiskRecord['actions']> {
  const rows = await tx
    .selectFrom('tasks as t')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 't.org_id').onRef('p.id', '=', 't.owner_id'))
    .select(['t.id', 't.title', 't.owner_id', 'p.name', 't.due_on', 't.state'])
    .where('t.org_id', '=', org)
    .where('t.subject', '=', `risk:${id}`)
    .where('t.source', 'like', 'risk-action:%')
    .orderBy('t.due_on')
    .orderBy('t.id')
    .execute()
  return rows.map(({ owner_id: owner, name, due_on: dueOn, ...row }) => ({
    ...row,
    dueOn,
    owner: owner ? named(owner, name) : null,
  }))
}
