import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import { dressTables, readTables } from '#platform/database/dress.ts'

let house: TestHouse
let owner: Member
let admin: pg.Client

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.organization()
  await owner.post('/tasks', { title: 'A task' })
  await house.sealer.sealAll()
  admin = new pg.Client(house.connection('owner'))
  await admin.connect()
  afterAll(() => admin.end())
})

/** One statement as the application role, in a transaction that speaks for `org`, and is then taken back. */
async function asApplication(sql: string, org: string | null = owner.org): Promise<pg.QueryResult> {
  const client = await house.door.pool.connect()
  try {
    await client.query('begin')
    if (org) await client.query(`select set_config('app.org', $1, true)`, [org])
    return await client.query(sql)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function tablesOf(schema: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'v') and relname <> 'migrations' order by 1`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

describe('every table of the catalogue', () => {
  it('is of exactly one class, and each record has a twin, triggers, a view of the past and forced security', async () => {
    const tables = await readTables(admin)
    expect(tables.map(({ name }) => name)).toEqual(await tablesOf('assay'))
    const { rows } = await admin.query<{
      name: string
      forced: boolean
      policies: string[]
      triggers: string[]
      twin: boolean
      past: boolean
    }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
             (select coalesce(array_agg(polname::text order by polname), '{}') from pg_policy where polrelid = c.oid) as policies,
             (select coalesce(array_agg(tgname::text order by tgname), '{}') from pg_trigger where tgrelid = c.oid and not tgisinternal and tgenabled = 'O') as triggers,
             to_regclass('history.' || quote_ident(c.relname)) is not null as twin,
             to_regclass('as_of.' || quote_ident(c.relname)) is not null as past
        from pg_class c where c.relnamespace = 'assay'::regnamespace and c.relkind in ('r', 'p') order by 1`)
    const found = new Map(rows.map((row) => [row.name, row]))
    for (const { name, kind, columns } of tables) {
      const table = found.get(name)
      if (columns.some((column) => column.name === 'org_id')) {
        expect([name, table?.forced, table?.policies]).toEqual([
          name,
          true,
          expect.arrayContaining(['keepers', 'readers', 'tenant']),
        ])
      }
      const triggers = {
        record: ['a_stamp', 'refuse_truncate', 'z_record'],
        'append-only': ['refuse_rewrite', 'refuse_truncate'],
        operational: [],
      }[kind]
      expect([name, table?.triggers]).toEqual([name, expect.arrayContaining(triggers)])
      expect([name, table?.twin]).toEqual([name, kind === 'record'])
      if (kind === 'record') expect([name, table?.past]).toEqual([name, true])
    }
  })

  it('has no twin that is left alone, and every twin is secured', async () => {
    const records = (await readTables(admin)).filter(({ kind }) => kind === 'record').map(({ name }) => name)
    expect(await tablesOf('history')).toEqual(records)
    const { rows } = await admin.query(
      `select relname from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['create table aaa (org_id uuid)', 'states no class'],
    [`create table aaa (org_id uuid); comment on table aaa is 'important: yes'`, 'states no class'],
    [
      `create table aaa (org_id uuid); comment on table aaa is 'record: x'`,
      'lacks id, version, created_at, changed_at',
    ],
    [`create table aaa (id uuid); comment on table aaa is 'append-only: x'`, 'lacks org_id'],
    [
      `create table aaa (org_id uuid, id uuid, version integer, created_at timestamptz, changed_at timestamptz, share real, primary key (org_id, id)); comment on table aaa is 'record: x'`,
      'floating point',
    ],
  ])('fails the build when it is made by: %s', async (sql, words) => {
    await admin.query('begin; set local search_path = assay')
    try {
      await admin.query(sql)
      await expect(dressTables(admin)).rejects.toThrow(words)
    } finally {
      await admin.query('rollback')
    }
  })
})

describe('the application role', () => {
  it('sees no row of any table without its organization set, and none of another', async () => {
    const stranger = await house.organization('Stranger')
    const seen: string[] = []
    const columns = new Set(
      (
        await admin.query<{ place: string }>(
          `select table_schema || '.' || table_name as place from information_schema.columns where column_name = 'org_id'`,
        )
      ).rows.map(({ place }) => place),
    )
    for (const schema of ['assay', 'history', 'as_of']) {
      for (const name of await tablesOf(schema)) {
        const place = `${schema}.${name}`
        if (!columns.has(place)) continue
        const without = await asApplication(`select count(*) as many from ${schema}."${name}"`, null)
        if (without.rows[0].many !== 0) seen.push(`${place} without an organization`)
        const foreign = await asApplication(
          `select count(*) as many from ${schema}."${name}" where org_id = '${owner.org}'`,
          stranger.org,
        )
        if (foreign.rows[0].many !== 0) seen.push(`${place} of another organization`)
      }
    }
    expect(seen).toEqual([])
  })

  it.each([
    ['insert into history.tasks select * from history.tasks', 'permission denied'],
    [`update history.tasks set title = 'Forged'`, 'permission denied'],
    ['delete from history.tasks', 'permission denied'],
    ['insert into entries select * from entries', 'permission denied'],
    [`update entries set actor = 'nobody'`, 'permission denied'],
    ['delete from facts', 'permission denied'],
    [`insert into facts values ((select org_id from organizations), 1, 9, 'a.b', 'c:d')`, 'permission denied'],
    ['delete from entry_rows', 'permission denied'],
    ['update organization_logs set size = 0', 'permission denied'],
    [`insert into log_checkpoints select * from log_checkpoints`, 'permission denied'],
    [`update log_keys set verifier_key = ''`, 'permission denied'],
    ['delete from log_alarms', 'permission denied'],
    ['select * from jobs.schedule', 'permission denied'],
    ['select password from identity.account', 'permission denied'],
    ['truncate tasks cascade', 'permission denied'],
    ['alter table tasks disable trigger user', 'must be owner'],
    ['drop table tasks', 'must be owner'],
    ['set role assay_history', 'permission denied'],
    ['set role assay_owner', 'permission denied'],
    [`set session_replication_role = 'replica'`, 'permission denied'],
    [`update tasks set title = 'Outside'`, 'write outside of a change'],
    [
      `insert into tasks (org_id, id, title) values ((select org_id from organizations), gen_random_uuid(), 'x')`,
      'write outside of a change',
    ],
    ['delete from tasks', 'write outside of a change'],
    [`select set_config('app.seq', '1', true); update tasks set title = 'Outside'`, 'write outside of a change'],
    [
      `select set_config('app.seq', '2', true), set_config('app.recorded_at', now()::text, true); update tasks set title = 'Outside'`,
      'write outside of a change',
    ],
  ])('may not: %s', async (sql, words) => {
    await expect(asApplication(sql)).rejects.toThrow(words)
  })

  it('cannot begin a change and leave it unfinished, nor finish one without a fact', async () => {
    const client = await house.door.pool.connect()
    try {
      await client.query('begin')
      await client.query('select history.begin_change($1)', [owner.org])
      await expect(client.query('commit')).rejects.toThrow('begun and not finished')
      await client.query('begin')
      await client.query('select history.begin_change($1)', [owner.org])
      await expect(client.query(`select history.finish_change($1, 'person:x', '[]')`, [owner.org])).rejects.toThrow(
        'at least one fact',
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('cannot give a change another instant than its own', async () => {
    await expect(
      asApplication(`select history.begin_change('${owner.org}', now() - interval '1 year')`),
    ).rejects.toThrow('sample organization')
  })
})

describe('whoever owns the database', () => {
  it.each(['entries', 'facts', 'entry_rows', 'tasks'])('cannot truncate %s by accident', async (table) => {
    await expect(admin.query(`truncate assay.${table} cascade`)).rejects.toThrow('never truncated')
  })
})
