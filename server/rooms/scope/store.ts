import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Decision, Element, ElementKind, NamedRef } from './model.ts'

type Kept = {
  id: string
  version: number
  kind: ElementKind
  unit: string | null
  name: string
  decision: Decision
  reason: string
  decidedOn: string | null
  decidedBy: { id: string; name: string } | null
}

/** What was decided or added; what nobody looked at has no row. */
export async function listKept(tx: Transaction, org: OrganizationId): Promise<Kept[]> {
  const rows = await tx
    .selectFrom('scope_elements as e')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'e.org_id').onRef('p.id', '=', 'e.decided_by'))
    .select(['e.id', 'e.version', 'e.kind', 'e.unit_id', 'e.name', 'e.decision', 'e.reason', 'e.decided_on'])
    .select(['e.decided_by', 'p.name as decider'])
    .where('e.org_id', '=', org)
    .orderBy('e.name')
    .orderBy('e.id')
    .execute()
  return rows.map(({ id, version, kind, unit_id, name, decision, reason, decided_on, decided_by, decider }) => ({
    id,
    version,
    name,
    reason,
    kind: oneOf(['unit', 'site', 'activity', 'role'] as const, kind),
    unit: unit_id,
    decision: oneOf(['undecided', 'in', 'out'] as const, decision),
    decidedOn: decided_on,
    decidedBy: decided_by === null ? null : { id: decided_by, name: decider ?? formerColleague },
  }))
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`the scope knows no ${text}`)
  return found
}

export async function listUnits(tx: Transaction, org: OrganizationId): Promise<{ id: string; name: string }[]> {
  return await tx.selectFrom('units').select(['id', 'name']).where('org_id', '=', org).orderBy('name').execute()
}

/** Saves a decision; the element gets its row with the first one. Roles and sites are kept by their name, units by their id. */
export async function saveDecision(
  tx: Transaction,
  org: OrganizationId,
  { kind, ref, name }: Pick<Element, 'kind' | 'ref' | 'name'>,
  it: { decision: Decision; reason: string; by: string; on: string },
): Promise<void> {
  const key = ref.slice(kind.length + 1)
  const decided = it.decision !== 'undecided'
  const set = {
    decision: it.decision,
    reason: it.reason,
    decided_on: decided ? it.on : null,
    decided_by: decided ? it.by : null,
  }
  if (kind === 'activity') {
    await tx.updateTable('scope_elements').set(set).where('org_id', '=', org).where('id', '=', key).execute()
    return
  }
  const unit = kind === 'unit' ? key : null
  await tx
    .insertInto('scope_elements')
    .values({ org_id: org, id: uuidv7(), kind, unit_id: unit, name: kind === 'role' ? key : unit ? '' : name, ...set })
    .onConflict((conflict) => conflict.columns(['org_id', 'kind', 'unit_id', 'name']).doUpdateSet(set))
    .execute()
}

export async function insertActivity(tx: Transaction, org: OrganizationId, name: string): Promise<string> {
  const id = uuidv7()
  await tx.insertInto('scope_elements').values({ org_id: org, id, kind: 'activity', name }).execute()
  return id
}

/** Takes an activity out again; history keeps it. False where it is not there. */
export async function deleteActivity(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('scope_elements')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('kind', '=', 'activity')
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Keeps what was inside when a version of the scope statement was composed. Composed again, the newer counts. */
export async function saveComposition(
  tx: Transaction,
  org: OrganizationId,
  { document, number, inside }: { document: string; number: number; inside: NamedRef[] },
): Promise<void> {
  const kept = { inside: JSON.stringify(inside) }
  await tx
    .insertInto('scope_wordings')
    .values({ org_id: org, id: uuidv7(), document_id: document, number, ...kept })
    .onConflict((conflict) => conflict.columns(['org_id', 'document_id', 'number']).doUpdateSet(kept))
    .execute()
}

/** What was inside when this version was composed; null where it was not composed here. */
export async function findInside(
  tx: Transaction,
  org: OrganizationId,
  { document, number }: { document: string; number: number },
): Promise<NamedRef[] | null> {
  const { rows } = await sql<{ inside: NamedRef[] }>`select inside from scope_wordings
    where org_id = ${org} and document_id = ${document} and number = ${number}`.execute(tx)
  return rows[0]?.inside ?? null
}
