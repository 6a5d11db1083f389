import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const contributor = await house.join(owner, ['contributor'])
const approver = await house.join(owner, ['approver'])
const employee = await house.join(owner, ['employee'])

const draft = { name: 'Credit score', purpose: 'Rates how likely a loan is paid back', provenance: 'built' }

async function aSystem(fields: object = {}): Promise<string> {
  const created = await owner.post('/ai-systems', { ...draft, ...fields })
  expect(created.text).toContain('"id"')
  return created.body.id
}

/** A system with everything that being in use asks for. */
const complete = {
  owner: owner.person,
  intendedUsers: 'Loan officers',
  individualDecisions: 'supports',
  humanOversight: 'A loan officer decides',
}

async function read(id: string) {
  return (await owner.get(`/ai-systems/${id}`)).body
}

test('a system is registered, read and edited, and each step is a fact', async () => {
  const id = await aSystem({ jurisdictions: ['DE', 'EU'], affectedGroups: ['Loan applicants'] })
  expect(await read(id)).toMatchObject({ ...draft, state: 'proposed', version: 1, jurisdictions: ['DE', 'EU'] })
  expect((await owner.patch(`/ai-systems/${id}`, 1, { description: 'A gradient-boosted tree' })).status).toBe(200)
  expect(await read(id)).toMatchObject({ description: 'A gradient-boosted tree', version: 2 })
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual(['ai-system.registered', 'ai-system.edited'])
})

test('another purpose, another provenance and decisions about individuals are facts of their own', async () => {
  const id = await aSystem({ provenance: 'bought', individualDecisions: 'none' })
  await owner.patch(`/ai-systems/${id}`, 1, {
    purpose: 'Decides about loans',
    provenance: 'fine-tuned',
    individualDecisions: 'decides',
  })
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual([
    'ai-system.registered',
    'ai-system.edited',
    'ai-system.purpose-changed',
    'ai-system.provenance-changed',
    'ai-system.fine-tuning-stated',
    'ai-system.individual-decisions-changed',
    'ai-system.individual-decisions-stated',
  ])
})

test('a system goes through its life step by step, and the day of each is kept', async () => {
  const id = await aSystem(complete)
  const step = async (verb: string, body: object = {}) =>
    expect((await owner.post(`/ai-systems/${id}/${verb}`, body)).status).toBe(200)
  await step('approve', { happenedOn: '2026-02-01', note: 'Board of 1 February' })
  await step('start-development', { happenedOn: '2026-02-02' })
  await step('verify', { happenedOn: '2026-03-01', result: 'Every criterion met' })
  await step('put-into-use', { happenedOn: '2026-04-01' })
  await step('suspend', { happenedOn: '2026-05-01', reason: 'Its results drifted' })
  expect(await read(id)).toMatchObject({ state: 'suspended', since: '2026-05-01', stateReason: 'Its results drifted' })
  await step('resume', { happenedOn: '2026-05-09' })
  await step('retire', { happenedOn: '2026-06-01', reason: 'Replaced' })
  expect(await read(id)).toMatchObject({
    state: 'retired',
    retiredOn: '2026-06-01',
    startedOn: '2026-04-01',
    approval: { on: '2026-02-01', by: { id: owner.person }, note: 'Board of 1 February' },
    verification: { on: '2026-03-01', result: 'Every criterion met' },
  })
  await step('take-back')
  expect(await read(id)).toMatchObject({ state: 'in-use', retiredOn: null, startedOn: '2026-04-01' })
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual([
    'ai-system.registered',
    'ai-system.individual-decisions-stated',
    'ai-system.approved',
    'ai-system.development-started',
    'ai-system.verified',
    'ai-system.put-into-use',
    'ai-system.suspended',
    'ai-system.resumed',
    'ai-system.retired',
    'ai-system.step-taken-back',
  ])
})

test('refuses to approve what has no owner, and names the field', async () => {
  const id = await aSystem()
  const refused = await owner.post(`/ai-systems/${id}/approve`)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ kind: 'incomplete', problems: [{ path: 'owner' }] })
  expect(await read(id)).toMatchObject({ state: 'proposed', version: 1 })
})

test.each([
  ['a step out of its order', 'put-into-use', {}, 409, 'wrong-state'],
  ['to retire without a reason', 'retire', { reason: ' ' }, 400, 'invalid'],
  ['an approval of tomorrow', 'approve', { happenedOn: '2999-01-01' }, 422, 'in-the-future'],
  ['to take back what did not happen', 'take-back', {}, 409, 'wrong-state'],
])('refuses %s', async (_what, verb, body, status, kind) => {
  const id = await aSystem(complete)
  const refused = await owner.post(`/ai-systems/${id}/${verb}`, body)
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('refuses an edit of a version that is no longer current, and names the current one', async () => {
  const id = await aSystem()
  await owner.patch(`/ai-systems/${id}`, 1, { supplier: 'First' })
  const late = await owner.patch(`/ai-systems/${id}`, 1, { supplier: 'Second' })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ kind: 'stale', currentVersion: 2 })
})

test('refuses owners and units of elsewhere, and a number that is taken', async () => {
  const refused = await owner.post('/ai-systems', { ...draft, owner: stranger.person, unit: stranger.org })
  expect(refused.status).toBe(422)
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['owner', 'unit'])
  const first = await aSystem({ reference: 'AI-1' })
  const taken = await owner.post('/ai-systems', { ...draft, reference: 'AI-1' })
  expect(taken.body).toMatchObject({ status: 409, kind: 'reference-taken', existing: first })
  expect((await stranger.post('/ai-systems', { ...draft, reference: 'AI-1' })).status).toBe(201)
})

test('refuses what is no country, and a word that is no state', async () => {
  expect((await owner.post('/ai-systems', { ...draft, jurisdictions: ['XX'] })).status).toBe(400)
  expect((await owner.post('/ai-systems', { ...draft, state: 'retired' })).status).toBe(400)
  expect((await owner.get('/ai-systems?state=flying')).status).toBe(400)
})

test('scope is decided with a reason and can be opened again', async () => {
  const id = await aSystem()
  expect((await owner.post(`/ai-systems/${id}/scope`, { scope: 'out' })).status).toBe(400)
  await owner.post(`/ai-systems/${id}/scope`, { scope: 'out', reason: 'A trial', happenedOn: '2026-01-05' })
  expect(await read(id)).toMatchObject({ scope: 'out', scopeDecision: { reason: 'A trial', on: '2026-01-05' } })
  await owner.post(`/ai-systems/${id}/scope`, { scope: 'undecided' })
  expect(await read(id)).toMatchObject({ scope: 'undecided', scopeDecision: null })
})

test('the roles of ISO/IEC 22989 and of the EU AI Act are confirmed apart, and outdated when the use changes', async () => {
  const id = await aSystem()
  const iso = { framework: 'iso-22989', roles: ['producer', 'provider'], reason: 'We build and offer it' }
  expect((await owner.post(`/ai-systems/${id}/roles`, iso)).status).toBe(200)
  expect(await read(id)).toMatchObject({
    iso22989: { roles: ['producer', 'provider'], reason: 'We build and offer it', outdated: false },
    euAiAct: null,
  })
  const act = { framework: 'eu-ai-act', roles: [], reason: 'Not placed on the Union market' }
  expect((await owner.post(`/ai-systems/${id}/roles`, act)).status).toBe(200)
  const { version } = await read(id)
  await owner.patch(`/ai-systems/${id}`, version, { purpose: 'Something else' })
  expect(await read(id)).toMatchObject({ iso22989: { outdated: true }, euAiAct: { roles: [], outdated: true } })
  await owner.post(`/ai-systems/${id}/roles/withdraw`, { framework: 'iso-22989' })
  expect(await read(id)).toMatchObject({ iso22989: null, iso22989Roles: [], euAiAct: { roles: [] } })
})

test.each([
  ['no role of ISO/IEC 22989', { framework: 'iso-22989', roles: [], reason: 'None' }],
  ['a role of the other set', { framework: 'iso-22989', roles: ['deployer'], reason: 'We deploy it' }],
  ['a role named twice', { framework: 'eu-ai-act', roles: ['deployer', 'deployer'], reason: 'We deploy it' }],
  ['no reason', { framework: 'eu-ai-act', roles: ['deployer'], reason: '' }],
])('refuses a confirmation with %s', async (_what, body) => {
  const id = await aSystem()
  expect((await owner.post(`/ai-systems/${id}/roles`, body)).status).toBe(400)
})

test('tools, computing and people are recorded, edited and removed', async () => {
  const id = await aSystem()
  const made = await owner.post(`/ai-systems/${id}/resources`, {
    kind: 'computing',
    name: 'Cluster in Frankfurt',
    countries: ['DE'],
    capacity: '4 GPUs',
  })
  expect(made.status).toBe(201)
  const at = `/ai-systems/${id}/resources/${made.body.id}`
  expect((await owner.patch(at, 1, { capacity: '8 GPUs', confirmedOn: '2026-10-01' })).status).toBe(200)
  expect((await owner.patch(at, 1, { capacity: '9 GPUs' })).body).toMatchObject({ kind: 'stale', currentVersion: 2 })
  expect((await read(id)).resources).toMatchObject([
    { kind: 'computing', capacity: '8 GPUs', confirmedOn: '2026-10-01' },
  ])
  expect((await stranger.delete(at, 2)).status).toBe(404)
  expect((await owner.delete(at, 2)).status).toBe(200)
  expect((await read(id)).resources).toEqual([])
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual([
    'ai-system.registered',
    'ai-system.resource-recorded',
    'ai-system.resource-edited',
    'ai-system.resource-removed',
  ])
})

test('a review is dated and signed', async () => {
  const id = await aSystem()
  await owner.post(`/ai-systems/${id}/review`, { happenedOn: '2026-09-01' })
  expect(await read(id)).toMatchObject({ reviewedOn: '2026-09-01', reviewedBy: { id: owner.person } })
})

test('each role may do what it is there for', async () => {
  const id = await aSystem(complete)
  expect((await contributor.post('/ai-systems', draft)).status).toBe(201)
  expect((await contributor.post(`/ai-systems/${id}/approve`)).status).toBe(403)
  expect((await contributor.post(`/ai-systems/${id}/scope`, { scope: 'in', reason: 'x' })).status).toBe(403)
  expect((await employee.get('/ai-systems')).status).toBe(403)
  expect((await approver.patch(`/ai-systems/${id}`, 1, { supplier: 'x' })).status).toBe(403)
  expect((await approver.post(`/ai-systems/${id}/approve`)).status).toBe(200)
  expect((await contributor.post(`/ai-systems/${id}/take-back`)).status).toBe(403)
  expect((await owner.post(`/ai-systems/${id}/take-back`)).status).toBe(200)
})

test('another organization sees and changes nothing', async () => {
  const id = await aSystem(complete)
  expect((await stranger.get(`/ai-systems/${id}`)).status).toBe(404)
  expect((await stranger.patch(`/ai-systems/${id}`, 1, { name: 'Mine' })).status).toBe(404)
  for (const verb of ['approve', 'take-back', 'review', 'put-into-use']) {
    expect((await stranger.post(`/ai-systems/${id}/${verb}`)).status).toBe(404)
  }
  const pointing = { reason: 'The same', duplicateOf: id }
  const own = (await stranger.post('/ai-systems', draft)).body.id
  expect((await stranger.post(`/ai-systems/${own}/dismiss`, pointing)).status).toBe(422)
  expect((await stranger.get('/ai-systems/similar?name=Credit%20score')).body.items).not.toContainEqual(
    expect.objectContaining({ id }),
  )
  expect(await read(id)).toMatchObject({ version: 1, state: 'proposed' })
})
