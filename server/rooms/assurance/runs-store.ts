import { basename } from 'node:path'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ExploratoryReason, Origin, PlanState, Verdict } from './model.ts'
import { asOrigin, asPlanState } from './rows.ts'

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
  /** the file that the measured one is held against */
  test?: { file: string | null; path: string | null } | undefined
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
      test_file_id: it.test?.file ?? null,
      test_path: it.test?.path ?? null,
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
  test: { fileName: string; path: string | null; fileBlobSha256: string | null } | null
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
    .leftJoin('measurement_files as t', (join) =>
      join.onRef('t.org_id', '=', 'r.org_id').onRef('t.id', '=', 'r.test_file_id'),
    )
    .where('r.org_id', '=', org)
    .where('r.id', '=', id)
    .select([
      'r.test_file_id',
      'r.test_path',
      't.name as test_name',
      't.sha256 as test_sha256',
      't.blob_id as test_blob',
    ])
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
    test: testOf(row),
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

type TestColumns = {
  test_file_id: string | null
  test_path: string | null
  test_name: string | null
  test_sha256: string | null
  test_blob: string | null
}

function testOf({ test_file_id, test_path, test_name, test_sha256, test_blob }: TestColumns): LoadedRun['test'] {
  if (test_file_id === null && test_path === null) return null
  const fileBlobSha256 = test_blob === null ? null : test_sha256
  return { fileName: test_name ?? basename(test_path ?? ''), path: test_path, fileBlobSha256 }
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
