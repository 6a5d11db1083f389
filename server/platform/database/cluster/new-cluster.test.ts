import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, loginRoles } from './index.ts'
import { ask, beginTrial, programSources, type Trial } from './trial.ts'

describe.each(programSources())('a new cluster, served by the PostgreSQL from %s,', (preferred) => {
  let trial: Trial
  let cluster: Cluster
  beforeAll(async () => {
    trial = beginTrial()
    cluster = await trial.open({ preferred })
  })
  afterAll(() => trial.end())

  test('lets the four login roles in, each without any attribute, and nobody without their password', async () => {
    for (const role of loginRoles) {
      const sql = `select rolname, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as more
                     from pg_roles where rolname = current_user`
      expect(await ask(cluster.connection(role), sql)).toEqual([{ rolname: role, more: false }])
      const wrong = { ...cluster.connection(role), password: 'wrong' }
      await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    }
  })

  test.each(['postgres', 'assay_history', 'assay_search'])('has no login for %s on any database', async (user) => {
    for (const database of ['assay', 'postgres', 'template1']) {
      const login = { ...cluster.connection('assay_owner', database), user }
      await expect(ask(login, 'select 1')).rejects.toMatchObject({ code: '28000' })
    }
  })

  test('lets the owner act for history and search, and no other role', async () => {
    for (const role of ['assay_history', 'assay_search']) {
      const sql = `select pg_has_role('${role}', 'member') as may`
      expect(await ask(cluster.connection('assay_owner'), sql)).toEqual([{ may: true }])
      await ask(cluster.connection('assay_owner'), `create schema authorization ${role}; set role ${role}`)
    }
    for (const role of ['assay_app', 'assay_identity', 'assay_maintenance'] as const) {
      await expect(ask(cluster.connection(role), 'set role assay_history')).rejects.toMatchObject({ code: '42501' })
      await expect(ask(cluster.connection(role), 'create schema mine')).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('is durable, small, silent about statements, in UTC, and sorts as people read', async () => {
    const owner = cluster.connection('assay_owner')
    const names = [
      'fsync',
      'synchronous_commit',
      'data_checksums',
      'timezone',
      'jit',
      'log_statement',
      'listen_addresses',
    ]
    const rows = await ask(owner, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)
    expect(rows).toEqual([
      {
        fsync: 'on',
        synchronous_commit: 'on',
        data_checksums: 'on',
        timezone: 'UTC',
        jit: 'off',
        log_statement: 'none',
        listen_addresses: '',
      },
    ])
    const sorted = await ask(owner, `select w from unnest(array['Zebra','apfel','Äpfel','banane']) w order by w`)
    expect(sorted.map((row) => row['w'])).toEqual(['apfel', 'Äpfel', 'banane', 'Zebra'])
  })

  test('keeps what a statement or a row says out of the log', async () => {
    const sql = `create temp table t (name text unique); insert into t values ('Erika'), ('Erika')`
    await expect(ask(cluster.connection('assay_app'), sql)).rejects.toMatchObject({ code: '23505' })
    const log = readFileSync(join(trial.directory, 'postgresql.log'), 'utf8')
    expect(log).toContain('duplicate key value')
    expect(log).not.toContain('Erika')
  })
})
