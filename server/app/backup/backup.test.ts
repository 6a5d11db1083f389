import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg, { type ClientConfig } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { openBlobs, recordBlob } from '#platform/blobs/index.ts'
import { readConfig } from '#platform/config.ts'
import { change } from '#platform/database/change.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openSecrets } from '#platform/secrets.ts'
import { bringForward } from '../bring-forward.ts'
import { compose } from '../compose.ts'
import { fsck } from '../fsck/index.ts'
import { readRecordTables } from '../fsck/records.ts'
import { systemActor } from '../system-actor.ts'
import { automaticTarget, keepNewest } from './automatic.ts'
import { backUp, readLogs } from './backup.ts'
import { readCopiedTables, readTwinColumns } from './catalogue.ts'
import { alignTwins } from './restore-database.ts'
import { restore } from './restore.ts'

let house: TestHouse
let owner: Member
let folder: string
let backup: string

const silent = () => undefined

beforeAll(async () => {
  house = await openTestHouse({ ASSAY_LOG: 'silent' })
  folder = mkdtempSync(join(tmpdir(), 'assay-backup-test-'))
  owner = await house.organization()
  await house.organization('Other')
  await house.join(owner, ['contributor'])
  const task = await owner.post('/tasks', { title: 'Tab\t, newline\n, backslash \\, \\N and „Ümlaut“' })
  await owner.patch(`/tasks/${task.body.id}`, 1, { title: 'Edited' })
  await owner.post('/api-keys', { name: 'Key', scopes: ['tasks:read'], expiresOn: '2099-01-01' })
  await keepFile('evidence')
  await keepFile('x'.repeat(100_000))
  await house.sealer.sealAll()
  backup = await makeBackup('first')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function keepFile(words: string): Promise<void> {
  const stored = await blobsOf(house.config.data).store(Readable.from([Buffer.from(words)]), { name: 'a.txt' })
  if (!stored.ok) throw new Error('not stored')
  await change(house.door, systemActor(owner.org, 'test'), 'tasks:create', async (it) => {
    const blob = await recordBlob(it, stored.value)
    return ok({ value: null, facts: [{ type: 'blob.kept', subject: subjectRef('blob', blob.id) }] })
  })
}

const blobsOf = (data: string) => openBlobs({ folder: join(data, 'blobs'), limit: 1_000_000 })

async function makeBackup(name: string, more: { masterKey?: string; withoutFiles?: boolean } = {}): Promise<string> {
  const target = join(folder, `${name}.tar.gz`)
  await backUp({
    owner: house.connection('owner'),
    secrets: house.secrets,
    blobs: blobsOf(house.config.data),
    checkpoints: join(house.config.data, 'checkpoints'),
    target,
    progress: silent,
    ...more,
  })
  return target
}

const databases: string[] = []
afterEach(async () => {
  for (const name of databases.splice(0)) await onServer(`drop database ${name} with (force)`)
})

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ ...inject('cluster').owner, database: 'postgres' })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** An empty database, as a new house finds it. */
async function bareDatabase(): Promise<string> {
  const name = `r_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template template0`)
  databases.push(name)
  const client = new pg.Client({ ...inject('cluster').owner, database: name })
  await client.connect()
  await client.query('create extension pg_trgm').finally(() => client.end())
  return name
}

/** An empty database with the schema of this release: the same without waiting for every migration. */
async function emptyDatabase(): Promise<string> {
  const name = `r_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template assay`)
  databases.push(name)
  return name
}

const connection = (role: 'owner' | 'app' | 'identity' | 'maintenance', database: string) => ({
  ...inject('cluster')[role],
  database,
})

async function query<Row extends object>(config: ClientConfig, sql: string): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

type Restored = { data: string; database: string }

async function restoreInto(
  source: string,
  { data = mkdtempSync(join(folder, 'data-')), keyAtHand = inject('masterKey'), into = emptyDatabase } = {},
): Promise<Restored> {
  let database = ''
  const masterKey = keyAtHand === '' ? undefined : keyAtHand
  await restore({
    source,
    data,
    masterKey,
    masterKeyFile: join(data, 'keys', 'master.key'),
    progress: silent,
    async openDatabase() {
      database = await into()
      return connection('owner', database)
    },
  })
  return { data, database }
}

/** A fingerprint of every table's rows; what belongs to the server or ends with a restore is left out. */
async function contentsOf(config: ClientConfig): Promise<Record<string, string>> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const contents: Record<string, string> = {}
    for (const { schema, name, columns } of await readCopiedTables(client)) {
      const shown = columns.filter((column) => column !== 'xid').map((column) => `t."${column}"`)
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(row(${shown.join(', ')})::text, E'\\n' order by row(${shown.join(', ')})::text)), '') as content
           from ${schema}."${name}" t`,
      )
      contents[`${schema}.${name}`] = rows[0].content
    }
    return contents
  } finally {
    await client.end()
  }
}

async function open({ data, database }: Restored) {
  const config = readConfig({ ASSAY_DATA: data, ASSAY_MASTER_KEY: inject('masterKey'), ASSAY_LOG: 'silent' })
  await bringForward(connection('owner', database), { progress: silent })
  const role = (name: string) => connection(asRole(name.replace('assay_', '')), database)
  return await compose(config, { connection: role })
}

function asRole(name: string): 'owner' | 'app' | 'identity' | 'maintenance' {
  if (name === 'owner' || name === 'app' || name === 'identity' || name === 'maintenance') return name
  throw new Error(name)
}

async function findingsIn(it: Awaited<ReturnType<typeof open>>, data: string) {
  const { keeper, secrets } = it
  return (await fsck({ keeper, secrets, blobs: blobsOf(data), checkpoints: join(data, 'checkpoints') })).findings
}

describe('a backup restored into an empty house', () => {
  it('has the same rows in every table, the same roots, the same files and checkpoints', async () => {
    const restored = await restoreInto(backup, { into: bareDatabase })
    const config = connection('owner', restored.database)
    expect(await contentsOf(config)).toEqual(await contentsOf(house.connection('owner')))
    const [here, there] = await Promise.all([logsOf(config), logsOf(house.connection('owner'))])
    expect(here).toEqual(there)
    expect(here.length).toBe(2)
    for (const part of ['blobs', 'checkpoints']) {
      const files = (data: string) =>
        readdirSync(join(data, part), { recursive: true })
          .map(String)
          .filter((name) => !name.includes('incoming') && !name.endsWith('.draft'))
          .toSorted()
      expect(files(restored.data)).toEqual(files(house.config.data))
    }
  })

  it('is whole, guarded as before, and goes on', async () => {
    const restored = await restoreInto(backup)
    const it = await open(restored)
    try {
      expect(await findingsIn(it, restored.data)).toEqual([])
      await change(it.door, systemActor(owner.org, 'test'), 'tasks:create', () =>
        Promise.resolve(ok({ value: null, facts: [{ type: 'test.grown', subject: subjectRef('test', '1') }] })),
      )
      await it.sealer.sealAll()
      expect([...it.sealer.alarms()]).toEqual([])
      expect(await findingsIn(it, restored.data)).toEqual([])
      await expect(
        it.door.pool.query(`insert into tasks (org_id, id, title) values ($1, $1, 'x')`, [owner.org]),
      ).rejects.toThrow()
      await expect(it.door.pool.query('delete from entries')).rejects.toThrow('permission denied')
      expect((await it.door.pool.query('select * from tasks')).rows).toEqual([])
    } finally {
      await it.close()
    }
    const guards = `select
      (select count(*) from pg_trigger where tgenabled <> 'O') as loose_triggers,
      (select count(*) from pg_class where relforcerowsecurity) as forced,
      (select json_agg(conname order by conname, conrelid::regclass::text) from pg_constraint where condeferrable) as deferrable`
    expect(await query(connection('owner', restored.database), guards)).toEqual(
      await query(house.connection('owner'), guards),
    )
  })

  it('ends work that was going on, in words', async () => {
    await query(house.connection('owner'), 'select 1')
    const id = '01890000-0000-7000-8000-000000000001'
    await query(
      house.connection('owner'),
      `insert into assay.jobs (org_id, id, kind, title, started_by) values ('${owner.org}', '${id}', 'a', 'Import', 'system:x')`,
    )
    const restored = await restoreInto(await makeBackup('jobs'))
    await query(house.connection('owner'), `delete from assay.jobs`)
    const [job] = await query(connection('owner', restored.database), 'select state, failure from assay.jobs')
    expect(job).toMatchObject({ state: 'failed', failure: expect.stringContaining('restored from a backup') })
  })

  it('older than the last checkpoint goes on under a new origin that states the loss', async () => {
    await owner.post('/tasks', { title: 'Made after the backup' })
    await house.sealer.sealAll()
    const data = mkdtempSync(join(folder, 'data-'))
    // The folder of the house stays when its database is lost.
    cpSync(join(house.config.data, 'checkpoints'), join(data, 'checkpoints'), { recursive: true })
    const kept = readdirSync(join(data, 'checkpoints')).map((name) =>
      readFileSync(join(data, 'checkpoints', name), 'utf8'),
    )
    const restored = await restoreInto(backup, { data })
    expect(
      readdirSync(join(data, 'checkpoints')).map((name) => readFileSync(join(data, 'checkpoints', name), 'utf8')),
    ).toEqual(kept)
    const it = await open(restored)
    try {
      await it.sealer.sealAll()
      const facts = await query<{ type: string; subject: string }>(
        connection('owner', restored.database),
        `select f.type, f.subject from assay.facts f where f.org_id = '${owner.org}' order by seq desc, position limit 2`,
      )
      expect(facts.map(({ type }) => type)).toEqual(['log.epoch-opened', 'log.entries-lost'])
      expect([...it.sealer.alarms()]).toEqual([])
      expect(await findingsIn(it, data)).toEqual([])
    } finally {
      await it.close()
    }
  })

  it('of an older release is brought to this one afterwards', async () => {
    const old = await bareDatabase()
    const through = new Set(['0001_log.sql', '0002_identity.sql', '0003_tasks.sql'])
    await migrate(connection('owner', old), { progress: silent, through })
    const org = '01890000-0000-7000-8000-00000000000a' as OrganizationId
    await query(
      connection('app', old),
      `begin; select history.begin_change('${org}');
       insert into assay.organizations (org_id, id, name) values ('${org}', '${org}', 'Old');
       insert into assay.tasks (org_id, id, title) values ('${org}', gen_random_uuid(), 'Old task');
       select history.finish_change('${org}', 'system:test', '[{"type":"organization.founded","subject":"organization:${org}"}]');
       commit`,
    )
    const target = join(folder, 'old.tar.gz')
    const parts = { secrets: house.secrets, blobs: blobsOf(house.config.data), checkpoints: join(folder, 'none') }
    await backUp({ ...parts, owner: connection('owner', old), target, withoutFiles: true, progress: silent })
    const restored = await restoreInto(target, { into: bareDatabase })
    const it = await open(restored)
    try {
      await it.sealer.sealAll()
      expect(await findingsIn(it, restored.data)).toEqual([])
    } finally {
      await it.close()
    }
  })
})

async function logsOf(config: ClientConfig) {
  const client = new pg.Client(config)
  await client.connect()
  return await readLogs(client).finally(() => client.end())
}

describe('the master key', () => {
  it('does not travel unless asked for, and must be at hand', async () => {
    expect(gunzipSync(readFileSync(backup)).includes(inject('masterKey'))).toBe(false)
    await expect(restoreInto(backup, { keyAtHand: '' })).rejects.toThrow('does not hold the master key')
  })

  it('must be the one of the backup', async () => {
    await expect(restoreInto(backup, { keyAtHand: '22'.repeat(32) })).rejects.toThrow('another master key')
  })

  it('travels when asked for, and is put in its place', async () => {
    const source = await makeBackup('with-key', { masterKey: inject('masterKey') })
    const { data } = await restoreInto(source, { keyAtHand: '' })
    expect(readFileSync(join(data, 'keys', 'master.key'), 'utf8').trim()).toBe(inject('masterKey'))
    expect(openSecrets({ masterKey: undefined, masterKeyFile: join(data, 'keys', 'master.key') }).derive('a')).toBe(
      house.secrets.derive('a'),
    )
  })
})

describe('a backup that is not whole', () => {
  const damaged = (name: string, change: (tar: Buffer) => Buffer): string => {
    const path = join(folder, `${name}.tar.gz`)
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(backup))), { level: 1 }))
    return path
  }
  const flip =
    (needle: string, at = 0) =>
    (tar: Buffer) => {
      const copy = Buffer.from(tar)
      const place = copy.indexOf(needle) + at
      copy[place] = (copy[place] ?? 0) ^ 1
      return copy
    }

  it.each([
    ['a byte of a row was changed', flip('Edited', 3), 'damaged'],
    ['a byte of a file was changed', flip('xxxxxxxxxxxx'), 'damaged'],
    ['a name of a file was changed', flip('tables/assay.tasks.copy', 8), 'damaged'],
    ['a noted hash was changed', (tar: Buffer) => flip('"sha256":"', 10)(tar), 'is not as it was written'],
    ['it was cut short', (tar: Buffer) => tar.subarray(0, tar.length / 2), 'ends too early'],
    [
      'its end is missing',
      (tar: Buffer) => tar.subarray(0, tar.lastIndexOf('manifest.json') - (tar.lastIndexOf('manifest.json') % 512)),
      'ends too early',
    ],
    ['it is something else', () => Buffer.from('not an archive'.repeat(100)), 'no archive'],
  ])('because %s is refused, and nothing is kept', async (name, change, words) => {
    const database = await emptyDatabase()
    const data = mkdtempSync(join(folder, 'data-'))
    const source = damaged(name.replaceAll(' ', '-'), change)
    const refused = restore({
      source,
      data,
      masterKey: inject('masterKey'),
      masterKeyFile: '',
      progress: silent,
      openDatabase: () => Promise.resolve(connection('owner', database)),
    })
    await expect(refused).rejects.toThrow(words)
    await expect(refused).rejects.toMatchObject({ name: 'BackupRefusal' })
    const kept = await query<{ there: boolean }>(
      connection('owner', database),
      `select to_regclass('assay.tasks') is not null as there`,
    )
    if (kept[0]?.there) {
      expect(await query(connection('owner', database), 'select * from assay.organizations')).toEqual([])
    }
    expect(existsSync(join(data, 'checkpoints'))).toBe(false)
  })

  it('because it is no archive at all, or not there, is refused', async () => {
    const path = join(folder, 'words.tar.gz')
    writeFileSync(path, 'just words')
    await expect(restoreInto(path)).rejects.toThrow('not packed as backups are')
    await expect(restoreInto(join(folder, 'nowhere.tar.gz'))).rejects.toThrow('There is no file')
  })

  it('because a newer release made it is refused by name', async () => {
    const newer = damaged('newer', (tar) =>
      Buffer.from(tar.toString('latin1').replace('0001_log.sql', '9999_new.sql'), 'latin1'),
    )
    await expect(restoreInto(newer)).rejects.toThrow('newer Assay (it has 9999_new.sql)')
  })
})

describe('writing a backup', () => {
  it('never writes over another file, and leaves nothing when it fails', async () => {
    await expect(makeBackup('first')).rejects.toThrow('exists')
    const before = readdirSync(folder).length
    const broken = backUp({
      owner: { ...house.connection('owner'), database: 'no_such_database' },
      secrets: house.secrets,
      blobs: blobsOf(house.config.data),
      checkpoints: folder,
      target: join(folder, 'broken.tar.gz'),
      progress: silent,
    })
    await expect(broken).rejects.toThrow('no_such_database')
    expect(readdirSync(folder).length).toBe(before)
  })

  it('refuses when a file that an organization keeps is missing', async () => {
    const elsewhere = mkdtempSync(join(folder, 'empty-'))
    const refused = backUp({
      owner: house.connection('owner'),
      secrets: house.secrets,
      blobs: blobsOf(elsewhere),
      checkpoints: folder,
      target: join(folder, 'missing.tar.gz'),
      progress: silent,
    })
    await expect(refused).rejects.toThrow('is missing')
  })

  it('keeps the newest automatic ones and touches no other', () => {
    const place = mkdtempSync(join(folder, 'automatic-'))
    for (let day = 1; day <= 7; day += 1) writeFileSync(automaticTarget(place, new Date(Date.UTC(2026, 0, day))), '')
    writeFileSync(join(place, 'by-hand.tar.gz'), '')
    keepNewest(place, 5)
    const names = readdirSync(place).toSorted()
    expect(names).toHaveLength(6)
    expect(names[0]).toBe('before-20260103T000000Z.tar.gz')
    expect(names).toContain('by-hand.tar.gz')
  })

  it('can be told from outside by the usual tool', () => {
    mkdirSync(join(folder, 'unpacked'))
    const listing = gunzipSync(readFileSync(backup)).toString('latin1', 257, 262)
    expect(listing).toBe('ustar')
  })
})

describe('history twins', () => {
  it('that were made anew remember which columns older versions did not know', async () => {
    const client = new pg.Client(house.connection('owner'))
    await client.connect()
    try {
      await client.query('begin')
      const columns = await readTwinColumns(client)
      const wanted = columns.map((column) =>
        column.table === 'tasks' && column.name === 'source' ? { ...column, late: true } : column,
      )
      await alignTwins(client, [...wanted, { table: 'tasks', name: 'former', type: 'text', late: false }])
      const tasks = (await readRecordTables(client)).find(({ name }) => name === 'tasks')
      expect(tasks?.columns.filter(({ late }) => late).map(({ name }) => name)).toEqual(['source', 'former'])
      expect(tasks?.columns.filter(({ dropped }) => dropped).map(({ name }) => name)).toEqual(['former'])
    } finally {
      await client.query('rollback')
      await client.end()
    }
  })
})
