import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openBlobs } from '#platform/blobs/index.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { openPool } from '#platform/database/pool.ts'
import { onConnection } from '#platform/database/transaction.ts'
import { checkCheckpoint } from '#platform/log/index.ts'
import { openSecrets, type Secrets } from '#platform/secrets.ts'
import { sayCheck } from '#rooms/audit-trail/index.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { attach, type Attached } from './attach.ts'
import { datedName } from './backup/automatic.ts'
import { backUp } from './backup/backup.ts'
import { BackupRefusal, type BackupSummary } from './backup/contents.ts'
import { restore } from './backup/restore.ts'
import { bringForward } from './bring-forward.ts'
import { compose, openCluster } from './compose.ts'
import { type FsckReport, fsck as check } from './fsck/index.ts'
import { type PrintedLink, printResetLink } from './reset-password.ts'

// What the command line may do to a house: the one door of the server for it.
export { describeConfig } from '#platform/config.ts'
export type { Finding, FsckReport } from './fsck/index.ts'
export type { BackupSummary } from './backup/contents.ts'
export { wordsOfRefusal } from './refusal-words.ts'

type Progress = (line: string) => void

/**
 * Writes a backup of the house that the settings name, which may be serving meanwhile. `to` is a file, or a folder to put a
 * dated one in.
 */
export async function backup(
  { to, withMasterKey }: { to: string; withMasterKey: boolean },
  progress: Progress,
): Promise<BackupSummary & { target: string }> {
  const config = readConfig()
  return await withDatabase(config, progress, async (database, secrets) => {
    const isFolder = to.endsWith('/') || statSync(to, { throwIfNoEntry: false })?.isDirectory()
    const target = isFolder ? join(to, datedName('assay', new Date())) : to
    if (!/\.(tar\.gz|tgz)$/.test(target))
      throw new BackupRefusal('Name the file ….tar.gz, or give a folder to put a dated one in.')
    const done = await backUp({
      ...parts(config, secrets),
      owner: database.connection('assay_owner'),
      target,
      progress,
      ...(withMasterKey && { masterKey: masterKeyOf(config) }),
    })
    return { ...done, target }
  })
}

function masterKeyOf({ masterKey, masterKeyFile }: Config): string {
  return masterKey ?? readFileSync(masterKeyFile, 'utf8').trim()
}

/**
 * Takes a backup into an empty house, brings it to this release, lets the log go on (under a new origin, where the backup is
 * older than the last checkpoint kept here), and checks everything.
 */
export async function restoreBackup(
  source: string,
  progress: Progress,
): Promise<{ restored: BackupSummary; checked: FsckReport }> {
  const config = readConfig()
  refuseUsedFolder(config)
  let database: Attached | undefined
  let whole = false
  try {
    const restored = await restore({
      source,
      data: config.data,
      masterKey: config.masterKey,
      masterKeyFile: config.masterKeyFile,
      progress,
      async openDatabase(secrets) {
        database = await openCluster(config, secrets, progress)
        const owner = database.connection('assay_owner')
        await refuseUsedDatabase(owner)
        return owner
      },
    })
    if (!database) throw new Error('a backup was restored into no database')
    refuseMissingFiles(config, restored.header.filesIncluded)
    await bringForward(database.connection('assay_owner'), { progress })
    progress('Sealing the logs…')
    const house = await compose({ ...config, log: 'silent' }, database)
    await house.sealer.sealAll().finally(() => house.close())
    progress('Checking everything that was restored…')
    const checked = await checkAll(config, openSecrets(config), database, progress)
    whole = true
    return { restored, checked }
  } finally {
    await database?.stop()
    if (!whole && database && !config.databaseUrl)
      rmSync(join(config.data, 'database'), { recursive: true, force: true })
  }
}

/** What is in the folder already must not be lost, nor mixed with what comes. */
function refuseUsedFolder({ data, databaseUrl }: Config): void {
  const database = join(data, 'database', 'data')
  if (databaseUrl || !existsSync(database) || readdirSync(database).length === 0) return
  throw new BackupRefusal(
    `${data} holds a database already. Restore into an empty folder (ASSAY_DATA), or stop Assay and move ${join(data, 'database')} away; leave checkpoints/ and keys/ where they are, they show what was signed last.`,
  )
}

async function refuseUsedDatabase(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ used: boolean }>(
      `select to_regclass('assay.organization_logs') is not null as used`,
    )
    if (rows[0]?.used)
      throw new BackupRefusal('The database of DATABASE_URL holds Assay already. Restore into an empty one.')
  } finally {
    await client.end()
  }
}

/** The automatic backup before a migration leaves the files where they are, so they must be here. */
function refuseMissingFiles({ data }: Config, included: boolean): void {
  if (included || existsSync(join(data, 'blobs'))) return
  throw new BackupRefusal(
    `This backup was made automatically and holds no files. Put the folder blobs/ of that house into ${data}, then restore again.`,
  )
}

/** A one-time link to a new password for the account of this address; beside a serving house or without one. */
export async function resetPassword(
  wish: { email: string; removesSecondFactor: boolean },
  progress: Progress,
): Promise<PrintedLink> {
  const config = readConfig()
  return await withDatabase(config, progress, (database) => printResetLink(config, database, wish))
}

/** Recomputes everything and names what is not as it was recorded; beside a serving house or without one. */
export async function fsck(progress: Progress): Promise<FsckReport> {
  const config = readConfig()
  return await withDatabase(config, progress, (database, secrets) => checkAll(config, secrets, database, progress))
}

async function checkAll(config: Config, secrets: Secrets, database: Attached, progress: Progress): Promise<FsckReport> {
  const keeper = openPool(database.connection('assay_maintenance'), 1)
  return await check({ ...parts(config, secrets), keeper, progress }).finally(() => keeper.end())
}

/** Holds a checkpoint that somebody kept against the logs here. */
export async function checkLedger(note: string, progress: Progress): Promise<ReturnType<typeof sayCheck>> {
  const config = readConfig()
  return await withDatabase(config, progress, async (database) => {
    const keeper = openPool(database.connection('assay_maintenance'), 1)
    const client = await keeper.connect()
    try {
      const { rows } = await client.query<{ org_id: OrganizationId }>(
        'select distinct org_id from assay.log_keys order by 1',
      )
      const tx = onConnection(client)
      const answers = []
      for (const { org_id } of rows) answers.push(sayCheck(await checkCheckpoint(tx, org_id, note)))
      const known = answers.find(({ outcome }) => outcome !== 'not-signed-here')
      return known ?? answers[0] ?? sayCheck({ outcome: 'not-signed-here' })
    } finally {
      client.release()
      await keeper.end()
    }
  })
}

function parts(config: Config, secrets: Secrets) {
  const blobs = openBlobs({ folder: join(config.data, 'blobs'), limit: config.uploadLimit })
  return { secrets, blobs, checkpoints: join(config.data, 'checkpoints') }
}

async function withDatabase<Value>(
  config: Config,
  progress: Progress,
  work: (database: Attached, secrets: Secrets) => Promise<Value>,
): Promise<Value> {
  if (!config.databaseUrl && !existsSync(join(config.data, 'database'))) {
    throw new BackupRefusal(
      `There is no database in ${config.data}. Set ASSAY_DATA to the folder of the house, or DATABASE_URL.`,
    )
  }
  const secrets = openSecrets(config)
  const database = await attach(config, secrets, progress)
  try {
    return await work(database, secrets)
  } finally {
    await database.stop()
  }
}
