import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { ReportFilter, ReportView } from './contract.ts'
import { type Format, formats, type ReportState } from './model.ts'

type Reports = Selectable<Tables['reports']>

function reportsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('reports as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.asked_by'))
    .where('r.org_id', '=', org)
    .select(['r.id', 'r.version', 'r.kind', 'r.title', 'r.formats', 'r.assessment_id', 'r.asked_by', 'r.job_id'])
    .select(['r.seq', 'r.instant', 'r.rules_version', 'r.log_origin', 'r.checkpoint_size', 'r.checkpoint_root'])
    .select(['r.created_at', 'r.made_at', 'r.withdrawn_at', 'r.reason', 'p.name as asker', filesOf])
}

type File = { format: string; sha256: string; size: number }

const filesOf = sql<File[]>`(select coalesce(json_agg(json_build_object('format', f.format, 'sha256', f.sha256,
  'size', f.size) order by array_position(array['pdf', 'docx', 'csv', 'json'], f.format)), '[]')
  from report_files f where f.org_id = r.org_id and f.report_id = r.id)`.as('files')

type Row = Awaited<ReturnType<ReturnType<typeof reportsOf>['executeTakeFirstOrThrow']>>

/** One page of reports, the newest first. */
export async function listReports(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & ReportFilter,
): Promise<Page<ReportView>> {
  let rows = reportsOf(tx, org)
  if (query.kind) rows = rows.where('r.kind', '=', query.kind)
  if (query.q) rows = rows.where('r.title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: { askedAt: 'r.created_at', title: 'r.title', seq: 'r.seq' },
    fallback: '-askedAt',
    id: 'r.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findReport(tx: Transaction, org: OrganizationId, id: string): Promise<ReportView | undefined> {
  const row = await reportsOf(tx, org).where('r.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

function toView(row: Row): ReportView {
  if (row.kind !== 'gap') throw new Error(`report ${row.id} is of no kind that a report can be`)
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    title: row.title,
    state: stateOf(row),
    formats: row.formats.map(asFormat),
    assessment: row.assessment_id ? `gap-assessment:${row.assessment_id}` : null,
    seq: row.seq,
    instant: row.instant,
    logOrigin: row.log_origin,
    checkpointSize: row.checkpoint_size,
    checkpointRoot: row.checkpoint_root,
    rulesVersion: row.rules_version,
    job: row.job_id,
    askedBy: row.asked_by ? { id: row.asked_by, name: row.asker ?? formerColleague } : null,
    askedAt: row.created_at,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
    reason: row.reason,
    files: row.files.map((file) => {
      const format = asFormat(file.format)
      return { ...file, format, href: `/api/v1/reports/${row.id}/${format}` }
    }),
  }
}

function stateOf({ made_at, withdrawn_at }: Pick<Reports, 'made_at' | 'withdrawn_at'>): ReportState {
  if (withdrawn_at) return 'withdrawn'
  return made_at ? 'made' : 'not-made'
}

function asFormat(text: string): Format {
  const found = formats.find((format) => format === text)
  if (!found) throw new Error(`a report has no format ${text}`)
  return found
}

export async function insertReport(
  tx: Transaction,
  org: OrganizationId,
  it: {
    id: string
    title: string
    formats: readonly Format[]
    assessment: string | null
    askedBy: string | null
    job: string
    seq: number
    instant: Date
  },
): Promise<void> {
  await tx
    .insertInto('reports')
    .values({
      org_id: org,
      id: it.id,
      kind: 'gap',
      title: it.title,
      formats: [...it.formats],
      assessment_id: it.assessment,
      asked_by: it.askedBy,
      job_id: it.job,
      seq: it.seq,
      instant: it.instant,
    })
    .execute()
}

export type MadeReport = {
  madeAt: Date
  logOrigin: string
  checkpoint: { size: number; root: string } | null
  rulesVersion: string
}

/** States what the report was made from; false where another run of the same work was first. */
export async function saveMade(tx: Transaction, org: OrganizationId, id: string, made: MadeReport): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reports')
    .set({
      made_at: made.madeAt,
      log_origin: made.logOrigin,
      checkpoint_size: made.checkpoint?.size ?? null,
      checkpoint_root: made.checkpoint?.root ?? null,
      rules_version: made.rulesVersion,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('made_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertFile(
  tx: Transaction,
  org: OrganizationId,
  it: { report: string; format: Format; blob: string; sha256: string; size: number },
): Promise<void> {
  await tx
    .insertInto('report_files')
    .values({
      org_id: org,
      id: uuidv7(),
      report_id: it.report,
      format: it.format,
      blob_id: it.blob,
      sha256: it.sha256,
      size: it.size,
    })
    .execute()
}

export async function findFile(
  tx: Transaction,
  org: OrganizationId,
  { id, format }: { id: string; format: Format },
): Promise<{ blob: string } | undefined> {
  const row = await tx
    .selectFrom('report_files')
    .select('blob_id')
    .where('org_id', '=', org)
    .where('report_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst()
  return row && { blob: row.blob_id }
}

export async function saveWithdrawal(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  withdrawal: { at: Date; reason: string } | null,
): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ withdrawn_at: withdrawal?.at ?? null, reason: withdrawal?.reason ?? null })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}
