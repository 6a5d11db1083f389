import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caller, openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'
import { decisionsCsv, type Groups } from '../../../app/demo/decisions.ts'
import { fsck } from '../../../app/fsck/index.ts'
import { assuranceParts } from '../../../app/measuring.ts'
import { openBlobs } from '#platform/blobs/index.ts'
import { makeRun } from '../index.ts'

const house = await openTestHouse()
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])
const auditor = await house.join(owner, ['internal-auditor'])
const stranger = await house.organization('Another')
const folder = join(house.config.data, 'blobs')
const blobs = openBlobs({ folder, limit: 10_000_000 })

const even: Groups = { north: { people: 500, selected: 0.4 }, south: { people: 500, selected: 0.4 } }
const definition = {
  kind: 'fairness',
  label: 'label',
  prediction: 'prediction',
  positive: '1',
  by: ['group'],
  reference: { group: 'north' },
  thresholds: [{ metric: 'selection_rate', comparison: 'difference', margin: 0.2 }],
}
const reason = { reason: 'Its rows are about people' }

async function aSystem(name: string): Promise<string> {
  return `ai-system:${(await owner.post('/ai-systems', { name, owner: owner.person })).body.id}`
}

async function anApprovedPlan(subject: string, fields: object = {}): Promise<string> {
  const body = { subject, title: 'Approval rates', reason: 'Refusals hurt.', definition, ...fields }
  const { id } = (await owner.post('/measurement-plans', body)).body
  expect((await approver.post(`/measurement-plans/${id}/approve`)).status).toBe(200)
  return id
}

async function bring(content: string, name = 'decisions.csv') {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return (await owner.post('/measurement-files', form)).body
}

async function run(plan: string, file: string) {
  const asked = await owner.post('/measurement-runs', { plan, file })
  expect(asked.status).toBe(202)
  await house.jobs.drain()
  return (await owner.get(`/measurement-runs/${asked.body.id}`)).body
}

/** The nightly sweep a day later. */
async function sweepLater(sha256: string): Promise<void> {
  const longAgo = new Date(Date.now() - 2 * 86_400_000)
  utimesSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), longAgo, longAgo)
  const { rows } = await house.keeper.query<{ sha256: string }>('select sha256 from assay.blobs')
  await blobs.sweep((one) => Promise.resolve(rows.some((row) => row.sha256 === one)))
}

test('whoever made the key does not approve the plan that the key drafted by pushing', async () => {
  const subject = await aSystem('Pushed by a pipeline')
  const file = await bring(decisionsCsv(1, even))
  const { record } = await run(await anApprovedPlan(subject), file.id)
  const scopes = ['assurance:run', 'assurance:read', 'ai-systems:read', 'organization:read']
  const made = await owner.post('/api-keys', { name: 'Pipeline', scopes, expiresOn: '2099-01-01' })
  const key = caller(house, { authorization: `Bearer ${made.body.key}` })
  const other = { ...record, definition: { ...record.definition, confidence: 0.9 } }
  const pushed = await key('POST', '/measurement-runs/push', { run: other, subject }, { 'idempotency-key': 'by-key' })
  expect(pushed.status, pushed.text).toBe(201)
  const plan = `/measurement-plans/${pushed.body.plan}`
  expect((await owner.get(plan)).body.authors).toEqual([expect.objectContaining({ id: owner.person })])
  expect((await owner.post(`${plan}/approve`)).body.kind).toBe('approver-is-author')
  expect((await approver.post(`${plan}/approve`)).status).toBe(200)
})

test('the content of a file goes for good; its hash, its runs and their records stay', async () => {
  const plan = await anApprovedPlan(await aSystem('Personal data'))
  const csv = decisionsCsv(2, even)
  const file = await bring(csv)
  const before = await run(plan, file.id)
  expect(before).toMatchObject({ canRecheck: true, file: { id: file.id, contentRemoved: null } })
  const removed = await owner.post(`/measurement-files/${file.id}/remove-content`, reason)
  expect([removed.status, removed.body]).toEqual([200, { id: file.id, keptElsewhere: false }])
  await sweepLater(file.sha256)
  expect(await blobs.has(file.sha256)).toBe(false)
  const after = (await owner.get(`/measurement-runs/${before.id}`)).body
  expect(after).toMatchObject({ verdict: 'pass', confirming: true, record: before.record, canRecheck: false })
  expect(after.file).toMatchObject({ sha256: file.sha256, contentRemoved: reason })
  expect((await owner.post(`/measurement-runs/${before.id}/recheck`)).body.kind).toBe('content-gone')
  expect((await owner.post('/measurement-runs', { plan, file: file.id })).body.kind).toBe('content-gone')
  expect((await owner.post(`/measurement-files/${file.id}/remove-content`, reason)).body.kind).toBe('content-gone')
  expect(await factsAbout(house, owner, `measurement-file:${file.id}`)).toEqual([
    'measurement-file.brought',
    'measurement-file.content-removed',
  ])
  const then = await owner.get(`/measurement-runs/${before.id}`, { 'assay-as-of': String(after.seq + 1) })
  expect(then.body.file.contentRemoved).toBeNull()
  const { keeper, secrets } = house
  await house.sealer.sealAll()
  const report = await fsck({ keeper, secrets, blobs, checkpoints: join(house.config.data, 'checkpoints') })
  expect(report.findings).toEqual([])
  expect((await bring(csv)).id).toBe(file.id)
  expect((await owner.post(`/measurement-runs/${before.id}/recheck`)).status).toBe(202)
  await house.jobs.drain()
  const [again] = (await owner.get(`/measurement-runs/${before.id}`)).body.rechecks
  expect(again).toMatchObject({ equal: true })
})

test('content that another record holds too is let go of and stays with that record', async () => {
  const csv = decisionsCsv(3, even)
  const file = await bring(csv)
  const form = new FormData()
  form.set('evidence', JSON.stringify({ title: 'The same file as evidence' }))
  form.set('file', new Blob([csv]), 'decisions.csv')
  const evidence = await owner.post('/evidence/files', form)
  expect(evidence.status, evidence.text).toBe(201)
  const removed = await owner.post(`/measurement-files/${file.id}/remove-content`, reason)
  expect(removed.body).toEqual({ id: file.id, keptElsewhere: true })
  await sweepLater(file.sha256)
  expect(await blobs.has(file.sha256)).toBe(true)
})

test('a file that is being measured keeps its content until that has ended', async () => {
  const plan = await anApprovedPlan(await aSystem('Busy'))
  const file = await bring(decisionsCsv(4, even))
  await owner.post('/measurement-runs', { plan, file: file.id })
  expect((await owner.post(`/measurement-files/${file.id}/remove-content`, reason)).body.kind).toBe('measured-now')
  await house.jobs.drain()
  expect((await owner.post(`/measurement-files/${file.id}/remove-content`, reason)).status).toBe(200)
})

test('drift without the content of its reference says what to bring back', async () => {
  const reference = await bring(decisionsCsv(5, even), 'reference.csv')
  const fields = { definition: { kind: 'drift', columns: ['group'] }, reference: reference.id }
  const plan = await anApprovedPlan(await aSystem('Watched'), fields)
  await owner.post(`/measurement-files/${reference.id}/remove-content`, reason)
  const file = await bring(decisionsCsv(6, even))
  expect((await owner.post('/measurement-runs', { plan, file: file.id })).body.kind).toBe('reference-content-gone')
})

test('who writes no plans, or belongs elsewhere, removes nothing', async () => {
  const file = await bring(decisionsCsv(7, even))
  expect((await auditor.post(`/measurement-files/${file.id}/remove-content`, reason)).status).toBe(403)
  expect((await stranger.post(`/measurement-files/${file.id}/remove-content`, reason)).status).toBe(404)
  expect((await owner.post(`/measurement-files/${file.id}/remove-content`, {})).status).toBe(400)
  expect((await owner.get('/measurement-files')).body.items.find(({ id }: { id: string }) => id === file.id)).toEqual(
    expect.objectContaining({ contentRemoved: null }),
  )
})

test('a run that was called off before its turn says so', async () => {
  const plan = await anApprovedPlan(await aSystem('Called off'))
  const file = await bring(decisionsCsv(8, even))
  const asked = await owner.post('/measurement-runs', { plan, file: file.id })
  expect((await owner.post(`/jobs/${asked.body.job}/cancel`)).status).toBe(200)
  await house.jobs.drain()
  expect((await owner.get(`/measurement-runs/${asked.body.id}`)).body).toMatchObject({
    state: 'cancelled',
    verdict: null,
  })
  expect(await factsAbout(house, owner, `measurement-run:${asked.body.id}`)).toEqual([
    'measurement-run.asked-for',
    'measurement-run.cancelled',
  ])
})

test('a run that is called off while it goes on is interrupted and files nothing', async () => {
  const plan = await anApprovedPlan(await aSystem('Interrupted'), {
    definition: { ...definition, replicates: 100_000 },
  })
  const file = await bring(decisionsCsv(9, even))
  const { id, job } = (await owner.post('/measurement-runs', { plan, file: file.id })).body
  let told = false
  const parts = assuranceParts({ ...house, blobs })
  await makeRun(
    {
      data: { run: id, job },
      org: () => owner.org,
      organizations: () => Promise.resolve([owner.org]),
      // Somebody calls it off as soon as they see the first progress.
      progress: () => {
        told = true
        return Promise.resolve()
      },
      cancelled: () => told,
    },
    parts,
  )
  expect(told).toBe(true)
  const found = (await owner.get(`/measurement-runs/${id}`)).body
  expect(found).toMatchObject({ state: 'cancelled', evidence: null, task: null, recordSha256: null })
})
