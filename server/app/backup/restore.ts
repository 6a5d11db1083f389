import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import pg, { type ClientConfig } from 'pg'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import type { Secrets } from '#platform/secrets.ts'
import { readLogs } from './backup.ts'
import { BackupRefusal, type BackupSummary, Header, headerName, Manifest, manifestName } from './contents.ts'
import { placeBlob, placeCheckpoints, placeMasterKey } from './place.ts'
import { noted, type Noted, textOf } from './read-file.ts'
import { alignTwins, copyIn, openTables, settleRows } from './restore-database.ts'
import { ArchiveDamage, readTar, type TarFile } from './tar.ts'

export type RestoreParts = {
  source: string
  /** folder of the data */
  data: string
  masterKeyFile: string
  /** the master key where it was given as a setting */
  masterKey: string | undefined
  progress(line: string): void
  /** makes the empty database; throws a refusal where it is not empty */
  openDatabase(secrets: Secrets): Promise<ClientConfig>
}

/**
 * Takes a backup in: checks that it is for this release and this master key, makes the database as the backup had it, takes
 * every row in within one transaction, and keeps it only when every file has the hash that the backup noted, every
 * count is right, and every log has its root. Migrations of later releases are the caller's.
 */
export async function restore(parts: RestoreParts): Promise<BackupSummary & { header: Header }> {
  const { source, progress } = parts
  if (!existsSync(source)) throw new BackupRefusal(`There is no file ${source}.`)
  const started = Date.now()
  const stream = openSource(source)
  const archive = readTar(stream)
  try {
    const seen: Noted[] = []
    const header = await readHeader(archive, seen)
    refuseUnfit(header)
    const key = header.masterKeyIncluded ? await nextText(archive, seen) : undefined
    const secrets = placeMasterKey(parts, header, key?.trim())
    progress(`Taking in the backup of ${header.createdAt}…`)
    const owner = await parts.openDatabase(secrets)
    await migrate(owner, { progress, through: new Set(header.migrations.map(({ name }) => name)) })
    const { logs } = await takeIn({ ...parts, owner, header, seen }, archive)
    return { ...summary(header, seen), header, logs, seconds: (Date.now() - started) / 1000 }
  } catch (cause) {
    throw readable(cause)
  } finally {
    stream.destroy()
  }
}

function openSource(source: string): Readable {
  const file = createReadStream(source, { highWaterMark: 1 << 20 })
  // What goes wrong in the file is told by whoever reads the unpacked stream.
  return source.endsWith('.tar') ? file : pipeline(file, createGunzip(), () => undefined)
}

function readable(cause: unknown): unknown {
  const packed = cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')
  if (packed)
    return new BackupRefusal('The backup cannot be read: it is not packed as backups are, or it was cut short.')
  return cause instanceof ArchiveDamage ? new BackupRefusal(cause.message, { cause }) : cause
}

function summary({ tables }: Header, seen: readonly Noted[]) {
  return {
    tables: tables.length,
    rows: seen.reduce((total, file) => total + (file.rows ?? 0), 0),
    files: seen.filter(({ name }) => name.startsWith('blobs/')).length,
    bytes: seen.reduce((total, { size }) => total + size, 0),
  }
}

async function readHeader(archive: AsyncGenerator<TarFile>, seen: Noted[]): Promise<Header> {
  const text = await nextText(archive, seen)
  const parsed = Header.safeParse(parseJson(text))
  if (seen[0]?.name !== headerName || !parsed.success) throw new BackupRefusal('This is no backup of Assay.')
  return parsed.data
}

async function nextText(archive: AsyncGenerator<TarFile>, seen: Noted[]): Promise<string> {
  const next = await archive.next()
  if (next.done) throw new BackupRefusal('This is no backup of Assay.')
  return await textOf(next.value, seen)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Migrations must be ones that this release has, in the very words that the backup's database was made with. */
function refuseUnfit(header: Header): void {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]))
  const newer = header.migrations.find(({ name }) => !known.has(name))
  if (newer) {
    throw new BackupRefusal(
      `The backup was made by a newer Assay (it has ${newer.name}). Restore it with that version or a newer one.`,
    )
  }
  const edited = header.migrations.find(({ name, checksum }) => known.get(name) !== checksum)
  if (edited) {
    throw new BackupRefusal(
      `The backup's database was made with another ${edited.name} than this release has. Use the release that made the backup.`,
    )
  }
}

type Taking = RestoreParts & { owner: ClientConfig; header: Header; seen: Noted[] }

async function takeIn(taking: Taking, archive: AsyncGenerator<TarFile>): Promise<Manifest> {
  const { owner, header, data, progress, seen } = taking
  const client = new pg.Client({ ...owner, options: '-c statement_timeout=0' })
  await client.connect()
  try {
    await client.query('begin')
    await alignTwins(client, header.twinColumns)
    const closeTables = await openTables(client, header.tables)
    const checkpoints = new Map<string, string>()
    let manifest: Manifest | undefined
    for await (const file of archive) {
      if (file.name === manifestName) manifest = Manifest.parse(parseJson(await textOf(file, [])))
      else if (file.name.startsWith('checkpoints/')) checkpoints.set(file.name, await textOf(file, seen))
      else if (file.name.startsWith('blobs/')) await placeBlob(join(data, 'blobs'), file, seen)
      else await takeTable(client, header, file, { seen, progress })
    }
    if (!manifest) throw new BackupRefusal('The backup is not whole: its last file is missing.')
    refuseDifferent(manifest, seen)
    progress('Checking references and logs…')
    await settleRows(client, header.tables)
    await closeTables()
    await refuseOtherLogs(client, manifest)
    await client.query('commit')
    placeCheckpoints(join(data, 'checkpoints'), checkpoints)
    return manifest
  } finally {
    await client.end()
  }
}

async function takeTable(
  client: pg.Client,
  { tables }: Header,
  file: TarFile,
  { seen, progress }: { seen: Noted[]; progress(line: string): void },
): Promise<void> {
  const table = tables.find(({ schema, name }) => file.name === `tables/${schema}.${name}.copy`)
  if (!table) throw new BackupRefusal(`The backup holds ${file.name}, which nothing in it announces.`)
  const reading = noted(file)
  const rows = await copyIn(client, table, reading.content)
  seen.push({ ...reading.done(), rows })
  if (rows > 0) progress(`${table.schema}.${table.name}: ${rows} rows`)
}

function refuseDifferent({ files }: Manifest, seen: readonly Noted[]): void {
  const noticed = new Map(seen.map((file) => [file.name, file]))
  for (const { name, size, sha256, rows } of files) {
    const found = noticed.get(name)
    const same = found && found.size === size && found.sha256 === sha256 && found.rows === rows
    if (!same) throw new BackupRefusal(`The backup is damaged: ${name} is not as it was written. Nothing was restored.`)
  }
  if (seen.length !== files.length)
    throw new BackupRefusal('The backup holds files that its last file does not name. Nothing was restored.')
}

async function refuseOtherLogs(client: pg.Client, { logs }: Manifest): Promise<void> {
  const here = await readLogs(client)
  if (JSON.stringify(here) === JSON.stringify(logs)) return
  throw new BackupRefusal('The restored logs do not have the roots that the backup noted. Nothing was restored.')
}
