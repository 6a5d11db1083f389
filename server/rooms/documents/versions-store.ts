import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { VersionHead } from './contract.ts'
import type { DocumentVersion, VersionState } from './model.ts'
import { toVersion, toVersionHead } from './rows.ts'

const authorsOf = sql<{ id: string; name: string | null }[]>`coalesce((
  select json_agg(json_build_object('id', u.id, 'name', p.name) order by u.place)
    from unnest(v.authors) with ordinality as u (id, place)
    left join people p on p.org_id = v.org_id and p.id = u.id), '[]')`.as('author_names')

export function versionsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('document_versions as v')
    .leftJoin('blobs as b', (join) => join.onRef('b.org_id', '=', 'v.org_id').onRef('b.id', '=', 'v.blob_id'))
    .leftJoin('people as a', (join) => join.onRef('a.org_id', '=', 'v.org_id').onRef('a.id', '=', 'v.approved_by'))
    .leftJoin('people as r', (join) =>
      join.onRef('r.org_id', '=', 'v.org_id').onRef('r.id', '=', 'v.requested_approver'),
    )
    .where('v.org_id', '=', org)
    .select([
      'v.id',
      'v.version',
      'v.number',
      'v.blob_id',
      'v.file_name',
      'b.size',
      'b.type',
      'b.sha256',
      'v.summary',
      'v.authors',
      authorsOf,
      'v.state',
      'v.submitted_on',
      'v.requested_approver',
      'r.name as requested_name',
      'v.returned_note',
      'v.approved_by',
      'a.name as approver_name',
      'v.approved_outside',
      'v.approved_outside_by',
      'v.approved_on',
      'v.approval_note',
      'v.effective_on',
      'v.obsolete_on',
      'v.obsolete_because',
      'v.created_at',
      'v.changed_at',
    ])
}

export type VersionRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>

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
