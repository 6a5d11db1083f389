import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

const drafts = {
  model: { kind: 'model', name: 'Scoring model', provenance: 'trained', task: 'Classification' },
  dataset: {
    kind: 'dataset',
    name: 'Loan history',
    origin: 'Core banking system',
    acquisition: 'collected',
    personalData: 'personal',
    collectedFrom: '2019-01-01',
    collectedTo: '2025-12-31',
    uses: ['training', 'test'],
  },
  prompt: { kind: 'prompt', name: 'Support prompt' },
  agent: {
    kind: 'agent',
    name: 'Refund agent',
    autonomy: 'conditional',
    tools: ['Payments'],
    humanApproval: 'From €100',
  },
} as const

async function aComponent(kind: keyof typeof drafts, fields: object = {}): Promise<string> {
  const made = await owner.post('/components', { ...drafts[kind], ...fields })
  expect(made.text).toContain('"id"')
  return made.body.id
}

const read = async (id: string) => (await owner.get(`/components/${id}`)).body

test.each(Object.keys(drafts) as (keyof typeof drafts)[])(
  'a %s is registered, read, edited and is a subject',
  async (kind) => {
    const id = await aComponent(kind)
    expect(await read(id)).toMatchObject({ ...drafts[kind], version: 1, state: 'active' })
    expect((await owner.patch(`/components/${id}`, 1, { kind, purpose: 'What it is for' })).status).toBe(200)
    expect(await read(id)).toMatchObject({ ...drafts[kind], purpose: 'What it is for', version: 2 })
    expect(await factsAbout(house, owner, `${kind}:${id}`)).toEqual([`${kind}.registered`, `${kind}.edited`])
    const named = await owner.get(`/subjects?refs=${kind}:${id}`)
    expect(named.body.items).toEqual([expect.objectContaining({ ref: `${kind}:${id}`, name: drafts[kind].name })])
  },
)

test.each([
  ['a field of another kind', { kind: 'model', name: 'x', rights: 'ours' }, 400, 'invalid'],
  ['data that end before they begin', { ...drafts.dataset, collectedTo: '2018-01-01' }, 422, 'collected-backwards'],
  ['an owner of elsewhere', { ...drafts.prompt, owner: stranger.person }, 422, 'no-such-reference'],
])('refuses %s', async (_what, body, status, kind) => {
  const refused = await owner.post('/components', body)
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('refuses an edit as another kind, of another version, and of one end of a period alone', async () => {
  const id = await aComponent('dataset')
  const edit = (version: number, body: object) => owner.patch(`/components/${id}`, version, body)
  expect((await edit(1, { kind: 'model', task: 'x' })).body.kind).toBe('other-kind')
  expect((await edit(9, { kind: 'dataset' })).body).toMatchObject({ kind: 'stale', currentVersion: 1 })
  expect((await edit(1, { kind: 'dataset', collectedFrom: '2026-01-01' })).body.kind).toBe('collected-backwards')
})

test('a number is taken once for each kind', async () => {
  const id = await aComponent('model', { reference: 'M-1' })
  expect((await owner.post('/components', { ...drafts.model, reference: 'M-1' })).body).toMatchObject({ existing: id })
  expect((await owner.post('/components', { ...drafts.dataset, reference: 'M-1' })).status).toBe(201)
})

test('fine-tuning is a fact of its own', async () => {
  const id = await aComponent('model', { provenance: 'fine-tuned' })
  expect(await factsAbout(house, owner, `model:${id}`)).toEqual(['model.registered', 'model.fine-tuning-stated'])
})

test('a newer version supersedes the current one, and an earlier one can be made current again', async () => {
  const id = await aComponent('prompt')
  const version = async (label: string, fields: object = {}) =>
    (await owner.post(`/components/${id}/versions`, { label, ...fields })).body.id
  const first = await version('1', { content: 'You help customers.' })
  await version('2', { content: 'You help customers politely.' })
  await version('3', { state: 'draft' })
  const states = async () =>
    (await owner.get(`/components/${id}/versions?sort=label`)).body.items.map(
      ({ label, state }: { label: string; state: string }) => `${label} ${state}`,
    )
  expect(await states()).toEqual(['1 superseded', '2 current', '3 draft'])
  expect(await read(id)).toMatchObject({ currentVersion: '2' })
  expect((await owner.post(`/components/${id}/versions/${first}/make-current`)).status).toBe(200)
  expect(await states()).toEqual(['1 current', '2 superseded', '3 draft'])
  const withdraw = (body: object) => owner.post(`/components/${id}/versions/${first}/withdraw`, body)
  expect((await withdraw({ reason: 'It promised refunds' })).status).toBe(200)
  expect((await withdraw({ reason: 'Again' })).body.kind).toBe('version-state')
  expect(await read(id)).toMatchObject({ currentVersion: null })
  expect(await factsAbout(house, owner, `prompt:${id}`)).toEqual([
    'prompt.registered',
    'prompt.version-added',
    'prompt.version-added',
    'prompt.version-added',
    'prompt.version-made-current',
    'prompt.version-withdrawn',
  ])
})

test('refuses a label that is taken, a hash that is none, and versions of what is retired', async () => {
  const id = await aComponent('model')
  const add = (body: object) => owner.post(`/components/${id}/versions`, body)
  await add({ label: '1', sha256: 'a'.repeat(64) })
  expect((await add({ label: '1' })).body.kind).toBe('label-taken')
  expect((await add({ label: '2', sha256: 'xyz' })).status).toBe(400)
  await owner.post(`/components/${id}/retire`, { reason: 'Replaced' })
  expect((await add({ label: '2' })).body.kind).toBe('component-retired')
})

test('a retired component says why and can be reinstated', async () => {
  const id = await aComponent('agent')
  expect((await owner.post(`/components/${id}/retire`, { reason: '' })).status).toBe(400)
  expect((await owner.post(`/components/${id}/reinstate`)).body.kind).toBe('component-active')
  await owner.post(`/components/${id}/retire`, { reason: 'Never used', happenedOn: '2026-01-01' })
  expect(await read(id)).toMatchObject({ state: 'retired', stateReason: 'Never used', retiredOn: '2026-01-01' })
  expect((await owner.post(`/components/${id}/retire`, { reason: 'x' })).body.kind).toBe('component-retired')
  await owner.post(`/components/${id}/reinstate`)
  await owner.post(`/components/${id}/review`, { happenedOn: '2026-02-01' })
  expect(await read(id)).toMatchObject({ state: 'active', reviewedOn: '2026-02-01', reviewedBy: { id: owner.person } })
})

test('the list shows one kind, one owner or what matches the words', async () => {
  await aComponent('dataset', { name: 'Census', owner: owner.person, personalData: null })
  const names = async (query: string) =>
    (await owner.get(`/components?${query}`)).body.items.map(({ name }: { name: string }) => name)
  expect(await names(`kind=dataset&owner=${owner.person}`)).toEqual(['Census'])
  expect(await names('personalData=unstated&kind=dataset')).toEqual(['Census'])
  expect(await names('kind=model,dataset&q=cens')).toEqual(['Census'])
})

test('another organization sees and changes nothing', async () => {
  const id = await aComponent('model')
  expect((await stranger.get(`/components/${id}`)).status).toBe(404)
  expect((await stranger.get(`/components/${id}/versions`)).status).toBe(404)
  expect((await stranger.patch(`/components/${id}`, 1, { kind: 'model', name: 'Mine' })).status).toBe(404)
  expect((await stranger.post(`/components/${id}/versions`, { label: '1' })).status).toBe(404)
  expect((await stranger.post(`/components/${id}/retire`, { reason: 'x' })).status).toBe(404)
  expect(await read(id)).toMatchObject({ version: 1 })
})
