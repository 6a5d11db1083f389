import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { MadeFrom } from '#platform/documents/index.ts'
import type { CriteriaView, RiskView } from '../contract.ts'
import { findCriteria } from '../criteria-store.ts'
import { readLosses } from '../figures/of-risks.ts'
import { risksOf, toView } from '../list.ts'
import { named } from '../rows.ts'

export type Action = { title: string; owner: string | null; dueOn: string | null; state: string }
export type Acceptance = { by: string; on: string; expiresOn: string; aboveAppetite: boolean; note: string }
/** One open risk as the plan shows it. */
export type PlannedRisk = RiskView & {
  reason: string
  check: 'effective' | 'not-effective' | null
  actions: Action[]
  acceptance: Acceptance | null
}
export type TreatmentPlan = {
  organization: string
  criteria: CriteriaView | null
  risks: PlannedRisk[]
  madeFrom: MadeFrom
}

/** How many risks are open: a document has so many rows. */
export async function countOpen(tx: Transaction, org: OrganizationId): Promise<number> {
  const { open } = await tx
    .selectFrom('risks')
    .select(sql<number>`count(*)::int`.as('open'))
    .where('org_id', '=', org)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return open
}

/** The risk treatment plan (6.1.3): what is done about each open risk, by whom and by when, and who accepted what is left. */
export async function readPlan(
  tx: Transaction,
  org: OrganizationId,
  { today, madeFrom }: { today: string; madeFrom: MadeFrom },
): Promise<TreatmentPlan> {
  const rows = await risksOf(tx, org)
    .select(['r.treatment_reason', 'r.check_result'])
    .where('r.state', '<>', 'closed')
    .orderBy(sql`n.score desc nulls last`)
    .orderBy('r.title')
    .orderBy('r.id')
    .execute()
  const [actions, acceptances] = [await actionsOf(tx, org), await acceptancesOf(tx, org)]
  const losses = await readLosses(
    tx,
    org,
    rows.map(({ id }) => id),
  )
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  return {
    organization: name,
    criteria: (await findCriteria(tx, org, { state: 'approved' })) ?? null,
    risks: rows.map((row) => ({
      ...toView(row, { today, losses }),
      reason: row.treatment_reason,
      check: row.check_result === 'effective' || row.check_result === 'not-effective' ? row.check_result : null,
      actions: actions.get(row.id) ?? [],
      acceptance: acceptances.get(row.id) ?? null,
    })),
    madeFrom,
  }
}

async function actionsOf(tx: Transaction, org: OrganizationId): Promise<Map<string, Action[]>> {
  const rows = await tx
    .selectFrom('tasks as t')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 't.org_id').onRef('p.id', '=', 't.owner_id'))
    .select(['t.subject', 't.title', 't.due_on', 't.state', 't.owner_id', 'p.name'])
    .where('t.org_id', '=', org)
    .where('t.source', 'like', 'risk-action:%')
    .where('t.state', '<>', 'cancelled')
    .orderBy('t.due_on')
    .orderBy('t.id')
    .execute()
  const read = rows.map(({ subject, title, due_on: dueOn, state, owner_id, name }) => {
    const owner = owner_id === null ? null : named(owner_id, name).name
    return { risk: subject?.slice('risk:'.length) ?? '', action: { title, owner, dueOn, state } }
  })
  return new Map(
    [...Map.groupBy(read, ({ risk }) => risk)].map(([risk, all]) => [risk, all.map(({ action }) => action)]),
  )
}

async function acceptancesOf(tx: Transaction, org: OrganizationId): Promise<Map<string, Acceptance>> {
  const rows = await tx
    .selectFrom('risk_acceptances as a')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'a.org_id').onRef('p.id', '=', 'a.accepted_by'))
    .select(['a.risk_id', 'a.accepted_by', 'p.name', 'a.accepted_on', 'a.expires_on', 'a.above_appetite', 'a.note'])
    .where('a.org_id', '=', org)
    .where('a.ended_on', 'is', null)
    .execute()
  return new Map(
    rows.map(
      ({ risk_id, accepted_by, name, accepted_on: on, expires_on: expiresOn, above_appetite: aboveAppetite, note }) => [
        risk_id,
        { by: named(accepted_by, name).name, on, expiresOn, aboveAppetite, note },
      ],
    ),
  )
}
