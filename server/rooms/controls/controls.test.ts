import { expect, test } from 'vitest'
import { systemActor } from '#app/system-actor.ts'
import { change } from '#platform/database/change.ts'
import { grantsOfScopes } from '#platform/grants.ts'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { controlImports, remindOfChecks } from './index.ts'
import { aControl, aRunningControl, evidenceFor, keyOf } from './a-statement.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const contributor = await house.join(owner, ['contributor'])
const approver = await house.join(owner, ['approver'])
const stranger = await house.organization('Another')
const today = new Date().toISOString().slice(0, 10)

test('a control goes from planned to running, is checked, retired and brought back, each with its fact', async () => {
  const id = await aRunningControl(contributor)
  const checked = { checkedOn: today, outcome: 'works', note: 'Ten of ten were decided the same way' }
  expect((await contributor.post(`/controls/${id}/checks`, checked)).status).toBe(201)
  const control = (await owner.get(`/controls/${id}`)).body
  expect(control).toMatchObject({
    state: 'running',
    runningSince: today,
    requirements: [{ key: keyOf('A.6.2.4'), ref: 'A.6.2.4' }],
    lastCheck: { on: today, outcome: 'works' },
    checkOverdue: false,
    checks: [{ by: { id: contributor.person }, outcome: 'works' }],
  })
  expect(
    (await contributor.post(`/controls/${id}/retire`, { reason: 'Replaced by a test in the pipeline' })).status,
  ).toBe(200)
  expect((await contributor.post(`/controls/${id}/retire`, { reason: 'Again' })).body.kind).toBe('retired-already')
  expect((await contributor.patch(`/controls/${id}`, 3, { name: 'Other' })).body.kind).toBe('retired-already')
  expect((await contributor.post(`/controls/${id}/checks`, checked)).body.kind).toBe('not-running')
  expect((await contributor.post(`/controls/${id}/bring-back`)).status).toBe(200)
  expect((await contributor.post(`/controls/${id}/bring-back`)).body.kind).toBe('not-retired')
  expect((await owner.get(`/controls/${id}`)).body).toMatchObject({ state: 'running', runningSince: today })
  expect((await contributor.post(`/controls/${id}/put-back`)).status).toBe(200)
  expect((await contributor.post(`/controls/${id}/put-back`)).body.kind).toBe('not-running')
  expect(await factsAbout(house, owner, `applied-control:${id}`)).toEqual([
    'applied-control.planned',
    'applied-control.started',
    'applied-control.checked',
    'applied-control.retired',
    'applied-control.brought-back',
    'applied-control.put-back',
  ])
})

test('a control does not run before it says who runs it, how, and how it is checked', async () => {
  const id = await aControl(contributor)
  const refused = await contributor.post(`/controls/${id}/start`)
  expect(refused.status).toBe(422)
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual([
    'owner',
    'how',
    'checkHow',
    'checkMonths',
    'requirements',
  ])
  const running = await aRunningControl(contributor)
  expect((await contributor.post(`/controls/${running}/start`)).body.kind).toBe('not-planned')
  const { version } = (await owner.get(`/controls/${running}`)).body
  const emptied = await contributor.patch(`/controls/${running}`, version, { how: '' })
  expect(emptied.body).toMatchObject({ kind: 'not-ready', problems: [{ path: 'how' }] })
  expect((await contributor.patch(`/controls/${running}`, version - 1, { name: 'Other' })).status).toBe(412)
})

test('one control serves many requirements of many frameworks, and each of them exists', async () => {
  const serves = [keyOf('A.6.2.4'), keyOf('A.7.4'), 'NIST-AI-RMF-1.0/MEASURE 2.11']
  const id = await aControl(contributor, { requirements: serves })
  const { requirements } = (await owner.get(`/controls/${id}`)).body
  expect(requirements.map(({ key }: { key: string }) => key)).toEqual(serves)
  const refused = await contributor.post('/controls', { name: 'Wrong', requirements: [keyOf('A.99'), keyOf('A.6')] })
  expect(refused.status).toBe(422)
  expect(refused.body.problems).toMatchObject([
    { path: 'requirements.0', message: expect.stringContaining('in no catalogue') },
    { path: 'requirements.1', message: expect.stringContaining('heading') },
  ])
})

test('refuses an owner and systems that are not here, a number that is taken, and days to come', async () => {
  const refused = await contributor.post('/controls', {
    name: 'Wrong',
    owner: stranger.person,
    scope: 'systems',
    systems: [crypto.randomUUID()],
  })
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['owner', 'systems.0'])
  await aControl(contributor, { reference: 'C-1' })
  const taken = await contributor.post('/controls', { name: 'Other', reference: 'C-1' })
  expect(taken.body.problems).toMatchObject([{ path: 'reference' }])
  const running = await aRunningControl(contributor)
  const check = { checkedOn: '2999-01-01', outcome: 'works', note: 'Seen' }
  expect((await contributor.post(`/controls/${running}/checks`, check)).body.kind).toBe('in-the-future')
})

test('a check that was recorded by mistake is taken back', async () => {
  const id = await aRunningControl(contributor)
  const { check } = (
    await contributor.post(`/controls/${id}/checks`, { checkedOn: today, outcome: 'works', note: 'Seen' })
  ).body
  expect((await contributor.delete(`/controls/${id}/checks/${check}`)).status).toBe(200)
  expect((await contributor.delete(`/controls/${id}/checks/${check}`)).status).toBe(404)
  expect((await owner.get(`/controls/${id}`)).body.lastCheck).toBe(null)
})

test('a check that comes due is a task of the owner, done with the check and needless once the control stops', async () => {
  const org = await house.organization('Checking')
  const id = await aRunningControl(org, { name: 'Late' })
  const backdated = async (control: string) => {
    await org.post(`/controls/${control}/put-back`)
    await org.post(`/controls/${control}/start`, { runningSince: '2025-01-01' })
  }
  await backdated(id)
  await aRunningControl(org, { name: 'Not due for months' })
  const remind = () => change(house.door, systemActor(org.org, 'controls'), 'tasks:create', remindOfChecks)
  expect(await remind()).toMatchObject({ ok: true, value: { reminded: 1 } })
  expect(await remind()).toMatchObject({ ok: false, error: { kind: 'nothing-to-do' } })
  const tasks = async () => {
    await house.jobs.drain()
    return (await org.get(`/tasks?subject=applied-control:${id}`)).body.items
  }
  expect(await tasks()).toMatchObject([
    { state: 'open', dueOn: '2025-04-01', owner: { id: org.person }, overdue: true },
  ])
  const found = { checkedOn: today, outcome: 'works', note: 'Ten of ten' }
  const { check } = (await org.post(`/controls/${id}/checks`, found)).body
  expect(await tasks()).toMatchObject([{ state: 'done' }])
  await org.delete(`/controls/${id}/checks/${check}`)
  expect(await tasks()).toMatchObject([{ state: 'open' }])
  await org.post(`/controls/${id}/retire`, { reason: 'Replaced' })
  expect(await tasks()).toMatchObject([{ state: 'cancelled', reason: expect.stringContaining('not due any more') }])
})

test('only evidence that was accepted and has not expired is counted', async () => {
  const id = await aRunningControl(contributor)
  await owner.post('/evidence', {
    title: 'Nobody looked at it',
    content: { kind: 'link', url: 'https://records.example.org/1' },
    subjects: [`applied-control:${id}`],
  })
  expect((await owner.get(`/controls/${id}`)).body.evidence).toBe(0)
  await evidenceFor(id, contributor, owner)
  expect((await owner.get(`/controls/${id}`)).body.evidence).toBe(1)
})

test('the list pages in a stable order, filters by check, and as of an earlier entry is what it was', async () => {
  const org = await house.organization('Paging')
  const seq = (await org.get('/session')).body.seq
  for (const name of ['C', 'A', 'B']) await aControl(org, { name })
  const late = await aRunningControl(org, { name: 'Late' })
  await org.post(`/controls/${late}/put-back`)
  await org.post(`/controls/${late}/start`, { runningSince: '2025-01-01' })
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await org.get(`/controls?limit=3${cursor}`)
    expect(page.body.total).toBe(4)
    seen.push(...page.body.items.map(({ name }: { name: string }) => name))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor)
  expect(seen).toEqual(['A', 'B', 'C', 'Late'])
  expect((await org.get('/controls?check=overdue')).body.items).toMatchObject([{ id: late, checkDueOn: '2025-04-01' }])
  expect((await org.get('/controls', { 'assay-as-of': String(seq) })).body.total).toBe(0)
  expect((await org.get(`/controls/${late}`, { 'assay-as-of': String(seq) })).status).toBe(404)
})

test('another organization sees and changes nothing, and an approver only reads', async () => {
  const id = await aRunningControl(contributor)
  expect((await stranger.get(`/controls/${id}`)).status).toBe(404)
  expect((await stranger.patch(`/controls/${id}`, 2, { name: 'Mine' })).status).toBe(404)
  expect((await stranger.post(`/controls/${id}/retire`, { reason: 'Because' })).status).toBe(404)
  expect((await approver.post(`/controls/${id}/retire`, { reason: 'Because' })).status).toBe(403)
  expect((await owner.get(`/controls/${id}`)).body).toMatchObject({ version: 2, state: 'running' })
})

test('rows of a file become planned controls, and every problem of a row is named', async () => {
  const check = (rows: Record<string, string>[]) =>
    look(house, owner, (tx, org) =>
      controlImports.check({ tx, org, today, grants: grantsOfScopes([]), options: {}, seen: new Set() }, rows),
    )
  const [good, ...wrong] = await check([
    { name: 'Human review', reference: 'H-1', owner: owner.email, requirements: 'A.9.2, A.9.4', checkMonths: '6' },
    { name: 'Human review', reference: 'H-1' },
    { name: '', owner: 'nobody@example.org', requirements: 'A.99', checkMonths: 'often' },
  ])
  expect(good).toMatchObject({
    ok: true,
    draft: { owner: owner.person, requirements: [keyOf('A.9.2'), keyOf('A.9.4')], checkMonths: 6 },
  })
  const fields = wrong.map((row) => (row.ok ? 'good' : row.problems.map(({ field }) => field).join(' ')))
  expect(fields).toEqual(['reference', 'requirements owner name checkMonths'])
})
