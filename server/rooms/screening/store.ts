import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { ScreeningDraftSchema, ScreeningResultSchema } from './contract.ts'
import { progressOf } from './model.ts'
import { triggersByName } from './trigger-names.ts'
import { ScreeningItem, type ScreeningView, TriggerView } from './wire.ts'

function screeningsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('screenings as s')
    .where('s.org_id', '=', org)
    .select(['s.id', 's.version', 's.state', 's.answers', 's.result', 's.rules', 's.concluded_on', 's.changed_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof screeningsOf>['executeTakeFirstOrThrow']>>

function toView(row: Row): ScreeningView {
  const answers = ScreeningDraftSchema.parse(row.answers)
  const result = row.result === null ? null : ScreeningResultSchema.parse(row.result)
  const { answered, total, next } = progressOf(answers)
  const item = ScreeningItem.parse({
    id: row.id,
    version: row.version,
    state: row.state,
    answered,
    total,
    decision: result?.organization.decision ?? null,
    score: result?.organization.total ?? null,
    rules: row.rules,
    concludedOn: row.concluded_on,
    changedAt: row.changed_at,
  })
  return { ...item, answers, next: next ?? null, result }
}

/** The history of screenings, the newest first. */
export async function listScreenings(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery,
): Promise<Page<ScreeningItem>> {
  const page = await readPage(screeningsOf(tx, org), query, {
    orders: { changedAt: 's.changed_at' },
    fallback: '-changedAt',
    id: 's.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findScreening(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<ScreeningView | undefined> {
  const row = await screeningsOf(tx, org).where('s.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

/** The concluded screening that holds today, if any. */
export async function latestConcluded(tx: Transaction, org: OrganizationId): Promise<ScreeningView | undefined> {
  const row = await screeningsOf(tx, org)
    .where('s.state', '=', 'concluded')
    .orderBy('s.changed_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toView(row)
}

export async function findDraft(tx: Transaction, org: OrganizationId): Promise<{ id: string } | undefined> {
  return await tx
    .selectFrom('screenings')
    .select('id')
    .where('org_id', '=', org)
    .where('state', '=', 'draft')
    .limit(1)
    .executeTakeFirst()
}

export async function listTriggers(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined },
): Promise<Page<TriggerView>> {
  let rows = triggersByName(tx, org).select(['t.version', 't.cause', 't.reason'])
  if (query.state) rows = rows.where('t.state', '=', query.state)
  const page = await readPage(rows, query, { orders: { raisedAt: 't.created_at' }, fallback: '-raisedAt', id: 't.id' })
  const items = page.items.map(({ trigger_id, created_at, about, ...row }) =>
    TriggerView.parse({ ...row, trigger: trigger_id, causeName: about, raisedAt: created_at }),
  )
  return { ...page, items }
}
