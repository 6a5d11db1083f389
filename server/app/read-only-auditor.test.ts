import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestHouse, type Member } from '../../test/house.ts'
import { type Operation, operationsOf, sample } from '../../test/operations.ts'
import { permissions } from './permissions.ts'

const house = await openTestHouse()
const owner = await house.organization()
const auditor = await house.join(owner, ['external-auditor'])

/** What everybody with a place does about their own account and their own preferences. */
const ofOnesOwn = new Set([
  'POST /api/v1/jobs/{id}/cancel',
  'POST /api/v1/session/organization',
  'DELETE /api/v1/sessions/{id}',
  'POST /api/v1/two-factor',
  'POST /api/v1/two-factor/confirm',
  'POST /api/v1/two-factor/disable',
  'POST /api/v1/two-factor/backup-codes',
  'POST /api/v1/password',
  'POST /api/v1/home/seen',
  'POST /api/v1/calendar/renew',
  'POST /api/v1/calendar/revoke',
  'POST /api/v1/mail-preference',
  'POST /api/v1/views',
  'PATCH /api/v1/views/{id}',
  'DELETE /api/v1/views/{id}',
  'POST /api/v1/comments/seen',
])
/** These answer from what they are sent, and keep nothing of it. */
const onlyComputing = new Set([
  'POST /api/v1/log/check',
  'POST /api/v1/screenings/try',
  'POST /api/v1/plans/preview',
  'POST /api/v1/ai-act/preview',
  'POST /api/v1/risk-simulations/{id}/repeat',
])

const nameOf = ({ method, path }: Operation) => `${method} ${path}`
/** A list as a file, under the list's own permission. */
const readsList = ({ path }: Operation) => path.endsWith('/export')
const writes = operationsOf(house).filter(({ method }) => method !== 'GET')
const refused = writes.filter(
  (it) => it.permission !== 'public' && !ofOnesOwn.has(nameOf(it)) && !onlyComputing.has(nameOf(it)) && !readsList(it),
)

test('an external auditor holds no permission that changes anything', () => {
  const held = refused.filter(({ permission }) => permission === 'signed-in' || holdsOf(permission)['external-auditor'])
  expect(held.map(nameOf)).toEqual([])
  expect(refused.length).toBeGreaterThan(80)
})

test('the exceptions are operations that exist', () => {
  const known = new Set(writes.map(nameOf))
  expect([...ofOnesOwn, ...onlyComputing].filter((name) => !known.has(name))).toEqual([])
})

test('each operation that changes something refuses an external auditor, and nothing is changed', async () => {
  const before = await stateOf()
  const odd: string[] = []
  const unseen: string[] = []
  for (const operation of refused) {
    const { status, kind } = await attempt(auditor, operation)
    if (status === 400) unseen.push(nameOf(operation))
    else if (status !== 403 || kind !== 'forbidden') odd.push(`${nameOf(operation)}: ${status} ${String(kind)}`)
  }
  expect(odd).toEqual([])
  // A body that is not understood is refused before anybody is asked for a permission. Few may be among these.
  expect(unseen.length, `give these a body in this file: ${unseen.join(', ')}`).toBeLessThan(15)
  expect(await stateOf()).toEqual(before)
})

test('what only computes keeps nothing', async () => {
  const before = await stateOf()
  for (const operation of writes.filter((it) => onlyComputing.has(nameOf(it)) || readsList(it)))
    await attempt(auditor, operation)
  expect(await stateOf()).toEqual(before)
})

test('a manager’s permission holds on any record, so that a key with it as its scope reaches no further', () => {
  const nearer = Object.entries(permissions).filter(([, byRole]) =>
    (['owner', 'aims-manager'] as const).some((role) => byRole[role] !== undefined && byRole[role] !== 'any'),
  )
  expect(nearer).toEqual([])
})

test('nobody but an owner may do what an owner may not', () => {
  const beyond = Object.entries(permissions).filter(
    ([, byRole]) => Object.keys(byRole).length > 0 && byRole.owner !== 'any',
  )
  expect(beyond).toEqual([])
})

test('an internal auditor decides nothing, and judges no evidence', () => {
  const verbs = ['approve', 'conclude', 'review', 'confirm-roles', 'decide-scope', 'edit', 'withdraw', 'judge', 'steer']
  const deciding = Object.entries(permissions).filter(
    ([name, byRole]) => byRole['internal-auditor'] === 'any' && verbs.includes(name.split(':')[1] ?? ''),
  )
  expect(deciding).toEqual([])
})

test('an employee changes nothing but what is their own, and reports AI in use', () => {
  const wide = new Set(refused.filter((it) => holdsOf(it.permission).employee === 'any').map(nameOf))
  expect([...wide]).toEqual(['POST /api/v1/ai-systems/intake'])
})

function holdsOf(permission: string) {
  const found = Object.entries(permissions).find(([name]) => name === permission)
  if (!found) throw new Error(`no room declares ${permission}`)
  return found[1]
}

type Answered = { status: number; kind: unknown }

/** Tries an operation with whatever its description takes; a version is a number in one room and an id in another. */
async function attempt(person: Member, operation: Operation): Promise<Answered> {
  const first = await send(person, operation, parameters)
  // 404: a parameter of this name is an id here
  return first.status === 400 || first.status === 404 ? await send(person, operation, {}) : first
}

async function send(person: Member, operation: Operation, values: Record<string, string>): Promise<Answered> {
  const { method, path } = operation
  const url = path.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? randomUUID())
  const body = bodies[nameOf(operation)] ?? (operation.body && sample(operation.body, randomUUID))
  const answer = await house.http.inject({
    method: method as 'POST',
    url: `${url}${queries[nameOf(operation)] ?? ''}`,
    headers: { cookie: person.cookie, 'if-match': '"1"', 'idempotency-key': randomUUID() },
    ...(body !== undefined && { payload: body as object }),
  })
  const json = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, kind: json ? answer.json<{ kind?: string }>().kind : null }
}

const parameters: Record<string, string> = {
  number: '1',
  version: '1',
  ref: '4.1',
  framework: 'ISO-42001-2023',
  seq: '1',
}

/** What a description does not tell: patterns, and fields of which at least one is needed. */
const subject = `task:${randomUUID()}`
const amounts = ['documentationHours', 'hourlyCost', 'firstYearCost', 'laterYearsCost', 'ownHours']
const bodies: Record<string, object> = {
  'POST /api/v1/lineage': { from: `model:${randomUUID()}`, to: randomUUID(), relation: 'uses' },
  'POST /api/v1/competitors': { name: 'Another', certified: null },
  'POST /api/v1/documents': { title: 'Policy', kind: 'ai-policy' },
  'POST /api/v1/evidence/{id}/link': { subjects: [subject] },
  'POST /api/v1/evidence/{id}/unlink': { subject },
  'PATCH /api/v1/business-case': {
    currency: 'EUR',
    monthsObserved: 1,
    expectedAvoidedShare: null,
    ...Object.fromEntries(amounts.map((name) => [name, null])),
  },
}
const queries: Record<string, string> = { 'POST /api/v1/imports': '?register=ai-systems&name=systems.csv' }

/** What every table holds that a request could write. */
async function stateOf(): Promise<Record<string, string>> {
  const { rows } = await house.keeper.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('assay', 'history') and c.relkind in ('r', 'p') and not c.relispartition
       and has_table_privilege(c.oid, 'select') order by 1`)
  const state: Record<string, string> = {}
  for (const { name } of rows) {
    const digest = await house.keeper.query<{ all: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as all from ${name} t`,
    )
    state[name] = digest.rows[0]?.all ?? ''
  }
  return state
}
