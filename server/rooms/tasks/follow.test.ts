import { afterAll, expect, test } from 'vitest'
import { inboxReaders } from '../../app/inbox.ts'
import { openMail } from '#platform/mail.ts'
import { asDay } from '#platform/today.ts'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { openMailServer } from '../../../test/mail-server.ts'
import { readTasksSituation, sendDigests } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const colleague = await house.join(owner, ['approver'])
const stranger = await house.organization('Another')

const today = asDay(new Date())
const day = (offset: number) => asDay(new Date(Date.parse(today) + offset * 86_400_000))

async function aTask(fields: object = {}, by: Member = owner): Promise<string> {
  const created = await by.post('/tasks', { title: 'Name the owner', ...fields })
  expect(created.status, created.text).toBe(201)
  return created.body.id
}

test('the inbox shows one’s own open tasks, soonest due first, and what waits for one’s decision', async () => {
  const mine = { owner: colleague.person }
  const late = await aTask({ ...mine, title: 'Late', dueOn: day(-3) })
  const some = await aTask({ ...mine, title: 'Some day' })
  const soon = await aTask({ ...mine, title: 'Soon', dueOn: day(6) })
  const far = await aTask({ ...mine, title: 'Far', dueOn: day(7) })
  await aTask({ title: 'Not mine', owner: owner.person })
  const document = await owner.post('/documents', { title: 'AI policy', kind: 'ai-policy', body: 'With care.' })
  await owner.post(`/documents/${document.body.id}/versions/1/submit`)
  const evidence = await owner.post('/evidence', {
    title: 'Minutes',
    content: { kind: 'link', url: 'https://example.org' },
  })

  const inbox = (await colleague.get('/inbox')).body
  expect(inbox.tasks).toMatchObject({ total: 4, overdue: 1, dueThisWeek: 1 })
  expect(inbox.tasks.items.map(({ id }: { id: string }) => id)).toEqual([late, soon, far, some])
  expect(inbox.tasks.items[0]).toMatchObject({ overdue: true })
  expect(inbox.decisions).toMatchObject({
    total: 2,
    items: [
      { what: 'approve-document', subject: `document:${document.body.id}`, name: 'AI policy, version 1' },
      { what: 'review-evidence', subject: `evidence:${evidence.body.id}`, name: 'Minutes' },
    ],
  })
  expect((await owner.get('/inbox')).body.decisions.total).toBe(0)
})

test('a list sorted by urgency ends with what has no day, and finds what is overdue or nobody’s', async () => {
  const other = await house.organization('Lists')
  await aTask({ title: 'C' }, other)
  await aTask({ title: 'A', dueOn: day(-1), owner: other.person }, other)
  await aTask({ title: 'B', dueOn: day(1) }, other)
  const titles = async (query: string) =>
    (await other.get(`/tasks?${query}`)).body.items.map(({ title }: { title: string }) => title)
  expect(await titles('sort=urgency')).toEqual(['A', 'B', 'C'])
  const first = (await other.get('/tasks?sort=urgency&limit=2')).body
  expect(await titles(`sort=urgency&limit=2&cursor=${first.next}`)).toEqual(['C'])
  expect(await titles('due=overdue')).toEqual(['A'])
  expect(await titles('due=week')).toEqual(['B'])
  expect(await titles('due=none')).toEqual(['C'])
  expect(await titles('assigned=none')).toEqual(['B', 'C'])
  expect(await look(house, other, (tx, org) => readTasksSituation(tx, org, today))).toMatchObject({
    open: 3,
    overdue: { count: 1, worst: [{ name: 'A' }] },
  })
})

test('what a task is about exists', async () => {
  const refused = await owner.post('/tasks', { title: 'x', subject: 'requirement:ISO-42001-2023/99' })
  expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'subject' })])
  const id = await aTask({ subject: 'requirement:ISO-42001-2023/6.1.2' })
  expect((await owner.patch(`/tasks/${id}`, 1, { subject: `person:${stranger.person}` })).status).toBe(422)
  expect((await owner.patch(`/tasks/${id}`, 1, { subject: null })).status).toBe(200)
})

test('an employee sees and completes their own tasks alone', async () => {
  const employee = await house.join(owner, ['employee'])
  const own = await aTask({ title: 'Do the training', owner: employee.person })
  const other = await aTask({ title: 'Secret' })
  expect((await employee.get('/tasks')).body).toMatchObject({ total: 1, items: [{ id: own }] })
  expect((await employee.get(`/tasks?owner=${owner.person}`)).body.items).toMatchObject([{ id: own }])
  expect((await employee.get(`/tasks/${other}`)).status).toBe(404)
  expect((await employee.post(`/tasks/${other}/complete`)).status).toBe(403)
  expect((await employee.post(`/tasks/${own}/complete`)).status).toBe(200)
  expect((await employee.get('/inbox')).body.tasks.total).toBe(0)
})

test('a calendar is read by its secret address, until it is renewed or ended', async () => {
  const person = await house.join(owner, ['contributor'])
  expect((await person.get('/calendar')).body).toEqual({ exists: false, since: null })
  await aTask({ owner: person.person, title: 'Dated; with, signs', dueOn: '2027-03-04', detail: 'One\nTwo' })
  await aTask({ owner: person.person, title: 'Dateless' })
  const { url } = (await person.post('/calendar/renew')).body
  const path = new URL(url).pathname
  const read = (at: string) => house.http.inject({ method: 'GET', url: at })
  const calendar = await read(path)
  expect(calendar.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20270304')
  expect(calendar.body).toContain(String.raw`SUMMARY:Dated\; with\, signs`)
  expect(calendar.body).not.toContain('Dateless')
  expect((await person.get('/calendar')).body.exists).toBe(true)

  const renewed = new URL((await person.post('/calendar/renew')).body.url).pathname
  expect((await read(path)).json()).toMatchObject({ status: 404, kind: 'no-such-calendar' })
  expect((await read(renewed)).statusCode).toBe(200)
  expect((await person.post('/calendar/revoke')).status).toBe(200)
  expect((await read(renewed)).statusCode).toBe(404)
  expect((await person.post('/calendar/revoke')).body.kind).toBe('no-calendar')
  const steps = ['calendar.renewed', 'calendar.renewed', 'calendar.revoked']
  const facts = await factsAbout(house, owner, `person:${person.person}`)
  expect(facts.filter((type) => type.startsWith('calendar'))).toEqual(steps)
})

test('the calendar of somebody who was disabled shows nothing any more', async () => {
  const person = await house.join(owner, ['contributor'])
  const path = new URL((await person.post('/calendar/renew')).body.url).pathname
  await owner.post(`/people/${person.person}/disable`)
  expect((await house.http.inject({ method: 'GET', url: path })).statusCode).toBe(404)
})

const mondayAndAfter = ['2027-03-01', '2027-03-02'] as const

test('the digest is mailed as often as somebody chose, once a day, and not where nothing waits', async () => {
  const team = await house.organization('Mailed')
  const weekly = await house.join(team, ['contributor'])
  const daily = await house.join(team, ['contributor'])
  const off = await house.join(team, ['contributor'])
  const idle = await house.join(team, ['contributor'])
  expect((await daily.get('/mail-preference')).body).toEqual({ digest: 'weekly', mailed: false })
  expect((await daily.post('/mail-preference', { digest: 'daily' })).body.digest).toBe('daily')
  await off.post('/mail-preference', { digest: 'off' })
  for (const { person } of [weekly, daily, off])
    await aTask({ owner: person, title: 'Overdue', dueOn: '2026-01-01' }, team)

  const server = await openMailServer()
  const mail = openMail({ mail: { url: server.url, from: 'assay@example.org' } })
  if (!mail) throw new Error('no mail')
  const parts = { door: house.door, mail, readers: inboxReaders, origin: 'https://assay.example.org' }
  const [monday, tuesday] = mondayAndAfter
  expect(await sendDigests(parts, team.org, monday)).toEqual({ sent: 2 })
  expect(await sendDigests(parts, team.org, monday)).toEqual({ sent: 0 })
  expect(await sendDigests(parts, team.org, tuesday)).toEqual({ sent: 1 })
  const to = server.letters.map((letter) => letter.to)
  expect(to.toSorted()).toEqual([weekly.email, daily.email, daily.email].toSorted())
  expect(to).not.toContain(idle.email)
  expect(server.letters[0]?.text).toContain('Subject: Mailed: 1 overdue')
  expect(server.letters[0]?.text).toContain('2026-01-01 (overdue)  Overdue')
  mail.close()
  await server.close()
})

test('an address that the mail server refuses keeps nobody else’s mail back, and is tried again', async () => {
  const team = await house.organization('Refused')
  const [gone, here] = [await house.join(team, ['contributor']), await house.join(team, ['contributor'])]
  for (const { person } of [gone, here]) await aTask({ owner: person, dueOn: '2026-01-01' }, team)
  const server = await openMailServer([gone.email])
  const mail = openMail({ mail: { url: server.url, from: 'assay@example.org' } })
  if (!mail) throw new Error('no mail')
  afterAll(() => server.close())
  const parts = { door: house.door, mail, readers: inboxReaders, origin: 'https://assay.example.org' }
  await expect(sendDigests(parts, team.org, mondayAndAfter[0])).rejects.toThrow('1 digests could not be sent')
  expect(server.letters.map(({ to }) => to)).toEqual([here.email])
  await expect(sendDigests(parts, team.org, mondayAndAfter[0])).rejects.toThrow('1 digests')
  expect(server.letters).toHaveLength(1)
  mail.close()
})

test('without mail configured there is none to open', () => {
  expect(openMail({ mail: undefined })).toBeNull()
})
