import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const colleague = await house.join(owner, ['contributor'])

async function systems(name: string, count: number, fields: object = {}): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    ids.push((await owner.post('/ai-systems', { name: `${name} ${n}`, ...fields })).body.id)
  }
  return ids
}

const ownerOf = async (id: string) => (await owner.get(`/ai-systems/${id}`)).body.owner?.id ?? null

test('every system that matches is previewed, changed in parts and put back', async () => {
  const ids = await systems('Router', 3)
  const already = await systems('Router owned', 1, { owner: colleague.person })
  const change = { set: 'owner', owner: colleague.person }
  const preview = await owner.post('/ai-systems/bulk/preview', { change, chosen: { matching: { q: 'Router' } } })
  expect(preview.body).toMatchObject({ chosen: 4, ids })
  expect(preview.body.sample[0]).toMatchObject({
    name: 'Router 0',
    before: '',
    after: expect.stringContaining('Person'),
  })
  expect(await ownerOf(ids[0] ?? '')).toBeNull()

  const batch = randomUUID()
  const first = await owner.post('/ai-systems/bulk', { batch, change, ids: ids.slice(0, 2) })
  const second = await owner.post('/ai-systems/bulk', { batch, change, ids: [...ids.slice(2), ...already] })
  expect([first.body, second.body]).toEqual([
    { batch, changed: 2, unchanged: 0 },
    { batch, changed: 1, unchanged: 1 },
  ])
  expect(await Promise.all(ids.map(ownerOf))).toEqual([colleague.person, colleague.person, colleague.person])
  expect(await factsAbout(house, owner, `ai-system:${ids[0]}`)).toEqual(['ai-system.registered', 'ai-system.edited'])

  const { version } = (await owner.get(`/ai-systems/${ids[1]}`)).body
  await owner.patch(`/ai-systems/${ids[1]}`, version, { owner: owner.person })
  const undone = await owner.post(`/ai-systems/bulk/${batch}/undo`)
  expect(undone.body).toEqual({ undone: 2, changedSince: 1, remaining: 0 })
  expect(await Promise.all(ids.map(ownerOf))).toEqual([null, owner.person, null])
  expect((await owner.post(`/ai-systems/bulk/${batch}/undo`)).body.kind).toBe('already-undone')
  const listed = (await owner.get('/ai-systems/bulk')).body.items[0]
  expect(listed).toMatchObject({ id: batch, state: 'undone', systems: 3, changedSince: 1 })
})

test('scope is decided for many with one reason, and opened again', async () => {
  const ids = await systems('Classifier', 2)
  const batch = randomUUID()
  await owner.post('/ai-systems/bulk', { batch, change: { set: 'scope', scope: 'in', reason: 'A product' }, ids })
  const decided = (await owner.get(`/ai-systems/${ids[0]}`)).body
  expect(decided).toMatchObject({ scope: 'in', scopeDecision: { reason: 'A product', by: { id: owner.person } } })
  expect(await factsAbout(house, owner, `ai-system:${ids[0]}`)).toContain('ai-system.scope-decided')
  await owner.post(`/ai-systems/bulk/${batch}/undo`)
  expect((await owner.get(`/ai-systems/${ids[0]}`)).body).toMatchObject({ scope: 'undecided', scopeDecision: null })
})

test('a system that is changed twice under one batch keeps what it said before the whole edit', async () => {
  const ids = await systems('Planner', 1)
  const batch = randomUUID()
  const change = { set: 'owner', owner: colleague.person }
  await owner.post('/ai-systems/bulk', { batch, change, ids })
  expect((await owner.post('/ai-systems/bulk', { batch, change, ids })).body).toMatchObject({ changed: 0 })
  await owner.post(`/ai-systems/bulk/${batch}/undo`)
  expect(await ownerOf(ids[0] ?? '')).toBeNull()
})

test('refuses another change under the same batch', async () => {
  const ids = await systems('Ranker', 1)
  const batch = randomUUID()
  await owner.post('/ai-systems/bulk', { batch, change: { set: 'owner', owner: colleague.person }, ids })
  const other = await owner.post('/ai-systems/bulk', { batch, change: { set: 'owner', owner: null }, ids })
  expect(other.body).toMatchObject({ status: 409, kind: 'another-change' })
})

test('a part with a system of elsewhere changes none', async () => {
  const ids = await systems('Detector', 1)
  const foreign = (await stranger.post('/ai-systems', { name: 'Theirs' })).body.id
  const change = { set: 'owner', owner: colleague.person }
  const refused = await owner.post('/ai-systems/bulk', { batch: randomUUID(), change, ids: [...ids, foreign] })
  expect(refused.body).toMatchObject({ status: 422, kind: 'no-such-reference', problems: [{ path: 'ids' }] })
  expect(await ownerOf(ids[0] ?? '')).toBeNull()
  const preview = await owner.post('/ai-systems/bulk/preview', { change, chosen: { ids: [foreign] } })
  expect(preview.body.kind).toBe('nothing-chosen')
})

test.each([
  [
    'an owner of elsewhere',
    { change: { set: 'owner', owner: stranger.person }, chosen: { matching: {} } },
    'no-such-reference',
  ],
  [
    'a filter that matches nothing',
    { change: { set: 'owner', owner: null }, chosen: { matching: { q: 'nowhere' } } },
    'nothing-chosen',
  ],
  [
    'a filter that is none',
    { change: { set: 'owner', owner: null }, chosen: { matching: { colour: 'red' } } },
    'invalid',
  ],
])('refuses to preview %s', async (_what, body, kind) => {
  expect((await owner.post('/ai-systems/bulk/preview', body)).body.kind).toBe(kind)
})

test('only managers change many, and another organization undoes nothing', async () => {
  const ids = await systems('Triage', 1)
  const batch = randomUUID()
  const part = { batch, change: { set: 'owner', owner: colleague.person }, ids }
  expect((await colleague.post('/ai-systems/bulk', part)).status).toBe(403)
  await owner.post('/ai-systems/bulk', part)
  expect((await stranger.post(`/ai-systems/bulk/${batch}/undo`)).status).toBe(404)
  expect(await ownerOf(ids[0] ?? '')).toBe(colleague.person)
})
