import { afterAll, expect, test } from 'vitest'
import type { Role } from '#kernel/permission.ts'
import { caller, type Member, openTestHouse, password, verbs } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { openMailServer } from '../../../test/mail-server.ts'
import { totp } from '../../../test/totp.ts'
import { offerResetByOperator } from './index.ts'

const postOffice = await openMailServer()
afterAll(postOffice.close)
const house = await openTestHouse({ ASSAY_MAIL_URL: postOffice.url })
const owner = await house.organization()
const manager = await house.join(owner, ['aims-manager'])
const anonymous = verbs(caller(house, {}))
const next = 'a new sentence to remember'

const tokenIn = (link: string) => new URL(link).hash.replace('#token=', '')
const ask = (by: Member, person: string) => by.post(`/people/${person}/password-reset`)
const use = (token: string, chosen = next) => anonymous.post('/password-resets/use', { token, password: chosen })
const signIn = (email: string, chosen = next) => anonymous.post('/session', { email, password: chosen })

async function linkFor(person: Member, by: Member = owner): Promise<string> {
  const issued = await ask(by, person.person)
  expect(issued.status, issued.text).toBe(201)
  return tokenIn(issued.body.link)
}

async function joinAnother(person: Member, roles: Role[] = ['employee']): Promise<Member> {
  const other = await house.organization('Another')
  const sent = await other.post('/invitations', { email: person.email, roles })
  const token = tokenIn(sent.body.link)
  expect((await anonymous.post('/invitations/accept', { token, name: 'P', password })).status).toBe(200)
  return other
}

async function lettersTo(email: string): Promise<string[]> {
  await house.jobs.drain()
  // quoted-printable breaks long lines
  return postOffice.letters
    .filter(({ to }) => to === email)
    .map(({ text }) => text.replaceAll('=\n', '').replaceAll('=3D', '='))
}

test('a link of a colleague sets a new password once, ends every session, and both are recorded', async () => {
  const person = await house.join(owner, ['contributor'])
  const token = await linkFor(person, manager)
  expect((await anonymous.get(`/password-resets/preview?token=${token}`)).body).toEqual({
    email: person.email,
    secondFactor: false,
    removesSecondFactor: false,
  })
  expect((await use(token, 'short')).body.kind).toBe('weak-password')
  expect((await use(token, person.email)).body.kind).toBe('weak-password')
  expect((await person.get('/session')).status).toBe(200)
  expect((await use(token)).status).toBe(204)
  expect((await person.get('/session')).status).toBe(401)
  expect((await signIn(person.email, password)).body.kind).toBe('wrong-credentials')
  expect((await signIn(person.email)).status).toBe(200)
  expect((await use(token, 'yet another sentence')).body.kind).toBe('link-used')
  expect((await anonymous.get(`/password-resets/preview?token=${token}`)).status).toBe(410)
  const facts = await factsAbout(house, owner, `person:${person.person}`)
  expect(facts).toEqual(expect.arrayContaining(['person.reset-link-issued', 'person.password-reset']))
  expect(await lettersTo(person.email)).toHaveLength(2)
})

test('nobody gets a link for somebody who may do more than they', async () => {
  expect((await ask(manager, owner.person)).body.kind).toBe('more-than-you-hold')
  const contributor = await house.join(owner, ['contributor'])
  expect((await ask(contributor, manager.person)).body.kind).toBe('forbidden')
  expect((await ask(owner, owner.person)).body.kind).toBe('own-password')
})

test('a key gets no link, whatever its scopes', async () => {
  const person = await house.join(owner, ['employee'])
  const all = (await owner.get('/session')).body.permissions
  const made = await owner.post('/api-keys', { name: 'All', scopes: all, expiresOn: '2099-01-01' })
  const machine = verbs(caller(house, { authorization: `Bearer ${made.body.key}` }))
  expect((await machine.post(`/people/${person.person}/password-reset`)).body.kind).toBe('people-only')
})

test('an account that opens another organization is out of reach, also once it does so later', async () => {
  const person = await house.join(owner, ['contributor'])
  const token = await linkFor(person)
  await joinAnother(person)
  expect((await use(token)).body.kind).toBe('link-used')
  expect((await ask(owner, person.person)).body.kind).toBe('elsewhere')
  expect((await signIn(person.email, password)).status).toBe(200)
})

test('a person whose place has ended, one without an account and a stranger get no link', async () => {
  const person = await house.join(owner, ['contributor'])
  const token = await linkFor(person)
  await owner.post(`/people/${person.person}/disable`)
  expect((await ask(owner, person.person)).body.kind).toBe('not-active')
  expect((await use(token)).body.kind).toBe('link-used')
  const stranger = await house.organization('Elsewhere')
  expect((await ask(stranger, manager.person)).status).toBe(404)
  const gone = await house.join(owner, ['employee'])
  await house.accounts.pool.query('delete from "user" where id = $1', [gone.person])
  expect((await ask(owner, gone.person)).body.kind).toBe('no-account')
})

test('a new link ends the earlier one, and so does a change of roles of either side', async () => {
  const person = await house.join(owner, ['employee'])
  const first = await linkFor(person)
  const second = await linkFor(person)
  expect((await use(first)).body.kind).toBe('link-used')
  await owner.post(`/people/${person.person}/roles`, { roles: [{ role: 'aims-manager' }] })
  expect((await use(second)).body.kind).toBe('link-used')
  const passing = await house.join(owner, ['aims-manager'])
  const theirs = await linkFor(person, passing)
  await owner.post(`/people/${passing.person}/roles`, { roles: [{ role: 'employee' }] })
  expect((await use(theirs)).body.kind).toBe('link-used')
})

test('whoever changes their password themselves ends every link', async () => {
  const person = await house.join(owner, ['employee'])
  const token = await linkFor(person)
  expect((await person.post('/password', { current: password, next: person.email })).body.kind).toBe('weak-password')
  expect((await person.post('/password', { current: password, next })).status).toBe(204)
  expect((await use(token)).body.kind).toBe('link-used')
})

test('a link ends by itself', async () => {
  const person = await house.join(owner, ['employee'])
  const token = await linkFor(person)
  await onDatabase(`update identity.password_resets set expires_at = now() where person = '${person.person}'`)
  expect((await use(token)).body.kind).toBe('link-used')
})

test('two at once use a link once', async () => {
  const person = await house.join(owner, ['employee'])
  const token = await linkFor(person)
  const answers = await Promise.all([use(token), use(token, 'another sentence altogether')])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 410]))
})

test('only a hash of a link is kept, also of one that was asked for under an Idempotency-Key', async () => {
  const person = await house.join(owner, ['employee'])
  const once = { 'idempotency-key': 'reset-1' }
  const issued = await owner.post(`/people/${person.person}/password-reset`, {}, once)
  const again = await owner.post(`/people/${person.person}/password-reset`, {}, once)
  expect(again.body.kind).toBe('already-carried-out')
  const { rows } = await house.keeper.query('select r::text as text from identity.password_resets r')
  const { rows: answers } = await onDatabase('select k::text as text from assay.idempotency_keys k')
  expect(JSON.stringify([rows, answers])).not.toContain(tokenIn(issued.body.link))
})

test('a second factor is still asked for after a reset', async () => {
  const person = await house.join(owner, ['contributor'])
  await withSecondFactor(person)
  expect((await use(await linkFor(person))).status).toBe(204)
  expect((await signIn(person.email)).body).toEqual({ twoFactor: true })
})

test('a forgotten password is mailed a link, and an unknown address gets the same answer and no letter', async () => {
  const person = await house.join(owner, ['contributor'])
  const other = await joinAnother(person)
  const known = await anonymous.post('/password-resets/request', { email: person.email.toUpperCase() })
  const unknown = await anonymous.post('/password-resets/request', { email: 'nobody@example.org' })
  expect([known.status, known.text]).toEqual([202, unknown.text])
  expect(unknown.status).toBe(202)
  const [letter = ''] = await lettersTo(person.email)
  const token = /#token=([\w-]+)/.exec(letter)?.[1] ?? ''
  expect((await use(token)).status).toBe(204)
  expect((await signIn(person.email)).status).toBe(200)
  // every organization of the person records it
  expect(await factsAbout(house, owner, `person:${person.person}`)).toContain('person.password-reset')
  expect(await factsAbout(house, other, `person:${person.person}`)).toContain('person.password-reset')
  expect(await lettersTo('nobody@example.org')).toEqual([])
})

test('at most five links are mailed to a person within an hour, and they end no link of a colleague', async () => {
  const person = await house.join(owner, ['contributor'])
  const token = await linkFor(person)
  for (let turn = 0; turn < 7; turn += 1) await anonymous.post('/password-resets/request', { email: person.email })
  const letters = await lettersTo(person.email)
  expect(letters.filter((text) => text.includes('#token='))).toHaveLength(5)
  expect((await use(token)).status).toBe(204)
})

test('where no mail is configured, nobody is promised a letter', async () => {
  expect((await anonymous.get('/password-resets/ways')).body).toEqual({ mail: true })
  const silent = await openTestHouse()
  const there = verbs(caller(silent, {}))
  expect((await there.get('/password-resets/ways')).body).toEqual({ mail: false })
  expect((await there.post('/password-resets/request', { email: owner.email })).body.kind).toBe('no-mail')
})

test('the operator gets a link for any account, which may take the second factor away, and each place records it', async () => {
  const person = await house.organization('Of one owner')
  await withSecondFactor(person)
  const parts = { door: house.door, pool: house.door.pool }
  const kept = await offerResetByOperator(parts, { person: person.person, removesSecondFactor: false })
  expect(kept.organizations).toBe(1)
  expect((await use(kept.token)).status).toBe(204)
  expect((await signIn(person.email)).body).toEqual({ twoFactor: true })
  const taken = await offerResetByOperator(parts, { person: person.person, removesSecondFactor: true })
  expect((await use(taken.token)).status).toBe(204)
  const whole = await signIn(person.email)
  expect(whole.body).toEqual({ twoFactor: false })
  const back = verbs(caller(house, { cookie: cookieOf(whole.headers['set-cookie']) }))
  expect((await back.get('/sessions')).body.twoFactor).toBe(false)
  expect((await factsAbout(house, person, `person:${person.person}`)).slice(-3)).toEqual([
    'person.reset-link-issued',
    'person.password-reset',
    'person.second-factor-removed',
  ])
})

async function withSecondFactor(person: Member): Promise<void> {
  const { uri } = (await person.post('/two-factor', { password })).body
  const code = totp(new URL(uri).searchParams.get('secret') ?? '')
  expect((await person.post('/two-factor/confirm', { code })).status).toBe(204)
}

function cookieOf(lines: unknown): string {
  return [lines]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}

async function onDatabase(text: string) {
  const { Client } = (await import('pg')).default
  const client = new Client(house.connection('owner'))
  await client.connect()
  return await client.query(text).finally(() => client.end())
}
