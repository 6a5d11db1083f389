import { createHmac, randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { readSituation } from '../server/app/situation.ts'
import type { OrganizationId } from '../server/kernel/id.ts'
import { subjectRef } from '../server/kernel/id.ts'
import { ok } from '../server/kernel/result.ts'
import { change, read, type Who } from '../server/platform/database/change.ts'
import { AiSystemDraft, createAiSystem } from '../server/rooms/ai-systems/index.ts'
import { found } from '../server/rooms/identity/index.ts'
import { readiness } from '../server/rooms/readiness/index.ts'
import { openTrial, percentile, type Row, type Trial } from './trial.ts'

/** The nearest rival's figures with 10,000 rows, measured on a machine of this kind; see the research notes on it. */
const rival = { list: 'rival: p50 5,425 ms, 8.1 MB', search: 'rival: p50 99 ms' }

/** Lists, search, the past, the situation and the rules, as requests of a signed-in person through the whole server. */
export async function benchRequests(): Promise<Row[]> {
  const trial = await openTrial()
  try {
    const large = await openOrganization(trial)
    await fillSystems(trial, large.who, 10_000)
    await fillEvidence(trial, large.who, 10_000)
    const small = await openOrganization(trial)
    await fillSystems(trial, small.who, 200)
    await fillEvidence(trial, small.who, 5000)
    const middle = await entryInTheMiddle(trial, large.who.org)
    await trial.house.keeper.query('select 1')
    return [
      ...(await requests(trial, large.cookie, 'list of 10,000 AI systems', '/ai-systems?limit=50', {
        aim: 'p95 < 50 ms',
        note: rival.list,
      })),
      ...(await requests(trial, large.cookie, 'the same, sorted by name', '/ai-systems?limit=50&sort=name', {
        aim: 'p95 < 50 ms',
        note: '',
      })),
      ...(await requests(trial, large.cookie, 'search “scoring 77” in 10,000', '/ai-systems?limit=50&q=scoring%2077', {
        aim: 'p95 < 50 ms',
        note: rival.search,
      })),
      ...(await requests(trial, large.cookie, 'list of 10,000 evidence items', '/evidence?limit=50', {
        aim: 'p95 < 50 ms',
        note: '',
      })),
      ...(await requests(trial, large.cookie, 'list as of the middle of the log', '/ai-systems?limit=50', {
        aim: '',
        note: 'the rooms’ own query over the history',
        asOf: middle,
      })),
      await situation(trial, small.who),
      await rules(trial, small.who),
    ]
  } finally {
    await trial.close()
  }
}

export type Opened = { who: Who; cookie: string }

export async function openOrganization({ house }: Trial): Promise<Opened> {
  const person = randomUUID()
  const email = `${person}@example.org`
  const org = await found(house, { person, name: 'Bench', email, organization: 'Bench' })
  await house.accounts.pool.query(`insert into "user" (id, name, email) values ($1, 'Bench', $2)`, [person, email])
  const who = { org, actor: `person:${person}`, person }
  return { who, cookie: await sessionFor(house, who) }
}

export async function fillSystems({ house }: Trial, who: Who, count: number): Promise<void> {
  for (let from = 0; from < count; from += 200) {
    await change(house.door, who, 'ai-systems:register', async (it) => {
      for (let n = from; n < Math.min(count, from + 200); n += 1) {
        const made = await createAiSystem(
          it,
          AiSystemDraft.parse({
            name: `Scoring ${n} of unit ${n % 37}`,
            purpose: 'Ranks requests',
            provenance: 'built',
          }),
        )
        if (!made.ok) throw new Error('refused')
      }
      return ok({ value: null, facts: [{ type: 'import.part-carried-out', subject: subjectRef('import', uuidv7()) }] })
    })
  }
}

async function fillEvidence({ house }: Trial, who: Who, count: number): Promise<void> {
  const refs = ['4.1', '5.2', '6.1.2', '7.2', '8.1', '9.1', 'A.2.2', 'A.4.3', 'A.6.2.4', 'A.7.4']
  const session = await sessionFor(house, who)
  for (let n = 0; n < count; n += 1) {
    const made = await house.http.inject({
      method: 'POST',
      url: '/api/v1/evidence',
      headers: { cookie: session },
      payload: {
        title: `Check ${n}`,
        content: { kind: 'link', url: 'https://example.org/' },
        subjects: [`requirement:ISO-42001-2023/${refs[n % refs.length]}`],
      },
    })
    if (made.statusCode !== 201) throw new Error(made.body)
  }
}

const sessions = new Map<string, string>()

async function sessionFor(house: Trial['house'], { org, person }: Who): Promise<string> {
  const known = sessions.get(org)
  if (known) return known
  const token = randomUUID()
  await house.accounts.pool.query(
    `insert into session (id, "expiresAt", token, "userId", organization) values ($1, now() + interval '1 hour', $2, $3, $4)`,
    [randomUUID(), token, person, org],
  )
  const signature = createHmac('sha256', house.secrets.derive('session cookies')).update(token).digest('base64')
  const cookie = `assay.session_token=${encodeURIComponent(`${token}.${signature}`)}`
  sessions.set(org, cookie)
  return cookie
}

async function entryInTheMiddle({ house }: Trial, org: OrganizationId): Promise<number> {
  const { rows } = await house.keeper.query<{ size: number }>(
    'select size from assay.organization_logs where org_id = $1',
    [org],
  )
  return Math.floor((rows[0]?.size ?? 2) / 2)
}

export async function requests(
  { house }: Trial,
  cookie: string,
  name: string,
  url: string,
  { aim, note, asOf }: { aim: string; note: string; asOf?: number },
): Promise<Row[]> {
  const headers = { cookie, ...(asOf !== undefined && { 'assay-as-of': String(asOf) }) }
  const samples: number[] = []
  for (let n = 0; n < 110; n += 1) {
    const started = performance.now()
    const answer = await house.http.inject({ method: 'GET', url: `/api/v1${url}`, headers })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    if (n >= 10) samples.push(performance.now() - started)
  }
  return [
    { name: `${name}, p50`, value: percentile(samples, 0.5), unit: 'ms', aim: '', note },
    { name: `${name}, p95`, value: percentile(samples, 0.95), unit: 'ms', aim, note: '' },
  ]
}

async function situation({ house }: Trial, who: Who): Promise<Row> {
  const samples: number[] = []
  for (let n = 0; n < 20; n += 1) {
    const started = performance.now()
    await read(house.door, who, 'readiness:read', 'now', ({ tx, org }) => readSituation(tx, org, '2026-11-22'))
    if (n > 0) samples.push(performance.now() - started)
  }
  return {
    name: 'situation: 200 systems, 5,000 evidence items, p95',
    value: percentile(samples, 0.95),
    unit: 'ms',
    aim: '< 300 ms',
    note: '',
  }
}

async function rules({ house }: Trial, who: Who): Promise<Row> {
  const seen = await read(house.door, who, 'readiness:read', 'now', ({ tx, org }) =>
    readSituation(tx, org, '2026-11-22'),
  )
  if (!seen.ok) throw new Error('refused')
  const samples: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const started = performance.now()
    readiness(seen.value)
    if (n > 20) samples.push(performance.now() - started)
  }
  return { name: 'the 70 rules over it, p95', value: percentile(samples, 0.95), unit: 'ms', aim: '< 50 ms', note: '' }
}
