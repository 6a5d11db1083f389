import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

async function aComponent(kind: string, name: string): Promise<string> {
  return (await owner.post('/components', { kind, name })).body.id
}

const system = (await owner.post('/ai-systems', { name: 'Credit score' })).body.id
const model = await aComponent('model', 'Scoring model')
const base = await aComponent('model', 'Base model')
const history = await aComponent('dataset', 'Loan history')
const raw = await aComponent('dataset', 'Core banking export')

const link = (from: string, to: string, relation: string, fields: object = {}) =>
  owner.post('/lineage', { from, to, relation, ...fields })

const version = (await owner.post(`/components/${model}/versions`, { label: '1.2' })).body.id
const uses = await link(`ai-system:${system}`, model, 'uses', { version })
await link(`model:${model}`, base, 'fine-tuned-from')
await link(`model:${model}`, history, 'trained-on')
const derived = await link(`dataset:${history}`, raw, 'derived-from')

async function lineage(subject: string, depth = 4) {
  const { body } = await owner.get(`/lineage?subject=${subject}&depth=${depth}`)
  const nodes = body.nodes.map(({ name, distance }: { name: string; distance: number }) => `${distance} ${name}`)
  return { ...body, nodes }
}

test('lineage names what a system depends on, step by step', async () => {
  const seen = await lineage(`ai-system:${system}`)
  expect(seen.nodes).toEqual([
    '0 Credit score',
    '1 Scoring model',
    '2 Base model',
    '2 Loan history',
    '3 Core banking export',
  ])
  expect(seen).toMatchObject({ complete: true, depth: 4 })
  expect(seen.links).toContainEqual(
    expect.objectContaining({
      from: `ai-system:${system}`,
      to: `model:${model}`,
      relation: 'uses',
      versionLabel: '1.2',
    }),
  )
})

test('lineage names what depends on a dataset, back to the systems', async () => {
  const seen = await lineage(`dataset:${raw}`)
  expect(seen.nodes).toEqual(['0 Core banking export', '-1 Loan history', '-2 Scoring model', '-3 Credit score'])
})

test('lineage says where its depth cut something off', async () => {
  const seen = await lineage(`dataset:${raw}`, 2)
  expect(seen.nodes).toEqual(['0 Core banking export', '-1 Loan history', '-2 Scoring model'])
  expect(seen).toMatchObject({ complete: false, depth: 2 })
  expect(await lineage(`dataset:${raw}`, 3)).toMatchObject({ complete: true })
})

test('a link is a fact about both its ends, and fine-tuning one of its own', async () => {
  expect(await factsAbout(house, owner, `ai-system:${system}`)).toContain('lineage.linked')
  expect(await factsAbout(house, owner, `model:${model}`)).toEqual(
    expect.arrayContaining(['component.linked', 'lineage.linked', 'model.fine-tuning-stated']),
  )
})

test('systems are found by a component that they use over others', async () => {
  const found = await owner.get(`/ai-systems?component=${raw}`)
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([system])
})

test('a component counts the systems that use it over others', async () => {
  expect((await owner.get(`/components/${raw}`)).body.usedBySystems).toBe(1)
  expect((await owner.get('/components?q=core')).body.items[0]).toMatchObject({ id: raw, usedBySystems: 1 })
})

test.each([
  ['a circle', () => link(`dataset:${raw}`, history, 'derived-from'), 409, 'goes-in-a-circle'],
  ['the same link twice', () => link(`dataset:${history}`, raw, 'derived-from'), 409, 'linked-already'],
  [
    'a relation that says something false',
    () => link(`dataset:${history}`, base, 'trained-on'),
    422,
    'relation-does-not-fit',
  ],
  ['a record that depends on itself', () => link(`dataset:${raw}`, raw, 'derived-from'), 409, 'goes-in-a-circle'],
  ['a kind that the record is not', () => link(`model:${raw}`, base, 'derived-from'), 422, 'no-such-reference'],
  [
    'a version of another record',
    () => link(`ai-system:${system}`, base, 'calls', { version }),
    422,
    'no-such-reference',
  ],
  ['what is no reference', () => link('person:me', base, 'uses'), 400, 'invalid'],
])('refuses %s', async (_what, attempt, status, kind) => {
  const refused = await attempt()
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('refuses to link what is retired', async () => {
  const old = await aComponent('model', 'Old model')
  await owner.post(`/components/${old}/retire`, { reason: 'Replaced' })
  expect((await link(`ai-system:${system}`, old, 'uses')).body.kind).toBe('component-retired')
})

test('another organization links, sees and unlinks nothing', async () => {
  const theirs = (await stranger.post('/components', { kind: 'model', name: 'Theirs' })).body.id
  const crossed = { from: `model:${theirs}`, to: base, relation: 'derived-from' }
  expect((await stranger.post('/lineage', crossed)).status).toBe(422)
  expect((await stranger.post('/lineage', { ...crossed, from: `model:${base}`, to: theirs })).status).toBe(422)
  expect((await stranger.get(`/lineage?subject=model:${base}`)).status).toBe(404)
  expect((await stranger.delete(`/lineage/${uses.body.id}`)).status).toBe(404)
  expect((await lineage(`ai-system:${system}`)).nodes).toContain('1 Scoring model')
})

test('a link that is taken out is gone today, and is there as of before', async () => {
  const before = { 'assay-as-of': String((await owner.get('/session')).body.seq) }
  expect((await owner.delete(`/lineage/${derived.body.id}`)).status).toBe(200)
  expect((await lineage(`dataset:${raw}`)).nodes).toEqual(['0 Core banking export'])
  const then = await owner.get(`/lineage?subject=dataset:${raw}`, before)
  expect(then.body.nodes).toHaveLength(4)
  expect(await factsAbout(house, owner, `dataset:${raw}`)).toContain('component.unlinked')
})
