import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { judge, seenAgain } from './model.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
let sent = 0

const finding = (kind: string, file: string) => ({
  kind,
  vendor: 'OpenAI',
  name: 'openai',
  file,
  line: 3,
  evidence: "import OpenAI from 'openai'",
  confidence: 'high',
})

async function send(member: typeof owner, systems: { name: string; root: string; findings: object[] }[]) {
  sent += 1
  const scan = {
    files: 10,
    bytes: 2000,
    seconds: 0.5,
    findings: systems.flatMap(({ findings }) => findings),
    systems,
    skipped: [],
  }
  return await member.post('/discovery/scans', scan, { 'idempotency-key': `scan-${sent}` })
}

async function candidateOf(member: typeof owner, name: string) {
  const { items } = (await member.get(`/discovery/candidates?q=${encodeURIComponent(name)}`)).body
  return items[0]
}

test('a scan is staged, and a candidate is accepted into the register', async () => {
  const received = await send(owner, [
    {
      name: 'support-bot',
      root: 'apps/bot',
      findings: [finding('sdk', 'apps/bot/index.ts'), finding('prompt', 'apps/bot/p.md')],
    },
  ])
  expect(received.status).toBe(201)
  expect(received.body.staged).toBe(1)
  const candidate = await candidateOf(owner, 'support-bot')
  expect(candidate).toMatchObject({ state: 'staged', kinds: ['prompt', 'sdk'], vendors: ['OpenAI'], findings: 2 })
  expect((await owner.get(`/discovery/candidates/${candidate.id}/findings?limit=1`)).body).toMatchObject({
    total: 2,
    next: '1',
  })
  const accepted = await owner.post(`/discovery/candidates/${candidate.id}/accept`, { name: 'Support bot' })
  expect(accepted.status).toBe(200)
  expect((await owner.get(`/ai-systems/${accepted.body.system}`)).body.name).toBe('Support bot')
  expect((await owner.post(`/discovery/candidates/${candidate.id}/dismiss`, { reason: 'No' })).body.kind).toBe(
    'judged-before',
  )
})

test('the same root and name in a later scan is the same candidate, and shows what is like it', async () => {
  await send(owner, [{ name: 'support-bot', root: 'apps/bot', findings: [finding('sdk', 'apps/bot/index.ts')] }])
  expect((await owner.get('/discovery/candidates?q=support-bot')).body.total).toBe(1)
  await send(owner, [{ name: 'Support bot', root: 'other', findings: [finding('sdk', 'other/index.ts')] }])
  const twin = (await owner.get('/discovery/candidates?state=staged')).body.items[0]
  expect(twin.similar[0].name).toBe('Support bot')
  const merged = await owner.post(`/discovery/candidates/${twin.id}/merge`, { system: twin.similar[0].id })
  expect(merged.status).toBe(200)
  expect((await owner.get(`/discovery/candidates/${twin.id}`)).body).toMatchObject({
    state: 'merged',
    system: { name: 'Support bot' },
  })
})

test('a dismissed candidate comes back when its code shows a new kind of AI use', async () => {
  const toy = (kind: string) => [{ name: 'toy', root: 'toy', findings: [finding(kind, 'toy/a.py')] }]
  await send(owner, toy('sdk'))
  const { id } = await candidateOf(owner, 'toy')
  await owner.post(`/discovery/candidates/${id}/dismiss`, { reason: 'A test' })
  await send(owner, toy('sdk'))
  expect((await candidateOf(owner, 'toy')).state).toBe('dismissed')
  await send(owner, toy('fine-tuning'))
  expect((await candidateOf(owner, 'toy')).state).toBe('staged')
  expect((await owner.post(`/discovery/candidates/${id}/restage`)).body.kind).toBe('not-judged')
  await owner.post(`/discovery/candidates/${id}/dismiss`, { reason: 'Still a test' })
  expect((await owner.post(`/discovery/candidates/${id}/restage`)).status).toBe(200)
})

test('another organization sees and judges nothing, and a foreign system is no target', async () => {
  await send(stranger, [{ name: 'theirs', root: 'x', findings: [finding('sdk', 'x/a.ts')] }])
  const theirs = await candidateOf(stranger, 'theirs')
  for (const [verb, body] of [
    ['accept', { name: 'x' }],
    ['merge', { system: theirs.id }],
    ['dismiss', { reason: 'x' }],
    ['restage', {}],
  ] as const) {
    expect((await owner.post(`/discovery/candidates/${theirs.id}/${verb}`, body)).status).toBe(404)
  }
  expect((await owner.get(`/discovery/candidates/${theirs.id}/findings`)).status).toBe(404)
  const mine = (await owner.get('/ai-systems')).body.items[0].id
  const foreign = await stranger.post(`/discovery/candidates/${theirs.id}/merge`, { system: mine })
  expect(foreign.body.problems[0].path).toBe('system')
})

test('a scan needs its key, so that a repeated request is carried out once', async () => {
  expect(
    (await owner.post('/discovery/scans', { files: 0, bytes: 0, seconds: 0, findings: [], systems: [] })).body.kind,
  ).toBe('idempotency-key-needed')
  const again = { 'idempotency-key': 'the-same' }
  const body = { files: 0, bytes: 0, seconds: 0, findings: [], systems: [] }
  const first = await owner.post('/discovery/scans', body, again)
  const second = await owner.post('/discovery/scans', body, again)
  expect(second.body).toEqual(first.body)
  expect((await owner.post('/discovery/scans', { ...body, files: 1 }, again)).status).toBe(422)
})

test('a judgement is given once, and a dismissal holds until there is something new', () => {
  expect(judge({ state: 'dismissed', reason: 'x' }, { state: 'accepted', system: 's' })).toMatchObject({ ok: false })
  expect(seenAgain({ state: 'dismissed', reason: 'x' }, ['sdk'], ['sdk'])).toEqual({ state: 'dismissed', reason: 'x' })
  expect(seenAgain({ state: 'accepted', system: 's' }, ['sdk'], ['agent'])).toEqual({ state: 'accepted', system: 's' })
})

test('many finds are dismissed with one reason, and staged again as one', async () => {
  const named = ['many-one', 'many-two']
  await send(
    owner,
    named.map((name) => ({ name, root: `apps/${name}`, findings: [finding('sdk', `apps/${name}/index.ts`)] })),
  )
  const rows = []
  for (const name of named) {
    const { id, version } = await candidateOf(owner, name)
    rows.push({ id, version })
  }
  const order = { change: 'dismiss', given: { reason: 'Examples in a course' }, rows }
  const done = await owner.post('/discovery/candidates/bulk-edits', order)
  expect(done.body.changed).toBe(2)
  expect(await candidateOf(owner, 'many-one')).toMatchObject({ state: 'dismissed', reason: 'Examples in a course' })
  await owner.post(`/discovery/candidates/bulk-edits/${done.body.id}/undo`)
  expect(await candidateOf(owner, 'many-two')).toMatchObject({ state: 'staged', reason: null })
})
