import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { actorName } from './actor-name.ts'
import type { RunFilter, RunView } from './contract.ts'
import { type ExploratoryReason, exploratoryReasons } from './model.ts'
import { asKind, asOrigin, asRunState, asVerdict } from './rows.ts'

function runsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('measurement_runs as r')
    .innerJoin('measurement_plans as p', (join) =>
      join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.plan_id'),
    )
    .where('r.org_id', '=', org)
    .select(['r.id', 'r.version', 'r.plan_id', 'p.title', 'p.edition', 'r.subject', 'r.kind', 'r.origin', 'r.state'])
    .select(['r.asked_by', 'r.seq', 'r.job_id', 'r.file_id', 'r.path', 'r.file_name', 'r.file_sha256'])
    .select(['r.happened_on', 'r.confirming', 'r.exploratory_reason', 'r.repeat', 'r.verdict', 'r.reasons'])
    .select(['r.warnings', 'r.problems', 'r.headline', 'r.headline_value', 'r.rows_total', 'r.rows_used', 'r.engine'])
    .select(['r.seed', 'r.tool', 'r.record_blob_id', 'r.record_sha256', 'r.evidence_id', 'r.task_id', 'r.created_at'])
    .select(actorName('r.asked_by').as('asked_by_name'))
}
type Row = Awaited<ReturnType<ReturnType<typeof runsOf>['executeTakeFirstOrThrow']>>

/** One page of runs, the newest first. */
export async function listRuns(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & RunFilter,
): Promise<Page<RunView>> {
  let rows = runsOf(tx, org)
  if (query.subject) rows = rows.where('r.subject', '=', query.subject)
  if (query.series) rows = rows.where('r.series_id', '=', query.series)
  if (query.kind) rows = rows.where('r.kind', '=', query.kind)
  if (query.verdict) rows = rows.where('r.verdict', '=', query.verdict)
  if (query.origin) rows = rows.where('r.origin', '=', query.origin)
  if (query.confirming) rows = rows.where('r.confirming', '=', query.confirming === 'true')
  if (query.q) {
    const words = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((where) => where.or([where('p.title', 'ilike', words), where('r.file_name', 'ilike', words)]))
  }
  const page = await readPage(rows, query, {
    orders: { seq: 'r.seq', happenedOn: 'r.happened_on', plan: 'p.title', verdict: 'r.verdict', kind: 'r.kind' },
    fallback: '-seq',
    id: 'r.id',
  })
  return { ...page, items: page.items.map(toRun) }
}

export async function findRun(tx: Transaction, org: OrganizationId, id: string): Promise<RunView | undefined> {
  const row = await runsOf(tx, org).where('r.id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

function toRun(row: Row): RunView {
  return {
    id: row.id,
    version: row.version,
    plan: { id: row.plan_id, title: row.title, edition: row.edition },
    subject: row.subject,
    kind: asKind(row.kind),
    origin: asOrigin(row.origin),
    state: asRunState(row.state),
    askedBy: { ref: row.asked_by, name: row.asked_by_name },
    askedAt: row.created_at,
    seq: row.seq,
    job: row.job_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    happenedOn: row.happened_on,
    confirming: row.confirming,
    exploratoryReason: row.exploratory_reason === null ? null : asReason(row.exploratory_reason),
    repeat: row.repeat,
    verdict: row.verdict === null ? null : asVerdict(row.verdict),
    reasons: row.reasons,
    warnings: row.warnings,
    problems: row.problems,
    headline:
      row.headline !== null && row.headline_value !== null
        ? { measure: row.headline, value: Number(row.headline_value) }
        : null,
    rows: row.rows_total,
    rowsUsed: row.rows_used,
    engine: row.engine,
    tool: row.tool,
    seed: row.seed,
    recordSha256: row.record_sha256,
    evidence: row.evidence_id,
    task: row.task_id,
  }
}

function asReason(text: string): ExploratoryReason {
  const found = exploratoryReasons.find((reason) => reason === text)
  if (!found) throw new Error(`no run is exploratory for ${text}`)
  return found
}
