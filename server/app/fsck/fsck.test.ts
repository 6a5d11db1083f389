import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { openBlobs, recordBlob } from '#platform/blobs/index.ts'
import { change } from '#platform/database/change.ts'
import { dressTables } from '#platform/database/dress.ts'
import { systemActor } from '../system-actor.ts'
import { type Finding, fsck } from './index.ts'

let house: TestHouse
let owner: Member
let erased: string
let admin: pg.Client

beforeAll(async () => {
  house = await openTestHouse({ ASSAY_LOG: 'silent' })
  owner = await house.organization()
  await house.organization('Other')
  const gone = await house.join(owner, ['employee'])
  erased = gone.person
  const task = await owner.post('/tasks', {
    title: 'Write the policy',
    detail: 'Ägyptische „Zeichen“ \\ "quoted"\n',
    dueOn: '2026-05-01',
  })
  const second = await owner.post('/tasks', { title: 'Train people', dependsOn: [task.body.id] })
  await owner.patch(`/tasks/${task.body.id}`, 1, { title: 'Write the AI policy', owner: owner.person })
  await owner.post(`/tasks/${task.body.id}/complete`)
  await owner.patch(`/tasks/${second.body.id}`, 1, { dependsOn: [] })
  await owner.post('/api-keys', { name: 'Ingest', scopes: ['tasks:read'], expiresOn: '2099-01-01' })
  await keepFile('evidence of training')
  const { body } = await owner.get(`/people/${erased}`)
  expect((await owner.post(`/people/${erased}/disable`, {}, { 'if-match': `"${body.version}"` })).status).toBe(200)
  expect((await owner.post(`/people/${erased}/erase`)).status).toBe(200)
  await manySmallChanges(270)
  await house.sealer.sealAll()
  admin = new pg.Client(house.connection('owner'))
  await admin.connect()
  await admin.query('set search_path = assay')
  for (const table of ['entries', 'facts', 'entry_rows', 'log_checkpoints', 'log_tiles', 'log_keys', 'log_epochs']) {
    await admin.query(`alter table assay.${table} disable trigger user`)
  }
  for (const table of ['people', 'tasks', 'blobs', 'api_keys']) {
    await admin.query(
      `alter table assay.${table} disable trigger user; alter table history.${table} disable trigger user`,
    )
  }
  return () => admin.end()
}, 120_000)

const blobFolder = () => join(house.config.data, 'blobs')

async function keepFile(words: string): Promise<void> {
  const blobs = openBlobs({ folder: blobFolder(), limit: 1000 })
  const stored = await blobs.store(Readable.from([Buffer.from(words)]), { name: 'a.txt' })
  if (!stored.ok) throw new Error('not stored')
  await change(house.door, systemActor(owner.org, 'test'), 'tasks:create', async (it) => {
    const blob = await recordBlob(it, stored.value)
    return ok({ value: null, facts: [{ type: 'blob.kept', subject: subjectRef('blob', blob.id) }] })
  })
}

async function manySmallChanges(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await change(house.door, systemActor(owner.org, 'test'), 'tasks:create', () =>
      Promise.resolve(ok({ value: null, facts: [{ type: 'test.grown', subject: subjectRef('test', String(at)) }] })),
    )
  }
}

async function run(): Promise<Finding[]> {
  const { findings } = await fsck({
    keeper: house.keeper,
    secrets: house.secrets,
    blobs: openBlobs({ folder: blobFolder(), limit: 1000 }),
    checkpoints: join(house.config.data, 'checkpoints'),
  })
  return findings
}

const inTable = (findings: Finding[], table: string) => findings.filter((it) => it.table === table)

describe('an untouched house', () => {
  it('has no findings, erased people included', async () => {
    const report = await fsck({
      keeper: house.keeper,
      secrets: house.secrets,
      blobs: openBlobs({ folder: blobFolder(), limit: 1000 }),
      checkpoints: join(house.config.data, 'checkpoints'),
    })
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ organizations: 2, blobs: 1 })
    expect(report.entries).toBeGreaterThan(270)
    expect(report.versions).toBeGreaterThan(12)
  })

  it('has erased the person everywhere', async () => {
    const { rows } = await admin.query(
      'select name, email, erased_seq, salt from history.people where id = $1 order by from_seq',
      [erased],
    )
    expect(rows.every(({ name, email }) => name === null && email === null)).toBe(true)
    expect(rows.slice(0, -1).every(({ erased_seq, salt }) => erased_seq !== null && salt === null)).toBe(true)
  })
})

type Spot = { table: string; where: string; column: string; type: string }

describe('every changed byte is named', () => {
  // Tables of one group do not speak of each other, so one run can look for a change in each of them.
  const groups: [table: string, where: string][][] = [
    [
      ['assay.people', 'name is not null'],
      ['history.tasks', `to_seq is not null and title = 'Write the policy'`],
      ['assay.log_keys', 'true'],
    ],
    [
      ['history.people', 'name is not null'],
      ['assay.tasks', `title = 'Write the AI policy'`],
      ['assay.log_tiles', 'true'],
    ],
    [
      ['assay.blobs', 'true'],
      ['history.api_keys', 'true'],
      ['assay.log_checkpoints', 'true'],
    ],
    [
      ['history.blobs', 'true'],
      ['assay.api_keys', 'true'],
    ],
    [['assay.entries', 'seq = 5']],
    [['assay.facts', 'seq = 5 and position = 0']],
    [['assay.entry_rows', 'seq = 5']],
  ]
  // When a key row was written is told by nothing else; a change of it does no harm to any proof.
  const untold = new Set(['assay.log_keys.created_at'])

  it('in records, history, entries, facts, lists of rows, checkpoints, tiles and keys', {
    timeout: 300_000,
  }, async () => {
    const unnoticed: string[] = []
    let changed = 0
    for (const group of groups) {
      const columns: Spot[][] = []
      for (const [table, where] of group) columns.push(await spotsOf(table, where))
      for (let at = 0; columns.some((spots) => spots.length > at); at += 1) {
        const undo: (() => Promise<void>)[] = []
        const altered: Spot[] = []
        for (const spot of columns.flatMap((spots) => spots[at] ?? [])) {
          const putBack = await alter(spot)
          if (!putBack) continue
          undo.push(putBack)
          altered.push(spot)
        }
        const findings = altered.length > 0 ? await run() : []
        changed += altered.length
        for (const { table, column } of altered) {
          if (inTable(findings, table.replace('assay.', '')).length === 0) unnoticed.push(`${table}.${column}`)
        }
        for (const putBack of undo) await putBack()
      }
    }
    expect(unnoticed).toEqual([])
    expect(changed).toBeGreaterThan(80)
    expect(await run()).toEqual([])
  })

  async function spotsOf(table: string, where: string): Promise<Spot[]> {
    const { rows } = await admin.query<{ column: string; type: string }>(
      `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    return rows
      .filter(({ column }) => !untold.has(`${table}.${column}`))
      .map((it) => ({ ...it, table, where: `${where} and org_id = '${owner.org}'` }))
  }

  /** Returns what puts the row back, or null where the schema itself does not allow another value here. */
  async function alter({ table, column, type, where }: Spot): Promise<(() => Promise<void>) | null> {
    const { rows } = await admin.query(
      `select ctid::text as place, "${column}" as value from ${table} where ${where} limit 1`,
    )
    const [row] = rows
    if (!row) throw new Error(`nothing to change in ${table}`)
    const {
      rows: [before],
    } = await admin.query<{ whole: object }>(`select to_jsonb(t) as whole from ${table} t where ctid = '${row.place}'`)
    const next = flipped(type, column)
    const changed = await admin
      .query<{ place: string }>(
        `update ${table} set "${column}" = ${next} where ctid = '${row.place}' returning ctid::text as place`,
      )
      .catch(() => null)
    const place = changed?.rows[0]?.place
    if (!place) return null
    return async () => {
      await admin.query(
        `update ${table} t set "${column}" = o."${column}" from jsonb_populate_record(null::${table}, $1) o where t.ctid = '${place}'`,
        [before?.whole],
      )
    }
  }

  function flipped(type: string, column: string): string {
    const value = `"${column}"`
    if (type === 'uuid')
      return `case when ${value} is null then gen_random_uuid() else (left(${value}::text, 35) || case right(${value}::text, 1) when 'f' then 'e' else 'f' end)::uuid end`
    if (type === 'bytea')
      return `case when ${value} is null then '\\x01'::bytea else set_byte(${value}, 0, get_byte(${value}, 0) # 1) end`
    if (type === 'bytea[]')
      return `array_append(${value}[1:array_length(${value}, 1) - 1], set_byte(${value}[array_length(${value}, 1)], 0, get_byte(${value}[array_length(${value}, 1)], 0) # 1))`
    if (type === 'boolean') return `not coalesce(${value}, false)`
    if (type === 'jsonb')
      return `case when ${value} = '{}' then '{"zz": null}' else ${value} - (select min(k) from jsonb_object_keys(${value}) k) end`
    if (type === 'date') return `coalesce(${value} + 1, '2026-01-01')`
    if (type.startsWith('timestamp')) return `coalesce(${value} + interval '1 microsecond', now())`
    if (type === 'text[]') return `array_append(${value}, 'x')`
    if (['integer', 'bigint', 'smallint'].includes(type)) return `coalesce(${value} + 1, 1)`
    // The last character, so that what the schema asks of a beginning still holds.
    return `case when ${value} is null then 'x' else left(${value}, -1) || case when right(${value}, 1) = 'e' then 'f' else 'e' end end`
  }
})

describe('what is gone is named', () => {
  beforeEach(async () => {
    await admin.query('begin')
  })
  afterEach(async () => {
    await admin.query('rollback')
  })

  // The whole check runs in the connection's own transaction, which is then taken back.
  async function runInside(): Promise<Finding[]> {
    const lent = { query: admin.query.bind(admin), release: () => undefined }
    const inside = {
      query: (text: string, ...rest: never[]) =>
        /^begin|^rollback/.test(text) ? Promise.resolve({ rows: [] }) : lent.query(text, ...rest),
      release: () => undefined,
    }
    const keeper = { connect: () => Promise.resolve(inside) } as unknown as pg.Pool
    const { findings } = await fsck({
      keeper,
      secrets: house.secrets,
      blobs: openBlobs({ folder: blobFolder(), limit: 1000 }),
      checkpoints: join(house.config.data, 'checkpoints'),
    })
    return findings
  }

  it.each([
    ['assay.entries', `seq = 5`, 'Entry 5 is missing'],
    ['assay.facts', `seq = 5`, 'states'],
    ['assay.entry_rows', `seq = 5`, 'rows'],
    ['assay.log_tiles', 'true', 'is missing'],
    ['assay.tasks', `title = 'Train people'`, 'The row is missing'],
    ['history.tasks', `title = 'Write the policy'`, 'is missing'],
    ['assay.log_keys', 'true', 'key of its epoch'],
    ['assay.organization_logs', 'true', 'its log is not there'],
  ])('from %s where %s', async (table, where, words) => {
    await admin.query(`alter table ${table} disable trigger user`)
    await admin.query(`delete from ${table} where ${where} and org_id = $1`, [owner.org])
    expect((await runInside()).map((it) => it.words)).toContainEqual(expect.stringContaining(words))
  })

  it('when it was never written: a row, a fact, an entry of nobody', async () => {
    await admin.query(`insert into assay.tasks (org_id, id, title) values ($1, gen_random_uuid(), 'Smuggled')`, [
      owner.org,
    ])
    await admin.query(`insert into assay.facts values ($1, 5, 7, 'task.created', 'task:1')`, [owner.org])
    await admin.query(`insert into assay.facts values (gen_random_uuid(), 1, 0, 'task.created', 'task:1')`)
    const words = (await runInside()).map((it) => it.words)
    expect(words).toContain('No entry of the log wrote this row.')
    expect(words).toContainEqual(expect.stringContaining('The entry states'))
    expect(words).toContainEqual(expect.stringContaining('which is not there'))
  })

  it('tells a name that was erased from one that is missing', async () => {
    const findings = async () =>
      (await runInside()).filter(({ table }) => table === 'history.people').map(({ words }) => words)
    await admin.query(`update history.people set name = null, email = null, salt = null where id = $1`, [owner.person])
    expect(await findings()).toContainEqual('name is missing: no entry erased it.')
    await admin.query('update history.people set erased_seq = 3 where id = $1', [owner.person])
    expect(await findings()).toContainEqual('Entry 3 did not erase it.')
  })

  it('names rows that were rewritten together with their digests, by the entry that bound them', async () => {
    await admin.query(
      `update history.tasks set title = 'Forged', digest = sha256('forged') where title = 'Write the policy' and to_seq is not null`,
    )
    expect((await runInside()).map(({ words }) => words)).toContainEqual(
      expect.stringContaining('bound another version'),
    )
  })

  it('names a log that was rewritten as a whole, by its checkpoint', async () => {
    await admin.query(`update assay.entries e set leaf = x.leaf, leaf_hash = sha256('\\x00'::bytea || convert_to(x.leaf, 'UTF8'))
      from (select org_id, seq, replace(leaf, 'test.grown', 'test.shown') as leaf from assay.entries where seq = 40) x
      where e.seq = 40 and e.org_id = x.org_id and e.org_id = '${owner.org}'`)
    await admin.query(`update assay.facts set type = 'test.shown' where seq = 40 and org_id = $1`, [owner.org])
    const findings = await runInside()
    expect(new Set(findings.map(({ what }) => what))).toEqual(new Set(['tile', 'checkpoint', 'outside-checkpoint']))
    expect(findings.find(({ what }) => what === 'tile')?.words).toContain('entry 40')
  })
})

describe('outside of the database', () => {
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))

  it('a changed file is named', async () => {
    const [file = ''] = files(blobFolder())
    const before = readFileSync(file)
    writeFileSync(file, before.toString().replace('training', 'straining'))
    expect(await run()).toMatchObject([
      { what: 'blob', words: expect.stringContaining('content of the file was changed') },
    ])
    writeFileSync(file, before)
    expect(await run()).toEqual([])
  })

  it('a changed checkpoint is named, and so is one that is newer than the database', async () => {
    const [file = ''] = files(join(house.config.data, 'checkpoints')).filter((it) => it.includes(owner.org))
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace(/\n(\d+)\n/, '\n1\n'))
    expect(await run()).toMatchObject([{ what: 'outside-checkpoint', words: 'It is not as it was signed.' }])
    writeFileSync(file, before)
    await admin.query('begin')
    await admin.query('rollback')
    expect(await run()).toEqual([])
  })
})

describe('a column that a later release adds', () => {
  it('was not known to the versions before, which stay whole, and is guarded from then on', async () => {
    const dress = async () => {
      const { rows } = await admin.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'as_of'::regnamespace and relkind = 'v'`,
      )
      for (const { name } of rows) await admin.query(`drop view as_of."${name}"`)
      await dressTables(admin)
      await admin.query('alter table assay.tasks disable trigger user')
    }
    await admin.query(`alter table assay.tasks add column effort text default 'unknown'`)
    await dress()
    await admin.query('alter table assay.tasks enable trigger user')
    expect(await run()).toEqual([])

    const made = await owner.post('/tasks', { title: 'Made with the new column' })
    expect(await run()).toEqual([])
    await admin.query(`alter table assay.tasks disable trigger user; alter table history.tasks disable trigger user`)
    await admin.query(`update history.tasks set effort = null where id = '${made.body.id}'`)
    expect(inTable(await run(), 'history.tasks').map(({ words }) => words)).toEqual([
      expect.stringContaining('A column was changed'),
    ])
    await admin.query(`update history.tasks set effort = 'unknown' where id = '${made.body.id}'`)

    // Dropped again: the versions that knew it keep it, since their digests are over it.
    await admin.query('alter table assay.tasks drop column effort')
    await dress()
    await admin.query('alter table assay.tasks enable trigger user')
    await owner.post('/tasks', { title: 'Made without it' })
    expect(await run()).toEqual([])
  })
})
