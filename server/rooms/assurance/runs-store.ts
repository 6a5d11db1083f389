import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { actorName } from './actor-name.ts'
import type { RunFilter, RunView } from './contract.ts'
import { type ExploratoryReason, exploratoryReasons, type Origin, type PlanState, type Verdict } from './model.ts'
import { asKind, asOrigin, asPlanState, asRunState, asVerdict } from './rows.ts'

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

export type NewRun = {
  id: string
  plan: string
  series: string
  subject: string
  kind: string
  origin: Origin
  askedBy: string
  seq: number
  job: string | null
  file: string | null
  path: string | null
  fileName: string
  fileSha256: string | null
  tool: string | null
}

export async function insertRun(tx: Transaction, org: OrganizationId, it: NewRun): Promise<void> {
  await tx
    .insertInto('measurement_runs')
    .values({
      org_id: org,
      id: it.id,
      plan_id: it.plan,
      series_id: it.series,
      subject: it.subject,
      kind: it.kind,
      origin: it.origin,
      asked_by: it.askedBy,
      seq: it.seq,
      job_id: it.job,
      file_id: it.file,
      path: it.path,
      file_name: it.fileName,
      file_sha256: it.fileSha256,
      tool: it.tool,
    })
    .execute()
}

/** A run with what is needed to carry it out or to judge it. */
export type LoadedRun = {
  id: string
  state: string
  seq: number
  origin: Origin
  subject: string
  series: string
  jobId: string | null
  fileName: string
  fileSha256: string | null
  path: string | null
  /** null where nothing was uploaded, or its content was removed */
  fileBlobSha256: string | null
  recordSha256: string | null
  plan: {
    id: string
    title: string
    definition: string
    definitionSha256: string
    state: PlanState
    approvedSeq: number | null
    intervalDays: number | null
    reference: { name: string; sha256: string | null } | null
  }
}

export async function loadRun(tx: Transaction, org: OrganizationId, id: string): Promise<LoadedRun | undefined> {
  const row = await tx
    .selectFrom('measurement_runs as r')
    .innerJoin('measurement_plans as p', (join) =>
      join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.plan_id'),
    )
    .leftJoin('measurement_files as f', (join) =>
      join.onRef('f.org_id', '=', 'r.org_id').onRef('f.id', '=', 'r.file_id'),
    )
    .leftJoin('measurement_files as x', (join) =>
      join.onRef('x.org_id', '=', 'p.org_id').onRef('x.id', '=', 'p.reference_id'),
    )
    .where('r.org_id', '=', org)
    .where('r.id', '=', id)
    .select(['r.id', 'r.state', 'r.seq', 'r.origin', 'r.subject', 'r.series_id', 'r.job_id', 'r.file_name'])
    .select([
      'r.file_sha256',
      'r.path',
      'f.sha256 as file_hash',
      'f.blob_id',
      'r.record_sha256',
      'p.id as plan_id',
      'p.title',
    ])
    .select(['p.definition', 'p.definition_sha256', 'p.state as plan_state', 'p.approved_seq', 'p.interval_days'])
    .select(['x.name as reference_name', 'x.sha256 as reference_sha256', 'x.blob_id as reference_blob'])
    .executeTakeFirst()
  if (!row) return undefined
  const { reference_name: name, reference_blob } = row
  const sha256 = reference_blob === null ? null : row.reference_sha256
  return {
    id: row.id,
    state: row.state,
    seq: row.seq,
    origin: asOrigin(row.origin),
    subject: row.subject,
    series: row.series_id,
    jobId: row.job_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    path: row.path,
    fileBlobSha256: row.blob_id === null ? null : row.file_hash,
    recordSha256: row.record_sha256,
    plan: {
      id: row.plan_id,
      title: row.title,
      definition: row.definition,
      definitionSha256: row.definition_sha256,
      state: asPlanState(row.plan_state),
      approvedSeq: row.approved_seq,
      intervalDays: row.interval_days,
      reference: name === null ? null : { name, sha256 },
    },
  }
}

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

export type Finished = {
  happenedOn: string
  fileSha256: string | null
  confirming: boolean
  exploratoryReason: ExploratoryReason | null
  repeat: number
  verdict: Verdict
  reasons: string[]
  warnings: string[]
  headline: { measure: string; value: string } | null
  rows: number | null
  rowsUsed: number | null
  engine: string | null
  seed: number | null
  definitionSha256: string | null
  recordBlob: string
  recordSha256: string
  evidence: string | null
  task: string | null
}

/** Writes down what a run found. Throws where it is not waiting any more: a change holds the organization's lock. */
export async function saveFinished(tx: Transaction, org: OrganizationId, id: string, it: Finished): Promise<void> {
  await tx
    .updateTable('measurement_runs')
    .set({
      state: 'finished',
      happened_on: it.happenedOn,
      file_sha256: it.fileSha256,
      confirming: it.confirming,
      exploratory_reason: it.exploratoryReason,
      repeat: it.repeat,
      verdict: it.verdict,
      reasons: it.reasons,
      warnings: it.warnings,
      headline: it.headline?.measure ?? null,
      headline_value: it.headline?.value ?? null,
      rows_total: it.rows,
      rows_used: it.rowsUsed,
      engine: it.engine,
      seed: it.seed,
      definition_sha256: it.definitionSha256,
      record_blob_id: it.recordBlob,
      record_sha256: it.recordSha256,
      evidence_id: it.evidence,
      task_id: it.task,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function saveEnded(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  it: { state: 'refused' | 'cancelled'; problems: string[] },
): Promise<void> {
  await tx
    .updateTable('measurement_runs')
    .set({ state: it.state, problems: it.problems })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

/** Whether a run of a file with this hash is waiting or going on. */
export async function isMeasuredNow(tx: Transaction, org: OrganizationId, fileSha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('measurement_runs')
    .select('id')
    .where('org_id', '=', org)
    .where('file_sha256', '=', fileSha256)
    .where('state', '=', 'asked')
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

/** Who answers for what is measured, where that person is active. */
export async function ownerOf(tx: Transaction, org: OrganizationId, subject: string): Promise<string | null> {
  const [kind = '', id = ''] = subject.split(':')
  const table = kind === 'ai-system' ? 'ai_systems' : 'components'
  const { rows } = await sql<{ owner: string }>`
    select p.id as owner from ${sql.table(table)} s
      join people p on p.org_id = s.org_id and p.id = s.owner_id and p.state = 'active'
     where s.org_id = ${org} and s.id = ${id}::uuid`.execute(tx)
  return rows[0]?.owner ?? null
}
