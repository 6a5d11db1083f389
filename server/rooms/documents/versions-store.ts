import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { VersionHead } from './contract.ts'
import type { DocumentVersion, VersionState } from './model.ts'
import { toVersion, toVersionHead } from './rows.ts'
import { versionsOf } from './version-rows.ts'

/** The versions of a document without their texts, newest first. */
export async function listVersions(tx: Transaction, org: OrganizationId, document: string): Promise<VersionHead[]> {
  const rows = await versionsOf(tx, org).where('v.document_id', '=', document).orderBy('v.number', 'desc').execute()
  return rows.map(toVersionHead)
}

export async function findVersion(
  tx: Transaction,
  org: OrganizationId,
  document: string,
  number: number,
): Promise<{ head: VersionHead; it: DocumentVersion } | undefined> {
  const row = await versionsOf(tx, org)
    .where('v.document_id', '=', document)
    .where('v.number', '=', number)
    .select('v.body')
    .executeTakeFirst()
  return row && { head: toVersionHead(row), it: toVersion(row) }
}

/** The version of a document that is in one of these states; the newest where there are several. */
export async function findVersionIn<State extends VersionState>(
  tx: Transaction,
  org: OrganizationId,
  document: string,
  states: readonly State[],
): Promise<Extract<DocumentVersion, { state: State }> | undefined> {
  const row = await versionsOf(tx, org)
    .where('v.document_id', '=', document)
    .where('v.state', 'in', states)
    .select('v.body')
    .orderBy('v.number', 'desc')
    .executeTakeFirst()
  return row && asIn(toVersion(row))
}

// The query above asked for these states only.
function asIn<State extends VersionState>(version: DocumentVersion): Extract<DocumentVersion, { state: State }> {
  return version as Extract<DocumentVersion, { state: State }>
}

/** The number that the next version of this document gets; numbers are never given twice. */
export async function nextNumber(tx: Transaction, org: OrganizationId, document: string): Promise<number> {
  const last = await tx
    .selectFrom('document_versions')
    .select(sql<number | null>`max(number)`.as('number'))
    .where('org_id', '=', org)
    .where('document_id', '=', document)
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

export async function insertVersion(
  tx: Transaction,
  org: OrganizationId,
  document: string,
  it: DocumentVersion,
): Promise<void> {
  await tx
    .insertInto('document_versions')
    .values({ org_id: org, id: it.id, document_id: document, number: it.number, ...columnsOf(it) })
    .execute()
}

export async function saveVersion(tx: Transaction, org: OrganizationId, it: DocumentVersion): Promise<void> {
  await tx
    .updateTable('document_versions')
    .set(columnsOf(it))
    .where('org_id', '=', org)
    .where('id', '=', it.id)
    .where('version', '=', it.version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

function columnsOf(it: DocumentVersion) {
  const { content } = it
  const approval = 'approval' in it ? it.approval : null
  return {
    body: content.kind === 'text' ? content.body : null,
    blob_id: content.kind === 'file' ? content.blob : null,
    file_name: content.kind === 'file' ? content.name : null,
    summary: it.summary,
    authors: it.authors,
    state: it.state,
    submitted_on: 'submittedOn' in it ? it.submittedOn : null,
    requested_approver: it.state === 'in-review' ? it.requestedApprover : null,
    returned_note: it.state === 'draft' ? it.returnedNote : null,
    approved_by: approval?.given === 'here' ? approval.by : null,
    approved_outside: approval?.given === 'outside',
    approved_outside_by: approval?.given === 'outside' ? approval.by : null,
    approved_on: approval?.on ?? null,
    approval_note: approval?.note ?? '',
    effective_on: 'effectiveOn' in it ? it.effectiveOn : null,
    obsolete_on: it.state === 'obsolete' ? it.obsoleteOn : null,
    obsolete_because: it.state === 'obsolete' ? it.because : null,
  }
}

/** Approved versions whose planned day has come, over the whole organization. */
export async function findDueVersions(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<{ document: string; number: number }[]> {
  return await tx
    .selectFrom('document_versions')
    .select(['document_id as document', 'number'])
    .where('org_id', '=', org)
    .where('state', '=', 'approved')
    .where('effective_on', '<=', today)
    .orderBy('effective_on')
    .execute()
}
