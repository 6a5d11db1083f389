import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId, PersonId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ObligationDraft, ObligationEdit } from './contract.ts'
import type { Moved, Obligation, ObligationId } from './model.ts'
import { asState } from './rows.ts'

/** The obligation as the rules see it. */
export async function loadObligation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<Obligation | undefined> {
  const row = await tx
    .selectFrom('obligations as o')
    .select(['o.version', 'o.owner_id', 'o.fulfilment', 'o.review_due_on', 'o.state'])
    .select(
      sql<number>`(select count(*)::int from obligation_links l where l.org_id = o.org_id and l.obligation_id = o.id)`.as(
        'links',
      ),
    )
    .where('o.org_id', '=', org)
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: id as ObligationId,
    version: row.version,
    owner: row.owner_id as PersonId | null,
    fulfilment: row.fulfilment,
    links: row.links,
    reviewDueOn: row.review_due_on,
    state: asState(row.state),
  }
}

export type Origin = { assessment: string; duty: string }

export async function insertObligation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  draft: ObligationDraft,
  origin?: Origin,
): Promise<void> {
  await tx
    .insertInto('obligations')
    .values({
      org_id: org,
      id,
      ...columnsOf(draft),
      title: draft.title,
      source_kind: draft.sourceKind,
      source: draft.source,
      applies_to: draft.systems.length > 0 ? 'systems' : 'organization',
      ...(origin && { assessment_id: origin.assessment, duty: origin.duty }),
    })
    .execute()
  await setSystems(tx, org, id, draft.systems)
}

export async function updateObligation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  edit: ObligationEdit,
): Promise<void> {
  const { systems } = edit
  await tx
    .updateTable('obligations')
    .set({
      ...columnsOf(edit),
      ...(systems && { applies_to: systems.length > 0 ? 'systems' : 'organization' }),
      // an edit of links alone is an edit too
      changed_at: sql`changed_at`,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  if (systems) await setSystems(tx, org, id, systems)
}

function columnsOf(it: ObligationEdit) {
  return {
    ...(it.reference !== undefined && { reference: it.reference }),
    ...(it.title !== undefined && { title: it.title }),
    ...(it.sourceKind !== undefined && { source_kind: it.sourceKind }),
    ...(it.source !== undefined && { source: it.source }),
    ...(it.article !== undefined && { article: it.article }),
    ...(it.asks !== undefined && { asks: it.asks }),
    ...(it.owner !== undefined && { owner_id: it.owner }),
    ...(it.fulfilment !== undefined && { fulfilment: it.fulfilment }),
    ...(it.reportsTo !== undefined && { reports_to: it.reportsTo }),
    ...(it.dueOn !== undefined && { due_on: it.dueOn }),
    ...(it.dueSource !== undefined && { due_source: it.dueSource }),
    ...(it.reviewDueOn !== undefined && { review_due_on: it.reviewDueOn }),
  }
}

async function setSystems(tx: Transaction, org: OrganizationId, id: string, systems: readonly string[]): Promise<void> {
  let gone = tx.deleteFrom('obligation_systems').where('org_id', '=', org).where('obligation_id', '=', id)
  if (systems.length > 0) gone = gone.where('system_id', 'not in', systems)
  await gone.execute()
  if (systems.length === 0) return
  await tx
    .insertInto('obligation_systems')
    .values(systems.map((system) => ({ org_id: org, id: uuidv7(), obligation_id: id, system_id: system })))
    .onConflict((conflict) => conflict.columns(['org_id', 'obligation_id', 'system_id']).doNothing())
    .execute()
}

/** Saves a move at the version that was looked at: a change holds the organization's lock. */
export async function saveMove(
  tx: Transaction,
  org: OrganizationId,
  { id, version }: Obligation,
  moved: Moved,
  { person, today }: { person: string | null; today: string },
): Promise<void> {
  const { state, reason, review } = moved
  const decides = state === 'applies' || state === 'not-applicable'
  await tx
    .updateTable('obligations')
    .set({
      state,
      ...(reason !== undefined && { state_reason: reason }),
      ...(decides && { decided_by: person, decided_on: today }),
      ...(state === 'identified' && { decided_by: null, decided_on: null, started_on: null }),
      ...(state === 'being-fulfilled' && !review && { started_on: today }),
      ...(review && {
        reviewed_by: person,
        reviewed_on: today,
        review_outcome: review.outcome,
        review_note: review.note,
        review_due_on: review.nextOn,
      }),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function insertLink(tx: Transaction, org: OrganizationId, id: string, subject: string): Promise<void> {
  await tx.insertInto('obligation_links').values({ org_id: org, id: uuidv7(), obligation_id: id, subject }).execute()
}

export async function hasLink(tx: Transaction, org: OrganizationId, id: string, subject: string): Promise<boolean> {
  const found = await tx
    .selectFrom('obligation_links')
    .select('id')
    .where('org_id', '=', org)
    .where('obligation_id', '=', id)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found !== undefined
}

export async function deleteLink(tx: Transaction, org: OrganizationId, id: string, subject: string): Promise<void> {
  await tx
    .deleteFrom('obligation_links')
    .where('org_id', '=', org)
    .where('obligation_id', '=', id)
    .where('subject', '=', subject)
    .execute()
}

type Problem = { path: string; message: string }

/** What a draft refers to that does not exist here. */
export async function findProblems(
  tx: Transaction,
  org: OrganizationId,
  { owner, systems = [] }: { owner?: string | null | undefined; systems?: readonly string[] | undefined },
): Promise<Problem[]> {
  const problems: Problem[] = []
  const message = 'does not exist here or is no longer active; choose another'
  if (owner) {
    const people = tx.selectFrom('people').select('id').where('org_id', '=', org).where('id', '=', owner)
    if (!(await people.where('state', '=', 'active').executeTakeFirst())) problems.push({ path: 'owner', message })
  }
  if (systems.length > 0) {
    const known = await tx
      .selectFrom('ai_systems')
      .select('id')
      .where('org_id', '=', org)
      .where('id', 'in', systems)
      .execute()
    const ids = new Set(known.map(({ id }) => id))
    for (const [at, system] of systems.entries())
      if (!ids.has(system)) problems.push({ path: `systems.${at}`, message })
  }
  return problems
}

export async function isReferenceTaken(
  tx: Transaction,
  org: OrganizationId,
  reference: string,
  except: string | null,
): Promise<boolean> {
  if (reference === '') return false
  let rows = tx.selectFrom('obligations').select('id').where('org_id', '=', org).where('reference', '=', reference)
  if (except !== null) rows = rows.where('id', '<>', except)
  return (await rows.executeTakeFirst()) !== undefined
}
