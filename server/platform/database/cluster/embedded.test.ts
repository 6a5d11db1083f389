import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { copiesOfOneCluster } from './made-cluster.ts'
import { chooseOperatingUser } from './operating-user.ts'
import { runSingleUser } from './single-user.ts'
import { findSoftware } from './software.ts'
import { ask, beginTrial, killForGood, passwords, programSources, type Trial, until } from './trial.ts'

const asRoot = process.getuid?.() === 0
if (!asRoot) process.stdout.write('Not root: the tests of running PostgreSQL for root are skipped.\n')

let trial: Trial
const begin = (directory?: string) => {
  trial = beginTrial(directory)
  return trial
}
const copy = copiesOfOneCluster()
/** On a cluster that is there already. */
const beginAgain = async (preferred?: 'system' | 'npm') => {
  trial = await copy(preferred)
  return trial
}
afterEach(() => trial.end())

describe.each(programSources())('the embedded cluster, served by the PostgreSQL from %s', (preferred) => {
  test('creates the database once, keeps it over a restart and leaves no process and no lock', async () => {
    const { open, processes, directory, lines } = begin()
    const first = await open({ preferred })
    await ask(first.connection('assay_owner'), 'create table kept as select 42 as answer')
    await first.stop()
    expect(processes()).toEqual([])
    expect(existsSync(join(directory, 'supervisor.lock'))).toBe(false)

    const second = await open({ preferred })
    expect(await ask(second.connection('assay_owner'), 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(lines.filter((line) => line.startsWith('Creating'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('Starting'))).toHaveLength(2)
  })

  test('serves again after kill -9 of the postmaster, with every committed row', async () => {
    const cluster = await (await beginAgain(preferred)).open({ preferred })
    const owner = cluster.connection('assay_owner')
    await ask(owner, 'create table kept as select generate_series(1, 1000) as n')
    // A backend deep in work does not notice the death of its postmaster by itself.
    const busy = ask(owner, 'select count(*) from generate_series(1, 1000000000)').catch((error: unknown) => error)
    const served = new Promise<void>((resolve) => cluster.onRestart(resolve))
    const killed = killForGood(cluster.processId)
    await served
    expect(cluster.processId).not.toBe(killed)
    expect(cluster.restarts).toBe(1)
    expect(await ask(owner, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }])
    expect(await busy).toBeInstanceOf(Error)
  })

  test('takes over new passwords while keeping the rows', async () => {
    const { open } = await beginAgain(preferred)
    const first = await open({ preferred })
    await ask(first.connection('assay_owner'), 'create table kept as select 1 as n')
    await first.stop()
    const renewed = { ...passwords, assay_owner: 'another-one' }
    const second = await open({ preferred, passwords: renewed })
    expect(await ask(second.connection('assay_owner'), 'select n from kept')).toEqual([{ n: 1 }])
    const old = { ...second.connection('assay_owner'), password: passwords.assay_owner }
    await expect(ask(old, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('works in a folder whose path is too long for a unix socket', async () => {
    const { open } = begin(join(mkdtempSync(join(tmpdir(), 'assay-cluster-')), 'x'.repeat(120), 'database'))
    const cluster = await open({ preferred })
    const { host } = cluster.connection('assay_app')
    expect(host.length).toBeLessThan(100)
    expect(statSync(host).mode & 0o077).toBe(0)
    expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
    await cluster.stop()
    expect(existsSync(host)).toBe(false)
  })

  test.skipIf(!asRoot)('runs as nobody where root has no user postgres', async () => {
    const { open, directory } = begin()
    const cluster = await open({ preferred, operatingUser: 'nobody' })
    expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
    const nobody = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout)
    expect(statSync(join(directory, 'data')).uid).toBe(nobody)
  })

  test.skipIf(!asRoot)('serves root from a private folder that no other user can walk through', async () => {
    const { open, directory } = begin()
    mkdirSync(directory)
    for (const folder of [directory, join(directory, '..')]) chmodSync(folder, 0o700)
    const cluster = await open({ preferred })
    expect(await ask(cluster.connection('assay_app'), "select similarity('a', 'a') as n")).toEqual([{ n: 1 }])
    expect(statSync(directory).mode & 0o777).toBe(0o700)
  })

  test('rebuilds its indexes when the library that sorts text has changed', async () => {
    const { open, lines, directory } = await beginAgain(preferred)
    const first = await open({ preferred })
    await ask(first.connection('assay_owner'), `create table t as select 'ä' as w; create index on t (w)`)
    await first.stop()
    const site = { data: join(directory, 'data'), directory, user: chooseOperatingUser(join(directory, 'data')) }
    const software = await findSoftware({ ...site, major: first.version, preferred, progress: () => {} })
    const older = "update pg_database set datcollversion = '1.0'"
    await runSingleUser({ ...site, software }, site.data, 'template1', [older])
    const second = await open({ preferred })
    expect(lines).toContain("Rebuilding the indexes in this machine's sort order…")
    const sql = `select datcollversion = pg_database_collation_actual_version(oid) as current from pg_database`
    const current = { current: true }
    expect(await ask(second.connection('assay_owner'), `${sql} where datallowconn`)).toEqual([
      current,
      current,
      current,
    ])
  })

  test('lets a test owner create and clone databases', async () => {
    const cluster = await (await beginAgain(preferred)).open({ preferred, testing: true })
    await ask(cluster.connection('assay_owner'), 'create table t as select 7 as n')
    await ask(cluster.connection('assay_owner', 'postgres'), 'create database clone template assay')
    expect(await ask(cluster.connection('assay_owner', 'clone'), 'select n from t')).toEqual([{ n: 7 }])
  })
})

describe('the embedded cluster refuses', () => {
  test('a second supervisor of the same folder', async () => {
    const { open } = await beginAgain()
    const cluster = await open()
    await expect(open()).rejects.toMatchObject({ kind: 'already-supervised' })
    expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test('a data folder of a major version that is not here, naming what to install', async () => {
    const { open, directory } = begin()
    mkdirSync(join(directory, 'data'), { recursive: true })
    writeFileSync(join(directory, 'data', 'PG_VERSION'), '14\n')
    await expect(open()).rejects.toMatchObject({
      kind: 'wrong-version',
      message: expect.stringContaining('postgresql-14'),
    })
  })

  test('a folder that holds something else', async () => {
    const { open, directory } = begin()
    mkdirSync(join(directory, 'data'), { recursive: true })
    writeFileSync(join(directory, 'data', 'letter.txt'), 'dear reader')
    await expect(open()).rejects.toMatchObject({ kind: 'directory-unfit' })
    expect(readFileSync(join(directory, 'data', 'letter.txt'), 'utf8')).toBe('dear reader')
  })

  test('to make an empty database in the place of one that was dropped', async () => {
    const { open } = await beginAgain()
    const cluster = await open()
    await ask(cluster.connection('assay_owner', 'postgres'), 'drop database assay')
    await cluster.stop()
    await expect(open()).rejects.toMatchObject({ kind: 'database-missing' })
    expect(trial.processes()).toEqual([])
  })

  test('a broken setting of the operator, saying what PostgreSQL said', async () => {
    const { open, directory } = await beginAgain()
    await (await open()).stop()
    writeFileSync(join(directory, 'data', 'postgresql.local.conf'), 'shared_buffers = much\n', { mode: 0o644 })
    await expect(open()).rejects.toMatchObject({
      kind: 'start-failed',
      message: expect.stringContaining('shared_buffers'),
    })
    expect(existsSync(join(directory, 'supervisor.lock'))).toBe(false)
  })

  test('a password that the two sides could read differently', async () => {
    await expect(begin().open({ passwords: { ...passwords, assay_app: 'naïve' } })).rejects.toMatchObject({
      kind: 'password-unfit',
    })
  })

  test('to be restarted after it was told to stop', async () => {
    const { open, processes } = await beginAgain()
    const cluster = await open()
    killForGood(cluster.processId)
    await until(() => cluster.processId === null)
    await cluster.stop()
    expect(processes()).toEqual([])
  })
})
