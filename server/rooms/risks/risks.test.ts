import { expect, test } from 'vitest'
import { change } from '#platform/database/change.ts'
import type { SubjectRef } from '#kernel/id.ts'
import { systemActor } from '#app/system-actor.ts'
import { openTestHouse } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { aRisk, aTreatedRisk, criteriaInForce, day, placed } from './a-risk.ts'
import { remindOfReassessment, watchForRisks } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const manager = await house.join(owner, ['aims-manager'])
const contributor = await house.join(owner, ['contributor'])
const approver = await house.join(owner, ['approver'])
const stranger = await house.organization('Another')
await criteriaInForce(owner, manager)

const aSystem = async () => (await owner.post('/ai-systems', { name: `System ${crypto.randomUUID()}` })).body.id

test('a risk goes from identified to accepted, each step with its fact', async () => {
  const system = await aSystem()
  const id = await aRisk(contributor, {
    title: 'Refuses good applicants',
    source: 'Few cases of young people in the data',
    event: 'Young applicants are refused more often',
    forIndividuals: 'No credit',
    owner: approver.person,
    systems: [system],
    libraryId: 'unequal-performance',
    controls: ['A.7.4'],
  })
  expect((await contributor.post(`/risks/${id}/rate`, placed(4, 4))).body).toEqual({ id, level: 'not-acceptable' })
  const actions = [{ title: 'Collect more cases', owner: contributor.person, dueOn: day(30) }]
  const treated = await contributor.post(`/risks/${id}/treat`, {
    option: 'modify',
    controls: ['A.7.4', 'A.6.2.4'],
    actions,
  })
  expect(treated.status, treated.text).toBe(200)
  expect((await contributor.post(`/risks/${id}/rate-residual`, placed(2, 4))).body.level).toBe('tolerable')
  expect((await approver.get('/inbox')).body.decisions.items).toMatchObject([
    { what: 'accept-risk', subject: `risk:${id}` },
  ])
  const accepted = await approver.post(`/risks/${id}/accept`, { expiresOn: day(200), note: 'Until the next model' })
  expect(accepted.status, accepted.text).toBe(200)

  const risk = (await owner.get(`/risks/${id}`)).body
  expect(risk).toMatchObject({
    state: 'accepted',
    score: 8,
    level: 'tolerable',
    inherentScore: 16,
    treatment: 'modify',
    controls: ['A.7.4', 'A.6.2.4'],
    systems: [{ id: system }],
    acceptedUntil: day(200),
    openActions: 1,
    acceptances: [{ by: { id: approver.person }, aboveAppetite: false, expired: false }],
    actions: [{ title: 'Collect more cases', state: 'open' }],
  })
  expect(await factsAbout(house, owner, `risk:${id}`)).toEqual([
    'risk.identified',
    'risk.rated',
    'risk.treatment-decided',
    'risk.residual-rated',
    'risk.accepted',
  ])
  expect((await owner.get(`/tasks?subject=risk:${id}`)).body.total).toBe(1)
})

test('what is named in a risk exists here', async () => {
  const foreign = (await stranger.post('/ai-systems', { name: 'Foreign' })).body.id
  const refused = await owner.post('/risks', {
    title: 'x',
    owner: stranger.person,
    systems: [foreign],
    controls: ['A.6.2.4', 'A.11.1'],
    libraryId: 'no-such',
  })
  expect(refused).toMatchObject({ status: 422, body: { kind: 'no-such-reference' } })
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual([
    'systems.0',
    'owner',
    'libraryId',
    'controls.1',
  ])
  await aRisk(owner, { reference: 'R-1' })
  expect((await owner.post('/risks', { title: 'y', reference: 'R-1' })).body.problems[0].path).toBe('reference')
})

test('an edit names the version it saw, and what was accepted changes only after opening again', async () => {
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person } })
  const { version } = (await owner.get(`/risks/${id}`)).body
  expect((await owner.patch(`/risks/${id}`, version, { title: 'Better' })).status).toBe(200)
  expect((await owner.patch(`/risks/${id}`, version, { title: 'Worse' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: version + 1,
  })
  await approver.post(`/risks/${id}/accept`, { expiresOn: day(90) })
  const refused = await owner.patch(`/risks/${id}`, version + 2, { event: 'Something else' })
  expect(refused.body.kind).toBe('assessed-already')
  expect((await approver.patch(`/risks/${id}`, version + 2, { title: 'Best' })).status).toBe(200)
  await owner.post(`/risks/${id}/close`, { reason: 'Gone' })
  expect((await owner.patch(`/risks/${id}`, version + 4, { title: 'z' })).body.kind).toBe('closed')
  const others = await aRisk(owner)
  expect((await approver.patch(`/risks/${others}`, 1, { title: 'z' })).body.kind).toBe('forbidden')
  expect((await approver.post(`/risks/${others}/rate`, placed(1, 1))).body.kind).toBe('forbidden')
})

test('steps out of order, off the scale or without a reason are refused', async () => {
  const id = await aRisk(owner)
  const kindOf = async (verb: string, body: object) => (await owner.post(`/risks/${id}/${verb}`, body)).body.kind
  expect(await kindOf('treat', { option: 'retain', reason: 'x' })).toBe('wrong-state')
  const off = await owner.post(`/risks/${id}/rate`, placed(6, 3))
  expect(off.body).toMatchObject({ kind: 'off-the-scale', problems: [{ path: 'likelihood' }] })
  await owner.post(`/risks/${id}/rate`, placed(3, 3))
  expect(await kindOf('rate-residual', placed(1, 1))).toBe('treatment-needed')
  expect(await kindOf('treat', { option: 'retain' })).toBe('reason-needed')
  expect(await kindOf('treat', { option: 'avoid' })).toBe('nothing-planned')
  const nobody = { title: 'x', owner: stranger.person, dueOn: day(3) }
  const refused = await owner.post(`/risks/${id}/treat`, { option: 'modify', controls: ['B.1'], actions: [nobody] })
  expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['actions.0.owner', 'controls.0'])
  await owner.post(`/risks/${id}/treat`, { option: 'retain', reason: 'Cheaper to bear' })
  expect(await kindOf('rate-residual', placed(4, 3))).toBe('above-inherent')
  expect(await kindOf('accept', { expiresOn: day(10) })).toBe('wrong-state')
})

test('an acceptance is by the owner or management, ends on a day, and is not by whoever rated it', async () => {
  const id = await aTreatedRisk(manager, { fields: { owner: contributor.person } })
  const accept = async (by: typeof owner, body: object) => (await by.post(`/risks/${id}/accept`, body)).body
  for (const expiresOn of [null, day(0), day(800)])
    expect(await accept(contributor, { expiresOn })).toMatchObject({
      kind: 'expiry-needed',
      problems: [{ path: 'expiresOn' }],
    })
  expect(await accept(approver, { expiresOn: day(9) })).toMatchObject({ kind: 'not-risk-owner' })
  const rater = await accept(manager, { expiresOn: day(9) })
  expect(rater.kind).toBe('acceptor-rated-it')
  expect(rater.problems.map(({ message }: { message: string }) => message)).toContain('Olive Owner')
  expect(await accept(contributor, { expiresOn: day(9) })).toEqual({ id })

  expect((await approver.post(`/risks/${id}/withdraw-acceptance`, { reason: 'x' })).body.kind).toBe('forbidden')
  expect((await contributor.post(`/risks/${id}/withdraw-acceptance`, { reason: 'Too soon' })).status).toBe(200)
  expect((await contributor.post(`/risks/${id}/withdraw-acceptance`, { reason: 'x' })).body.kind).toBe('not-accepted')
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({
    state: 'treated',
    acceptedUntil: null,
    acceptances: [{ endedBecause: 'Too soon' }],
  })
})

test('what lies above the appetite is accepted by designated management alone', async () => {
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person }, before: [5, 5], after: [4, 4] })
  const refused = await approver.post(`/risks/${id}/accept`, { expiresOn: day(30) })
  expect(refused).toMatchObject({ status: 403, body: { kind: 'above-appetite' } })
  expect(refused.body.problems).toHaveLength(2)
  expect((await manager.get('/inbox')).body.decisions.items).toContainEqual(
    expect.objectContaining({ what: 'accept-risk', subject: `risk:${id}` }),
  )
  expect((await manager.post(`/risks/${id}/accept`, { expiresOn: day(30) })).status).toBe(200)
  expect(await factsAbout(house, owner, `risk:${id}`)).toContain('risk.accepted-above-appetite')
})

test('a treatment that does not work opens the risk again, judged by somebody else after its actions', async () => {
  const id = await aRisk(contributor)
  await contributor.post(`/risks/${id}/rate`, placed(3, 4))
  const actions = [{ title: 'Filter the output', owner: contributor.person, dueOn: day(5) }]
  const check = { result: 'not-effective', note: 'Still seen twice' }
  expect((await owner.post(`/risks/${id}/check`, check)).body.kind).toBe('wrong-state')
  await contributor.post(`/risks/${id}/treat`, { option: 'modify', actions })
  await contributor.post(`/risks/${id}/rate-residual`, placed(1, 4))
  expect((await contributor.post(`/risks/${id}/check`, check)).body.kind).toBe('checker-decided-it')
  expect((await owner.post(`/risks/${id}/check`, check)).body).toMatchObject({ kind: 'actions-open', open: 1 })
  const task = (await owner.get(`/tasks?subject=risk:${id}`)).body.items[0].id
  await contributor.post(`/tasks/${task}/complete`)
  const waits = async (by: typeof owner) =>
    (await by.get('/inbox')).body.decisions.items.filter(({ what }: { what: string }) => what === 'check-treatment')
  expect(await waits(owner)).toMatchObject([{ subject: `risk:${id}` }])
  expect(await waits(contributor)).toEqual([])
  expect((await owner.post(`/risks/${id}/check`, check)).status).toBe(200)
  expect(await waits(owner)).toEqual([])
  const risk = (await owner.get(`/risks/${id}`)).body
  expect(risk).toMatchObject({
    state: 'identified',
    openTriggers: 1,
    triggers: [{ kind: 'not-effective', note: 'Still seen twice' }],
  })
  await contributor.post(`/risks/${id}/rate`, placed(3, 4))
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({ state: 'analysed', openTriggers: 0 })
})

test('closing and opening again say why', async () => {
  const id = await aRisk(owner)
  expect((await owner.post(`/risks/${id}/reopen`, { reason: 'x' })).body.kind).toBe('wrong-state')
  expect((await owner.post(`/risks/${id}/close`, {})).status).toBe(400)
  expect((await owner.post(`/risks/${id}/close`, { reason: 'The tool is gone' })).status).toBe(200)
  expect((await owner.post(`/risks/${id}/close`, { reason: 'x' })).body.kind).toBe('wrong-state')
  expect((await owner.post(`/risks/${id}/rate`, placed(1, 1))).body.kind).toBe('wrong-state')
  expect((await owner.post(`/risks/${id}/reopen`, { reason: 'It is back' })).status).toBe(200)
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({ state: 'identified', closedReason: null })
})

test('closing is taken back to exactly where the risk stood, unless something has called for a new assessment since', async () => {
  const system = await aSystem()
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person, systems: [system] } })
  await approver.post(`/risks/${id}/accept`, { expiresOn: day(200), note: 'Until the next model' })
  const { version: _at, changedAt: _then, ...before } = (await owner.get(`/risks/${id}`)).body
  expect((await owner.post(`/risks/${id}/take-back-closing`)).body.kind).toBe('wrong-state')
  const rows = [{ id, version: _at }]
  const closed = await owner.post('/risks/bulk-edits', { change: 'close', given: { reason: 'The tool is gone' }, rows })
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({ state: 'closed', acceptedUntil: null })
  expect((await owner.post(`/risks/bulk-edits/${closed.body.id}/undo`)).body).toEqual({ undone: 1, kept: [] })
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject(before)
  expect(await factsAbout(house, owner, `risk:${id}`)).toContain('risk.closing-taken-back')

  await owner.post(`/risks/${id}/close`, { reason: 'The tool is gone' })
  const { version } = (await owner.get(`/ai-systems/${system}`)).body
  await owner.patch(`/ai-systems/${system}`, version, { purpose: 'Ranks applicants as well' })
  const refused = await owner.post(`/risks/${id}/take-back-closing`)
  expect([refused.status, refused.body.kind]).toEqual([409, 'called-for-since'])
  expect((await owner.get(`/risks/${id}`)).body.state).toBe('closed')
})

test('a change of the AI system opens its assessed risks again, once, and asks their owner', async () => {
  const system = await aSystem()
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person, systems: [system] } })
  const untouched = await aTreatedRisk(contributor, { fields: { owner: approver.person } })
  const fact = { type: 'ai-system.purpose-changed', subject: `ai-system:${system}` as SubjectRef }
  const watch = () => change(house.door, systemActor(owner.org, 'risks'), 'risks:edit', (it) => watchForRisks(it, fact))
  expect(await watch()).toMatchObject({ ok: true, value: { raised: 1 } })
  expect(await watch()).toMatchObject({ ok: false, error: { kind: 'nothing-to-do' } })
  expect((await owner.get(`/risks/${id}`)).body).toMatchObject({
    state: 'identified',
    triggers: [{ kind: 'system-changed', cause: `ai-system:${system}` }],
  })
  expect((await owner.get(`/risks/${untouched}`)).body.state).toBe('treated')
  const waiting = (await approver.get('/inbox')).body.decisions.items
  expect(waiting).toContainEqual(
    expect.objectContaining({
      what: 'reassess-risk',
      subject: `risk:${id}`,
      name: 'Unfair refusals (The purpose of the AI system changed.)',
    }),
  )
  expect(await factsAbout(house, owner, `risk:${id}`)).toContain('risk.reassessment-called-for')
})

type Raised = { kind: string; cause: string | null; note: string }

test('a change of a component or a supplier, a measurement of data and an incident each open the risks of the systems behind it', async () => {
  const system = await aSystem()
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person, systems: [system] } })
  const model = (await owner.post('/components', { kind: 'model', name: 'Ranker', supplier: 'Talentful' })).body.id
  const prompt = (await owner.post('/components', { kind: 'prompt', name: 'Summary', supplier: '' })).body.id
  await owner.post('/lineage', { from: `prompt:${prompt}`, to: model, relation: 'calls' })
  await house.jobs.drain()
  const settled = async () => {
    await house.jobs.drain()
    const { state, triggers } = (await owner.get(`/risks/${id}`)).body
    const [newest]: Raised[] = triggers
    await contributor.post(`/risks/${id}/rate`, placed(3, 4))
    return state === 'identified' && newest ? `${newest.kind} ${newest.cause?.split(':')[0] ?? ''}` : state
  }
  await owner.post('/lineage', { from: `ai-system:${system}`, to: prompt, relation: 'uses' })
  expect(await settled()).toBe('component-changed ai-system')
  await owner.post(`/components/${prompt}/versions`, { label: '2', state: 'draft' })
  expect(await settled()).toBe('analysed')
  await owner.post(`/components/${prompt}/versions`, { label: '3', state: 'current' })
  expect(await settled()).toBe('component-changed prompt')
  // two steps away, and the supplier's
  await owner.post(`/components/${model}/versions`, { label: '2026-11', state: 'current' })
  expect(await settled()).toBe('supplier-changed model')
  const { version } = (await owner.get(`/ai-systems/${system}`)).body
  await owner.patch(`/ai-systems/${system}`, version, { supplier: 'First' })
  expect(await settled()).toBe('analysed')
  await owner.patch(`/ai-systems/${system}`, version + 1, { supplier: 'Second' })
  expect(await settled()).toBe('supplier-changed ai-system')
  const data = (await owner.post('/components', { kind: 'dataset', name: 'Applicants' })).body.id
  await owner.post('/lineage', { from: `model:${model}`, to: data, relation: 'trained-on' })
  await house.jobs.drain()
  await contributor.post(`/risks/${id}/rate`, placed(3, 4))
  const limit = { metric: 'selection_rate', comparison: 'difference', margin: 0.1 }
  const columns = { label: 'label', prediction: 'prediction', positive: '1', by: ['group'] }
  const definition = { kind: 'fairness', ...columns, reference: { group: 'north' }, thresholds: [limit] }
  const planned = { subject: `dataset:${data}`, title: 'Rates', reason: 'They may drift.', definition }
  const plan = (await owner.post('/measurement-plans', planned)).body.id
  const run = { plan, tool: 'Another tool', fileName: 'march.csv', measuredOn: '2026-03-31', verdict: 'fail' }
  const values = [{ measure: 'population stability', value: 0.4 }]
  const filed = await owner.post('/measurement-runs/import', { ...run, values }, { 'idempotency-key': 'drift' })
  expect(filed.status, filed.text).toBe(201)
  expect(await settled()).toBe('measurement-failed measurement-run')
  const incident = { kind: 'incident', reason: 'Two applicants complained' }
  expect((await owner.post(`/risks/${id}/reopen`, { kind: 'measurement-failed', reason: 'x' })).status).toBe(400)
  expect((await owner.post(`/risks/${id}/reopen`, incident)).status).toBe(200)
  expect(await settled()).toBe('incident ')
})

test('every day, expired acceptances and overdue reviews call for a new assessment', async () => {
  const org = await house.organization('Days')
  const second = await house.join(org, ['aims-manager'])
  await criteriaInForce(org, second)
  const unowned = await aTreatedRisk(org, { fields: { title: 'Nobody’s' } })
  expect((await second.post(`/risks/${unowned}/accept`, { expiresOn: day(1) })).body.kind).toBe('owner-needed')
  await org.post(`/risks/${unowned}/close`, { reason: 'Recorded twice' })
  const expiring = await aTreatedRisk(org, { fields: { title: 'Expiring', owner: second.person } })
  expect((await second.post(`/risks/${expiring}/accept`, { expiresOn: day(1) })).status).toBe(200)
  const late = await aRisk(org, { title: 'Late', reviewDueOn: day(-1) })
  const on = (clock: Date) =>
    change(house.door, systemActor(org.org, 'risks'), 'risks:edit', (it) => remindOfReassessment({ ...it, now: clock }))
  expect(await on(new Date())).toMatchObject({ ok: true, value: { raised: 1 } })
  expect(await on(new Date())).toMatchObject({ ok: false })
  expect((await org.get(`/risks/${expiring}`)).body.state).toBe('accepted')
  expect(await on(new Date(Date.now() + 3 * 86_400_000))).toMatchObject({ ok: true, value: { raised: 1 } })
  expect((await org.get(`/risks/${expiring}`)).body).toMatchObject({
    state: 'identified',
    triggers: [{ kind: 'acceptance-expired' }],
    acceptances: [{ endedBecause: 'it expired' }],
  })
  expect((await org.get('/risks?due=overdue')).body.items).toMatchObject([{ id: late, overdue: true }])
  expect((await org.get('/risks?due=reassess')).body.total).toBe(2)
})

test('the list is paged, searched and filtered, greatest first, and counted by cell', async () => {
  const org = await house.organization('Lists')
  const second = await house.join(org, ['aims-manager'])
  await criteriaInForce(org, second)
  const system = (await org.post('/ai-systems', { name: 'Chatbot' })).body.id
  const great = await aTreatedRisk(org, {
    fields: { title: 'Great', systems: [system] },
    before: [5, 5],
    after: [5, 4],
  })
  const small = await aTreatedRisk(org, {
    fields: { title: 'Small', owner: second.person },
    before: [2, 3],
    after: [1, 2],
  })
  const raw = await aRisk(org, { title: 'Raw', event: 'Nobody looked' })
  const ids = async (query: string) => (await org.get(`/risks?${query}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await ids('')).toEqual([great, small, raw])
  const first = (await org.get('/risks?limit=2')).body
  expect(first.total).toBe(3)
  expect(await ids(`limit=2&cursor=${first.next}`)).toEqual([raw])
  expect(await ids('q=nobody')).toEqual([raw])
  expect(await ids(`system=${system}`)).toEqual([great])
  expect(await ids(`owner=${second.person}`)).toEqual([small])
  expect(await ids('state=identified')).toEqual([raw])
  expect(await ids('level=not-acceptable')).toEqual([great])
  expect(await ids('control=A.6.2.4')).toHaveLength(2)
  expect(await ids('cell=1-2')).toEqual([small])
  expect((await org.get('/risks?sort=nonsense')).status).toBe(400)
  expect((await org.get('/risks/summary')).body).toMatchObject({
    total: 3,
    notRated: 1,
    byLevel: { acceptable: 1, tolerable: 0, 'not-acceptable': 1 },
    cells: expect.arrayContaining([
      { likelihood: 5, consequence: 5, before: 1, now: 0 },
      { likelihood: 5, consequence: 4, before: 0, now: 1 },
    ]),
  })
})

test('as of an earlier day a risk stands as it stood', async () => {
  const id = await aTreatedRisk(owner, {})
  const entries = (await owner.get('/audit-trail?limit=1')).body.items
  await owner.post(`/risks/${id}/close`, { reason: 'Over' })
  const then = await owner.get(`/risks/${id}`, { 'assay-as-of': String(entries[0].seq) })
  expect(then.body).toMatchObject({ state: 'treated', closedReason: null })
  expect((await owner.get(`/risks/${id}`)).body.state).toBe('closed')
})

test('another organization sees and changes nothing', async () => {
  const id = await aTreatedRisk(owner, {})
  expect((await stranger.get(`/risks/${id}`)).status).toBe(404)
  expect((await stranger.get('/risks')).body.total).toBe(0)
  expect((await stranger.patch(`/risks/${id}`, 1, { title: 'x' })).status).toBe(404)
  const bodies: Record<string, object> = {
    rate: placed(1, 1),
    treat: { option: 'retain', reason: 'x' },
    'rate-residual': placed(1, 1),
    accept: { expiresOn: day(3) },
    'withdraw-acceptance': { reason: 'x' },
    check: { result: 'effective', note: 'x' },
    reopen: { reason: 'x' },
    close: { reason: 'x' },
    'take-back-closing': {},
  }
  for (const [verb, body] of Object.entries(bodies))
    expect((await stranger.post(`/risks/${id}/${verb}`, body)).status, verb).toBe(404)
  expect((await owner.get(`/risks/${id}`)).body.state).toBe('treated')
})

test('two people who accept at once: one acceptance holds', async () => {
  const id = await aTreatedRisk(contributor, { fields: { owner: approver.person } })
  const answers = await Promise.all([
    approver.post(`/risks/${id}/accept`, { expiresOn: day(30) }),
    owner.post(`/risks/${id}/accept`, { expiresOn: day(60) }),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { acceptances } = (await owner.get(`/risks/${id}`)).body
  expect(acceptances).toHaveLength(1)
})

test('the library is searched by words, taxonomy and what it refers to', async () => {
  const all = (await owner.get('/risk-library')).body
  expect(all.total).toBe(45)
  expect(all.taxonomies.map(({ id }: { id: string }) => id)).toEqual(['mit', 'nist', 'owasp', 'atlas'])
  const found = (await owner.get('/risk-library?q=LLM01')).body.items
  expect(found).toMatchObject([{ id: 'prompt-injection' }])
  const agentic = (await owner.get('/risk-library?q=agent&taxonomy=owasp')).body.items
  expect(agentic.length).toBeGreaterThan(3)
  expect((await owner.get('/risk-library?q=zebra')).body.total).toBe(0)
})
