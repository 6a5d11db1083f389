import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admin, type ForeignServer, startForeignServer } from './foreign-server.ts'
import { ClusterRefusal, loginRoles, openServerCluster } from './index.ts'
import { ask, passwords, programSources } from './trial.ts'

describe.each(programSources())('a server of somebody else, the PostgreSQL from %s,', (preferred) => {
  let server: ForeignServer
  beforeAll(async () => {
    server = await startForeignServer(preferred)
  })
  afterAll(() => server.stop())

  /** Opens as `login` and tells what it said on the way. */
  async function open(login: { user: string; password: string }, database: string, wanted = passwords) {
    const lines: string[] = []
    const url = server.url(login.user, login.password, database)
    const cluster = await openServerCluster({ url, passwords: wanted, progress: (line) => lines.push(line) })
    return { cluster, lines }
  }

  /** The refusal that opening with `url` ends in; its message must never hold the password. */
  async function refusalOf(url: string): Promise<ClusterRefusal> {
    const error = await openServerCluster({ url, passwords, progress: () => {} }).catch((it: unknown) => it)
    if (!(error instanceof ClusterRefusal)) throw error
    expect(error.message).not.toContain('secret')
    return error
  }

  test('refuses a login that may not create roles, and says which statement allows it', async () => {
    await server.asAdmin(`create role plain login password 'plain-secret'; `)
    await server.asAdmin('create database early owner plain')
    const refusal = await refusalOf(server.url('plain', 'plain-secret', 'early'))
    expect(refusal).toMatchObject({ kind: 'login-not-allowed' })
    expect(refusal.message).toContain('alter role "plain" createrole;')
  })

  test('is set up by a login that may create roles and owns the database', async () => {
    await server.asAdmin(`create role builder login createrole password 'builder-secret'`)
    await server.asAdmin('create database ours owner builder')
    const { cluster, lines } = await open({ user: 'builder', password: 'builder-secret' }, 'ours')
    expect(cluster).toMatchObject({ kind: 'server', processId: null })
    expect(lines).toContain('Setting up the roles on the PostgreSQL server…')
    for (const role of loginRoles) {
      expect(await ask(cluster.connection(role), 'select current_user as me')).toEqual([{ me: role }])
    }
    const owner = cluster.connection('assay_owner')
    await ask(owner, 'create schema history authorization assay_history; set role assay_search')
    expect(await ask(owner, `select similarity('a', 'a') as n`)).toEqual([{ n: 1 }])
    await expect(ask(cluster.connection('assay_app'), 'create schema mine')).rejects.toMatchObject({ code: '42501' })
  })

  test('is opened again without a word, also by a login that may do nothing', async () => {
    const { lines } = await open({ user: 'plain', password: 'plain-secret' }, 'ours').catch(() => ({
      lines: ['refused'],
    }))
    expect(lines).toEqual(['refused'])
    await server.asAdmin('grant connect on database ours to plain')
    expect((await open({ user: 'plain', password: 'plain-secret' }, 'ours')).lines).toEqual([])
  })

  test('gets a database that does not exist yet from a login that may create it', async () => {
    const { cluster, lines } = await open(admin, 'fresh')
    expect(lines[0]).toBe('Creating the database fresh on the PostgreSQL server…')
    const sorted = await ask(cluster.connection('assay_owner'), `select w from unnest(array['b','A','ä']) w order by w`)
    expect(sorted.map((row) => row['w'])).toEqual(['A', 'ä', 'b'])
  })

  test('takes over new passwords', async () => {
    const renewed = { ...passwords, assay_app: 'another-one' }
    const { cluster } = await open(admin, 'fresh', renewed)
    expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
    await open(admin, 'fresh')
  })

  test('refuses a role of ours that could step round row-level security', async () => {
    await server.asAdmin('alter role assay_app bypassrls')
    const refusal = await refusalOf(server.url(admin.user, admin.password, 'fresh'))
    expect(refusal.message).toContain('alter role assay_app nosuperuser nobypassrls')
    await server.asAdmin('alter role assay_app nobypassrls')
  })

  test('is told apart from a wrong password, a closed port and an address that is none', async () => {
    const wrong = await refusalOf(server.url(admin.user, 'wrong-secret', 'fresh'))
    expect(wrong.kind).toBe('login-not-allowed')
    const closed = await refusalOf('postgres://admin:admin-secret@127.0.0.1:1/fresh')
    expect(closed.kind).toBe('server-unreachable')
    for (const url of ['', 'mysql://admin:admin-secret@localhost/x', 'postgres://admin:admin-secret@localhost']) {
      expect((await refusalOf(url)).kind).toBe('address-unfit')
    }
  })
})
