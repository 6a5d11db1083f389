import { expect, test } from 'vitest'
import { caller, openTestHouse, password, verbs } from '../../../test/house.ts'
import { totp } from '../../../test/totp.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

test('an invited person joins with the roles that were offered, and the link works once', async () => {
  const sent = await owner.post('/invitations', { email: 'Nina@example.org', roles: ['contributor'] })
  expect(sent.status).toBe(201)
  const token = new URL(sent.body.link).hash.replace('#token=', '')
  const anonymous = verbs(caller(house, {}))
  expect((await anonymous.get(`/invitations/preview?token=${token}`)).body).toEqual({
    organization: 'Example',
    name: null,
  })
  expect((await anonymous.post('/invitations/accept', { token, name: 'Nina', password: 'short' })).body.kind).toBe(
    'weak-password',
  )
  expect((await anonymous.post('/invitations/accept', { token, name: 'Nina', password })).status).toBe(200)
  expect((await anonymous.post('/invitations/accept', { token, name: 'Nina', password })).body.kind).toBe('link-used')
  const listed = await owner.get('/people?q=nina')
  expect(listed.body.items).toEqual([
    expect.objectContaining({ name: 'Nina', roles: [expect.objectContaining({ role: 'contributor' })] }),
  ])
})

test('a manager cannot make an owner, and a contributor cannot invite at all', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const refused = await manager.post('/invitations', { email: 'boss@example.org', roles: ['owner'] })
  expect(refused.body).toMatchObject({
    status: 403,
    kind: 'more-than-you-hold',
    permissions: expect.arrayContaining(['people:erase']),
  })
  const own = await manager.post(`/people/${manager.person}/roles`, { roles: [{ role: 'owner' }] })
  expect(own.body.kind).toBe('more-than-you-hold')
  const contributor = await house.join(owner, ['contributor'])
  expect((await contributor.post('/invitations', { email: 'x@example.org', roles: ['employee'] })).body.kind).toBe(
    'forbidden',
  )
})

test('an external auditor needs an end, and sees nothing after it', async () => {
  const refused = await owner.post('/invitations', { email: 'auditor@example.org', roles: ['external-auditor'] })
  expect(refused.body.kind).toBe('end-needed')
  const auditor = await house.join(owner, ['external-auditor'])
  expect((await auditor.get('/tasks')).status).toBe(200)
  expect((await auditor.post('/tasks', { title: 'Change something' })).status).toBe(403)
  await owner.post(`/people/${auditor.person}/roles`, {
    roles: [{ role: 'external-auditor', expiresOn: '2020-01-01' }],
  })
  expect((await auditor.get('/tasks')).status).toBe(403)
})

test('disabling a person ends their sessions at once, and can be undone', async () => {
  const person = await house.join(owner, ['contributor'])
  expect((await person.get('/tasks')).status).toBe(200)
  expect((await owner.post(`/people/${person.person}/disable`)).status).toBe(200)
  expect((await person.get('/tasks')).status).toBe(403)
  expect((await person.get('/session')).status).toBe(403)
  expect((await owner.post(`/people/${person.person}/disable`)).body.kind).toBe('not-active')
  expect((await owner.post(`/people/${person.person}/enable`)).status).toBe(200)
  expect((await person.get('/tasks')).status).toBe(200)
})

test('the last owner stays', async () => {
  const refused = await owner.post(`/people/${owner.person}/roles`, { roles: [{ role: 'employee' }] })
  expect(refused.body.kind).toBe('last-owner')
  expect((await owner.post(`/people/${owner.person}/disable`)).body.kind).toBe('yourself')
})

test('a key holds no more than its maker, works until it is revoked, and is shown once', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const draft = { name: 'Build pipeline', scopes: ['tasks:read'], expiresOn: '2099-01-01' }
  expect((await manager.post('/api-keys', { ...draft, scopes: ['people:erase'] })).body.kind).toBe('more-than-you-hold')
  expect((await manager.post('/api-keys', { ...draft, expiresOn: '2020-01-01' })).body.kind).toBe('end-in-the-past')
  const made = await manager.post('/api-keys', draft)
  const machine = verbs(caller(house, { authorization: `Bearer ${made.body.key}` }))
  expect((await machine.get('/tasks')).status).toBe(200)
  expect((await machine.post('/tasks', { title: 'Not in scope' })).status).toBe(403)
  expect((await machine.get('/session')).status).toBe(403)
  const listed = await manager.get('/api-keys')
  expect(listed.text).not.toContain(made.body.key)
  expect(listed.body.items[0].lastUsedAt).not.toBeNull()
  expect((await manager.post(`/api-keys/${made.body.id}/revoke`)).status).toBe(200)
  expect((await machine.get('/tasks')).status).toBe(401)
})

test('a second factor is asked for once it is confirmed, and a backup code works too', async () => {
  const person = await house.join(owner, ['contributor'])
  expect((await person.post('/two-factor', { password: 'wrong' })).body.kind).toBe('wrong-password')
  const { uri, backupCodes } = (await person.post('/two-factor', { password })).body
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const code = totp(secret)
  expect((await person.post('/two-factor/confirm', { code })).status).toBe(204)
  const anonymous = caller(house, {})
  const half = await anonymous('POST', '/session', { email: person.email, password })
  expect(half.body).toEqual({ twoFactor: true })
  const cookie = [half.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
  expect((await caller(house, { cookie })('GET', '/session')).status).toBe(401)
  expect((await caller(house, { cookie })('POST', '/session/two-factor', { code: '000000' })).body.kind).toBe(
    'wrong-code',
  )
  const whole = await caller(house, { cookie })('POST', '/session/two-factor', { code: backupCodes[0] })
  expect(whole.status).toBe(200)
})

test('a person sees and ends their own sessions only', async () => {
  const person = await house.join(owner, ['contributor'])
  const mine = (await person.get('/sessions')).body.items
  expect(mine.some((session: { current: boolean }) => session.current)).toBe(true)
  expect((await stranger.delete(`/sessions/${mine[0].id}`)).status).toBe(404)
  for (const { id } of mine) await person.delete(`/sessions/${id}`)
  expect((await person.get('/session')).status).toBe(401)
})

test('a forged cookie and a page of another site are refused', async () => {
  const forged = owner.cookie.replace(/session_token=([^.]+)\./, 'session_token=$1x.')
  expect((await caller(house, { cookie: forged })('GET', '/session')).status).toBe(401)
  const foreign = await owner.post('/tasks', { title: 'From elsewhere' }, { origin: 'https://evil.example' })
  expect(foreign.body.kind).toBe('foreign-origin')
})

test('one person works in two organizations, one at a time, and in no third', async () => {
  const sent = await stranger.post('/invitations', { email: owner.email, roles: ['contributor'] })
  const token = new URL(sent.body.link).hash.replace('#token=', '')
  await verbs(caller(house, {})).post('/invitations/accept', { token, name: 'Olive Owner', password })
  const { organizations } = (await owner.get('/session')).body
  expect(organizations.map(({ name }: { name: string }) => name)).toEqual(['Another', 'Example'])
  expect((await owner.post('/session/organization', { organization: stranger.org })).status).toBe(204)
  expect((await owner.get('/session')).body.roles).toEqual(['contributor'])
  expect((await owner.post('/session/organization', { organization: owner.org })).status).toBe(204)
  const third = await house.organization('Third')
  expect((await owner.post('/session/organization', { organization: third.org })).body.kind).toBe('no-place')
})

test('a person of another organization cannot be read or changed', async () => {
  const outsider = await house.organization('Outsider')
  expect((await outsider.get(`/people/${owner.person}`)).status).toBe(404)
  expect((await outsider.post(`/people/${owner.person}/disable`)).status).toBe(404)
  expect((await outsider.post(`/people/${owner.person}/roles`, { roles: [] })).status).toBe(404)
})

test('a manager neither ends nor gives back the place of an owner', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const other = await house.join(owner, ['owner'])
  expect((await manager.post(`/people/${other.person}/disable`)).body.kind).toBe('more-than-you-hold')
  expect((await owner.post(`/people/${other.person}/disable`)).status).toBe(200)
  expect((await manager.post(`/people/${other.person}/enable`)).body.kind).toBe('more-than-you-hold')
  expect((await owner.post(`/people/${other.person}/enable`)).status).toBe(200)
})

test('a place that was given back keeps its roles, whatever was offered meanwhile', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const other = await house.join(owner, ['owner'])
  await owner.post(`/people/${other.person}/disable`)
  const sent = await manager.post('/invitations', { email: other.email, roles: ['employee'] })
  await owner.post(`/people/${other.person}/enable`)
  const token = new URL(sent.body.link).hash.replace('#token=', '')
  const accepted = await verbs(caller(house, {})).post('/invitations/accept', { token, name: 'Other', password })
  expect(accepted.body.kind).toBe('member-already')
  expect((await other.get('/session')).body.roles).toEqual(['owner'])
})

test('the keys that a person made are found, and which of them still work', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const draft = { name: 'One', scopes: ['tasks:read'], expiresOn: '2099-01-01' }
  const kept = await manager.post('/api-keys', draft)
  const gone = await manager.post('/api-keys', { ...draft, name: 'Two' })
  await manager.post(`/api-keys/${gone.body.id}/revoke`)
  const ids = async (query: string) =>
    (await owner.get(`/api-keys?createdBy=${manager.person}${query}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await ids('')).toEqual([kept.body.id, gone.body.id])
  expect(await ids('&state=valid')).toEqual([kept.body.id])
})

test('whoever is invited back has what is offered now, and nothing of what they held before', async () => {
  const manager = await house.join(owner, ['aims-manager'])
  const former = await house.join(owner, ['owner'])
  await owner.post(`/people/${former.person}/disable`)
  const sent = await manager.post('/invitations', { email: former.email, roles: ['employee'] })
  const token = new URL(sent.body.link).hash.replace('#token=', '')
  await verbs(caller(house, {})).post('/invitations/accept', { token, name: 'Former', password })
  expect((await former.get('/session')).body.roles).toEqual(['employee'])
})
