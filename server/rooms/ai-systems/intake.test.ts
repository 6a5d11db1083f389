import { expect, test } from 'vitest'
import { grantsOfScopes } from '#platform/grants.ts'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { aiSystemInbox } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const employee = await house.join(owner, ['employee'])

async function asked(fields: object = {}): Promise<string> {
  const answer = await employee.post('/ai-systems/intake', {
    name: 'Meeting notes',
    purpose: 'Writes down what was said',
    usedAlready: true,
    dataClasses: ['internal', 'personal'],
    ...fields,
  })
  expect(answer.status).toBe(201)
  return answer.body.id
}

const read = async (id: string) => (await owner.get(`/ai-systems/${id}`)).body

test('any employee reports a system, and it waits as a proposal', async () => {
  const id = await asked()
  expect(await read(id)).toMatchObject({
    state: 'proposed',
    intake: 'open',
    askedBy: { id: employee.person },
    usedAlready: true,
  })
  expect((await owner.get('/ai-systems?intake=open')).body.items).toContainEqual(expect.objectContaining({ id }))
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual(['ai-system.asked-for'])
})

test('open and dismissed reports stand apart from the register', async () => {
  const open = await asked({ name: 'Open one' })
  const taken = await asked({ name: 'Taken one' })
  await owner.post(`/ai-systems/${taken}/accept-intake`, { owner: owner.person })
  const ids = async (query: string) =>
    (await owner.get(`/ai-systems?limit=200&${query}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await ids('reported=yes')).toEqual(expect.arrayContaining([open, taken]))
  expect(await ids('reported=no')).toContain(taken)
  expect(await ids('reported=no')).not.toContain(open)
})

test('an accepted report is in the register with its owner, in use where it is used already', async () => {
  const id = await asked()
  const acceptance = { owner: owner.person, state: 'in-use', since: '2025-03-01' }
  expect((await owner.post(`/ai-systems/${id}/accept-intake`, acceptance)).status).toBe(200)
  expect(await read(id)).toMatchObject({
    state: 'in-use',
    intake: 'accepted',
    owner: { id: owner.person },
    startedOn: '2025-03-01',
    approval: null,
  })
  expect((await owner.post(`/ai-systems/${id}/accept-intake`, acceptance)).body.kind).toBe('intake-not-open')
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toContain('ai-system.registered')
})

test('a dismissed report says why and what it repeats, and its asker reads the answer', async () => {
  const first = await asked({ name: 'Transcripts' })
  const id = await asked({ name: 'Transcripts again' })
  const answer = { reason: 'We have this already', duplicateOf: first }
  expect((await owner.post(`/ai-systems/${id}/dismiss`, answer)).status).toBe(200)
  expect(await read(id)).toMatchObject({
    state: 'dismissed',
    intake: 'dismissed',
    duplicateOf: { name: 'Transcripts' },
  })
  const mine = (await employee.get('/ai-systems/intake/mine')).body
  expect(mine.items).toContainEqual(
    expect.objectContaining({ id, intake: 'dismissed', answer: 'We have this already' }),
  )
  expect((await owner.get('/ai-systems/intake/mine')).body.total).toBe(0)
  await owner.post(`/ai-systems/${id}/take-back`)
  expect(await read(id)).toMatchObject({ state: 'proposed', intake: 'open', duplicateOf: null })
})

test.each([
  ['an owner of elsewhere', { owner: stranger.person }, 422, 'no-such-reference'],
  ['no owner', {}, 400, 'invalid'],
  ['a start in the future', { owner: owner.person, state: 'in-use', since: '2999-01-01' }, 422, 'in-the-future'],
])('refuses to accept a report with %s', async (_what, body, status, kind) => {
  const id = await asked()
  const refused = await owner.post(`/ai-systems/${id}/accept-intake`, body)
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('a report is approved only after somebody took it up', async () => {
  const id = await asked()
  expect((await owner.post(`/ai-systems/${id}/approve`)).body.kind).toBe('intake-open')
})

test('an employee reports and looks for look-alikes, and does nothing else', async () => {
  const id = await asked()
  expect((await employee.get('/ai-systems/similar?name=Meeting')).status).toBe(200)
  expect((await employee.get(`/ai-systems/${id}`)).status).toBe(403)
  expect((await employee.post(`/ai-systems/${id}/accept-intake`, { owner: employee.person })).status).toBe(403)
  expect((await employee.post(`/ai-systems/${id}/dismiss`, { reason: 'x' })).status).toBe(403)
})

test('another organization accepts nothing', async () => {
  const id = await asked()
  expect((await stranger.post(`/ai-systems/${id}/accept-intake`, { owner: stranger.person })).status).toBe(404)
  expect(await read(id)).toMatchObject({ intake: 'open', version: 1 })
})

test('an open report waits in the inbox until it is answered', async () => {
  const id = await asked({ name: 'Waiting report' })
  const waiting = () =>
    look(house, owner, async (tx, org) => {
      const at = { tx, org, grants: grantsOfScopes([]), person: owner.person, today: '2026-11-22' }
      const { items, total } = await aiSystemInbox.read(at, 50)
      expect(items).toHaveLength(total)
      return items.map(({ subject }) => subject)
    })
  expect(await waiting()).toContain(`ai-system:${id}`)
  await owner.post(`/ai-systems/${id}/dismiss`, { reason: 'Known' })
  expect(await waiting()).not.toContain(`ai-system:${id}`)
})
