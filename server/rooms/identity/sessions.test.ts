import { symmetricEncrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { withClient } from '#platform/database/change.ts'
import { onConnection } from '#platform/database/transaction.ts'
import { caller, openTestHouse, password, verbs } from '../../../test/house.ts'
import { totp } from '../../../test/totp.ts'

const house = await openTestHouse({ ASSAY_SESSION_IDLE_HOURS: '10', ASSAY_SESSION_HOURS: '100' })
const owner = await house.organization()
const hour = 3_600_000

/** Makes the sessions of a person older than they are. */
async function age(person: string, { began, used }: { began: number; used: number }): Promise<void> {
  await house.accounts.pool.query(
    `update session set "createdAt" = now() - make_interval(mins => $2), "updatedAt" = now() - make_interval(mins => $3) where "userId" = $1`,
    [person, began, used],
  )
}

const lastUse = async (person: string) => {
  const { rows } = await house.accounts.pool.query<{ ago: number }>(
    `select min(extract(epoch from now() - "updatedAt") / 60)::float as ago from session where "userId" = $1`,
    [person],
  )
  return rows[0]?.ago ?? -1
}

test('a use is noted when the last one known is some minutes old, and not at every request', async () => {
  const person = await house.join(owner, ['contributor'])
  await age(person.person, { began: 500, used: 4 })
  expect((await person.get('/session')).status).toBe(200)
  expect(await lastUse(person.person)).toBeGreaterThan(3.9)
  await age(person.person, { began: 500, used: 6 })
  expect((await person.get('/session')).status).toBe(200)
  expect(await lastUse(person.person)).toBeLessThan(1)
})

test('a session ends when it is not used, and goes on while it is', async () => {
  const person = await house.join(owner, ['contributor'])
  await age(person.person, { began: 99 * 60, used: 9 * 60 })
  expect((await person.get('/session')).status).toBe(200)
  await age(person.person, { began: 99 * 60, used: 10 * 60 + 1 })
  expect((await person.get('/session')).status).toBe(401)
})

test('a session ends at its longest, however much it is used', async () => {
  const person = await house.join(owner, ['contributor'])
  await age(person.person, { began: 100 * 60 + 1, used: 0 })
  expect((await person.get('/session')).status).toBe(401)
})

test('the list says when each session was used last and when it ends', async () => {
  const person = await house.join(owner, ['contributor'])
  const [fresh] = (await person.get('/sessions')).body.items
  const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / hour
  expect(between(fresh.lastSeenAt, fresh.expiresAt)).toBeCloseTo(10, 5)
  expect(between(fresh.startedAt, fresh.endsAt)).toBeCloseTo(100, 2)
  await age(person.person, { began: 95 * 60, used: 0 })
  const [old] = (await person.get('/sessions')).body.items
  expect(old.expiresAt).toBe(old.endsAt)
})

test('a session that has ended is in no list', async () => {
  const person = await house.join(owner, ['contributor'])
  await age(person.person, { began: 99 * 60, used: 11 * 60 })
  await house.http.inject({ method: 'POST', url: '/api/v1/session', payload: { email: person.email, password } })
  const anew = await house.http.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email: person.email, password },
  })
  const cookie = String([anew.headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
  expect((await verbs(caller(house, { cookie })).get('/sessions')).body.items).toHaveLength(2)
})

test('what has ended is forgotten at night', async () => {
  const person = await house.join(owner, ['contributor'])
  await age(person.person, { began: 99 * 60, used: 11 * 60 })
  await withClient(house.door.pool, (client) =>
    house.door.enqueue(onConnection(client), client, [{ queue: 'forget-what-is-over', data: {} }]),
  )
  await house.jobs.drain()
  expect(await lastUse(person.person)).toBe(-1)
  expect((await owner.get('/session')).status).toBe(200)
})

test('ten backup codes are given and kept as hashes, each works once, and new ones end the old', async () => {
  const person = await house.join(owner, ['contributor'])
  const { uri, backupCodes } = (await person.post('/two-factor', { password })).body
  expect(new Set(backupCodes).size).toBe(10)
  await person.post('/two-factor/confirm', { code: totp(new URL(uri).searchParams.get('secret') ?? '') })
  const kept = await house.accounts.pool.query('select "backupCodes" as codes from "twoFactor" where "userId" = $1', [
    person.person,
  ])
  const codes: string[] = JSON.parse(kept.rows[0].codes)
  expect(codes).toHaveLength(10)
  expect(codes.filter((code) => !code.startsWith('hmac:') || backupCodes.includes(code))).toEqual([])

  const first = await enter(person.email, backupCodes[0])
  expect(first.status).toBe(200)
  expect((await enter(person.email, backupCodes[0])).status).toBe(401)
  const me = verbs(caller(house, { cookie: first.cookie }))
  expect((await me.get('/sessions')).body).toMatchObject({ twoFactor: true, backupCodesLeft: 9 })

  expect((await me.post('/two-factor/backup-codes', { password: 'wrong' })).body.kind).toBe('wrong-password')
  const renewed = (await me.post('/two-factor/backup-codes', { password })).body.backupCodes
  expect(renewed).toHaveLength(10)
  expect((await enter(person.email, backupCodes[1])).status).toBe(401)
  expect((await enter(person.email, renewed[0])).status).toBe(200)
})

test('backup codes that an earlier release encrypted still work, once each', async () => {
  const person = await house.join(owner, ['contributor'])
  const { uri } = (await person.post('/two-factor', { password })).body
  await person.post('/two-factor/confirm', { code: totp(new URL(uri).searchParams.get('secret') ?? '') })
  const data = JSON.stringify(['aaaaa-bbbbb', 'ccccc-ddddd'])
  const old = await symmetricEncrypt({ key: house.secrets.derive('session cookies'), data })
  await house.accounts.pool.query('update "twoFactor" set "backupCodes" = $1 where "userId" = $2', [old, person.person])
  expect((await enter(person.email, 'aaaaa-bbbbb')).status).toBe(200)
  expect((await enter(person.email, 'aaaaa-bbbbb')).status).toBe(401)
  expect((await enter(person.email, 'ccccc-ddddd')).status).toBe(200)
})

/** Signs in with a password and a code. */
async function enter(email: string, code: string): Promise<{ status: number; cookie: string }> {
  const half = await house.http.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } })
  const whole = await house.http.inject({
    method: 'POST',
    url: '/api/v1/session/two-factor',
    headers: { cookie: cookies(half.headers['set-cookie']) },
    payload: { code },
  })
  return { status: whole.statusCode, cookie: cookies(whole.headers['set-cookie']) }
}

function cookies(lines: unknown): string {
  return [lines]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}
