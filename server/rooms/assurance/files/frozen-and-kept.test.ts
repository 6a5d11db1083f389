import { createHash } from 'node:crypto'
import { leafHash, verifyTlogProof } from '@assay/ledger'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'
import { change } from '#platform/database/change.ts'
import { systemActor } from '../../../app/system-actor.ts'
import { removeExpired } from '../index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])
const contributor = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')

const rows = (shift: number, count = 300) =>
  `age,region\n${Array.from({ length: count }, (_, at) => `${20 + ((at * 7 + shift) % 50)},${at % 2 ? 'n' : 's'}`).join('\n')}\n`

async function bring(content: string, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return (await owner.post('/measurement-files', form)).body.id
}

const system = `ai-system:${(await owner.post('/ai-systems', { name: 'Scoring', owner: owner.person })).body.id}`

async function aDriftPlan(reference: string): Promise<string> {
  const body = { subject: system, title: 'Drift', reason: 'Inputs move.', definition: { kind: 'drift' }, reference }
  return (await owner.post('/measurement-plans', body)).body.id
}

async function freeze(plan: string) {
  const asked = await owner.post(`/measurement-plans/${plan}/freeze-reference`)
  expect(asked.status).toBe(202)
  await house.jobs.drain()
  return (await owner.get(`/measurement-plans/${plan}`)).body
}

async function run(plan: string, body: object) {
  const asked = await owner.post('/measurement-runs', { plan, ...body })
  expect(asked.text).toContain('"job"')
  await house.jobs.drain()
  return (await owner.get(`/measurement-runs/${asked.body.id}`)).body
}

test('a frozen reference is proven offline by the log, and measures what its file measures', async () => {
  const source = await bring(rows(0), 'spring.csv')
  const raw = await aDriftPlan(source)
  const frozen = await aDriftPlan(source)
  const { reference } = await freeze(frozen)
  expect(reference).toMatchObject({ name: 'spring.reference.json', frozen: { from: 'spring.csv', fits: true } })
  const content = await owner.get(`/measurement-files/${reference.id}/content`)
  const sha256 = createHash('sha256').update(content.text).digest('hex')
  expect(sha256).toBe(reference.sha256)
  expect(await factsAbout(house, owner, `drift-reference:${sha256}`)).toContain('drift-reference.frozen')

  await house.sealer.sealAll()
  const proof = (await owner.get(`/audit-trail/${reference.frozen.seq}/proof`)).body
  const log = proof.verifierKeys as string[]
  const policy = { origin: proof.origin, log, witnesses: [], quorum: 0 }
  const leaf = Buffer.from(proof.leaf)
  expect(verifyTlogProof(proof.file, leafHash(leaf), policy).index).toBe(reference.frozen.seq - 1)
  expect(JSON.parse(proof.leaf).facts[0].subject).toBe(`drift-reference:${sha256}`)

  for (const plan of [raw, frozen]) await approver.post(`/measurement-plans/${plan}/approve`)
  const today = await bring(rows(3), 'today.csv')
  const [fromRows, fromFrozen] = [await run(raw, { file: today }), await run(frozen, { file: today })]
  expect(fromFrozen).toMatchObject({ state: 'finished', confirming: true, verdict: fromRows.verdict })
  expect(fromFrozen.record.result.columns).toEqual(fromRows.record.result.columns)
})

test('a reference that was frozen for something else keeps a plan from being approved', async () => {
  const plan = await aDriftPlan(await bring(rows(1), 'other.csv'))
  const { version } = await freeze(plan)
  expect((await owner.post(`/measurement-plans/${plan}/freeze-reference`)).body.kind).toBe('frozen-already')
  const otherwise = { definition: { kind: 'drift', categories: ['age'] } }
  await owner.patch(`/measurement-plans/${plan}`, version, otherwise)
  expect((await approver.post(`/measurement-plans/${plan}/approve`)).body.kind).toBe('frozen-otherwise')
  expect((await owner.get(`/measurement-plans/${plan}`)).body.reference.frozen.fits).toBe(false)
  // Limits are no part of what was counted.
  const limits = { definition: { kind: 'drift', margins: { nullRate: 0.01 } } }
  await owner.patch(`/measurement-plans/${plan}`, version + 1, limits)
  expect((await approver.post(`/measurement-plans/${plan}/approve`)).status).toBe(200)
  expect((await owner.post(`/measurement-plans/${plan}/freeze-reference`)).body.kind).toBe('wrong-state')
})

test('only frozen references are handed out, and only to the organization', async () => {
  const { items } = (await owner.get('/measurement-files')).body
  const [frozen, raw] = [
    items.find((it: { frozen: unknown }) => it.frozen),
    items.find((it: { frozen: unknown }) => !it.frozen),
  ]
  expect((await owner.get(`/measurement-files/${raw.id}/content`)).body.kind).toBe('not-frozen')
  expect((await stranger.get(`/measurement-files/${frozen.id}/content`)).status).toBe(404)
  const quality = { kind: 'quality', checks: [{ check: 'missing-values', column: 'age' }] }
  const body = { subject: system, title: 'Quality', reason: 'r', definition: quality }
  const plan = (await owner.post('/measurement-plans', body)).body.id
  expect((await owner.post(`/measurement-plans/${plan}/freeze-reference`)).body.kind).toBe('not-drift')
  expect((await stranger.post(`/measurement-plans/${plan}/freeze-reference`)).status).toBe(404)
  const without = (await owner.post('/measurement-plans', { ...body, definition: { kind: 'drift' } })).body.id
  expect((await owner.post(`/measurement-plans/${without}/freeze-reference`)).body.kind).toBe('reference-needed')
})

test('two files are compared for rows in common, and both are needed to compute it again', async () => {
  const asked = { atMost: 0, owner: 'Data owner', setOn: '2026-01-01' }
  const definition = { kind: 'quality', checks: [{ check: 'train-test-overlap', columns: ['age', 'region'], asked }] }
  const body = { subject: system, title: 'Overlap', reason: 'A model that saw the test looks better.', definition }
  const plan = (await owner.post('/measurement-plans', body)).body.id
  const [file, other] = [
    await bring('age,region\n1,a\n2,b\n', 'train.csv'),
    await bring('age,region\n2,b\n3,c\n', 'test.csv'),
  ]
  const ask = (more: object) => owner.post('/measurement-runs', { plan, file, ...more })
  expect((await ask({})).body.kind).toBe('second-file-needed')
  expect((await ask({ test: other, testPath: 'x.csv' })).status).toBe(400)
  expect((await ask({ testPath: 'x.csv' })).body.kind).toBe('no-data-folder')
  const found = await run(plan, { file, test: other })
  expect(found).toMatchObject({ state: 'finished', verdict: 'fail' })
  expect(found.record.data.map(({ role, name }: { role: string; name: string }) => [role, name])).toEqual([
    ['data', 'train.csv'],
    ['test', 'test.csv'],
  ])
  const drift = (await owner.get('/measurement-plans?kind=drift')).body.items.find(
    ({ state }: { state: string }) => state === 'approved',
  )
  expect((await owner.post('/measurement-runs', { plan: drift.id, file, test: other })).body.kind).toBe(
    'second-file-for-quality',
  )
  await owner.post(`/measurement-files/${other}/remove-content`, { reason: 'Gone' })
  expect((await owner.post(`/measurement-runs/${found.id}/recheck`)).body.kind).toBe('content-gone')
})

test('content goes when its days are over; frozen references and what open plans need stay', async () => {
  expect((await owner.get('/measurement-settings')).body).toEqual({ keepDays: null })
  const nightly = async (day: number) => {
    const who = systemActor(owner.org, 'assurance')
    const later = new Date(Date.now() + day * 86_400_000)
    return await change(house.door, who, 'assurance:plan', (it) => removeExpired({ ...it, now: later }))
  }
  expect(await nightly(0)).toMatchObject({ error: { kind: 'nothing-expired' } })
  expect((await contributor.post('/measurement-settings', { keepDays: 30 })).status).toBe(403)
  expect((await owner.post('/measurement-settings', { keepDays: 0 })).status).toBe(400)
  expect((await owner.post('/measurement-settings', { keepDays: 30 })).status).toBe(200)
  expect((await stranger.get('/measurement-settings')).body).toEqual({ keepDays: null })
  const files = async () => (await owner.get('/measurement-files?limit=100')).body.items
  const named = async (name: string) => (await files()).find((it: { name: string }) => it.name === name)
  expect((await named('today.csv')).keptUntil).toMatch(/^\d{4}-/)
  expect((await named('spring.csv')).keptUntil).toBeNull()
  expect((await named('spring.reference.json')).keptUntil).toBeNull()
  expect(await nightly(29)).toMatchObject({ error: { kind: 'nothing-expired' } })
  expect(await nightly(31)).toMatchObject({ ok: true })
  expect((await named('today.csv')).contentRemoved.reason).toContain('30 days')
  expect((await named('spring.csv')).contentRemoved).toBeNull()
  expect((await named('spring.reference.json')).contentRemoved).toBeNull()
  const again = await bring(rows(3), 'today.csv')
  expect((await files()).find(({ id }: { id: string }) => id === again).contentRemoved).toBeNull()
  expect(await factsAbout(house, owner, `organization:${owner.org}`)).toContain('measurement-settings.set')
})
