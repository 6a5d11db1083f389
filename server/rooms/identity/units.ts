import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { UnitView } from './contract.ts'

type Done = Changed<{ id: string }>

export async function createUnit({ org, tx }: Change, name: string): Promise<Result<Done, { kind: 'name-taken' }>> {
  if (await isTaken(tx, org, name)) return refuse({ kind: 'name-taken' })
  const id = uuidv7()
  await tx.insertInto('units').values({ org_id: org, id, name }).execute()
  return ok({ value: { id }, facts: [{ type: 'unit.created', subject: subjectRef('unit', id) }] })
}

export async function renameUnit(
  { org, tx }: Change,
  id: string,
  version: number,
  name: string,
): Promise<Result<Done, { kind: 'not-found' } | { kind: 'stale'; currentVersion: number } | { kind: 'name-taken' }>> {
  const unit = await tx
    .selectFrom('units')
    .select(['version'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!unit) return refuse({ kind: 'not-found' })
  if (unit.version !== version) return refuse({ kind: 'stale', currentVersion: unit.version })
  if (await isTaken(tx, org, name, id)) return refuse({ kind: 'name-taken' })
  await tx.updateTable('units').set({ name }).where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: 'unit.renamed', subject: subjectRef('unit', id) }] })
}

async function isTaken(tx: Transaction, org: OrganizationId, name: string, except?: string): Promise<boolean> {
  const found = await tx
    .selectFrom('units')
    .select('id')
    .where('org_id', '=', org)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined && found.id !== except
}

export async function listUnits(tx: Transaction, org: OrganizationId, query: PageQuery): Promise<Page<UnitView>> {
  const people = sql<number>`(select count(*) from people p where p.org_id = u.org_id and p.unit_id = u.id)`.as(
    'people',
  )
  const rows = tx.selectFrom('units as u').where('u.org_id', '=', org).select(['u.id', 'u.version', 'u.name', people])
  return await readPage(rows, query, { orders: { name: 'u.name' }, fallback: 'name', id: 'u.id' })
}
