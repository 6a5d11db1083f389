import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'
import { decisionsCsv } from '../../../app/demo/decisions.ts'
import { systemActor } from '../../../app/system-actor.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { lookAtWatched } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-watched-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (seed: number) =>
  writeFileSync(
    join(folder, 'newest.csv'),
    decisionsCsv(seed, { north: { people: 300, selected: 0.4 }, south: { people: 300, selected: 0.4 } }),
  )
write(1)

const house = await openTestHouse({ ASSAY_MEASURE_FOLDER: folder })
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])
const auditor = await house.join(owner, ['internal-auditor'])
const stranger = await house.organization('Another')

const fairness = {
  kind: 'fairness',
  label: 'label',
  prediction: 'prediction',
  by: ['group'],
  thresholds: [{ metric: 'selection_rate', margin: 0.2 }],
}
const overlap = { kind: 'quality', checks: [{ check: 'train-test-overlap', columns: ['id'] }] }

const system = (await owner.post('/ai-systems', { name: 'Credit model', owner: owner.person })).body.id
async function draft(definition: object): Promise<string> {
  const fields = { subject: `ai-system:${system}`, title: 'Rates', reason: 'r', definition }
  const drafted = await owner.post('/measurement-plans', fields)
  expect(drafted.text).toContain('"id"')
  return drafted.body.id
}
const plan = await draft(fairness)
const watched = `/measurement-plans/${plan}/watched-file`

const parts = { door: house.door, measuring: { folder }, actor: (org: OrganizationId) => systemActor(org, 'assurance') }

/** What an hour brings: a look at every file, and the runs that it asks for. */
async function hour() {
  for (const org of [owner.org, stranger.org]) await lookAtWatched(parts, org)
  await house.jobs.drain()
  return (await owner.get(watched)).body.look
}
const runs = async () => (await owner.get(`/measurement-runs?series=${plan}&sort=seq`)).body.items

test('a plan is told which file to look at, within the folder and by who may run it', async () => {
  expect((await owner.get(watched)).body).toEqual({ path: null, look: null })
  expect((await owner.post(watched, { path: null })).body.kind).toBe('looks-at-nothing')
  expect((await owner.post(watched, { path: '../newest.csv' })).body.kind).toBe('no-such-path')
  expect((await owner.post(watched, { path: join(folder, 'newest.csv') })).body.kind).toBe('no-such-path')
  expect((await auditor.post(watched, { path: 'newest.csv' })).status).toBe(403)
  expect((await stranger.post(watched, { path: 'newest.csv' })).status).toBe(404)
  expect((await stranger.get(watched)).status).toBe(404)
  const two = await draft(overlap)
  const refused = await owner.post(`/measurement-plans/${two}/watched-file`, { path: 'newest.csv' })
  expect(refused.body.kind).toBe('looks-at-one-file')
  expect((await owner.post(watched, { path: 'newest.csv' })).status).toBe(200)
  expect((await owner.get(watched)).body).toMatchObject({ path: 'newest.csv', look: { came: 'moving', run: null } })
})

test('a draft looks at nothing, so that no file counts as seen before the approval', async () => {
  await hour()
  expect(await runs()).toEqual([])
  expect((await approver.post(`/measurement-plans/${plan}/approve`)).status).toBe(200)
  expect((await owner.get(`/measurement-plans/${plan}`)).body.state).toBe('approved')
})

test('a file that rests is run once and confirms; a changed one waits for the next look and is run once more', async () => {
  expect(await hour()).toMatchObject({ came: 'asked', why: null, run: { state: 'finished', fileName: 'newest.csv' } })
  expect(await runs()).toMatchObject([
    { confirming: true, verdict: 'pass', askedBy: { ref: 'system:assurance', name: 'Assay' } },
  ])
  const { since } = await hour()
  expect((await hour()).since).toBe(since)
  expect(await runs()).toHaveLength(1)
  write(2)
  expect(await hour()).toMatchObject({ came: 'moving' })
  expect(await runs()).toHaveLength(1)
  expect(await hour()).toMatchObject({ came: 'asked' })
  expect((await runs()).map(({ confirming }: { confirming: boolean }) => confirming)).toEqual([true, true])
  expect((await stranger.get('/measurement-runs')).body.total).toBe(0)
})

test('content that was measured before, or that the engine refused, is not run again', async () => {
  write(1)
  await hour()
  expect(await hour()).toMatchObject({ came: 'measured' })
  writeFileSync(join(folder, 'newest.csv'), 'a,b\n1,2\n')
  await hour()
  expect(await hour()).toMatchObject({ came: 'asked', run: { state: 'refused' } })
  writeFileSync(join(folder, 'newest.csv'), 'a,b\n1,2\n')
  await hour()
  expect(await hour()).toMatchObject({ came: 'measured', run: { state: 'refused' } })
  expect(await runs()).toHaveLength(3)
})

test('a missing file is said since when, and what was stopped is looked at no more', async () => {
  rmSync(join(folder, 'newest.csv'))
  const gone = await hour()
  expect(gone).toMatchObject({ came: 'refused', why: 'no-such-path' })
  expect((await hour()).since).toBe(gone.since)
  const before = (await owner.get('/audit-trail?limit=1')).body.items[0].seq
  expect((await owner.post(watched, { path: null })).body).toEqual({ path: null })
  expect((await owner.get(watched)).body).toEqual({ path: null, look: null })
  const past = await owner.get(watched, { 'assay-as-of': String(before) })
  expect(past.body).toEqual({ path: 'newest.csv', look: null })
  write(3)
  await hour()
  await hour()
  expect(await runs()).toHaveLength(3)
  const facts = await factsAbout(house, owner, `measurement-plan:${plan}`)
  expect(facts.filter((type) => type.includes('looking'))).toEqual([
    'measurement-plan.looking-set',
    'measurement-plan.looking-stopped',
  ])
})
