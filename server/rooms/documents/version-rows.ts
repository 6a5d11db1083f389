import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

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
