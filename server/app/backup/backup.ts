import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { appendLeaf, emptyFrontier, type Frontier, frontierRoot, toHex } from '@assay/ledger'
import pg, { type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Secrets } from '#platform/secrets.ts'
import { type Archive, openArchive } from './archive.ts'
import { columnList, type CopiedTable, qualified, readCopiedTables, readTwinColumns } from './catalogue.ts'
import {
  BackupRefusal,
  type BackupSummary,
  type Header,
  headerName,
  type Manifest,
  manifestName,
  masterKeyFileName,
} from './contents.ts'

export type BackupParts = {
  owner: ClientConfig
  secrets: Secrets
  blobs: Blobs
  /** folder of the checkpoints kept outside of the database */
  checkpoints: string
  /** the file to write, which must not exist */
  target: string
  /** the master key's text, where it is to travel with the backup */
  masterKey?: string
  /** leave the files of the organizations where they are */
  withoutFiles?: boolean
  progress(line: string): void
}

/**
 * Writes one consistent snapshot as a compressed archive: every table by COPY, the files, the checkpoints kept outside. Any
 * PostgreSQL of version 15 or newer can take it in. The signing keys within are sealed under the master key, which is
 * left out unless asked for: without it nobody can use the backup, so it must be kept elsewhere.
 */
export async function backUp(parts: BackupParts): Promise<BackupSummary> {
  const { target, progress } = parts
  if (existsSync(target))
    throw new BackupRefusal(`${target} exists. Choose another name; a backup is never written over.`)
  mkdirSync(dirname(target), { recursive: true })
  const started = new Date()
  const archive = openArchive(target, started)
  const spool = mkdtempSync(join(dirname(target), '.assay-backup-'))
  const client = new pg.Client({ ...parts.owner, options: '-c statement_timeout=0' })
  try {
    // Read before the snapshot, so that none is newer than the database beside it.
    const checkpoints = readCheckpoints(parts.checkpoints)
    await client.connect()
    await client.query('begin isolation level repeatable read read only')
    const { tables, logs } = await writeAll({ ...parts, archive, client, spool, started, kept: checkpoints })
    progress('Finishing the archive…')
    await addText(archive, manifestName, JSON.stringify({ files: archive.files, logs } satisfies Manifest))
    await archive.finish()
    const rows = archive.files.reduce((total, file) => total + (file.rows ?? 0), 0)
    const files = archive.files.filter(({ name }) => name.startsWith('blobs/')).length
    const { size: bytes } = await stat(target)
    return { tables: tables.length, rows, files, bytes, logs, seconds: (Date.now() - started.getTime()) / 1000 }
  } catch (cause) {
    await archive.discard()
    throw cause
  } finally {
    await client.end().catch(() => undefined)
    rmSync(spool, { recursive: true, force: true })
  }
}

type Writing = BackupParts & {
  archive: Archive
  client: pg.Client
  spool: string
  started: Date
  kept: [name: string, text: string][]
}

async function writeAll(writing: Writing): Promise<{ tables: CopiedTable[]; logs: Manifest['logs'] }> {
  const { archive, client, progress, masterKey, kept, withoutFiles = false } = writing
  const tables = await readCopiedTables(client)
  await addText(archive, headerName, JSON.stringify(await readHeader(writing, tables)))
  if (masterKey) await addText(archive, masterKeyFileName, `${masterKey}\n`)
  for (const [name, text] of kept) await addText(archive, `checkpoints/${name}`, text)
  for (const [at, table] of tables.entries()) {
    const rows = await addTable(writing, table)
    if (rows > 0) progress(`${at + 1} of ${tables.length}  ${table.schema}.${table.name}: ${rows} rows`)
  }
  if (!withoutFiles) await addFiles(writing)
  return { tables, logs: await readLogs(client) }
}

async function readHeader(
  { client, secrets, masterKey, withoutFiles, started }: Writing,
  tables: CopiedTable[],
): Promise<Header> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from assay.migrations where name <> 'dressing' order by name`,
  )
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::integer / 10000 as version`,
  )
  return {
    product: 'assay',
    format: 1,
    createdAt: started.toISOString(),
    postgres: rows[0]?.version ?? 0,
    migrations,
    tables,
    twinColumns: await readTwinColumns(client),
    masterKey: masterKeyName(secrets),
    masterKeyIncluded: masterKey !== undefined,
    filesIncluded: withoutFiles !== true,
  }
}

/** Names a master key without saying anything about it. */
export function masterKeyName(secrets: Secrets): string {
  return secrets.derive('name of the master key').slice(0, 16)
}

async function addText(archive: Archive, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  await archive.add(name, bytes.length, oneChunk(bytes))
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes)
}

function readCheckpoints(folder: string): [name: string, text: string][] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((it) => it.endsWith('.txt'))
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])
}

/** An archive wants a file's size before its bytes, so each table is laid aside once; its rows are its lines. */
async function addTable({ client, archive, spool }: Writing, table: CopiedTable): Promise<number> {
  const aside = join(spool, 'rows')
  let [rows, size] = [0, 0]
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      for (const byte of chunk) if (byte === 10) rows += 1
      done(null, chunk)
    },
  })
  const copy = client.query(copyTo(`copy (select ${columnList(table)} from ${qualified(table)}) to stdout`))
  await pipeline(copy, count, createWriteStream(aside))
  await archive.add(`tables/${table.schema}.${table.name}.copy`, size, createReadStream(aside), rows)
  return rows
}

async function addFiles({ client, archive, blobs, progress }: Writing): Promise<void> {
  const { rows: files } = await client.query<{ sha256: string; size: number }>(
    'select sha256, max(size) as size from assay.blobs group by sha256 order by sha256',
  )
  for (const [at, { sha256, size }] of files.entries()) {
    if (!(await blobs.has(sha256))) {
      throw new BackupRefusal(
        `The content of the file ${sha256} is missing. Run assay fsck, and bring it back from an older backup.`,
      )
    }
    await archive.add(`blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`, size, blobs.read(sha256))
    if ((at + 1) % 100 === 0) progress(`${at + 1} of ${files.length} files`)
  }
}

/** The size and root of every log as its entries have it, to be met again after a restore. */
export async function readLogs(client: pg.ClientBase): Promise<Manifest['logs']> {
  const { rows } = await client.query<{ org_id: string }>('select org_id from assay.organization_logs order by org_id')
  const logs = []
  for (const { org_id: organization } of rows) {
    let frontier: Frontier = emptyFrontier()
    for (let more = true; more; ) {
      const { rows: leaves } = await client.query<{ leaf_hash: Buffer }>(
        'select leaf_hash from assay.entries where org_id = $1 and seq > $2 order by seq limit 5000',
        [organization, frontier.size],
      )
      for (const { leaf_hash } of leaves) frontier = appendLeaf(frontier, leaf_hash)
      more = leaves.length === 5000
    }
    logs.push({ organization, size: frontier.size, root: toHex(frontierRoot(frontier)) })
  }
  return logs
}
