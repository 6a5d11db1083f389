import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import { change, type Change, type Changed, read } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type MadeFrom, renderCsv, renderDocx, renderPdf, renderXlsx } from '#platform/documents/index.ts'
import { JobRefusal, type JobRun } from '#platform/jobs/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { asDay } from '#platform/today.ts'
import type { RowView, StatementHead } from './contract.ts'
import type { FileParts, OtherRooms } from './parts.ts'
import { differencesOf } from './differences.ts'
import { type Against, statementDocument, statementTable } from './print.ts'
import { statementSheets } from './print-sheets.ts'
import { readRows } from './read-rows.ts'
import { formats } from './model.ts'
import type { Format } from './rows.ts'
import {
  findApprovedBefore,
  findMadeFrom,
  findStatement,
  insertFile,
  listWithoutFiles,
  saveStatement,
} from './statements-store.ts'

export type StatementSource = {
  statement: StatementHead
  rows: RowView[]
  against: Against
  organization: string
  madeFrom: MadeFrom
}

/** Everything that a file of a version shows, of one moment. */
export async function readSource(
  { tx, org, today }: { tx: Transaction; org: OrganizationId; today: string },
  { statement, madeFrom, ...rooms }: OtherRooms & { statement: StatementHead; madeFrom: MadeFrom },
): Promise<StatementSource> {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  const rows = await readRows({ tx, org, today, ...rooms }, statement.id)
  const before = await findApprovedBefore(tx, org, statement.number)
  const against = before && {
    number: before.number,
    items: differencesOf(await readRows({ tx, org, today, ...rooms }, before.id), rows),
  }
  return { statement, rows, against, organization: name, madeFrom }
}

/** The same source gives the same bytes, whatever the format. */
export async function renderStatement(format: Format, source: StatementSource): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return await renderPdf(statementDocument(source))
    case 'docx':
      return await renderDocx(statementDocument(source))
    case 'xlsx':
      return await renderXlsx(statementSheets(source))
    case 'csv':
      return Buffer.from(renderCsv(statementTable(source.rows), { bom: true }))
  }
}

const permission = 'controls:read'
// Word files that an earlier release made carry the instant of their packing, so those that are kept are not compared.
const compared: ReadonlySet<Format> = new Set(['pdf', 'xlsx', 'csv'])

/**
 * Makes the files of an approved version that are missing, from the records as of the entry that approved it. Where none is
 * missing it changes nothing, and makes sure that the same bytes come out: a difference is a fault of ours, and is told.
 */
export async function makeStatementFiles(run: JobRun, parts: FileParts): Promise<void> {
  await makeFilesOf({ org: run.org(), id: String(run.data['statement']) }, parts)
}

/** Makes what approved versions lack: in a format that came with a later release, or because making it failed. */
export async function makeMissingStatementFiles(run: JobRun, parts: FileParts): Promise<void> {
  for (const org of await run.organizations()) {
    const lacking = await inOrganization(parts.door.pool, org, (tx) => listWithoutFiles(tx, org))
    for (const id of lacking) await makeFilesOf({ org, id }, parts)
  }
}

async function makeFilesOf({ org, id }: { org: OrganizationId; id: string }, parts: FileParts): Promise<void> {
  const { door, openRisks, goneReasons } = parts
  const known = await inOrganization(door.pool, org, async (tx) => ({
    statement: await findStatement(tx, org, { id }),
    madeFrom: await findMadeFrom(tx, org, id),
  }))
  const { statement, madeFrom: named } = known
  if (!statement?.approvedSeq || !statement.approval) throw new JobRefusal('This version is not approved.')
  const seq = statement.approvedSeq
  const today = statement.approval.on
  const seen = await read(door, parts.actor(org), permission, { seq }, async ({ tx }) => {
    const then = await findStatement(tx, org, { id })
    if (!then) throw new Error('an approved version that was not there when it was approved')
    const madeFrom = named ?? (await parts.madeFrom({ tx, org, seq }))
    return await readSource({ tx, org, today }, { statement: then, openRisks, goneReasons, madeFrom })
  })
  if (!seen.ok) throw new Error('the system may not read the Statement of Applicability')
  const missing = formats.filter((format) => !statement.files.some((file) => file.format === format))
  if (missing.length === 0) return await compare(statement, seen.value)
  const made: Kept[] = []
  for (const format of missing)
    made.push({ format, file: await store(parts, format, await renderStatement(format, seen.value)) })
  const recorded = await change(door, parts.actor(org), permission, (it) =>
    recordFiles(it, { id, made, madeFrom: seen.value.madeFrom }),
  )
  if (!recorded.ok) throw new Error('the system may not keep files')
}

async function compare({ number, files }: StatementHead, source: StatementSource): Promise<void> {
  for (const { format, sha256 } of files.filter((file) => compared.has(file.format))) {
    const again = createHash('sha256')
      .update(await renderStatement(format, source))
      .digest('hex')
    if (again !== sha256)
      throw new Error(`the ${format} of version ${number}, made again, differs from the one that is kept`)
  }
}

type Kept = { format: Format; file: StoredFile }

async function store({ blobs }: FileParts, format: Format, bytes: Uint8Array): Promise<StoredFile> {
  const stored = await blobs.store(Readable.from([bytes]), { name: `statement.${format}` })
  if (stored.ok) return stored.value
  if (stored.error.kind === 'disk-full')
    throw new JobRefusal('The disk of the server is full. Ask who runs Assay to make room; the files are made then.')
  throw new Error(`the store refused a ${format} of our own: ${stored.error.kind}`)
}

async function recordFiles(
  it: Change,
  { id, made, madeFrom }: { id: string; made: Kept[]; madeFrom: MadeFrom },
): Promise<Result<Changed<null>, never>> {
  const { tx, org } = it
  const before = await findStatement(tx, org, { id })
  const there = new Set(before?.files.map(({ format }) => format))
  await saveStatement(tx, org, id, { madeFrom })
  for (const { format, file } of made.filter((one) => !there.has(one.format))) {
    const blob = await recordBlob(it, file)
    await insertFile(tx, org, { statement: id, format, blob: blob.id, sha256: file.sha256, size: file.size })
  }
  const subject = subjectRef('statement-of-applicability', id)
  return ok({ value: null, facts: [{ type: 'statement-of-applicability.filed', subject }] })
}

/** `Statement of Applicability, version 2.pdf` */
export function fileName({ number, state }: StatementHead, format: Format): string {
  const draft = state === 'draft' ? `, draft of ${asDay(new Date())}` : ''
  return `Statement of Applicability, version ${number}${draft}.${format}`
}
