import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** How many finished runs of this file there are under any edition of the plan. */
export async function countSeen(
  tx: Transaction,
  org: OrganizationId,
  { series, fileSha256 }: { series: string; fileSha256: string | null },
): Promise<number> {
  if (fileSha256 === null) return 0
  const row = await tx
    .selectFrom('measurement_runs')
    .select(sql<number>`count(*)`.as('seen'))
    .where('org_id', '=', org)
    .where('series_id', '=', series)
    .where('file_sha256', '=', fileSha256)
    .where('state', '=', 'finished')
    .executeTakeFirstOrThrow()
  return row.seen
}

/** Whether a run of a file with this hash is waiting or going on. */
export async function isMeasuredNow(tx: Transaction, org: OrganizationId, fileSha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('measurement_runs')
    .select('id')
    .where('org_id', '=', org)
    .where('state', '=', 'asked')
    .where((where) =>
      where.or([
        where('file_sha256', '=', fileSha256),
        where('test_file_id', 'in', (files) =>
          files.selectFrom('measurement_files').select('id').where('org_id', '=', org).where('sha256', '=', fileSha256),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The open task that a failing run under this plan has raised already. */
export async function findOpenTask(tx: Transaction, org: OrganizationId, series: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('measurement_runs as r')
    .innerJoin('tasks as t', (join) => join.onRef('t.org_id', '=', 'r.org_id').onRef('t.id', '=', 'r.task_id'))
    .select('t.id')
    .where('r.org_id', '=', org)
    .where('r.series_id', '=', series)
    .where('t.state', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
