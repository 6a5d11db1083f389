import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  consistencyProofFromTiles,
  inclusionProofFromTiles,
  leafHash,
  openNote,
  parseCheckpoint,
  rootOf,
  toHex,
  verifyConsistency,
  verifyInclusion,
} from '@assay/ledger'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { change } from '../database/change.ts'
import { inOrganization } from '../operational.ts'
import { leafHashes, logTiles } from './index.ts'

let house: TestHouse
let owner: Member
let folder: string

// What the sealer logs about its alarms is looked at through them.
beforeEach(async () => {
  house = await openTestHouse({ ASSAY_LOG: 'silent' })
  owner = await house.organization()
  folder = join(house.config.data, 'checkpoints')
})

async function grow(entries: number): Promise<void> {
  for (let at = 0; at < entries; at += 1) {
    await change(house.door, { org: owner.org, actor: 'system:test', person: null, scopes: ['a:b'] }, 'a:b', () =>
      Promise.resolve(ok({ value: null, facts: [{ type: 'test.grown', subject: subjectRef('test', String(at)) }] })),
    )
  }
}

/** Runs as the owner with all triggers off: what somebody who owns the database can do to it. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client(house.connection('owner'))
  await client.connect()
  try {
    for (const table of ['entries', 'log_checkpoints', 'log_tiles', 'log_keys']) {
      await client.query(`alter table assay.${table} disable trigger user`)
    }
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}

type Kept = { epoch: number; size: number; note: string; root: Buffer }

async function checkpoints(org: OrganizationId = owner.org): Promise<Kept[]> {
  return await inOrganization(house.door.pool, org, (tx) =>
    tx
      .selectFrom('log_checkpoints')
      .select(['epoch', 'size', 'note', 'root'])
      .orderBy('epoch')
      .orderBy('size')
      .execute(),
  )
}

async function keys() {
  return await inOrganization(house.door.pool, owner.org, (tx) =>
    tx.selectFrom('log_keys').select(['origin', 'verifier_key', 'second_verifier_key']).orderBy('epoch').execute(),
  )
}

const alarm = () => house.sealer.alarms().get(owner.org)

describe('the sealer', () => {
  it('signs every entry once, with both keys, under an origin of the organization', async () => {
    await house.sealer.sealAll()
    await house.sealer.sealAll()
    const [kept, ...more] = await checkpoints()
    expect(more).toEqual([])
    const [key] = await keys()
    const opened = openNote(kept?.note ?? '', [key?.verifier_key ?? '', key?.second_verifier_key ?? ''])
    expect(opened.signatures.map(({ kind }) => kind)).toEqual(['ed25519', 'ml-dsa-44-cosignature'])
    expect(opened.unknown).toEqual([])
    const { origin, size, root } = parseCheckpoint(opened.text)
    expect(origin).toBe(`assay.local/${owner.org}`)
    const hashes = await inOrganization(house.door.pool, owner.org, (tx) => leafHashes(tx, owner.org, 0, size))
    expect(toHex(root)).toBe(toHex(rootOf(hashes)))
  })

  it('keeps the last checkpoint outside of the database', async () => {
    await house.sealer.sealAll()
    await grow(1)
    await house.sealer.sealAll()
    const [name = ''] = readdirSync(folder)
    expect(decodeURIComponent(name)).toBe(`assay.local/${owner.org}.txt`)
    const file = readFileSync(join(folder, name), 'utf8')
    expect(file).toContain((await checkpoints()).at(-1)?.note)
    expect(file).toContain((await keys())[0]?.verifier_key)
  })

  it('writes full tiles from which entries and older checkpoints are proven', async () => {
    await grow(120)
    await house.sealer.sealAll()
    await grow(420)
    await house.sealer.sealAll()
    const [older, newer] = await checkpoints()
    if (!older || !newer) throw new Error('two checkpoints were expected')
    await inOrganization(house.door.pool, owner.org, async (tx) => {
      const tiles = await tx.selectFrom('log_tiles').select(['level', 'tile']).orderBy('tile').execute()
      expect(tiles).toEqual([
        { level: 0, tile: 0 },
        { level: 0, tile: 1 },
      ])
      const hashes = await leafHashes(tx, owner.org, 0, newer.size)
      expect(toHex(rootOf(hashes))).toBe(newer.root.toString('hex'))
      const read = logTiles(tx, owner.org)
      for (const index of [0, 255, 256, newer.size - 1]) {
        const proof = await inclusionProofFromTiles(index, newer.size, read)
        const claim = { leafHash: hashes[index] ?? leafHash(new Uint8Array()), index, size: newer.size, proof }
        expect(verifyInclusion({ ...claim, root: newer.root })).toBe(true)
      }
      const proof = await consistencyProofFromTiles(older.size, newer.size, read)
      const claim = { size1: older.size, size2: newer.size, root1: older.root, root2: newer.root }
      expect(verifyConsistency({ ...claim, proof })).toBe(true)
    })
  })

  it('goes on by itself when told, and when another process has written', async () => {
    await house.sealer.start()
    await grow(1)
    const size = async () => (await checkpoints()).at(-1)?.size
    await expect.poll(size, { timeout: 5000 }).toBe(2)
    const client = new pg.Client(house.connection('app'))
    await client.connect()
    await client.query('begin')
    await client.query('select history.begin_change($1)', [owner.org])
    await client.query(`select history.finish_change($1, 'system:other', '[{"type":"a.b","subject":"c:d"}]')`, [
      owner.org,
    ])
    await client.query('commit').finally(() => client.end())
    await expect.poll(size, { timeout: 5000 }).toBe(3)
  })

  it('leaves the sealing to the one that leads', async () => {
    const rival = new pg.Client(house.connection('maintenance'))
    await rival.connect()
    await rival.query('select pg_advisory_lock(4200143)')
    await house.sealer.sealAll()
    expect(await checkpoints()).toEqual([])
    await rival.end()
    await expect
      .poll(async () => {
        await house.sealer.sealAll()
        return (await checkpoints()).length
      })
      .toBe(1)
  })

  it('cannot be stood in for by the application role', async () => {
    await house.sealer.sealAll()
    for (const table of ['log_checkpoints', 'log_tiles', 'log_keys', 'log_alarms']) {
      await expect(
        inOrganization(house.door.pool, owner.org, (tx) =>
          // oxlint-disable-next-line typescript/no-unsafe-argument -- the point is that any insert is refused
          tx
            .insertInto(table as 'log_alarms')
            .values({ org_id: owner.org, words: '' })
            .execute(),
        ),
      ).rejects.toThrow(/permission denied|does not exist/)
    }
  })
})

describe('the sealer refuses to sign', () => {
  const cases: [string, () => Promise<void>, string][] = [
    [
      'an entry that was changed before it was sealed',
      () => tamper(`update assay.entries set leaf = replace(leaf, 'test', 'text') where seq = 3`),
      'Entry 3 is not as it was recorded',
    ],
    ['past an entry that is missing', () => tamper('delete from assay.entries where seq = 3'), 'Entry 3'],
    [
      'after its newest checkpoint was changed',
      () => tamper(`update assay.log_checkpoints set root = sha256('x')`),
      'not as it was signed',
    ],
    [
      'under a key that the house cannot open',
      () => tamper(`update assay.log_keys set sealed_signer = sha256('x')`),
      'master key',
    ],
    [
      'beside a checkpoint outside that was changed',
      () => Promise.resolve(editOutside((text) => text.replace('\n1\n', '\n2\n'))),
      'not as it was signed',
    ],
  ]
  it.each(cases)('%s', async (_case, harm, words) => {
    await house.sealer.sealAll()
    await grow(2)
    await harm()
    await reopen()
    await house.sealer.sealAll()
    expect(alarm()).toContain(words)
    expect((await checkpoints()).length).toBe(1)
    const shown = await inOrganization(house.door.pool, owner.org, (tx) =>
      tx.selectFrom('log_alarms').select('words').execute(),
    )
    expect(shown).toEqual([{ words: alarm() }])
  })

  it('a log that was rewritten together with its checkpoints, and says so until it is mended', async () => {
    await grow(4)
    await house.sealer.sealAll()
    const signed = await checkpoints()
    await tamper(`update assay.entries set leaf = x.leaf, leaf_hash = sha256('\\x00'::bytea || convert_to(x.leaf, 'UTF8'))
      from (select replace(leaf, 'test.grown', 'test.shrunk') as leaf from assay.entries where seq = 2) x where seq = 2`)
    await tamper('delete from assay.log_checkpoints')
    await grow(1)
    await reopen()
    await house.sealer.sealAll()
    expect(alarm()).toContain('not consistent')
    expect(await checkpoints()).toEqual([])
    await tamper(`update assay.entries set leaf = x.leaf, leaf_hash = sha256('\\x00'::bytea || convert_to(x.leaf, 'UTF8'))
      from (select replace(leaf, 'test.shrunk', 'test.grown') as leaf from assay.entries where seq = 2) x where seq = 2`)
    await house.sealer.sealAll()
    expect(alarm()).toBeUndefined()
    const [mended] = await checkpoints()
    expect(mended?.size).toBe((signed[0]?.size ?? 0) + 1)
  })

  it('one organization, while the others are sealed', async () => {
    const other = await house.organization('Other')
    await tamper(`update assay.entries set leaf = replace(leaf, 'founded', 'forged') where org_id = $1`, [owner.org])
    await house.sealer.sealAll()
    expect(await checkpoints()).toEqual([])
    expect((await checkpoints(other.org)).length).toBe(1)
    expect([...house.sealer.alarms().keys()]).toEqual([owner.org])
  })
})

describe('a database older than the last checkpoint', () => {
  it('goes on under a new origin, and its first entry there names what was lost', async () => {
    await grow(2)
    await house.sealer.sealAll()
    await grow(3)
    await house.sealer.sealAll()
    const lost = (await checkpoints()).at(-1)
    await loseEntriesAfter(3)
    await reopen()
    await house.sealer.sealAll()

    const { facts, epochs } = await inOrganization(house.door.pool, owner.org, async (tx) => ({
      facts: await tx
        .selectFrom('facts')
        .select(['seq', 'type', 'subject'])
        .where('seq', '>', 3)
        .orderBy('position')
        .execute(),
      epochs: await tx.selectFrom('log_epochs').selectAll().execute(),
    }))
    expect(facts).toEqual([
      {
        seq: 4,
        type: 'log.epoch-opened',
        subject: `checkpoint:assay.local/${owner.org}@6/${lost?.root.toString('hex')}`,
      },
      { seq: 4, type: 'log.entries-lost', subject: 'entries:4-6' },
    ])
    expect(epochs).toMatchObject([{ epoch: 1, previous_checkpoint: lost?.note, previous_size: 6, kept_size: 3 }])
    const [, key] = await keys()
    expect(key?.origin).toBe(`assay.local/${owner.org}/epoch-1`)
    const newest = (await checkpoints()).at(-1)
    expect(newest).toMatchObject({ epoch: 1, size: 4 })
    expect(parseCheckpoint(openNote(newest?.note ?? '', [key?.verifier_key ?? '']).text).origin).toBe(key?.origin)
    expect(house.sealer.alarms().size).toBe(0)
  })

  it('opens one epoch for one loss, and another for the next', async () => {
    await grow(4)
    await house.sealer.sealAll()
    await loseEntriesAfter(2)
    await reopen()
    await house.sealer.sealAll()
    await reopen()
    await grow(3)
    await house.sealer.sealAll()
    expect((await checkpoints()).at(-1)).toMatchObject({ epoch: 1, size: 6 })
    // Back to a state that had not lost anything yet: older than the epoch that is known outside.
    await loseEntriesAfter(2)
    await tamper('delete from assay.log_checkpoints where epoch > 0')
    await tamper('delete from assay.log_keys where epoch > 0')
    await tamper(
      'alter table assay.log_epochs disable trigger user; delete from assay.log_epochs; alter table assay.log_epochs enable trigger user',
    )
    await reopen()
    await house.sealer.sealAll()
    expect((await checkpoints()).at(-1)).toMatchObject({ epoch: 2, size: 3 })
  })
})

/** As if the database had been put back: the sealer begins anew, as after a restart. */
async function reopen(): Promise<void> {
  await house.sealer.stop()
}

async function loseEntriesAfter(size: number): Promise<void> {
  await tamper('delete from assay.entries where seq > $1', [size])
  await tamper('delete from assay.log_checkpoints where size > $1', [size])
  await tamper('alter table assay.facts disable trigger user; alter table assay.entry_rows disable trigger user')
  await tamper('delete from assay.facts where seq > $1', [size])
  await tamper('delete from assay.entry_rows where seq > $1', [size])
  await tamper('alter table assay.organization_logs disable trigger user')
  await tamper('update assay.organization_logs set size = $1', [size])
}

function editOutside(edit: (text: string) => string): void {
  for (const name of readdirSync(folder)) {
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')))
  }
}
