import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { decisionsCsv } from '../../../app/demo/decisions.ts'
import { findInFolder } from './data-folder.ts'

const base = mkdtempSync(join(tmpdir(), 'assay-data-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const folder = join(base, 'measured')
mkdirSync(join(folder, 'march'), { recursive: true })
const content = decisionsCsv(40, { north: { people: 500, selected: 0.4 }, south: { people: 500, selected: 0.4 } })
writeFileSync(join(folder, 'march', 'decisions.csv'), content)
writeFileSync(join(base, 'secret.csv'), content)
symlinkSync(join(base, 'secret.csv'), join(folder, 'out.csv'))
symlinkSync(join(folder, 'march', 'decisions.csv'), join(folder, 'in.csv'))
mkdirSync(`${folder}-beside`)
writeFileSync(join(`${folder}-beside`, 'x.csv'), content)

const house = await openTestHouse({ ASSAY_MEASURE_FOLDER: folder })
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])

test.each([
  ['a path that leads out', '../secret.csv'],
  ['a path that leads beside', '../measured-beside/x.csv'],
  ['an absolute path', join(folder, 'march', 'decisions.csv')],
  ['a link that leads out', 'out.csv'],
  ['a folder', 'march'],
  ['what is not there', 'april.csv'],
  ['a name with a zero', 'march\0.csv'],
])('refuses %s', async (_what, path) => {
  expect(await findInFolder(folder, path)).toMatchObject({ ok: false, error: { kind: 'no-such-path' } })
})

test('a link inside of the folder leads to its file', async () => {
  expect(await findInFolder(folder, 'in.csv')).toMatchObject({ ok: true })
  expect(await findInFolder(null, 'in.csv')).toMatchObject({ error: { kind: 'no-data-folder' } })
})

async function lookAt(content: Uint8Array | string, name: string, by = owner) {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return await by.post('/measurement-inspections', form)
}

test('a file is looked at before a plan is written, and nothing of it is kept', async () => {
  const seen = await lookAt(gzipSync(content), 'decisions.csv.gz')
  expect(seen.status).toBe(200)
  expect(seen.body).toMatchObject({ format: 'csv', compression: 'gzip', looked: 1000 })
  expect(seen.body.columns.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toContainEqual([
    'group',
    'text',
  ])
  expect((await owner.get('/measurement-files')).body.total).toBe(0)
  expect(readdirSync(join(house.config.data, 'measuring'))).toEqual([])
})

test('what cannot be looked at is refused in words', async () => {
  expect((await owner.post('/measurement-inspections', {})).body.kind).toBe('no-file')
  const unreadable = await lookAt('PAR1 and no more', 'x.parquet')
  expect([unreadable.status, unreadable.body.kind]).toEqual([422, 'unreadable-file'])
  expect(unreadable.body.problems[0].message).toContain('cannot be read')
  const auditor = await house.join(owner, ['internal-auditor'])
  expect((await lookAt(content, 'decisions.csv', auditor)).status).toBe(403)
})

test('a file is looked at where it lies, or once it was brought', async () => {
  const there = await owner.get('/measurement-inspections?path=march%2Fdecisions.csv')
  expect(there.body).toMatchObject({ compression: 'none', looked: 1000 })
  expect((await owner.get('/measurement-inspections?path=..%2Fsecret.csv')).body.kind).toBe('no-such-path')
  expect((await owner.get('/measurement-inspections')).status).toBe(400)
  const form = new FormData()
  form.set('file', new Blob(['a,b\n1,2\n']), 'small.csv')
  const { id } = (await owner.post('/measurement-files', form)).body
  expect((await owner.get(`/measurement-inspections?file=${id}`)).body).toMatchObject({ rows: [['1', '2']], total: 1 })
  const stranger = await house.organization('Another')
  expect((await stranger.get(`/measurement-inspections?file=${id}`)).status).toBe(404)
  await owner.post(`/measurement-files/${id}/remove-content`, { reason: 'Done with it' })
  expect((await owner.get(`/measurement-inspections?file=${id}`)).body.kind).toBe('content-gone')
})

test('a file is measured where it lies, is known by its hash, and counts as seen by any path', async () => {
  const system = (await owner.post('/ai-systems', { name: 'Credit model' })).body.id
  const plan = (
    await owner.post('/measurement-plans', {
      subject: `ai-system:${system}`,
      title: 'Rates',
      reason: 'r',
      definition: {
        kind: 'fairness',
        label: 'label',
        prediction: 'prediction',
        by: ['group'],
        thresholds: [{ metric: 'selection_rate', margin: 0.15 }],
      },
    })
  ).body.id
  await approver.post(`/measurement-plans/${plan}/approve`)
  const run = async (path: string) => {
    const asked = await owner.post('/measurement-runs', { plan, path })
    await house.jobs.drain()
    return (await owner.get(`/measurement-runs/${asked.body.id}`)).body
  }
  const first = await run('march/decisions.csv')
  expect(first).toMatchObject({ verdict: 'pass', confirming: true, fileName: 'decisions.csv' })
  expect(first.fileSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await run('in.csv')).toMatchObject({ confirming: false, exploratoryReason: 'file-seen-before', repeat: 2 })
  expect((await owner.post('/measurement-runs', { plan, path: '../secret.csv' })).body.kind).toBe('no-such-path')
})

test('work that is called off before it began leaves the run without a verdict, and says so', async () => {
  const plan = (await owner.get('/measurement-plans')).body.items[0].id
  const asked = await owner.post('/measurement-runs', { plan, path: 'in.csv' })
  expect((await owner.post(`/jobs/${asked.body.job}/cancel`)).status).toBe(200)
  await house.jobs.drain()
  const found = (await owner.get(`/measurement-runs/${asked.body.id}`)).body
  expect(found).toMatchObject({ state: 'cancelled', verdict: null, confirming: null, record: null })
})
