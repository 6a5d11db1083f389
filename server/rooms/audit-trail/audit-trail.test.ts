import {
  decodeEntryBundle,
  leafHash,
  rootOf,
  tileHashes,
  verifyConsistency,
  verifyInclusion,
  verifyTlogProof,
} from '@assay/ledger'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'

let house: TestHouse
let owner: Member
let contributor: Member
let stranger: Member
let task: string
let firstCheckpoint: string

const bytes = (text: string) => Buffer.from(text, 'hex')
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.organization()
  contributor = await house.join(owner, ['contributor'])
  stranger = await house.organization('Other')
  await house.sealer.sealAll()
  firstCheckpoint = (await owner.get('/log/checkpoint')).text
  const made = await owner.post('/tasks', { title: 'Write the policy', dueOn: '2026-05-01', owner: owner.person })
  task = made.body.id
  const other = await contributor.patch(`/tasks/${task}`, 1, {
    title: 'Write the AI policy',
    owner: contributor.person,
  })
  expect(other.status).toBe(200)
  await contributor.post(`/tasks/${task}/complete`)
  await stranger.post('/tasks', { title: 'Not yours' })
  await house.sealer.sealAll()
})

describe('the activity of a record', () => {
  it('says who did what and what changed, the newest first', async () => {
    const { body } = await owner.get(`/subjects/task:${task}/activity`)
    expect(body.total).toBe(3)
    expect(
      body.items.map(({ actor, text }: { actor: { name: string }; text: string }) => `${actor.name} ${text}`),
    ).toEqual([
      expect.stringMatching(/^Person \d+ completed the task$/),
      expect.stringMatching(/^Person \d+ edited the task$/),
      'Olive Owner created the task',
    ])
    expect(body.items[1].changes).toEqual([
      { field: 'Title', before: 'Write the policy', after: 'Write the AI policy' },
      { field: 'Owner', before: 'Olive Owner', after: expect.stringMatching(/^Person/) },
    ])
    expect(body.items[2].changes).toContainEqual({ field: 'Due on', before: '', after: '2026-05-01' })
    expect(body.items[0].subject).toMatchObject({ ref: `task:${task}`, kind: 'task' })
  })

  it('ends, in the past, with what had happened by then', async () => {
    const { body } = await owner.get(`/subjects/task:${task}/activity`)
    const { seq } = body.items[1]
    const past = await owner.get(`/subjects/task:${task}/activity`, { 'assay-as-of': String(seq) })
    expect(past.body.items).toEqual(body.items.slice(1))
  })

  it('of a record of another organization is not there', async () => {
    const theirs = await stranger.get('/tasks')
    const [foreign] = theirs.body.items
    expect((await owner.get(`/subjects/task:${foreign.id}/activity`)).status).toBe(404)
    expect((await stranger.get(`/subjects/task:${task}/activity`)).status).toBe(404)
  })

  it('shows no secret', async () => {
    await owner.post('/api-keys', { name: 'Ingest', scopes: ['tasks:read'], expiresOn: '2099-01-01' })
    const { body } = await owner.get('/audit-trail?type=api-key.created')
    const entry = await owner.get(`/audit-trail/${body.items[0]?.seq}`)
    const [row] = entry.body.rows
    expect(row.changes).toContainEqual({ field: 'Hash', before: '', after: 'changed (not shown)' })
  })
})

describe('the audit trail', () => {
  it('is paged, filtered and counted', async () => {
    const all = (await owner.get('/audit-trail?limit=200')).body
    const paged = []
    for (let cursor = ''; ; ) {
      const { body } = await owner.get(`/audit-trail?limit=2${cursor && `&cursor=${cursor}`}`)
      expect(body.total).toBe(all.total)
      paged.push(...body.items)
      if (!body.next) break
      cursor = body.next
    }
    expect(paged).toEqual(all.items)
    const upwards = (await owner.get('/audit-trail?limit=200&sort=recordedAt')).body.items
    expect(upwards.toReversed()).toEqual(all.items)
  })

  it.each([
    ['subject=task:{task}', 3],
    ['type=task.created,task.completed', 2],
    ['type=task.', 3],
    ['type=plan.|task.,report.', 3],
    ['actor=person:{contributor}&type=task.', 2],
    ['from=2020-01-01&type=task.created', 1],
    ['to=2020-01-01', 0],
    ['q=completed', 1],
  ])('with %s finds %i facts', async (query, found) => {
    const filled = query.replace('{task}', task).replace('{contributor}', contributor.person)
    expect((await owner.get(`/audit-trail?${filled}`)).body.total).toBe(found)
  })

  it.each(['cursor=nonsense', 'sort=name', 'from=yesterday'])('refuses %s', async (query) => {
    expect((await owner.get(`/audit-trail?${query}`)).status).toBe(400)
  })

  it('is not for employees', async () => {
    const employee = await house.join(owner, ['employee'])
    expect((await employee.get('/audit-trail')).status).toBe(403)
    await house.sealer.sealAll()
  })
})

describe('an entry', () => {
  it('carries its leaf, whose hash and rows can be recomputed', async () => {
    const [{ seq }] = (await owner.get('/audit-trail?type=task.created')).body.items
    const { body } = await owner.get(`/audit-trail/${seq}`)
    expect(Buffer.from(leafHash(Buffer.from(body.leaf))).toString('hex')).toBe(body.leafHash)
    const leaf = JSON.parse(body.leaf)
    expect(leaf).toMatchObject({ seq, rows: body.rows.length, actor: `person:${owner.person}` })
    const rows = body.rows.map(({ digest, id, operation, table }: Record<string, string>) =>
      leafHash(Buffer.from(JSON.stringify({ digest, id, operation, table }))),
    )
    expect(Buffer.from(rootOf(rows)).toString('hex')).toBe(leaf.rowsRoot)
    expect(body.sealed).toBe(true)
  })

  it('is proven against the newest checkpoint, as numbers and as a file', async () => {
    const [{ seq }] = (await owner.get('/audit-trail?type=task.created')).body.items
    const { body } = await owner.get(`/audit-trail/${seq}/proof`)
    const proof = body.proof.map(bytes)
    const claim = { leafHash: bytes(body.leafHash), index: body.index, size: body.size, proof, root: bytes(body.root) }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, index: body.index - 1 })).toBe(false)
    const policy = { origin: body.origin, log: body.verifierKeys, witnesses: [], quorum: 0 }
    expect(verifyTlogProof(body.file, bytes(body.leafHash), policy)).toMatchObject({ index: seq - 1 })
  })

  it('that does not exist, or is not sealed yet, is refused', async () => {
    expect((await owner.get('/audit-trail/99999')).status).toBe(404)
    expect((await owner.get('/audit-trail/99999/proof')).body.kind).toBe('not-found')
    const fresh = await house.organization('Fresh')
    expect((await fresh.get('/audit-trail/1/proof')).body.kind).toBe('not-sealed-yet')
    expect((await fresh.get('/log/checkpoint')).status).toBe(404)
    expect((await fresh.get('/log')).body).toMatchObject({ size: 1, sealed: null, alarm: null, epochs: [] })
  })

  it('of the past is proven today', async () => {
    expect((await owner.get('/audit-trail/1/proof', { 'assay-as-of': '1' })).body.kind).toBe('ledger-is-now')
  })
})

describe('the log', () => {
  it('is laid out as tiles and bundles of entries', async () => {
    const { body } = await owner.get('/log')
    const { size, root } = body.sealed
    const tile = await owner.get(`/log/tile/0/000.p/${size}`)
    const bundle = await owner.get(`/log/tile/entries/000.p/${size}`)
    const hashes = tileHashes(tile.bytes ?? Buffer.of())
    expect(Buffer.from(rootOf(hashes)).toString('hex')).toBe(root)
    expect(
      decodeEntryBundle(bundle.bytes ?? Buffer.of())
        .map(leafHash)
        .map(hex),
    ).toEqual(hashes.map(hex))
  })

  it.each(['0/000', '0/000.p/250', '1/000', '0/0', 'entries/000'])('has no tile %s', async (path) => {
    expect((await owner.get(`/log/tile/${path}`)).status).toBe(404)
  })

  it('confirms a checkpoint that was kept, and proves it', async () => {
    const { body } = await owner.post('/log/check', { checkpoint: firstCheckpoint })
    expect(body.outcome).toBe('consistent')
    const claim = {
      size1: body.size,
      size2: body.newest.size,
      root2: bytes(body.newest.root),
      proof: body.proof.map(bytes),
    }
    const root1 = Buffer.from(firstCheckpoint.split('\n')[2] ?? '', 'base64')
    expect(verifyConsistency({ ...claim, root1 })).toBe(true)
  })

  it('disowns a checkpoint of another organization, and one that was changed', async () => {
    const theirs = (await stranger.get('/log/checkpoint')).text
    expect((await owner.post('/log/check', { checkpoint: theirs })).body.outcome).toBe('not-signed-here')
    const changed = firstCheckpoint.replace(/\n(\d+)\n/, '\n1000\n')
    expect((await owner.post('/log/check', { checkpoint: changed })).body.outcome).toBe('malformed')
    expect((await owner.post('/log/check', { checkpoint: 'no note' })).body.outcome).toBe('malformed')
  })
})
