import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

const answers = {
  reach: 'in-union',
  exclusions: [],
  supply: ['uses'],
  inUnion: true,
  practices: [],
  annexI: null,
  annexIii: ['4(a)'],
  profiling: 'yes',
  exceptions: [],
  publicBody: false,
  transparency: [],
  transparencyExceptions: [],
  gpai: 'none',
  openSource: false,
  placedOn: null,
  changedSince: false,
}

async function aSystem(fields: object = {}): Promise<string> {
  const made = await owner.post('/ai-systems', { name: 'Applicant ranking', purpose: 'Ranks applications', ...fields })
  expect(made.status).toBe(201)
  return made.body.id
}

async function answered(fields: object = {}): Promise<string> {
  const id = await aSystem()
  expect((await owner.post(`/ai-systems/${id}/ai-act/answers`, { ...answers, ...fields })).status).toBe(201)
  return id
}

test('answers lead to a result that is kept, and earlier results stay as they were', async () => {
  const id = await answered()
  const first = (await owner.get(`/ai-systems/${id}/ai-act`)).body.assessment
  expect(first).toMatchObject({ number: 1, state: 'current', answers, result: { class: 'high-risk' } })
  await owner.post(`/ai-systems/${id}/ai-act/answers`, { ...answers, annexIii: [] })
  const now = (await owner.get(`/ai-systems/${id}/ai-act`)).body
  expect(now.assessment).toMatchObject({ number: 2, result: { class: 'minimal' } })
  expect(now.history.map((one: { class: string }) => one.class)).toEqual(['minimal', 'high-risk'])
  expect(now.uncertainties.length).toBeGreaterThan(0)
  const earlier = (await owner.get(`/ai-act-assessments/${first.id}`)).body
  expect(earlier).toMatchObject({ state: 'superseded', answers, result: first.result })
  expect((await factsAbout(house, owner, `ai-system:${id}`)).slice(1)).toEqual([
    'ai-system.act-answered',
    'ai-system.act-answered',
  ])
})

test('a preview shows what answers lead to and keeps nothing', async () => {
  const id = await aSystem()
  const shown = await owner.post('/ai-act/preview', answers)
  expect([shown.status, shown.body.class]).toEqual([200, 'high-risk'])
  expect((await owner.get(`/ai-systems/${id}/ai-act`)).body.assessment).toBeNull()
})

test('half an answer is refused with its field', async () => {
  const { profiling: _left, ...rest } = answers
  const refused = await owner.post(`/ai-systems/${await aSystem()}/ai-act/answers`, rest)
  expect(refused.status).toBe(400)
  expect(refused.body.problems[0].path).toContain('profiling')
})

test('what the records already say is proposed, the roles of the system before those of the screening', async () => {
  const id = await aSystem({ jurisdictions: ['DE'], state: 'in-use', since: '2024-09-01' })
  const confirmed = { framework: 'eu-ai-act', roles: ['deployer', 'importer'], reason: 'We bring it in and use it.' }
  expect((await owner.post(`/ai-systems/${id}/roles`, confirmed)).status).toBe(200)
  expect((await owner.get(`/ai-systems/${id}/ai-act`)).body.proposal).toEqual({
    answers: { supply: ['uses', 'imports'], reach: 'in-union', placedOn: '2024-09-01' },
    from: ['roles', 'jurisdictions', 'started-on'],
  })
})

test('a class and a date are decided with a reason, shown beside what was computed, and taken back', async () => {
  const id = await answered()
  const decide = (decision: object) =>
    owner.post(`/ai-systems/${id}/ai-act/decisions`, { reason: 'Counsel', ...decision })
  const read = async () => (await owner.get(`/ai-systems/${id}/ai-act`)).body.assessment
  expect((await decide({ about: 'date', duty: 'AIA-26', value: '2027-06-01' })).status).toBe(200)
  expect((await decide({ about: 'class', value: 'high-risk' })).status).toBe(200)
  const both = await read()
  expect(both.decisions).toEqual([
    expect.objectContaining({ about: 'AIA-26', value: '2027-06-01', computed: '2027-12-02', reason: 'Counsel' }),
    expect.objectContaining({ about: 'class', value: 'high-risk', computed: 'high-risk' }),
  ])
  const dateOf = (it: { result: { duties: { id: string; date: { on: string } }[] } }) =>
    it.result.duties.find((duty) => duty.id === 'AIA-26')?.date.on
  expect(dateOf(both)).toBe('2027-06-01')
  const back = await owner.post(`/ai-systems/${id}/ai-act/decisions/withdraw`, { about: 'AIA-26' })
  expect(back.status).toBe(200)
  expect(dateOf(await read())).toBe('2027-12-02')
  await decide({ about: 'class', value: 'minimal' })
  expect((await read()).result).toMatchObject({ class: 'minimal', computedClass: 'high-risk' })
  expect((await owner.post(`/ai-systems/${id}/ai-act/decisions`, { about: 'class', value: 'minimal' })).status).toBe(
    400,
  )
})

test('refuses to decide, open, confirm or adopt where there is nothing to', async () => {
  const bare = await aSystem()
  const post = async (id: string, path: string, body: object = {}) => {
    const refused = await owner.post(`/ai-systems/${id}/ai-act/${path}`, body)
    return [refused.status, refused.body.kind]
  }
  const decision = { about: 'class', value: 'minimal', reason: 'So' }
  expect(await post(bare, 'decisions', decision)).toEqual([409, 'nothing-answered'])
  expect(await post(bare, 'reopen', { reason: 'So' })).toEqual([409, 'nothing-answered'])
  const id = await answered()
  const dated = { about: 'date', duty: 'AIA-9', value: '2027-01-01', reason: 'So' }
  expect(await post(id, 'decisions', dated)).toEqual([422, 'no-such-duty'])
  expect(await post(id, 'decisions/withdraw', { about: 'class' })).toEqual([409, 'nothing-decided'])
  expect(await post(id, 'confirm')).toEqual([409, 'not-open'])
  expect(await post(id, 'adopt', { duties: ['AIA-9'] })).toEqual([422, 'no-such-duty'])
  await post(id, 'reopen', { reason: 'Look' })
  expect(await post(id, 'reopen', { reason: 'Look' })).toEqual([409, 'open-already'])
})

test('another purpose opens the answers again, and somebody confirms them', async () => {
  const id = await answered()
  const { version } = (await owner.get(`/ai-systems/${id}`)).body
  await owner.patch(`/ai-systems/${id}`, version, { purpose: 'Ranks and rejects applications' })
  await house.jobs.drain()
  await house.jobs.drain()
  const opened = (await owner.get(`/ai-systems/${id}/ai-act`)).body.assessment
  expect(opened).toMatchObject({ state: 'reopened', reopened: { because: 'The purpose of the system changed.' } })
  expect((await owner.post(`/ai-systems/${id}/ai-act/confirm`)).status).toBe(200)
  expect((await owner.get(`/ai-systems/${id}/ai-act`)).body.assessment).toMatchObject({
    state: 'current',
    reopened: null,
  })
  expect(await factsAbout(house, owner, `ai-system:${id}`)).toEqual(
    expect.arrayContaining(['ai-system.act-reopened', 'ai-system.act-confirmed']),
  )
})

test('duties are taken over into the register in one act, with date and source, and taken back', async () => {
  const id = await answered({ annexIii: ['5(b)'] })
  const done = await owner.post(`/ai-systems/${id}/ai-act/adopt`, { duties: ['AIA-26', 'AIA-27'] })
  expect(done.status).toBe(200)
  const [first] = done.body.obligations
  expect((await owner.get(`/obligations/${first}`)).body).toMatchObject({
    title: 'Deployer duties',
    sourceKind: 'law',
    article: 'Art. 26',
    dueOn: '2027-12-02',
    dueSource: expect.stringContaining('not checked against the Official Journal'),
    state: 'identified',
    duty: 'AIA-26',
    reportsTo: expect.stringContaining('market surveillance authority'),
    systems: [{ id }],
  })
  const { items } = (await owner.get(`/subjects/${encodeURIComponent(`obligation:${first}`)}/activity`)).body
  expect(JSON.stringify(items)).toContain('number 1')
  const again = await owner.post(`/ai-systems/${id}/ai-act/adopt`, { duties: ['AIA-26'] })
  expect([again.status, again.body.kind]).toEqual([409, 'adopted-already'])
  const undone = await owner.post(`/ai-systems/${id}/ai-act/adopt/undo`, done.body)
  expect([undone.status, undone.body.count]).toEqual([200, 2])
  expect((await owner.get(`/obligations/${first}`)).status).toBe(404)
  expect(await factsAbout(house, owner, `obligation:${first}`)).toEqual([
    'obligation.adopted',
    'obligation.adoption-undone',
  ])
})

test('the same duty of another system joins the obligation that stands there, and undoing leaves the first', async () => {
  const one = await answered()
  const two = await answered()
  const adopt = async (id: string) => (await owner.post(`/ai-systems/${id}/ai-act/adopt`, { duties: ['AIA-4'] })).body
  const made = await adopt(one)
  const joined = await adopt(two)
  expect(joined).toEqual(made)
  const [id] = made.obligations
  expect((await owner.get(`/obligations/${id}`)).body.systems).toHaveLength(2)
  await owner.post(`/ai-systems/${two}/ai-act/adopt/undo`, joined)
  expect((await owner.get(`/obligations/${id}`)).body.systems.map((system: { id: string }) => system.id)).toEqual([one])
  await owner.post(`/obligations/${id}/decide`, { applies: true, reason: 'Our people use it' })
  const refused = await owner.post(`/ai-systems/${one}/ai-act/adopt/undo`, made)
  expect([refused.status, refused.body.kind]).toEqual([409, 'changed-since'])
})

test('another organization sees and changes nothing', async () => {
  const id = await answered()
  const { assessment } = (await owner.get(`/ai-systems/${id}/ai-act`)).body
  expect((await stranger.get(`/ai-systems/${id}/ai-act`)).status).toBe(404)
  expect((await stranger.get(`/ai-act-assessments/${assessment.id}`)).status).toBe(404)
  expect((await stranger.post(`/ai-systems/${id}/ai-act/answers`, answers)).status).toBe(404)
  expect((await stranger.post(`/ai-systems/${id}/ai-act/adopt`, { duties: ['AIA-4'] })).status).toBe(404)
  expect((await stranger.post(`/ai-systems/${id}/ai-act/reopen`, { reason: 'Mine' })).status).toBe(404)
  expect((await owner.get(`/ai-systems/${id}/ai-act`)).body.history).toHaveLength(1)
})

test('as of an earlier entry the answers are what they were then', async () => {
  const id = await answered()
  const then = String((await owner.get('/session')).body.seq)
  await owner.post(`/ai-systems/${id}/ai-act/answers`, { ...answers, annexIii: [] })
  const past = await owner.get(`/ai-systems/${id}/ai-act`, { 'assay-as-of': then })
  expect(past.body.assessment).toMatchObject({ number: 1, state: 'current', result: { class: 'high-risk' } })
})

test('the technical documentation fills from the record of the system and its answers, and another sees none of it', async () => {
  const id = await answered()
  const about = `ai-system:${id}`
  const file = await owner.get(`/document-templates/annex-iv?about=${about}`)
  expect(file.status).toBe(200)
  expect(file.body.body).toContain('Name and number: Applicant ranking')
  expect(file.body.body).toContain('deployer (Art. 3(4))')
  expect(file.body.missing.map(({ name }: { name: string }) => name)).toContain('performanceMetrics')
  const made = await owner.post('/documents', { template: 'annex-iv', about, title: 'Annex IV: Applicant ranking' })
  expect(made.status).toBe(201)
  const model = (await owner.post('/components', { kind: 'model', name: 'Ranker', architecture: 'Trees' })).body.id
  await owner.post('/lineage', { from: about, to: model, relation: 'uses' })
  await owner.post(`/components/${model}/versions`, {
    label: '3.2',
    releasedOn: '2026-02-01',
    notes: 'Two features out',
  })
  await owner.post('/risks', { title: 'Older people ranked lower', systems: [id], controls: ['A.7.4'] })
  const fuller = (await owner.get(`/document-templates/annex-iv?about=${about}`)).body
  expect(fuller.body).toContain('- Ranker; 3.2; Trees')
  expect(fuller.body).toContain('What changed: Ranker 3.2, 2026-02-01, Two features out')
  expect(fuller.body).toContain('- Older people ranked lower; not treated yet; A.7.4')
  const missing = fuller.missing.map(({ name }: { name: string }) => name)
  expect(missing).toEqual(expect.arrayContaining(['declaration', 'monitoringPlan']))
  for (const filled of ['changes', 'riskManagement', 'models']) expect(missing).not.toContain(filled)
  const theirs = await stranger.get(`/document-templates/annex-iv?about=${about}`)
  expect(theirs.body.body).not.toContain('Applicant ranking')
})
