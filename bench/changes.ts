import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '../server/kernel/id.ts'
import { ok } from '../server/kernel/result.ts'
import { change, type Who } from '../server/platform/database/change.ts'
import { found } from '../server/rooms/identity/index.ts'
import { openTrial, type Row, type Trial } from './trial.ts'

const seconds = 3

/** Changes per second at 1 and 16 clients, in one organization and in sixteen, against bare transactions of the same rows. */
export async function benchChanges(): Promise<Row[]> {
  const trial = await openTrial()
  const bareClient = await openBare(trial)
  try {
    const owners: Who[] = []
    for (let n = 0; n < 16; n += 1) owners.push(await foundOne(trial))
    const [first] = owners
    if (!first) throw new Error('no organization')
    const bare = await rate(1, () => bareTransaction(bareClient, first.org))
    const one = await rate(1, () => oneChange(trial, first))
    const crowded = await rate(16, () => oneChange(trial, first))
    const apart = await rate(16, (client) => oneChange(trial, owners[client] ?? first))
    return [
      {
        name: 'bare transactions, 1 client',
        value: bare,
        unit: 'tx/s',
        aim: '',
        note: 'BEGIN, four INSERTs of the same rows without triggers, COMMIT',
      },
      {
        name: 'changes, 1 client',
        value: one,
        unit: 'changes/s',
        aim: '',
        note: 'permission, lock, row, history, fact, entry',
      },
      {
        name: 'one change costs',
        value: bare / one,
        unit: 'bare transactions',
        aim: '< 3',
        note: 'same run, same rows',
      },
      { name: 'changes, 16 clients in one organization', value: crowded, unit: 'changes/s', aim: '', note: '' },
      { name: 'changes, 16 clients in sixteen organizations', value: apart, unit: 'changes/s', aim: '', note: '' },
    ]
  } finally {
    await bareClient.end()
    await trial.close()
  }
}

async function foundOne({ house }: Trial): Promise<Who> {
  const person = randomUUID()
  const org = await found(house, { person, name: 'Bench', email: `${person}@example.org`, organization: 'Bench' })
  return { org, actor: `person:${person}`, person }
}

async function oneChange({ house }: Trial, who: Who): Promise<void> {
  const done = await change(house.door, who, 'units:edit', async ({ tx, org }) => {
    const id = uuidv7()
    await tx.insertInto('units').values({ org_id: org, id, name: id }).execute()
    return ok({ value: id, facts: [{ type: 'unit.created', subject: subjectRef('unit', id) }] })
  })
  if (!done.ok) throw new Error('refused')
}

/** Tables like the real ones, without triggers, policies or history. */
async function openBare({ cluster }: Trial): Promise<pg.Client> {
  const client = new pg.Client(cluster.connection('assay_owner'))
  await client.connect()
  await client.query(`create schema bare; set search_path = bare`)
  for (const table of ['units', 'entry_rows', 'facts', 'entries']) {
    await client.query(`create table bare.${table} (like assay.${table} including defaults including indexes)`)
  }
  return client
}

let seq = 0

async function bareTransaction(client: pg.Client, org: string): Promise<void> {
  seq += 1
  const id = uuidv7()
  const digest = Buffer.alloc(32, seq)
  await client.query('begin')
  await client.query('insert into units (org_id, id, name) values ($1, $2, $3)', [org, id, id])
  await client.query(
    'insert into entry_rows (org_id, seq, table_name, row_id, operation, digest) values ($1, $2, $3, $4, $5, $6)',
    [org, seq, 'units', id, 'insert', digest],
  )
  await client.query('insert into facts (org_id, seq, position, type, subject) values ($1, $2, 0, $3, $4)', [
    org,
    seq,
    'unit.created',
    `unit:${id}`,
  ])
  await client.query(
    'insert into entries (org_id, seq, recorded_at, actor, leaf, leaf_hash) values ($1, $2, now(), $3, $4, $5)',
    [org, seq, 'system:bench', leaf, digest],
  )
  await client.query('commit')
}

const leaf = JSON.stringify({ actor: 'system:bench', facts: [{ type: 'unit.created' }], filler: 'x'.repeat(200) })

/** How often per second `work` is done by this many clients, each waiting for its own. */
async function rate(clients: number, work: (client: number) => Promise<void>): Promise<number> {
  await work(0)
  const end = performance.now() + seconds * 1000
  let done = 0
  const loop = async (client: number) => {
    while (performance.now() < end) {
      await work(client)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)))
  return done / seconds
}
