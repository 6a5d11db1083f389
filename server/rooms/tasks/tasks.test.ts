import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

const draft = { title: 'Name the owner of the credit model', dueOn: '2027-01-15' }

async function aTask(fields: object = {}): Promise<string> {
  const created = await owner.post('/tasks', { ...draft, ...fields })
  expect(created.status).toBe(201)
  return created.body.id
}

test('a task is created, read, edited and completed, and each step is a fact', async () => {
  const id = await aTask()
  expect((await owner.get(`/tasks/${id}`)).body).toMatchObject({ ...draft, state: 'open', version: 1 })
  expect((await owner.patch(`/tasks/${id}`, 1, { title: 'Name both owners' })).status).toBe(200)
  expect((await owner.post(`/tasks/${id}/complete`)).status).toBe(200)
  const done = (await owner.get(`/tasks/${id}`)).body
  expect(done).toMatchObject({ title: 'Name both owners', state: 'done', version: 3 })
})

test('refuses an edit of a version that is no longer current, and names the current one', async () => {
  const id = await aTask()
  await owner.patch(`/tasks/${id}`, 1, { title: 'First' })
  const late = await owner.patch(`/tasks/${id}`, 1, { title: 'Second' })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ kind: 'stale', currentVersion: 2 })
})

test('refuses an edit without the version that was looked at', async () => {
  const id = await aTask()
  expect((await owner.patch(`/tasks/${id}`, 1, {})).status).toBe(200)
  const blind = await house.http.inject({
    method: 'PATCH',
    url: `/api/v1/tasks/${id}`,
    headers: { cookie: owner.cookie },
    payload: {},
  })
  expect(blind.statusCode).toBe(428)
})

test('refuses to complete a task that waits for an open one', async () => {
  const first = await aTask()
  const second = await aTask({ dependsOn: [first] })
  expect((await owner.post(`/tasks/${second}/complete`)).body).toMatchObject({ kind: 'waits-for-others', open: 1 })
  await owner.post(`/tasks/${first}/complete`)
  expect((await owner.post(`/tasks/${second}/complete`)).status).toBe(200)
})

test('refuses tasks that wait for each other', async () => {
  const first = await aTask()
  const second = await aTask({ dependsOn: [first] })
  expect((await owner.patch(`/tasks/${first}`, 1, { dependsOn: [second] })).body.kind).toBe('goes-in-a-circle')
})

test('a cancelled task says why, and can be reopened', async () => {
  const id = await aTask()
  expect((await owner.post(`/tasks/${id}/cancel`, { reason: '' })).status).toBe(400)
  await owner.post(`/tasks/${id}/cancel`, { reason: 'The model was retired' })
  expect((await owner.post(`/tasks/${id}/complete`)).body.kind).toBe('not-open')
  expect((await owner.post(`/tasks/${id}/reopen`)).status).toBe(200)
  expect((await owner.post(`/tasks/${id}/reopen`)).body.kind).toBe('already-open')
})

test('refuses an owner who has no place here', async () => {
  const refused = await owner.post('/tasks', { ...draft, owner: stranger.person })
  expect(refused.status).toBe(422)
  expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'owner' })])
})

test('an address that can be none of a record leads to the same answer as one that is none', async () => {
  const [mistyped, gone] = [await owner.get('/tasks/criteria'), await owner.get(`/tasks/${randomUUID()}`)]
  const { status, kind, detail } = mistyped.body
  expect({ status, kind, detail }).toEqual({ status: 404, kind: 'not-found', detail: gone.body.detail })
})

test('another organization sees and changes nothing', async () => {
  const id = await aTask()
  expect((await stranger.get(`/tasks/${id}`)).status).toBe(404)
  expect((await stranger.patch(`/tasks/${id}`, 1, { title: 'Mine' })).status).toBe(404)
  expect((await stranger.post(`/tasks/${id}/complete`)).status).toBe(404)
  expect((await owner.get(`/tasks/${id}`)).body.version).toBe(1)
})

test('a list pages in a stable order and counts every row', async () => {
  const { org } = owner
  expect(org).not.toBe(stranger.org)
  for (let n = 0; n < 5; n += 1)
    await stranger.post('/tasks', { title: `Task ${n}`, dueOn: n === 2 ? null : `2027-02-0${n + 1}` })
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await stranger.get(`/tasks?limit=2&sort=dueOn${cursor}`)
    expect(page.body.total).toBe(5)
    seen.push(...page.body.items.map((item: { title: string }) => item.title))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor)
  expect(seen).toEqual(['Task 2', 'Task 0', 'Task 1', 'Task 3', 'Task 4'])
})

test('as of an earlier entry the list is what it was then', async () => {
  const before = (await owner.get('/session')).body.seq
  const id = await aTask({ title: 'Not yet there' })
  const then = await owner.get('/tasks?limit=200', { 'assay-as-of': String(before) })
  expect(then.status).toBe(200)
  expect(then.body.items.some((item: { id: string }) => item.id === id)).toBe(false)
  expect((await owner.get(`/tasks/${id}`, { 'assay-as-of': String(before) })).status).toBe(404)
  const written = await owner.post('/tasks', draft, { 'assay-as-of': String(before) })
  expect(written.body.kind).toBe('past-is-read-only')
})
