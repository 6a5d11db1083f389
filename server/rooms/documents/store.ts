import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { DocumentFilter, DocumentView } from './contract.ts'
import type { DocumentId, DocumentKind } from './model.ts'
import { type Audience, documentsOf, stateOf } from './document-rows.ts'
import { toDocumentView } from './rows.ts'

type Query = ReturnType<typeof documentsOf>

export async function listDocuments(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & DocumentFilter,
  { audience, today }: { audience: Audience; today: string },
): Promise<Page<DocumentView>> {
  const page = await readPage(filtered(documentsOf(tx, org), query, { audience, today }), query, {
    orders: {
      title: 'd.title',
      reviewDueOn: 'd.review_due_on',
      effectiveOn: 'e.effective_on',
      changedAt: 'd.changed_at',
    },
    fallback: 'title',
    id: 'd.id',
  })
  return { ...page, items: page.items.map((row) => toDocumentView(row, { audience, today })) }
}

function filtered(
  rows: Query,
  { kind, state, origin, readers, owner, review, q }: PageQuery & DocumentFilter,
  { audience, today }: { audience: Audience; today: string },
): Query {
  let found = rows
  if (audience === 'everyone') found = found.where(readByEveryone)
  if (kind) found = found.where('d.kind', '=', kind)
  if (state) found = found.where(stateOf, '=', state)
  if (origin) found = found.where('d.origin', '=', origin)
  if (readers) found = found.where('d.readers', '=', readers)
  if (owner) found = found.where('d.owner_id', '=', owner)
  if (review === 'overdue') found = found.where('e.id', 'is not', null).where('d.review_due_on', '<', today)
  if (review === 'none') found = found.where('e.id', 'is not', null).where('d.review_due_on', 'is', null)
  if (q) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    found = found.where((where) => where.or([where('d.title', 'ilike', like), where('d.code', 'ilike', like)]))
  }
  return found
}

const readByEveryone = sql<boolean>`e.id is not null and d.withdrawn_on is null and d.readers = 'everyone'`

export async function findDocument(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  { audience, today }: { audience: Audience; today: string },
): Promise<DocumentView | undefined> {
  const rows = documentsOf(tx, org).where('d.id', '=', id)
  const row = await (audience === 'everyone' ? rows.where(readByEveryone) : rows).executeTakeFirst()
  return row && toDocumentView(row, { audience, today })
}

export type NewDocument = {
  id: DocumentId
  kind: DocumentKind
  code: string | null
  title: string
  owner: string | null
  origin: 'internal' | 'external'
  publisher: string | null
  readers: 'everyone' | 'aims'
  retentionMonths: number | null
  reviewMonths: number | null
  reviewDueOn: string | null
  template: string | null
}

export async function insertDocument(tx: Transaction, org: OrganizationId, it: NewDocument): Promise<void> {
  await tx
    .insertInto('documents')
    .values({ org_id: org, id: it.id, ...keepingOf(it), origin: it.origin, template: it.template })
    .execute()
}

export type Keeping = Omit<NewDocument, 'id' | 'origin' | 'template'>

function keepingOf(it: Keeping) {
  return {
    kind: it.kind,
    code: it.code,
    title: it.title,
    owner_id: it.owner,
    publisher: it.publisher,
    readers: it.readers,
    retention_months: it.retentionMonths,
    review_months: it.reviewMonths,
    review_due_on: it.reviewDueOn,
  }
}

export async function saveKeeping(tx: Transaction, org: OrganizationId, id: string, it: Keeping): Promise<void> {
  await tx.updateTable('documents').set(keepingOf(it)).where('org_id', '=', org).where('id', '=', id).execute()
}

export async function saveReviewDue(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  dueOn: string | null,
): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ review_due_on: dueOn })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

export async function saveWithdrawal(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  withdrawn: { on: string; reason: string } | null,
): Promise<void> {
  await tx
    .updateTable('documents')
    .set({ withdrawn_on: withdrawn?.on ?? null, withdrawn_reason: withdrawn?.reason ?? null })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

/** Which of these references are nobody active here, and whether another document has the code. */
export async function findProblems(
  tx: Transaction,
  org: OrganizationId,
  { owner, code, except = null }: { owner?: string | null; code?: string | null; except?: string | null },
): Promise<{ path: string; message: string }[]> {
  const problems: { path: string; message: string }[] = []
  if (owner && !(await isActivePerson(tx, org, owner))) {
    problems.push({ path: 'owner', message: 'does not exist here or is no longer active; choose another' })
  }
  if (code) {
    const taken = await tx
      .selectFrom('documents')
      .select(['id', 'title'])
      .where('org_id', '=', org)
      .where(sql`lower(code)`, '=', code.toLowerCase())
      .executeTakeFirst()
    if (taken && taken.id !== except) {
      problems.push({ path: 'code', message: `is the sign of “${taken.title}” already; choose another` })
    }
  }
  return problems
}

export async function isActivePerson(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const person = await tx
    .selectFrom('people')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return person !== undefined
}
