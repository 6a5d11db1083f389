import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import { type Blobs, recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import { change, type Change, type Changed, type Door, read, type Who } from '#platform/database/change.ts'
import { type MadeFrom, renderDocx, renderPdf } from '#platform/documents/index.ts'
import { JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import { newestCheckpoint } from '#platform/log/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { asDay } from '#platform/today.ts'
import type { ReportView } from './contract.ts'
import { gapCsv, gapJson } from './gap/data.ts'
import { gapDocument, treeOf } from './gap/document.ts'
import type { GapReading, GapSource, ReadMadeFrom } from './gap/source.ts'
import type { Format } from './model.ts'
import { findReport, insertFile, saveMade } from './store.ts'

export type MakingParts = {
  door: Door
  blobs: Blobs
  reading: GapReading
  madeFrom: ReadMadeFrom
  /** who reads and records it: the system, on behalf of whoever asked */
  actor(org: OrganizationId): Who
  /** how long to wait for a signed checkpoint that fixes the report's entry */
  patience?: number
}

// A checkpoint follows an entry within a second; beyond this the report says which entries its checkpoint fixes.
const usualPatience = 5_000
const permission = 'reports:make'

/** Makes the files of a report that was asked for. Safe to run twice: what is made already is left as it is. */
export async function makeGapReport(run: JobRun, parts: MakingParts): Promise<JobResult | void> {
  const org = run.org()
  const id = String(run.data['report'])
  const { door } = parts
  const report = await inOrganization(door.pool, org, (tx) => findReport(tx, org, id))
  if (!report) throw new JobRefusal('This report is not there any more.')
  const result = { label: 'Open the report', href: `/reports/${id}` }
  if (report.state !== 'made' && report.state !== 'not-made') return result
  if (report.madeAt) return result

  await run.progress(5, 'Waiting for the signed checkpoint')
  await waitForSeal(parts, org, report.seq)
  await run.progress(15, 'Reading the records')
  const { source, madeFrom } = await readAll(parts, org, report)
  const files: Kept[] = []
  for (const [index, format] of report.formats.entries()) {
    if (run.cancelled()) return undefined
    await run.progress(25 + (70 * index) / report.formats.length, `Setting ${format.toUpperCase()}`)
    files.push({ format, file: await store(parts.blobs, format, await render(format, source, madeFrom)) })
  }
  const made = await change(door, parts.actor(org), permission, (it) =>
    recordReport(it, { id, files, madeFrom, rulesVersion: source.rulesVersion }),
  )
  if (!made.ok) throw new Error('the system may not make reports')
  return result
}

async function waitForSeal({ door, patience = usualPatience }: MakingParts, org: OrganizationId, seq: number) {
  const until = Date.now() + patience
  for (;;) {
    const sealed = await inOrganization(door.pool, org, (tx) => newestCheckpoint(tx, org))
    if ((sealed?.size ?? 0) >= seq || Date.now() >= until) return
    await sleep(200)
  }
}

/** Everything in one transaction as of the report's entry, so that nothing in it is of another moment. */
async function readAll(
  { door, reading, madeFrom, actor }: MakingParts,
  org: OrganizationId,
  { seq, instant, assessment }: ReportView,
): Promise<{ source: GapSource; madeFrom: MadeFrom }> {
  const at = { today: asDay(instant), assessment: assessment?.slice('gap-assessment:'.length) ?? null }
  const seen = await read(door, actor(org), permission, { seq }, async ({ tx }) => ({
    source: await reading.source(tx, org, at),
    madeFrom: await madeFrom({ tx, org, seq }),
  }))
  if (!seen.ok) throw new Error('the system may not read for reports')
  return seen.value
}

async function render(format: Format, source: GapSource, madeFrom: MadeFrom): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return await renderPdf(gapDocument(source, madeFrom))
    case 'docx':
      return await renderDocx(gapDocument(source, madeFrom))
    case 'csv':
      return Buffer.from(gapCsv(source, madeFrom))
    case 'json':
      return Buffer.from(gapJson(source, madeFrom))
  }
}

async function store(blobs: Blobs, format: Format, bytes: Uint8Array): Promise<StoredFile> {
  const stored = await blobs.store(Readable.from([bytes]), { name: `report.${format}` })
  if (stored.ok) return stored.value
  if (stored.error.kind === 'disk-full') {
    throw new JobRefusal('The disk of the server is full. Ask who runs Assay to make room, then make the report again.')
  }
  if (stored.error.kind === 'too-large') {
    throw new JobRefusal(
      'The report is larger than this Assay keeps. Have ASSAY_UPLOAD_LIMIT raised, then make it again.',
    )
  }
  throw new Error(`the store refused a ${format} of our own: ${stored.error.kind}`)
}

type Kept = { format: Format; file: StoredFile }
type Recorded = { id: string; files: Kept[]; madeFrom: MadeFrom; rulesVersion: string }

async function recordReport(
  it: Change,
  { id, files, madeFrom, rulesVersion }: Recorded,
): Promise<Result<Changed<null>, never>> {
  const { tx, org, now } = it
  const { checkpoint: signed, logOrigin } = madeFrom
  const checkpoint = signed === null ? null : treeOf(signed)
  const first = await saveMade(tx, org, id, { madeAt: now, logOrigin, checkpoint, rulesVersion })
  for (const { format, file } of first ? files : []) {
    const blob = await recordBlob(it, file)
    await insertFile(tx, org, { report: id, format, blob: blob.id, sha256: file.sha256, size: file.size })
  }
  return ok({ value: null, facts: [{ type: 'report.made', subject: subjectRef('report', id) }] })
}
