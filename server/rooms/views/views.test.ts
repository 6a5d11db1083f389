import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()
const colleague = await house.join(owner, ['contributor'])
const employee = await house.join(owner, ['employee'])
const stranger = await house.organization('Another')

const draft = {
  list: '/tasks',
  name: 'Overdue',
  query: { due: 'overdue', sort: '-changedAt' },
  columns: ['title', 'owner'],
}
const namesFor = async (who: typeof owner, list = '/tasks') =>
  (await who.get(`/views?list=${list}`)).body.items.map(({ name }: { name: string }) => name)
const seqNow = async () => (await owner.get('/session')).body.seq

test('a view is kept for oneself, with filter, order and columns, and leaves no trace in the log', async () => {
  const before = await seqNow()
  const { status, body } = await employee.post('/views', draft)
  expect(status).toBe(201)
  const [kept] = (await employee.get('/views?list=/tasks')).body.items
  expect(kept).toMatchObject({ ...draft, id: body.id, shared: false, owner: { id: employee.person } })
  expect(await namesFor(owner)).toEqual([])
  expect((await employee.patch(`/views/${body.id}`, 1, { name: 'Late', query: {} })).status).toBe(200)
  expect((await employee.get('/views?list=/tasks')).body.items[0]).toMatchObject({ name: 'Late', query: {} })
  expect((await employee.delete(`/views/${body.id}`)).status).toBe(200)
  expect(await namesFor(employee)).toEqual([])
  expect(await seqNow()).toBe(before)
})

test('a shared view is everybody’s here under the same id, and goes back to who shared it', async () => {
  const { id } = (await owner.post('/views', { ...draft, name: 'For all' })).body
  expect((await owner.post(`/views/${id}/share`)).status).toBe(200)
  const [seen] = (await employee.get('/views?list=/tasks')).body.items
  expect(seen).toMatchObject({ id, shared: true, owner: { id: owner.person } })
  expect(await namesFor(stranger)).toEqual([])
  const shared = await seqNow()
  expect((await colleague.post(`/views/${id}/withdraw`)).status).toBe(200)
  expect(await namesFor(employee)).toEqual([])
  expect(await namesFor(owner)).toEqual(['For all'])
  const then = await employee.get('/views?list=/tasks', { 'assay-as-of': String(shared) })
  expect(then.body.items).toEqual([expect.objectContaining({ id, name: 'For all' })])
  expect((await owner.post(`/views/${id}/share`)).status).toBe(200)
  const trail = (await owner.get('/audit-trail?limit=3')).body.items
  expect(trail.map(({ type }: { type: string }) => type)).toEqual([
    'shared-view.shared',
    'shared-view.withdrawn',
    'shared-view.shared',
  ])
})

test('refuses a name that is taken, among one’s own and among the shared', async () => {
  const mine = { ...draft, list: '/ai-systems', query: {}, name: 'Mine' }
  const { id } = (await owner.post('/views', mine)).body
  const again = await Promise.all([owner.post('/views', mine), owner.post('/views', mine)])
  expect(again.map(({ body }) => body.kind)).toEqual(['name-taken', 'name-taken'])
  expect((await owner.post('/views', { ...mine, page: 'another-list-of-the-page' })).status).toBe(201)
  const other = (await owner.post('/views', { ...mine, name: 'Other' })).body.id
  expect((await owner.patch(`/views/${other}`, 1, { name: 'Mine' })).body.kind).toBe('name-taken')
  expect((await owner.patch(`/views/${id}`, 1, { name: 'Mine' })).status).toBe(200)
  await owner.post(`/views/${id}/share`)
  const theirs = (await colleague.post('/views', mine)).body.id
  expect((await colleague.post(`/views/${theirs}/share`)).body.kind).toBe('name-taken')
  await owner.post('/views', mine)
  expect((await owner.post(`/views/${id}/withdraw`)).body.kind).toBe('name-taken')
})

test.each([
  ['a list that is not there', { list: '/secrets' }, 422, 'unknown-list'],
  ['a filter that the list does not take', { query: { colour: 'red' } }, 400, 'invalid'],
  ['a value that the filter does not take', { query: { state: 'lost' } }, 400, 'invalid'],
  ['a name that is too long', { name: 'x'.repeat(81) }, 400, 'invalid'],
  ['no name', { name: ' ' }, 400, 'invalid'],
])('refuses %s', async (_what, wrong, status, kind) => {
  const refused = await owner.post('/views', { ...draft, ...wrong })
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('nobody changes, forgets, shares or withdraws a view of somebody else', async () => {
  const { id } = (await colleague.post('/views', { ...draft, name: 'Private' })).body
  for (const other of [owner, stranger]) {
    expect((await other.patch(`/views/${id}`, 1, { name: 'Taken' })).status).toBe(404)
    expect((await other.delete(`/views/${id}`)).status).toBe(404)
    expect((await other.post(`/views/${id}/share`)).status).toBe(404)
    expect((await other.post(`/views/${id}/withdraw`)).status).toBe(404)
  }
  await colleague.post(`/views/${id}/share`)
  expect((await employee.post(`/views/${id}/withdraw`)).body.kind).toBe('forbidden')
  expect((await stranger.post(`/views/${id}/withdraw`)).status).toBe(404)
})

test('the list of views pages', async () => {
  for (let n = 0; n < 3; n += 1) await stranger.post('/views', { ...draft, name: `View ${n}` })
  const page = await stranger.get('/views?list=/tasks&limit=2')
  expect(page.body).toMatchObject({ total: 3, next: expect.any(String) })
  const rest = await stranger.get(`/views?list=/tasks&limit=2&cursor=${page.body.next}`)
  expect(rest.body.items.map(({ name }: { name: string }) => name)).toEqual(['View 2'])
})

test('refuses more views than a person keeps apart', async () => {
  const keep = (n: number) => employee.post('/views', { ...draft, name: `Kept ${n}` })
  for (let n = 0; n < 100; n += 10) await Promise.all(Array.from({ length: 10 }, (_, more) => keep(n + more)))
  expect((await employee.post('/views', { ...draft, name: 'One more' })).body.kind).toBe('too-many-views')
})

test('the own views of a person go when the person is erased, those shared stay', async () => {
  const leaver = await house.join(owner, ['contributor'])
  await leaver.post('/views', { ...draft, name: 'Left behind' })
  const { id } = (await leaver.post('/views', { ...draft, name: 'Handed on' })).body
  await leaver.post(`/views/${id}/share`)
  await owner.post(`/people/${leaver.person}/disable`)
  expect((await owner.post(`/people/${leaver.person}/erase`)).status).toBe(200)
  const kept = await house.keeper.query('select name from assay.own_views where person_id = $1', [leaver.person])
  expect(kept.rows).toEqual([])
  const shared = (await owner.get('/views?list=/tasks')).body.items.find((one: { id: string }) => one.id === id)
  expect(shared).toMatchObject({ name: 'Handed on', owner: { name: 'Erased person' } })
})
