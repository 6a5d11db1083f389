import { afterAll, expect, test } from 'vitest'
import { caller, type Member, openTestHouse, verbs } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { openMailServer } from '../../../test/mail-server.ts'
import { mentionedIn } from './model.ts'

const postOffice = await openMailServer()
afterAll(postOffice.close)
const house = await openTestHouse({ ASSAY_MAIL_URL: postOffice.url })
const owner = await house.organization()
const colleague = await house.join(owner, ['contributor'])
const employee = await house.join(owner, ['employee'])
const auditor = await house.join(owner, ['external-auditor'])
const stranger = await house.organization('Another')

const risk = await aRisk('Falsehoods')
const at = (person: Member) => `@[person:${person.person}]`
const about = (subject: string) => `/comments?subject=${encodeURIComponent(subject)}`
const nowhere = '0190a3c4-7d11-7b65-9c39-000000000000'

async function aRisk(title: string): Promise<string> {
  const made = await owner.post('/risks', { title })
  expect(made.status, made.text).toBe(201)
  return `risk:${made.body.id}`
}

async function say(text: string, { by = owner, subject = risk } = {}): Promise<string> {
  const said = await by.post('/comments', { subject, text })
  expect(said.status, said.text).toBe(201)
  return said.body.id
}

async function mentionsOf(member: Member): Promise<string[]> {
  const { items } = (await member.get('/inbox')).body.decisions
  return items
    .filter(({ what }: { what: string }) => what === 'read-mention')
    .map(({ subject }: { subject: string }) => subject)
}

test('a thread is said, answered, settled and opened again, and the record’s own activity tells of it', async () => {
  const subject = await aRisk('Talked about')
  const thread = await say('Is the **source** right?', { subject })
  const answer = await colleague.post(`/comments/${thread}/replies`, { text: 'Yes.' })
  await owner.post(`/comments/${answer.body.id}/replies`, { text: 'Thanks.' })
  expect((await colleague.get(about(subject))).body).toMatchObject({
    total: 1,
    items: [
      {
        id: thread,
        author: { id: owner.person, name: 'Olive Owner' },
        text: 'Is the **source** right?',
        editedAt: null,
        resolved: null,
        replyCount: 2,
        replies: [
          { text: 'Yes.', thread },
          { text: 'Thanks.', thread },
        ],
      },
    ],
  })
  expect((await owner.post(`/comments/${answer.body.id}/resolve`)).body.kind).toBe('no-thread')
  expect((await owner.post(`/comments/${thread}/reopen`)).body.kind).toBe('open-already')
  expect((await colleague.post(`/comments/${thread}/resolve`)).status).toBe(200)
  expect((await owner.post(`/comments/${thread}/resolve`)).body.kind).toBe('resolved-already')
  expect((await owner.post(`/comments/${thread}/replies`, { text: 'More' })).body.kind).toBe('settled')
  expect((await owner.get(`${about(subject)}&state=open`)).body.total).toBe(0)
  expect((await owner.get(`${about(subject)}&state=resolved`)).body.items[0].resolved.by.id).toBe(colleague.person)
  expect((await owner.post(`/comments/${thread}/reopen`)).status).toBe(200)
  expect(await factsAbout(house, owner, subject)).toEqual([
    'risk.identified',
    'comment.said',
    'comment.answered',
    'comment.answered',
    'comment.thread-resolved',
    'comment.thread-reopened',
  ])
})

test('only the author edits and withdraws a text, and the past keeps each as it was', async () => {
  const subject = await aRisk('Edited')
  const id = await say('First words', { subject })
  const before = (await owner.get('/session')).body.seq
  expect((await colleague.patch(`/comments/${id}`, 1, { text: 'Mine' })).body.kind).toBe('not-yours')
  expect((await colleague.post(`/comments/${id}/withdraw`)).body.kind).toBe('not-yours')
  expect((await owner.patch(`/comments/${id}`, 7, { text: 'Other' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 1,
  })
  expect((await owner.patch(`/comments/${id}`, 1, { text: 'Other words' })).status).toBe(200)
  const edited = (await owner.get(`/comments/${id}`)).body
  expect(edited).toMatchObject({ text: 'Other words', version: 2, editedAt: expect.any(String) })
  expect((await owner.post(`/comments/${id}/withdraw`)).status).toBe(200)
  expect((await owner.get(`/comments/${id}`)).body).toMatchObject({ state: 'withdrawn', text: null })
  expect((await owner.patch(`/comments/${id}`, 3, { text: 'Again' })).body.kind).toBe('not-said-any-more')
  const past = { 'assay-as-of': String(before) }
  expect((await colleague.get(about(subject), past)).body.items).toMatchObject([
    { text: 'First words', editedAt: null },
  ])
  expect((await owner.post('/comments', { subject, text: 'Then' }, past)).body.kind).toBe('past-is-read-only')
  expect((await owner.get('/inbox', past)).status).toBe(200)
})

test('an erased text is in no version any more, while the log still verifies', async () => {
  const subject = await aRisk('Erased')
  const id = await say('Call Anna Schmidt at home', { subject, by: colleague })
  const before = (await owner.get('/session')).body.seq
  expect((await colleague.post(`/comments/${id}/erase`)).body.kind).toBe('forbidden')
  expect((await owner.post(`/comments/${id}/erase`)).status).toBe(200)
  expect((await owner.post(`/comments/${id}/erase`)).body.kind).toBe('erased-already')
  const { rows } = await house.keeper.query(
    'select text, erased_seq from history.comments where id = $1 order by from_seq',
    [id],
  )
  expect(rows.map(({ text }) => text)).toEqual([null, null])
  expect(rows[0].erased_seq).not.toBeNull()
  const past = (await owner.get(about(subject), { 'assay-as-of': String(before) })).body.items
  expect(past).toMatchObject([{ id, text: null, state: 'said' }])
})

test('who is mentioned finds it in the inbox and in the mail, once, until they have looked', async () => {
  const subject = await aRisk('Mentioned')
  const id = await say(`${at(colleague)} and ${at(colleague)}: is this yours?`, { subject })
  await say(`${at(owner)} to myself`, { subject })
  expect((await owner.get(`/comments/${id}`)).body.mentions).toEqual([
    { id: colleague.person, name: expect.stringMatching(/^Person/) },
  ])
  expect(await mentionsOf(colleague)).toEqual([subject])
  expect(await mentionsOf(owner)).toEqual([])
  expect((await colleague.get('/home')).body.next.items[0]).toMatchObject({ kind: 'decide', about: subject })
  await house.jobs.drain()
  const letters = postOffice.letters.filter(({ to }) => to === colleague.email)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toContain('Olive Owner mentioned you: Mentioned')
  expect(letters[0]?.text).not.toContain('is this yours')

  expect((await colleague.post('/comments/seen', { subject })).body).toEqual({ seen: 1 })
  expect(await mentionsOf(colleague)).toEqual([])
  await owner.patch(`/comments/${id}`, 1, { text: `${at(colleague)}, and ${at(auditor)}` })
  expect(await mentionsOf(colleague)).toEqual([])
  expect(await mentionsOf(auditor)).toEqual([subject])
  await owner.post(`/comments/${id}/withdraw`)
  expect(await mentionsOf(auditor)).toEqual([])
})

test('who switched mail off is told in the inbox alone', async () => {
  const subject = await aRisk('Quiet')
  await colleague.post('/mail-preference', { digest: 'off' })
  const before = postOffice.letters.length
  await say(`${at(colleague)}`, { subject })
  await house.jobs.drain()
  expect(postOffice.letters.length).toBe(before)
  expect(await mentionsOf(colleague)).toContain(subject)
})

test('nobody is mentioned who is a stranger or may not see the record', async () => {
  const refused = async (text: string) => (await owner.post('/comments', { subject: risk, text })).body
  expect(await refused(at(stranger))).toMatchObject({
    kind: 'cannot-mention',
    problems: [{ path: 'text', message: expect.stringContaining('no active place') }],
  })
  expect(await refused(at(employee))).toMatchObject({
    kind: 'cannot-mention',
    problems: [{ message: expect.stringContaining('may not see this record') }],
  })
  const id = await say('Nobody')
  expect((await owner.patch(`/comments/${id}`, 1, { text: at(stranger) })).body.kind).toBe('cannot-mention')
  const many = Array.from({ length: 21 }, (_, n) => `@[person:0190a3c4-7d11-7b65-9c39-0000000000${10 + n}]`).join(' ')
  expect((await refused(many)).problems[0].message).toContain('more than 20')
  const offered = (await owner.get(`/comments/mentionable?subject=${risk}&q=person`)).body.items
  expect(offered.map((one: { id: string }) => one.id).toSorted()).toEqual([colleague.person, auditor.person].toSorted())
})

test('an erased person stays in every comment under an opaque id', async () => {
  const leaver = await house.join(owner, ['contributor'])
  const subject = await aRisk('Left behind')
  const id = await say('I leave', { by: leaver, subject })
  await say(`Thanks, ${at(leaver)}`, { subject })
  await owner.post(`/people/${leaver.person}/disable`)
  await owner.post(`/people/${leaver.person}/erase`)
  const { items } = (await owner.get(`${about(subject)}&sort=saidAt`)).body
  expect(items[0]).toMatchObject({ id, text: 'I leave', author: { id: leaver.person, name: 'Erased person' } })
  expect(items[1].mentions).toEqual([{ id: leaver.person, name: 'Erased person' }])
})

test('threads are paged and counted for lists of records', async () => {
  const subject = await aRisk('Busy')
  const [first, second] = [await say('One', { subject }), await say('Two', { subject })]
  for (let n = 0; n < 22; n += 1) await owner.post(`/comments/${first}/replies`, { text: `Reply ${n}` })
  const page = (await owner.get(`${about(subject)}&limit=1`)).body
  expect(page).toMatchObject({ total: 2, items: [{ id: second }] })
  const rest = (await owner.get(`${about(subject)}&limit=1&cursor=${page.next}`)).body
  expect(rest).toMatchObject({ next: null, items: [{ id: first, replyCount: 22 }] })
  expect(rest.items[0].replies).toHaveLength(20)
  const replies = (await owner.get(`/comments/${first}/replies?limit=5`)).body
  expect(replies).toMatchObject({ total: 22, items: [{ text: 'Reply 0' }, {}, {}, {}, { text: 'Reply 4' }] })
  const [kind, id] = subject.split(':')
  const count = async (by = owner) => (await by.get(`/comments/counts?kind=${kind}&ids=${id},${nowhere}`)).body.items
  expect(await count()).toEqual([{ id, open: 2 }])
  await owner.post(`/comments/${second}/withdraw`)
  expect(await count()).toEqual([{ id, open: 1 }])
  expect(await count(employee)).toEqual([])
  expect(await count(stranger)).toEqual([])
})

test('an employee talks about what they may see, and settles no thread of others', async () => {
  const subject = `unit:${(await owner.post('/units', { name: 'Claims' })).body.id}`
  const theirs = await say('Is this my unit?', { by: employee, subject })
  const other = await say('Yours', { subject })
  const seen = async (member: Member, id: string) => (await member.get(`/comments/${id}`)).body.maySettle
  expect([await seen(employee, theirs), await seen(employee, other), await seen(owner, theirs)]).toEqual([
    true,
    false,
    true,
  ])
  expect(await seen(auditor, other)).toBe(false)
  expect((await employee.post(`/comments/${other}/replies`, { text: 'Thanks' })).status).toBe(201)
  expect((await employee.post(`/comments/${other}/resolve`)).body.kind).toBe('forbidden')
  expect((await employee.post(`/comments/${theirs}/resolve`)).status).toBe(200)
  expect((await employee.post(`/comments/${theirs}/reopen`)).status).toBe(200)
})

test('an employee talks about a task of their own, and finds nothing said about the tasks of others', async () => {
  const task = async (by: string) => (await owner.post('/tasks', { title: 'Answer', owner: by })).body.id
  const [theirs, other] = [`task:${await task(employee.person)}`, `task:${await task(owner.person)}`]
  await say('By when?', { subject: theirs })
  expect((await employee.get(about(theirs))).body).toMatchObject({ total: 1, items: [{ text: 'By when?' }] })
  await say('By Friday.', { by: employee, subject: theirs })
  expect((await employee.get(about(other))).status).toBe(404)
  expect((await employee.post('/comments', { subject: other, text: 'x' })).status).toBe(404)
})

test('who may not see the record finds none of its comments, and the auditor reads and does not talk', async () => {
  const id = await say('Confidential')
  for (const member of [employee, stranger]) {
    expect((await member.get(about(risk))).status).toBe(404)
    expect((await member.get(`/comments/${id}`)).status).toBe(404)
    expect((await member.get(`/comments/${id}/replies`)).status).toBe(404)
    expect((await member.get(`/comments/mentionable?subject=${risk}`)).status).toBe(404)
    expect((await member.post('/comments', { subject: risk, text: 'x' })).status).toBe(404)
    expect((await member.patch(`/comments/${id}`, 1, { text: 'x' })).status).toBe(404)
    for (const [verb, body] of [['replies', { text: 'x' }], ['withdraw'], ['resolve'], ['reopen']] as const)
      expect((await member.post(`/comments/${id}/${verb}`, body)).status).toBe(404)
  }
  expect((await stranger.post(`/comments/${id}/erase`)).status).toBe(404)
  expect((await owner.get(about(`risk:${nowhere}`))).status).toBe(404)
  const ofPerson = { subject: `person:${colleague.person}`, text: 'x' }
  expect((await owner.post('/comments', ofPerson)).body.kind).toBe('not-talked-about')
  expect((await auditor.get(`/comments/${id}`)).body.text).toBe('Confidential')
  expect((await auditor.post('/comments', { subject: risk, text: 'x' })).body.kind).toBe('forbidden')
  const key = await owner.post('/api-keys', {
    name: 'Machine',
    scopes: ['comments:read', 'comments:write', 'risks:read'],
    expiresOn: new Date(Date.now() + 86_400_000 * 9).toISOString().slice(0, 10),
  })
  const machine = verbs(caller(house, { authorization: `Bearer ${key.body.key}` }))
  expect((await machine.get(`/comments/${id}`)).status).toBe(200)
  expect((await machine.post('/comments', { subject: risk, text: 'x' })).body.kind).toBe('person-needed')
  expect((await machine.post(`/comments/${id}/resolve`)).body.kind).toBe('person-needed')
  expect((await machine.post('/comments/seen', { subject: risk })).body.kind).toBe('no-person')
})

test.each([
  ['nobody', 'a @name is only a word', []],
  ['one, once', `@[person:${nowhere}], @[person:${nowhere}]`, [nowhere]],
  ['nothing that is no id', '@[person:42] @[unit:0190a3c4-7d11-7b65-9c39-000000000000]', []],
])('a text mentions %s', (_whom, text, people) => {
  expect(mentionedIn(text)).toEqual(people)
})
