import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { aRisk, criteriaInForce, placed } from './a-risk.ts'
import { proposal } from './rules/criteria.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const manager = await house.join(owner, ['aims-manager'])
const contributor = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')

test('criteria are drafted, edited and approved by another person before anything is rated', async () => {
  const risk = await aRisk(owner)
  expect((await owner.post(`/risks/${risk}/rate`, placed(3, 3))).body.kind).toBe('criteria-needed')

  const id = (await contributor.post('/risk-criteria', proposal)).body.id
  expect((await owner.post('/risk-criteria', proposal)).body.kind).toBe('draft-open')
  expect((await owner.post(`/risks/${risk}/rate`, placed(3, 3))).body.kind).toBe('criteria-needed')
  expect((await manager.patch(`/risk-criteria/${id}`, 1, { appetite: 'Little.' })).status).toBe(200)
  expect((await owner.patch(`/risk-criteria/${id}`, 1, { appetite: 'x' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 2,
  })
  const refused = await manager.post(`/risk-criteria/${id}/approve`)
  expect(refused).toMatchObject({ status: 403, body: { kind: 'approver-is-author' } })
  expect(refused.body.problems).toEqual([{ path: 'approver', message: 'Olive Owner' }])
  expect((await contributor.post(`/risk-criteria/${id}/approve`)).body.kind).toBe('forbidden')
  expect((await owner.get('/inbox')).body.decisions.items).toContainEqual(
    expect.objectContaining({ what: 'approve-risk-criteria', subject: `risk-criteria:${id}` }),
  )
  expect((await owner.post(`/risk-criteria/${id}/approve`, { note: 'Agreed' })).status).toBe(200)
  expect((await owner.post(`/risks/${risk}/rate`, placed(3, 3))).body.level).toBe('tolerable')

  const now = (await owner.get('/risk-criteria/current')).body
  expect(now).toMatchObject({ draft: null, approved: { id, edition: 1, appetite: 'Little.', ratings: 1 } })
  expect(now.approved.approval).toMatchObject({ by: { name: 'Olive Owner' }, note: 'Agreed' })
  expect((await owner.patch(`/risk-criteria/${id}`, 3, { appetite: 'Much.' })).body.kind).toBe('not-draft')
  expect(await factsAbout(house, owner, `risk-criteria:${id}`)).toEqual([
    'risk-criteria.drafted',
    'risk-criteria.edited',
    'risk-criteria.approved',
  ])
})

test('a new edition rewrites no rating: the risk is shown as rated under earlier criteria until it is rated anew', async () => {
  const other = await house.organization('Editions')
  const second = await house.join(other, ['aims-manager'])
  const first = await criteriaInForce(other, second)
  const risk = await aRisk(other)
  await other.post(`/risks/${risk}/rate`, placed(3, 4))
  await criteriaInForce(second, other, { acceptableUpTo: 12, tolerableUpTo: 20 })

  expect((await other.get(`/risk-criteria/${first}`)).body.state).toBe('superseded')
  const before = (await other.get(`/risks/${risk}`)).body
  expect(before).toMatchObject({ level: 'tolerable', earlierCriteria: true, inherent: { edition: 1 } })
  expect((await other.get('/risks?due=earlier-criteria')).body.total).toBe(1)
  expect((await other.get('/risks/summary')).body).toMatchObject({ earlierCriteria: 1, cells: [] })
  await other.post(`/risks/${risk}/treat`, { option: 'modify', controls: ['A.6.2.4'] })
  expect((await other.post(`/risks/${risk}/rate-residual`, placed(1, 1))).body.kind).toBe('earlier-criteria')

  expect((await other.post(`/risks/${risk}/rate`, placed(3, 4))).body.level).toBe('acceptable')
  const after = (await other.get(`/risks/${risk}`)).body
  expect(after).toMatchObject({ level: 'acceptable', earlierCriteria: false, inherent: { edition: 2 } })
  expect(after.ratings.map(({ edition, level }: { edition: number; level: string }) => [edition, level])).toEqual([
    [2, 'acceptable'],
    [1, 'tolerable'],
  ])
})

test('a draft is discarded and brought back, and an author without a colleague is told to invite one', async () => {
  const alone = await house.organization('Alone')
  const id = (await alone.post('/risk-criteria', proposal)).body.id
  expect((await alone.post(`/risk-criteria/${id}/approve`)).body.kind).toBe('invite-an-approver')
  expect((await alone.post(`/risk-criteria/${id}/recover`)).body.kind).toBe('not-discarded')
  expect((await alone.post(`/risk-criteria/${id}/discard`)).status).toBe(200)
  expect((await alone.post(`/risk-criteria/${id}/discard`)).body.kind).toBe('not-draft')
  expect((await alone.post(`/risk-criteria/${id}/recover`)).status).toBe(200)
  expect((await alone.get('/risk-criteria/current')).body.draft.id).toBe(id)
})

test('criteria that cannot work are refused with the fields that are wrong', async () => {
  const other = await house.organization('Wrong')
  const definition = { ...proposal.definition, acceptableUpTo: 20, tolerableUpTo: 25 }
  const refused = await other.post('/risk-criteria', { ...proposal, definition })
  expect(refused).toMatchObject({ status: 422, body: { kind: 'bad-criteria' } })
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['definition.tolerableUpTo'])
  const two = { ...proposal.definition, likelihood: proposal.definition.likelihood.slice(0, 2) }
  expect((await other.post('/risk-criteria', { ...proposal, definition: two })).status).toBe(400)
})

test('another organization sees and changes nothing', async () => {
  const id = (await owner.get('/risk-criteria/current')).body.approved.id
  expect((await stranger.get(`/risk-criteria/${id}`)).status).toBe(404)
  expect((await stranger.get('/risk-criteria')).body.total).toBe(0)
  for (const verb of ['approve', 'discard', 'recover'])
    expect((await stranger.post(`/risk-criteria/${id}/${verb}`)).status, verb).toBe(404)
  expect((await stranger.patch(`/risk-criteria/${id}`, 3, { appetite: 'x' })).status).toBe(404)
})
