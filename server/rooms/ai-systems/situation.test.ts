import { expect, test } from 'vitest'
import { openTestHouse, type Member } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { readAiSystemsSituation } from './index.ts'

const house = await openTestHouse()
const today = '2026-11-22'
const later = '2099-01-01'

function situation(member: Member, day = today) {
  return look(house, member, (tx, org) => readAiSystemsSituation(tx, org, day))
}

async function aSystem(member: Member, name: string, fields: object = {}, inScope = true): Promise<string> {
  const { id } = (await member.post('/ai-systems', { name, ...fields })).body
  if (inScope) await member.post(`/ai-systems/${id}/scope`, { scope: 'in', reason: 'A product' })
  return id
}

const worstNames = ({ worst }: { worst: { name: string }[] }) => worst.map(({ name }) => name)

test('an empty register has nothing that falls short', async () => {
  const owner = await house.organization()
  const seen = await situation(owner)
  expect(seen).toMatchObject({ total: 0, inUse: 0, waitingIntakes: 0, withoutOwner: { count: 0, worst: [] } })
  expect(seen.byState.proposed).toBe(0)
})

test('what is missing is counted, and what is in use and decides about individuals is named first', async () => {
  const owner = await house.organization()
  await aSystem(owner, 'Idle')
  await aSystem(owner, 'Running', { state: 'in-use' })
  const worst = await aSystem(owner, 'Deciding', { state: 'in-use', individualDecisions: 'decides' })
  await aSystem(owner, 'Owned', { owner: owner.person, purpose: 'Helps' }, false)
  const seen = await situation(owner)
  expect(seen).toMatchObject({ total: 4, inUse: 2, inScope: 3, aboutIndividuals: 1 })
  expect(worstNames(seen.withoutOwner)).toEqual(['Deciding', 'Running', 'Idle'])
  expect(seen.withoutOwner.worst[0]?.ref).toBe(`ai-system:${worst}`)
  expect(seen.scopeUndecided).toMatchObject({ count: 1, worst: [{ name: 'Owned' }] })
  expect(seen.unapprovedInUse.count).toBe(2)
  expect(worstNames(seen.withoutOversight)).toEqual(['Deciding'])
  expect(seen.withoutRoles.count).toBe(4)
})

test('data count over the models that were trained on them; tools and computing are asked for each', async () => {
  const owner = await house.organization()
  const id = await aSystem(owner, 'Credit score')
  expect((await situation(owner)).withoutResources.count).toBe(1)
  const model = (await owner.post('/components', { kind: 'model', name: 'Model' })).body.id
  const dataset = (await owner.post('/components', { kind: 'dataset', name: 'Data' })).body.id
  await owner.post('/lineage', { from: `ai-system:${id}`, to: model, relation: 'uses' })
  await owner.post('/lineage', { from: `model:${model}`, to: dataset, relation: 'trained-on' })
  const linked = await situation(owner)
  expect([linked.withoutDatasets.count, linked.withoutTooling.count, linked.withoutComputing.count]).toEqual([0, 0, 1])
  await owner.post(`/ai-systems/${id}/resources`, { kind: 'computing', name: 'Cluster' })
  const seen = await situation(owner)
  expect([seen.withoutResources.count, seen.computingIncomplete.count, seen.withoutPeople.count]).toEqual([0, 1, 1])
  expect(seen.components).toEqual({ model: 1, dataset: 1, prompt: 0, agent: 0 })
  expect([seen.datasetsWithoutRights.count, seen.componentsWithoutVersion.count]).toEqual([1, 2])
})

test('a record that nobody looked at for a year is stale, and a review makes it fresh', async () => {
  const owner = await house.organization()
  const id = await aSystem(owner, 'Old')
  expect((await situation(owner)).stale.count).toBe(0)
  expect(worstNames((await situation(owner, later)).stale)).toEqual(['Old'])
  await owner.post(`/ai-systems/${id}/review`, { happenedOn: '2024-01-01' })
  expect((await situation(owner)).stale.count).toBe(1)
})

test('reports wait apart from the register, and retired systems fall out of it', async () => {
  const owner = await house.organization()
  await owner.post('/ai-systems/intake', { name: 'Notes', purpose: 'Writes' })
  const id = await aSystem(owner, 'Gone', { state: 'in-use' })
  await owner.post(`/ai-systems/${id}/retire`, { reason: 'Replaced' })
  const seen = await situation(owner)
  expect(seen).toMatchObject({ total: 0, retired: 1, waitingIntakes: 1, withoutOwner: { count: 0 } })
  expect((await situation(owner, later)).intakesWaitingLong.count).toBe(1)
})

test('an owner who left is no owner', async () => {
  const owner = await house.organization()
  const colleague = await house.join(owner, ['contributor'])
  await aSystem(owner, 'Orphan', { owner: colleague.person })
  expect((await situation(owner)).withoutOwner.count).toBe(0)
  await owner.post(`/people/${colleague.person}/disable`, {})
  expect((await situation(owner)).withoutOwner.count).toBe(1)
})

test('as of an earlier entry the situation is what it was then', async () => {
  const owner = await house.organization()
  await aSystem(owner, 'First')
  const { seq } = (await owner.get('/session')).body
  await aSystem(owner, 'Second')
  const then = await look(house, owner, (tx, org) => readAiSystemsSituation(tx, org, today), { seq })
  expect(then.newest.map(({ name }) => name)).toEqual(['First'])
})
