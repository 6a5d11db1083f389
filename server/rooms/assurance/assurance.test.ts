import { expect, test } from 'vitest'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout as factsOf, look } from '../../../test/look.ts'
import { change } from '#platform/database/change.ts'
import { readAssuranceSituation, remindOfOverdue } from './index.ts'
import { decisionsCsv, type Groups } from '../../app/demo/decisions.ts'

const house = await openTestHouse()
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])
const stranger = await house.organization('Another')

const even: Groups = { north: { people: 1000, selected: 0.4 }, south: { people: 1000, selected: 0.4 } }
const uneven: Groups = { north: { people: 1000, selected: 0.5 }, south: { people: 1000, selected: 0.3 } }

const definition = {
  kind: 'fairness',
  label: 'label',
  prediction: 'prediction',
  positive: '1',
  by: ['group'],
  reference: { group: 'north' },
  thresholds: [{ metric: 'selection_rate', comparison: 'difference', margin: 0.1 }],
}

async function aSystem(fields: object = {}): Promise<string> {
  const made = await owner.post('/ai-systems', {
    name: 'Credit model',
    owner: owner.person,
    state: 'in-use',
    ...fields,
  })
  expect(made.status).toBe(201)
  return `ai-system:${made.body.id}`
}

async function aPlan(subject: string, fields: object = {}, by: Member = owner): Promise<string> {
  const reason = 'Applicants feel refusals, so rates of approval are compared.'
  const made = await by.post('/measurement-plans', { subject, title: 'Approval rates', reason, definition, ...fields })
  expect(made.text).toContain('"id"')
  return made.body.id
}

async function anApprovedPlan(subject: string, fields: object = {}): Promise<string> {
  const plan = await aPlan(subject, fields)
  expect((await approver.post(`/measurement-plans/${plan}/approve`)).status).toBe(200)
  return plan
}

async function bring(content: string, name = 'decisions.csv', by: Member = owner): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  const brought = await by.post('/measurement-files', form)
  expect(brought.status).toBe(201)
  return brought.body.id
}

async function run(plan: string, file: string) {
  const asked = await owner.post('/measurement-runs', { plan, file })
  expect(asked.status).toBe(202)
  await house.jobs.drain()
  return (await owner.get(`/measurement-runs/${asked.body.id}`)).body
}

const factsAbout = (ref: string) => factsOf(house, owner, ref)

test('a plan approved by somebody else, run on a file that holds its limits, confirms and passes', async () => {
  const subject = await aSystem()
  const plan = await anApprovedPlan(subject)
  const found = await run(plan, await bring(decisionsCsv(1, even)))
  expect(found).toMatchObject({
    state: 'finished',
    verdict: 'pass',
    confirming: true,
    exploratoryReason: null,
    repeat: 1,
    origin: 'server',
    rows: 2000,
    rowsUsed: 2000,
    fileName: 'decisions.csv',
    task: null,
  })
  expect(found.record).toMatchObject({ schema: 'assay-run/1', seed: 42 })
  const standing = (await owner.get(`/measurement-plans/${plan}`)).body
  expect(standing.lastConfirming).toMatchObject({ id: found.id, verdict: 'pass' })
})

test('a failing run is evidence of the system and opens one task for its owner', async () => {
  const subject = await aSystem({ name: 'Hiring tool' })
  const plan = await anApprovedPlan(subject)
  const found = await run(plan, await bring(decisionsCsv(2, uneven)))
  expect(found).toMatchObject({ verdict: 'fail', confirming: true })
  expect(found.reasons.join(' ')).toMatch(/selection rate/)
  const evidence = (await owner.get(`/evidence/${found.evidence}`)).body
  expect(evidence.subjects).toEqual([subject, `measurement-run:${found.id}`])
  expect(evidence.content).toMatchObject({ kind: 'measurement', value: '-0.2', sampleSize: 2000 })
  expect(evidence.automatic).toBe(true)
  const task = (await owner.get(`/tasks/${found.task}`)).body
  expect(task).toMatchObject({ subject, state: 'open', owner: { id: owner.person } })
  const again = await run(plan, await bring(decisionsCsv(3, uneven)))
  expect(again.task).toBe(found.task)
})

test('the same file again is counted, shown and no longer confirms, also under the next edition', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Repeated' }))
  const file = await bring(decisionsCsv(4, even))
  await run(plan, file)
  expect(await run(plan, file)).toMatchObject({ confirming: false, exploratoryReason: 'file-seen-before', repeat: 2 })
  const next = (await owner.post(`/measurement-plans/${plan}/editions`)).body.id
  expect((await owner.post(`/measurement-plans/${plan}/editions`)).body.kind).toBe('edition-open')
  expect((await approver.post(`/measurement-plans/${next}/approve`)).status).toBe(200)
  expect((await owner.get(`/measurement-plans/${plan}`)).body.state).toBe('superseded')
  expect(await run(next, file)).toMatchObject({ exploratoryReason: 'file-seen-before', repeat: 3 })
  expect((await owner.post('/measurement-runs', { plan, file })).body.kind).toBe('plan-ended')
})

test('a run of a draft is exploratory, and approval afterwards does not turn it', async () => {
  const plan = await aPlan(await aSystem({ name: 'Tried first' }))
  const file = await bring(decisionsCsv(5, uneven))
  const tried = await run(plan, file)
  expect(tried).toMatchObject({ confirming: false, exploratoryReason: 'plan-not-approved', task: null })
  await approver.post(`/measurement-plans/${plan}/approve`)
  expect((await owner.get(`/measurement-runs/${tried.id}`)).body.confirming).toBe(false)
  expect(await run(plan, file)).toMatchObject({ confirming: false, exploratoryReason: 'file-seen-before' })
})

test('nobody approves the plan they wrote, and who may is named', async () => {
  const plan = await aPlan(await aSystem({ name: 'Own' }))
  const own = await owner.post(`/measurement-plans/${plan}/approve`)
  expect([own.status, own.body.kind]).toEqual([403, 'approver-is-author'])
  expect(own.body.problems).toEqual([expect.objectContaining({ path: 'approver' })])
  const made = await stranger.post('/ai-systems', { name: 'Alone' })
  const lonely = await aPlan(`ai-system:${made.body.id}`, {}, stranger)
  expect((await stranger.post(`/measurement-plans/${lonely}/approve`)).body.kind).toBe('invite-an-approver')
})

test('an approved plan never changes, and a draft only at the version that was looked at', async () => {
  const plan = await aPlan(await aSystem({ name: 'Fixed' }))
  expect((await owner.patch(`/measurement-plans/${plan}`, 1, { title: 'Rates of approval' })).status).toBe(200)
  expect((await owner.patch(`/measurement-plans/${plan}`, 1, { title: 'Late' })).body.kind).toBe('stale')
  await approver.post(`/measurement-plans/${plan}/approve`)
  const late = await owner.patch(`/measurement-plans/${plan}`, 3, { title: 'Other' })
  expect([late.status, late.body.kind]).toEqual([409, 'wrong-state'])
  expect(await factsAbout(`measurement-plan:${plan}`)).toEqual([
    'measurement-plan.drafted',
    'measurement-plan.edited',
    'measurement-plan.approved',
  ])
})

test('who may not approve withdraws drafts alone: no broken limit disappears from readiness by one hand', async () => {
  const contributor = await house.join(owner, ['contributor'])
  const subject = await aSystem({ name: 'Kept' })
  const withdraw = (plan: string) => contributor.post(`/measurement-plans/${plan}/withdraw`, { reason: 'No more' })
  expect((await withdraw(await anApprovedPlan(subject))).status).toBe(403)
  expect((await withdraw(await aPlan(subject))).status).toBe(200)
})

test('a withdrawn plan says why, and comes back as it stood', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Ended' }))
  await owner.post(`/measurement-plans/${plan}/withdraw`, { reason: 'The tool was replaced' })
  const ended = (await owner.get(`/measurement-plans/${plan}`)).body
  expect(ended).toMatchObject({ state: 'withdrawn', withdrawnReason: 'The tool was replaced' })
  expect((await owner.post(`/measurement-plans/${plan}/withdraw`, { reason: 'Again' })).body.kind).toBe('wrong-state')
  expect((await owner.post(`/measurement-plans/${plan}/reinstate`)).status).toBe(200)
  expect((await owner.get(`/measurement-plans/${plan}`)).body.state).toBe('approved')
})

test.each([
  ['a misspelt key', { definition: { ...definition, treshold: 1 } }, 422, 'bad-definition'],
  [
    'a margin that cannot be',
    { definition: { ...definition, thresholds: [{ metric: 'tpr', margin: 7 }] } },
    422,
    'bad-definition',
  ],
  ['an unknown reference file', { reference: '018f0000-0000-7000-8000-000000000000' }, 422, 'no-such-reference'],
  ['no reason', { reason: '' }, 400, 'invalid'],
])('refuses a plan with %s', async (_what, fields, status, kind) => {
  const subject = await aSystem({ name: 'Refused' })
  const body = { subject, title: 'x', reason: 'y', definition, ...fields }
  const refused = await owner.post('/measurement-plans', body)
  expect([refused.status, refused.body.kind]).toEqual([status, kind])
})

test('a plan without a limit is not approved, nor one of drift without a reference', async () => {
  const subject = await aSystem({ name: 'Unlimited' })
  const open = await aPlan(subject, { definition: { ...definition, thresholds: [] } })
  expect((await approver.post(`/measurement-plans/${open}/approve`)).body.kind).toBe('limits-needed')
  const drift = { kind: 'drift' }
  const bare = await aPlan(subject, { definition: drift })
  expect((await approver.post(`/measurement-plans/${bare}/approve`)).body.kind).toBe('reference-needed')
})

test('a file that the engine refuses ends the run with what is wrong, and nothing is filed', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Bad file' }))
  const found = await run(plan, await bring('id,other\n1,2\n'))
  expect(found).toMatchObject({ state: 'refused', verdict: null, evidence: null, record: null })
  expect(found.problems.join(' ')).toMatch(/group|label|prediction/)
  expect((await owner.post(`/measurement-runs/${found.id}/recheck`)).body.kind).toBe('not-finished')
})

test('computed again, the record of a run has the same bytes', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Again' }))
  const found = await run(plan, await bring(decisionsCsv(6, uneven)))
  expect((await owner.post(`/measurement-runs/${found.id}/recheck`)).status).toBe(202)
  await house.jobs.drain()
  const { rechecks, recordSha256, repeat } = (await owner.get(`/measurement-runs/${found.id}`)).body
  expect(rechecks).toEqual([expect.objectContaining({ equal: true, recordSha256 })])
  expect(repeat).toBe(1)
  const bytes = await owner.get(`/measurement-runs/${found.id}/record`)
  expect(JSON.parse(bytes.text)).toEqual(found.record)
})

test('a run pushed by the command line is filed under the approved plan of its definition, and named as such', async () => {
  const subject = await aSystem({ name: 'Pushed' })
  const plan = await anApprovedPlan(subject)
  const { record } = await run(plan, await bring(decisionsCsv(7, even)))
  const elsewhere = { ...record, data: [{ ...record.data[0], sha256: 'a'.repeat(64) }] }
  const pushed = await owner.post('/measurement-runs/push', { run: elsewhere, plan }, { 'idempotency-key': 'push-1' })
  expect(pushed.status).toBe(201)
  const found = (await owner.get(`/measurement-runs/${pushed.body.id}`)).body
  expect(found).toMatchObject({ origin: 'client', confirming: true, verdict: 'pass', canRecheck: false })
  expect(found.record).toEqual(elsewhere)
  expect((await owner.post(`/measurement-runs/${found.id}/recheck`)).body.kind).toBe('data-is-elsewhere')
  const other = { ...elsewhere, definition: { ...record.definition, confidence: 0.9 } }
  const unknown = await owner.post('/measurement-runs/push', { run: other }, { 'idempotency-key': 'push-2' })
  expect(unknown.body.kind).toBe('no-plan-for-this')
  const drafted = await owner.post('/measurement-runs/push', { run: other, subject }, { 'idempotency-key': 'push-3' })
  const { exploratoryReason } = (await owner.get(`/measurement-runs/${drafted.body.id}`)).body
  expect(exploratoryReason).toBe('plan-not-approved')
  const under = await owner.post('/measurement-runs/push', { run: other, plan }, { 'idempotency-key': 'push-4' })
  expect((await owner.get(`/measurement-runs/${under.body.id}`)).body.exploratoryReason).toBe('definition-differs')
})

test('a result of another tool is filed as imported; without the hash of its file it does not confirm', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Imported' }))
  const given = { plan, tool: 'Another tool 1.2', fileName: 'march.csv', measuredOn: '2026-03-31', verdict: 'pass' }
  const values = [{ measure: 'difference of selection rates', group: 'south', value: 0.02, low: -0.01, high: 0.05 }]
  const key = (name: string) => ({ 'idempotency-key': name })
  const filed = await owner.post('/measurement-runs/import', { ...given, values }, key('import-1'))
  expect(filed.status).toBe(201)
  const found = (await owner.get(`/measurement-runs/${filed.body.id}`)).body
  expect(found).toMatchObject({ origin: 'imported', tool: 'Another tool 1.2', exploratoryReason: 'file-unknown' })
  const hashed = await owner.post(
    '/measurement-runs/import',
    { ...given, values, fileSha256: 'b'.repeat(64) },
    key('import-2'),
  )
  expect((await owner.get(`/measurement-runs/${hashed.body.id}`)).body.confirming).toBe(true)
  const late = await owner.post(
    '/measurement-runs/import',
    { ...given, values, measuredOn: '2999-01-01' },
    key('import-3'),
  )
  expect(late.body.kind).toBe('in-the-future')
})

test('a path is measured only inside the folder that the operator named', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Path' }))
  const refused = await owner.post('/measurement-runs', { plan, path: 'march.csv' })
  expect([refused.status, refused.body.kind]).toEqual([409, 'no-data-folder'])
  const watched = await owner.post(`/measurement-plans/${plan}/watched-file`, { path: 'march.csv' })
  expect([watched.status, watched.body.kind]).toEqual([409, 'no-data-folder'])
})

test('another organization sees, runs and changes nothing', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Ours' }))
  const file = await bring(decisionsCsv(8, even))
  const found = await run(plan, file)
  expect((await stranger.get('/measurement-runs')).body.total).toBe(0)
  expect((await stranger.get('/measurement-files')).body.total).toBe(0)
  expect((await stranger.get(`/measurement-plans/${plan}`)).status).toBe(404)
  expect((await stranger.get(`/measurement-runs/${found.id}`)).status).toBe(404)
  expect((await stranger.get(`/measurement-runs/${found.id}/record`)).status).toBe(404)
  expect((await stranger.post(`/measurement-plans/${plan}/approve`)).status).toBe(404)
  expect((await stranger.post('/measurement-runs', { plan, file })).status).toBe(422)
  expect((await stranger.post(`/measurement-runs/${found.id}/recheck`)).status).toBe(404)
})

test('as of before a run, the plan stands as it stood then', async () => {
  const plan = await anApprovedPlan(await aSystem({ name: 'Then' }))
  const found = await run(plan, await bring(decisionsCsv(9, uneven)))
  const before = { 'assay-as-of': String(found.seq - 1) }
  const then = (await owner.get(`/measurement-plans/${plan}`, before)).body
  expect(then).toMatchObject({ state: 'approved', lastConfirming: null, runs: { finished: 0 } })
  expect((await owner.get(`/measurement-runs/${found.id}`, before)).status).toBe(404)
})

test('lists come in pages and by what is asked for', async () => {
  const subject = await aSystem({ name: 'Paged' })
  const plans = [await aPlan(subject), await aPlan(subject), await aPlan(subject)]
  const first = (await owner.get(`/measurement-plans?subject=${subject}&limit=2`)).body
  expect([first.items.length, first.total]).toEqual([2, 3])
  const rest = (await owner.get(`/measurement-plans?subject=${subject}&limit=2&cursor=${first.next}`)).body
  const listed = [...first.items, ...rest.items].map(({ id }: { id: string }) => id)
  expect(listed).toEqual(plans.toReversed())
  expect((await owner.get('/measurement-runs?verdict=fail&confirming=true')).body.items.length).toBeGreaterThan(0)
})

test('drift is measured against the reference that the plan fixed', async () => {
  const subject = await aSystem({ name: 'Watched' })
  const reference = await bring(decisionsCsv(20, even), 'reference.csv')
  const plan = await anApprovedPlan(subject, { definition: { kind: 'drift', columns: ['group', 'score'] }, reference })
  const found = await run(
    plan,
    await bring(decisionsCsv(21, { north: { people: 1900, selected: 0.4 }, south: { people: 100, selected: 0.4 } })),
  )
  expect(found).toMatchObject({ verdict: 'fail', headline: { measure: 'Columns that drifted (of 2)', value: 1 } })
})

test('data quality is measured of a data set, against requirements with an owner', async () => {
  const made = await owner.post('/components', { kind: 'dataset', name: 'Applications' })
  const asked = { atMost: 0.01, owner: 'Data owner', setOn: '2026-01-01' }
  const definition = { kind: 'quality', checks: [{ check: 'missing-values', column: 'group', asked }] }
  const plan = await anApprovedPlan(`dataset:${made.body.id}`, { definition })
  const found = await run(plan, await bring(decisionsCsv(22, even)))
  expect(found).toMatchObject({ verdict: 'pass', kind: 'quality', confirming: true })
})

test('readiness reads what was planned, run, held and broken', async () => {
  const fresh = await house.organization('Measured')
  const other = await house.join(fresh, ['approver'])
  const situation = () => look(house, fresh, (tx, org) => readAssuranceSituation(tx, org, '2099-01-01'))
  const system = (await fresh.post('/ai-systems', { name: 'Model', state: 'in-use', individualDecisions: 'decides' }))
    .body.id
  const ref = `ai-system:${system}`
  expect((await situation()).fairness).toMatchObject({
    units: 1,
    withoutPlan: { count: 1, worst: [{ ref, name: 'Model' }] },
  })
  const body = { subject: ref, title: 'Rates', reason: 'r', definition, intervalDays: 30 }
  const plan = (await fresh.post('/measurement-plans', body)).body.id
  expect((await situation()).fairness.withoutPlan.count).toBe(1)
  await other.post(`/measurement-plans/${plan}/approve`)
  expect((await situation()).fairness).toMatchObject({
    withoutPlan: { count: 0 },
    withoutRun: { count: 1 },
    overdue: { count: 1 },
  })
  const values = [{ measure: 'difference', value: 0.3 }]
  const given = {
    plan,
    tool: 'x',
    fileName: 'f',
    measuredOn: new Date().toISOString().slice(0, 10),
    verdict: 'fail',
    values,
  }
  await fresh.post('/measurement-runs/import', given, { 'idempotency-key': 'read-1' })
  expect((await situation()).fairness).toMatchObject({ withoutRun: { count: 0 }, exploratoryOnly: { count: 1 } })
  const hashed = { ...given, fileSha256: 'c'.repeat(64) }
  const filed = await fresh.post('/measurement-runs/import', hashed, { 'idempotency-key': 'read-2' })
  const failing = { count: 1, worst: [{ ref: `measurement-run:${filed.body.id}`, name: 'Model' }] }
  const { fairness, everything, operation } = await situation()
  expect(fairness).toMatchObject({
    failing,
    exploratoryOnly: { count: 0 },
    importedOnly: { count: 1 },
    alertsOpen: { count: 1 },
  })
  expect(everything.origins).toEqual({ server: 0, client: 0, imported: 1 })
  expect(operation.withoutPlan.count).toBe(1)
  const good = { ...given, verdict: 'pass', fileSha256: 'd'.repeat(64) }
  await fresh.post('/measurement-runs/import', good, { 'idempotency-key': 'read-3' })
  expect((await situation()).fairness).toMatchObject({ failing: { count: 0 }, passing: [{ name: 'Rates' }] })
})

test('a plan whose interval passed without a run becomes a task of the owner, once', async () => {
  const fresh = await house.organization('Late')
  const other = await house.join(fresh, ['approver'])
  const system = (await fresh.post('/ai-systems', { name: 'Model', owner: fresh.person })).body.id
  const body = { subject: `ai-system:${system}`, title: 'Rates', reason: 'r', definition, intervalDays: 30 }
  const plan = (await fresh.post('/measurement-plans', body)).body.id
  await other.post(`/measurement-plans/${plan}/approve`)
  const { approval, dueOn, overdue } = (await fresh.get(`/measurement-plans/${plan}`)).body
  const inDays = (days: number) => new Date(Date.parse(approval.on) + days * 86_400_000)
  expect([dueOn, overdue]).toEqual([inDays(30).toISOString().slice(0, 10), false])
  const who = { org: fresh.org, actor: 'system:assurance', person: null, scopes: ['assurance:run'] }
  const remind = (days: number) =>
    change(house.door, who, 'assurance:run', (it) => remindOfOverdue({ ...it, now: inDays(days) }))
  expect(await remind(30)).toMatchObject({ ok: false, error: { kind: 'nothing-overdue' } })
  expect(await remind(31)).toMatchObject({ ok: true, value: { reminded: 1 } })
  expect(await remind(32)).toMatchObject({ ok: false, error: { kind: 'nothing-overdue' } })
  const tasks = (await fresh.get('/tasks')).body.items
  expect(tasks).toEqual([
    expect.objectContaining({ title: 'Run an overdue measurement: Rates', subject: `ai-system:${system}` }),
  ])
})

test('a plan says how many people it needs before anybody has measured', async () => {
  const expected = { rate: 0.5, reference: 0.5 }
  const thresholds = [{ metric: 'selection_rate', comparison: 'difference', margin: 0.1, expected }]
  const subject = await aSystem({ name: 'Sized' })
  const plan = await aPlan(subject, { definition: { ...definition, thresholds } })
  const [two, nine] = await Promise.all(
    [2, 9].map((groups) => owner.get(`/measurement-plans/${plan}/sizes?groups=${groups}`)),
  )
  expect(two?.body).toMatchObject({ groups: 2, comparisons: 1, sizes: [{ metric: 'selection_rate', margin: 0.1 }] })
  expect(nine?.body.comparisons).toBe(8)
  expect(nine?.body.sizes[0].needed).toBeGreaterThan(two?.body.sizes[0].needed)
  const without = await aPlan(subject)
  expect((await owner.get(`/measurement-plans/${without}/sizes`)).body.sizes).toEqual([])
  const drift = await aPlan(subject, { definition: { kind: 'drift' } })
  const window = async (more = '') => (await owner.get(`/measurement-plans/${drift}/sizes${more}`)).body.rows
  expect(await window()).toMatchObject([
    { measure: 'wasserstein_normalised', bound: { most: 0.1 }, counted: 'window rows', needed: 1176 },
    { measure: 'total_variation', expected: { categories: 10 } },
  ])
  expect((await window('?reference=100'))[0]).toMatchObject({ expected: { reference: 100 }, needed: null })
  expect((await stranger.get(`/measurement-plans/${plan}/sizes`)).status).toBe(404)
})
