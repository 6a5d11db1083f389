import { existsSync } from 'node:fs'
import type { Pool, PoolClient } from 'pg'
import type { Blobs } from '#platform/blobs/index.ts'
import { onConnection } from '#platform/database/transaction.ts'
import { type OutsideCheckpoint, parseOrigin, readEpoch, readOutsideCheckpoints } from '#platform/log/index.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Secrets } from '#platform/secrets.ts'
import { checkBlobs } from './content.ts'
import type { Finding, Tell } from './finding.ts'
import { checkLog, checkOrphans } from './log.ts'
import { checkRecords, checkTableNames, readRecordTables, type RecordTable } from './records.ts'
import { checkKeys, checkLeftOver, readSeals } from './seals.ts'

export type FsckParts = {
  /** the maintenance role's pool */
  keeper: Pool
  secrets: Secrets
  blobs: Blobs
  /** folder of the checkpoints kept outside of the database */
  checkpoints: string
  progress?(line: string): void
  /** called for each finding as it is made */
  found?(finding: Finding): void
}

export type FsckReport = {
  findings: Finding[]
  organizations: number
  entries: number
  versions: number
  blobs: number
  seconds: number
}

/**
 * Recomputes everything from content: logs, facts, changed rows, every version of every record, live rows, tiles,
 * checkpoints, keys and files; and names what is not as it was recorded. Reads one snapshot, so it may run beside a
 * serving house. What it cannot see: sign-in data, and a log whose every copy and checkpoint was rewritten alike.
 */
export async function fsck(parts: FsckParts): Promise<FsckReport> {
  const started = Date.now()
  // Read before the snapshot: what is sealed meanwhile must not look newer than the database.
  const outside = existsSync(parts.checkpoints) ? readOutsideCheckpoints(parts.checkpoints) : []
  const client = await parts.keeper.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; set local search_path = assay; set local datestyle = 'ISO';
      set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0`)
    const counted = await checkAll(client, parts, outside)
    return { ...counted, seconds: (Date.now() - started) / 1000 }
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

async function checkAll(
  client: PoolClient,
  parts: FsckParts,
  outside: OutsideCheckpoint[],
): Promise<Omit<FsckReport, 'seconds'>> {
  const { progress = () => undefined, found = () => undefined } = parts
  const report = { findings: [] as Finding[], organizations: 0, entries: 0, versions: 0, blobs: 0 }
  const tables = await readRecordTables(client)
  for (const [organization, named] of await readOrganizations(client, tables, outside)) {
    progress(`Checking ${organization}…`)
    const tell: Tell = (finding) => {
      report.findings.push({ organization, ...finding })
      found({ organization, ...finding })
    }
    const counted = await checkOrganization(client, { ...parts, outside, tables, named }, organization, tell)
    report.organizations += 1
    report.entries += counted.entries
    report.versions += counted.versions
    report.blobs += counted.blobs
  }
  return report
}

type Whole = { outside: OutsideCheckpoint[]; tables: RecordTable[] }

async function checkOrganization(
  client: PoolClient,
  { secrets, blobs, outside, tables, named }: FsckParts & Whole & { named: ReadonlySet<string> },
  org: string,
  tell: Tell,
): Promise<{ entries: number; versions: number; blobs: number }> {
  const kept = await newestOf(client, org, outside)
  const seals = await readSeals(client, org, kept)
  const entries = await checkLog(client, org, seals, tell)
  checkLeftOver(seals, entries, tell)
  await checkOrphans(client, org, tell)
  await checkKeys(client, org, { secrets, outside: kept }, tell)
  await checkTableNames(client, org, tables, tell)
  let versions = 0
  for (const table of tables.filter(({ name }) => named.has(name)))
    versions += await checkRecords(client, org, table, tell)
  return { entries, versions, blobs: await checkBlobs(client, org, blobs, tell) }
}

/** The checkpoint of the newest epoch; one of an epoch that was left says nothing about the log that goes on. */
async function newestOf(client: PoolClient, org: string, outside: OutsideCheckpoint[]): Promise<OutsideCheckpoint[]> {
  const own = outside.filter(({ origin }) => parseOrigin(origin)?.org === org)
  const newest = own.toSorted((a, b) => b.epoch - a.epoch)[0]
  const epoch = await readEpoch(onConnection(client), org as OrganizationId)
  return newest && newest.epoch >= epoch ? [newest] : []
}

/** Whoever has a log, a row, a version or a checkpoint outside, and the record tables in which each has anything. */
async function readOrganizations(
  client: PoolClient,
  tables: readonly RecordTable[],
  outside: readonly OutsideCheckpoint[],
): Promise<Map<string, Set<string>>> {
  const logs = ['organization_logs', 'entries', 'facts', 'log_checkpoints', 'log_tiles', 'log_keys']
  const { rows } = await client.query<{ org_id: string; name: string }>(
    [
      'select distinct org_id, table_name::text as name from assay.entry_rows',
      ...logs.map((name) => `select distinct org_id, '' from assay.${name}`),
      ...tables.map(({ name }) => `select distinct org_id, '${name}' from assay."${name}"`),
      ...tables.map(({ name }) => `select distinct org_id, '${name}' from history."${name}"`),
    ].join(' union '),
  )
  const signed = outside.flatMap(({ origin }) => parseOrigin(origin)?.org ?? [])
  const found = new Map<string, Set<string>>(signed.map((org) => [org, new Set()]))
  for (const { org_id, name } of rows) found.set(org_id, (found.get(org_id) ?? new Set()).add(name))
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
