import { text } from 'node:stream/consumers'
import type { OrganizationId } from '#kernel/id.ts'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { RunDetail } from './contract.ts'
import { findFileOf } from './files/store.ts'
import { listRechecks } from './rechecks-store.ts'
import { definitionOf } from './rows.ts'
import { findRun } from './runs-shown.ts'

/** A run with what the database knows of it; `withRecord` adds the record from where its bytes are kept. */
export async function readRun(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<Omit<RunDetail, 'record'> | undefined> {
  const run = await findRun(tx, org, id)
  if (!run) return undefined
  const file = (await findFileOf(tx, org, id)) ?? null
  const canRecheck = run.origin === 'server' && run.state === 'finished' && !file?.contentRemoved
  return { ...run, rechecks: await listRechecks(tx, org, id), canRecheck, file }
}

/** Reads the record outside of the transaction. Null where it is not finished, or the bytes are gone. */
export async function withRecord(run: Omit<RunDetail, 'record'>, blobs: Blobs): Promise<RunDetail> {
  const { recordSha256 } = run
  if (recordSha256 === null || !(await blobs.has(recordSha256))) return { ...run, record: null }
  return { ...run, record: definitionOf(await text(blobs.read(recordSha256))) }
}
