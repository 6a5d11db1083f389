import { expect, test } from 'vitest'
import { type Answer, caller, openTestHouse } from '../../../test/house.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { takeAllSnapshots } from '../snapshots.ts'
import { seedDemo } from './seed.ts'

const house = await openTestHouse()
const lines: string[] = []
const day = 86_400_000

/** What the last start said about the sample's account. */
function account(): { email: string; password: string } {
  const [, email = '', password = ''] = /as (\S+) with the password (\S+)/.exec(lines.at(-1) ?? '') ?? []
  return { email, password }
}

async function signIn() {
  const signedIn = await caller(house, {})('POST', '/session', account())
  const cookie = [signedIn.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
  const call = caller(house, { cookie })
  // the only organization of the account is chosen with the first look
  await call('GET', '/session')
  return call
}

test('the sample organization tells a year, signs in with a new password at each start, and is written once', async () => {
  await seedDemo(house, (line) => lines.push(line))
  await seedDemo(house, (line) => lines.push(line))
  const said = lines.filter((line) => line.startsWith('Sample organization:'))
  expect(said).toHaveLength(2)
  expect(said[0]).not.toBe(said[1])
  const olivia = await signIn()
  const session = (await olivia('GET', '/session')).body
  expect(session.organization).toMatchObject({ name: 'Nordhafen Credit (sample)', demo: true })
  expect(session.organizations).toHaveLength(1)

  const today = await olivia('GET', '/ai-systems?limit=50')
  expect(today.body.total).toBe(9)
  const halfAYearAgo = new Date(Date.now() - 340 * 86_400_000).toISOString()
  const then = await olivia('GET', '/ai-systems?limit=50', undefined, { 'assay-as-of': halfAYearAgo })
  expect(then.body.total).toBeLessThan(9)
  const { rows } = await house.keeper.query(
    'select min(recorded_at) as first, max(recorded_at) as last, count(*)::int as entries from assay.entries',
  )
  const days = (rows[0].last - rows[0].first) / 86_400_000
  expect(days).toBeGreaterThan(350)
  expect(rows[0].entries).toBeGreaterThan(100)
  const losses = (await olivia('GET', '/risk-figures')).body
  expect(losses).toMatchObject({ inherent: 3, residual: 3, outdated: false, toleranceSet: true })
  expect(losses.latest.tolerance).toMatchObject({ inherent: { stands: 'over' }, residual: { stands: 'within' } })
  const runs = (await olivia('GET', '/measurement-runs?limit=20')).body.items
  expect(
    runs.map(({ plan, verdict, confirming }: { plan: { title: string }; verdict: string; confirming: boolean }) =>
      [plan.title.split(' ')[0], verdict, confirming ? 'confirms' : 'exploratory'].join(' '),
    ),
  ).toEqual([
    'Invitations fail exploratory',
    'Invitations fail confirms',
    'Accuracy pass confirms',
    'Approval pass confirms',
    'Invitations pass confirms',
    'Approval pass confirms',
  ])
})

type Fact = { type: string; text: string; recordedAt: string; subject: { ref: string; name: string | null } }

async function wholeTrail(olivia: (url: string) => Promise<Answer>): Promise<Fact[]> {
  const facts: Fact[] = []
  let cursor = ''
  do {
    const { body } = await olivia(`/audit-trail?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    facts.push(...body.items)
    cursor = body.next ?? ''
  } while (cursor !== '')
  return facts
}

test('the log of the sample says every fact in words and names every record', async () => {
  const olivia = await signIn()
  const facts = await wholeTrail((url) => olivia('GET', url))
  expect(facts.length).toBeGreaterThan(150)
  expect(facts.filter(({ text }) => /_|:|[0-9a-f]{8}-/.test(text))).toEqual([])
  expect(facts.filter(({ subject }) => !subject.name).map(({ type, subject }) => `${type} ${subject.ref}`)).toEqual([])
})

test('everything in the sample happens on its own day, triggers, plan and report too', async () => {
  const olivia = await signIn()
  const facts = await wholeTrail((url) => olivia('GET', url))
  const daysAgo = (type: string) =>
    facts
      .filter((fact) => fact.type === type)
      .map(({ recordedAt }) => Math.round((Date.now() - Date.parse(recordedAt)) / day))
  const raised = daysAgo('screening-trigger.raised')
  expect(raised.length).toBeGreaterThan(10)
  expect(raised.filter((days) => days < 10)).toEqual([])
  expect(daysAgo('plan.adopted')).toEqual([expect.closeTo(102, -1)])
  expect(daysAgo('report.made')).toEqual([expect.closeTo(96, -1)])
  expect(new Set(daysAgo('evidence.collected')).size).toBeGreaterThan(4)

  const plans = (await olivia('GET', '/plans')).body.items
  expect(plans).toMatchObject([{ name: 'Road to certification', state: 'adopted' }])
  expect(plans[0].done).toBeGreaterThan(5)
  expect(plans[0].overdue).toBeGreaterThan(0)
  const report = (await olivia('GET', '/reports')).body.items[0]
  expect(report).toMatchObject({ state: 'made', title: 'Gap report, First gap assessment' })
  expect(report.files.map(({ format }: { format: string }) => format).toSorted()).toEqual(['csv', 'pdf'])
})

test('no other organization takes a clock that is not ours', async () => {
  const owner = await house.organization()
  const client = await house.door.pool.connect()
  await expect(client.query(`begin; select history.begin_change('${owner.org}', '2020-01-01')`)).rejects.toThrow(
    'sample organization',
  )
  await client.query('rollback')
  client.release()
})

test('the sample is removed whole by its owner, and no other organization can be', async () => {
  const owner = await house.organization('Real')
  await owner.post('/tasks', { title: 'Stays' })
  expect((await owner.post('/organization/remove-sample')).body.kind).toBe('not-a-sample')
  const { rows } = await house.keeper.query('select id from assay.organizations where demo')
  const org = rows[0].id
  const olivia = await signIn()
  await olivia('GET', '/session')
  const organizations = async () =>
    (await house.keeper.query<{ id: OrganizationId }>('select id from assay.organizations')).rows.map(({ id }) => id)
  const run = {
    data: { org },
    org: () => org,
    organizations,
    progress: () => Promise.resolve(),
    cancelled: () => false,
  }
  // its past is still being read, as it is in the first minute after a start
  const reading = takeAllSnapshots(run, { door: house.door, pool: house.door.pool })
  expect((await olivia('POST', '/organization/remove-sample')).status).toBe(204)
  await reading
  const tables = await house.keeper.query(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
      where c.relnamespace in ('assay'::regnamespace, 'history'::regnamespace) and c.relkind = 'r'`,
  )
  for (const { name } of tables.rows) {
    const left = await house.keeper.query(`select count(*)::int as n from ${name} where org_id = $1`, [org])
    expect([name, left.rows[0].n]).toEqual([name, 0])
  }
  expect((await owner.get('/tasks')).body.total).toBe(1)
  expect((await caller(house, {})('POST', '/session', account())).status).toBe(401)
})
