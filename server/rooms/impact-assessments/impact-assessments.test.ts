import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout as factsOf, look } from '../../../test/look.ts'
import { subjectRef } from '#kernel/id.ts'
import { change } from '#platform/database/change.ts'
import { stopPdf } from '#platform/documents/index.ts'
import { readImpactSituation, remindOfReviews, watchedByImpact, watchForImpact } from './index.ts'
import { words } from './model.ts'

const house = await openTestHouse()
afterAll(stopPdf)
const owner = await house.organization()
const approver = await house.join(owner, ['approver'])
const contributor = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const nineTimesNo = Object.fromEntries(words.screeningQuestions.map((one) => [one, 'no']))
const screening = { screening: nineTimesNo, summary: 'It answers questions about opening hours.' }
const decided = { decision: 'go', decisionReason: 'Nothing applies.', reviewDueOn: later(200) }
const harm = {
  dimension: 'access',
  effect: 'harm',
  reach: 'individuals',
  what: 'Refused without a fair look.',
  severity: 'serious',
  scale: 'many',
  reversibility: 'with-effort',
  likelihood: 'possible',
  confidence: 'medium',
}
const full = {
  ...screening,
  screening: { ...nineTimesNo, 'decides-about-people': 'yes' },
  context: 'Loan desk.',
  necessity: 'Volume.',
  oversight: 'The desk decides.',
  misuse: [{ what: 'Used for prices.' }],
  failure: 'Refusals pile up.',
  affected: [{ name: 'Applicants', reach: 'individuals' }],
  impacts: [harm, { dimension: 'access', effect: 'benefit', reach: 'individuals', what: 'An answer within a day.' }],
  hitMost: 'People with short credit histories.',
  society: 'Little.',
  consulted: [{ who: 'Consumer association' }],
  remedies: 'Complaint desk.',
  remaining: 'Some wrong refusals.',
}

async function aSystem(fields: object = {}): Promise<string> {
  const made = await owner.post('/ai-systems', { name: 'Credit model', owner: owner.person, ...fields })
  expect(made.status).toBe(201)
  return made.body.id
}
async function begun(system: string, fields: object = {}): Promise<string> {
  const made = await owner.post('/impact-assessments', { system, ...fields })
  expect(made.text).toContain('"id"')
  return made.body.id
}
const read = async (id: string, by: Member = owner) => (await by.get(`/impact-assessments/${id}`)).body
async function write(id: string, answers: object, by: Member = owner) {
  const written = await by.patch(`/impact-assessments/${id}`, (await read(id, by)).version, answers)
  expect(written.text).toBe(JSON.stringify({ id }))
}
const move = (id: string, verb: string, body: object = {}, by: Member = owner) =>
  by.post(`/impact-assessments/${id}/${verb}`, body)
async function anApproved(system: string, answers: object = { ...screening, ...decided }): Promise<string> {
  const id = await begun(system)
  await write(id, answers)
  expect((await move(id, 'submit')).text).toBe(JSON.stringify({ id }))
  expect((await move(id, 'approve', {}, approver)).status).toBe(200)
  return id
}
/** The text of a Word file, without its markup. */
function wordsIn(bytes: Buffer | undefined): string {
  const document = bytes && unzipSync(bytes)['word/document.xml']
  return document ? strFromU8(document).replace(/<[^>]+>/g, '') : ''
}
const situation = async () => await look(house, owner, (tx) => readImpactSituation(tx, owner.org, later(0)))
const factsAbout = async (ref: string) => await factsOf(house, owner, ref)

test('nine times no ends with the screening, which another person approves', async () => {
  const system = await aSystem({ name: 'Chatbot' })
  const id = await begun(system)
  expect(await read(id)).toMatchObject({ state: 'drafting', depth: null, depthRule: 'open-questions', edition: 1 })
  await write(id, screening)
  expect(await read(id)).toMatchObject({ depth: 'screen', depthRule: 'nothing-applies' })
  expect((await move(id, 'submit')).body).toMatchObject({ status: 409, kind: 'incomplete' })
  await write(id, decided)
  expect((await read(id)).missing).toEqual([])
  expect((await move(id, 'submit')).status).toBe(200)
  expect((await move(id, 'approve')).body).toMatchObject({ kind: 'approver-is-author', problems: expect.any(Array) })
  expect((await approver.get('/inbox')).body.decisions.items).toContainEqual(
    expect.objectContaining({ what: 'approve-impact-assessment', subject: `impact-assessment:${id}` }),
  )
  expect((await move(id, 'approve', { note: 'Agreed.' }, approver)).status).toBe(200)
  const found = await read(id)
  expect(found).toMatchObject({ state: 'approved', approval: { by: { id: approver.person }, note: 'Agreed.' } })
  expect(await factsAbout(`impact-assessment:${id}`)).toEqual(
    ['begun', 'edited', 'edited', 'submitted', 'approved'].map((verb) => `impact-assessment.${verb}`),
  )
  const names = (await owner.get(`/search?q=Chatbot`)).text
  expect(names).toContain(`impact-assessment:${id}`)
})

test('whoever is alone is told to invite somebody', async () => {
  const system = (await stranger.post('/ai-systems', { name: 'Alone' })).body.id
  const id = (await stranger.post('/impact-assessments', { system })).body.id
  await write(id, { ...screening, ...decided }, stranger)
  await move(id, 'submit', {}, stranger)
  expect((await move(id, 'approve', {}, stranger)).body).toMatchObject({ status: 403, kind: 'invite-an-approver' })
})

test('one yes calls for the full assessment, and names every gap by its field', async () => {
  const id = await begun(await aSystem({ individualDecisions: 'supports' }))
  await write(id, { ...screening, ...decided })
  expect((await move(id, 'submit')).body.problems).toEqual([
    expect.objectContaining({ path: 'screening.decides-about-people' }),
  ])
  await write(id, { screening: full.screening })
  const refused = (await move(id, 'submit')).body
  expect(refused.problems.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['context', 'misuse', 'affected', 'impacts', 'hitMost', 'society', 'notConsulted']),
  )
  await write(id, full)
  expect((await move(id, 'submit')).status).toBe(200)
})

test('a stop bars the way into operation until another edition is approved', async () => {
  const system = await aSystem({
    name: 'Hiring tool',
    purpose: 'Sort',
    intendedUsers: 'HR',
    individualDecisions: 'supports',
    humanOversight: 'HR',
    state: 'in-use',
  })
  await owner.post(`/ai-systems/${system}/suspend`, { reason: 'Complaints.' })
  await house.jobs.drain()
  const stop = { ...full, decision: 'stop', decisionReason: 'Uneven between groups.', reviewDueOn: later(100) }
  const first = await anApproved(system, stop)
  const refused = await owner.post(`/ai-systems/${system}/resume`, {})
  expect(refused.body).toMatchObject({ status: 409, kind: 'barred' })
  expect(refused.body.problems[0].message).toContain('Uneven between groups.')
  expect((await owner.get(`/ai-systems/${system}`)).body.state).toBe('suspended')
  expect(await factsAbout(`ai-system:${system}`)).toContain('ai-system.stopped-by-assessment')
  const second = await begun(system, { occasion: 'change' })
  expect((await read(second)).answers.hitMost).toBe(full.hitMost)
  await write(second, { decision: 'go-with-conditions', decisionReason: 'Measured again.', reviewDueOn: later(100) })
  expect((await move(second, 'submit')).body.problems).toEqual([expect.objectContaining({ path: 'measures' })])
  const measure = { title: 'Compare rates each month', owner: contributor.person, dueOn: later(30), condition: true }
  const added = await owner.post(`/impact-assessments/${second}/measures`, measure)
  expect(added.status).toBe(201)
  expect((await move(second, 'submit')).status).toBe(200)
  expect((await owner.post(`/ai-systems/${system}/resume`, {})).body.kind).toBe('barred')
  expect((await move(second, 'approve', {}, approver)).status).toBe(200)
  expect((await read(first)).state).toBe('superseded')
  expect((await owner.post(`/ai-systems/${system}/resume`, {})).status).toBe(200)
  expect(await read(second)).toMatchObject({ openConditions: 1, measures: [{ state: 'open', condition: true }] })
  await contributor.post(`/tasks/${added.body.task}/complete`, {})
  expect(await read(second)).toMatchObject({ openConditions: 0 })
})

test('a cancelled condition is not met', async () => {
  const system = await aSystem({ name: 'Pricing' })
  const id = await begun(system)
  await write(id, { ...screening, ...decided, decision: 'go-with-conditions' })
  const measure = { title: 'Tell users', owner: owner.person, dueOn: later(9), condition: true }
  const { task } = (await owner.post(`/impact-assessments/${id}/measures`, measure)).body
  await move(id, 'submit')
  await move(id, 'approve', {}, approver)
  await owner.post(`/tasks/${task}/cancel`, { reason: 'No time.' })
  expect(await read(id)).toMatchObject({ openConditions: 1, measures: [{ state: 'cancelled' }] })
})

test('a measure can be taken out of a draft, and its task is cancelled with it', async () => {
  const id = await begun(await aSystem())
  const measure = { title: 'Tell users', owner: owner.person, dueOn: later(9) }
  const added = (await owner.post(`/impact-assessments/${id}/measures`, measure)).body
  const nobody = { ...measure, owner: stranger.person }
  expect((await owner.post(`/impact-assessments/${id}/measures`, nobody)).body.kind).toBe('no-such-reference')
  expect((await owner.delete(`/impact-assessments/${id}/measures/${added.id}`)).status).toBe(200)
  expect((await owner.get(`/tasks/${added.task}`)).body.state).toBe('cancelled')
  expect((await owner.delete(`/impact-assessments/${id}/measures/${added.id}`)).status).toBe(404)
  expect((await read(id)).measures).toEqual([])
})

test('a changed purpose reopens it, the decision holds, and it is confirmed by another person than its authors', async () => {
  const system = await aSystem({ name: 'Forecast', purpose: 'Stock levels' })
  const id = await anApproved(system)
  const { version } = (await owner.get(`/ai-systems/${system}`)).body
  await owner.patch(`/ai-systems/${system}`, version, { purpose: 'Shift plans' })
  await house.jobs.drain()
  const found = await read(id)
  expect(found).toMatchObject({ state: 'reopened', decision: 'go' })
  expect(found.calls).toEqual([expect.objectContaining({ kind: 'change', cause: `ai-system:${system}` })])
  const waiting = async (by: Member) =>
    (await by.get('/inbox')).body.decisions.items.map(({ what, subject }: Record<string, string>) => [what, subject])
  expect(await waiting(owner)).toContainEqual(['look-again-at-impact', `impact-assessment:${id}`])
  expect(await waiting(approver)).not.toContainEqual(['look-again-at-impact', `impact-assessment:${id}`])
  const call = { kind: 'incident', reason: 'A shift plan was wrong.' }
  expect((await move(id, 'reopen', call)).status).toBe(200)
  expect((await move(id, 'reopen', call)).body.kind).toBe('called-already')
  const note = 'The people affected are the same.'
  expect((await move(id, 'reaffirm', { note, reviewDueOn: later(0) }, approver)).body.kind).toBe('incomplete')
  expect((await move(id, 'reaffirm', { note, reviewDueOn: later(90) })).body.kind).toBe('approver-is-author')
  expect((await move(id, 'reaffirm', { note, reviewDueOn: later(90) }, approver)).status).toBe(200)
  expect(await read(id)).toMatchObject({ state: 'approved', calls: [], reviewDueOn: later(90) })
})

test('each thing that may happen to a system reopens its assessment once, and what it is about is said', async () => {
  const fields = { purpose: 'Sort', intendedUsers: 'HR', individualDecisions: 'none', humanOversight: 'HR' }
  const system = await aSystem({ name: 'Sorter', ...fields, state: 'in-use' })
  const id = await anApproved(system)
  expect((await owner.post(`/ai-systems/${system}/suspend`, { reason: 'It sorted wrongly.' })).status).toBe(200)
  await house.jobs.drain()
  expect((await read(id)).calls).toMatchObject([{ kind: 'incident', cause: `ai-system:${system}` }])
  const who = { org: owner.org, actor: 'system:impact-assessments', person: null, scopes: ['impact-assessments:write'] }
  const happened = async (type: string) => {
    const fact = { type, subject: subjectRef('ai-system', system) }
    return (await change(house.door, who, 'impact-assessments:write', (it) => watchForImpact(it, fact))).ok
  }
  const others = watchedByImpact.filter((type) => type.startsWith('ai-system.') && type !== 'ai-system.suspended')
  expect(others).toHaveLength(6)
  for (const type of others) expect([type, await happened(type), await happened(type)]).toEqual([type, true, false])
  expect(await happened('ai-system.reviewed')).toBe(false)
  const { calls } = await read(id)
  expect(calls).toHaveLength(7)
  expect(new Set(calls.map(({ note }: { note: string }) => note)).size).toBe(7)
})

test('another version of a model in use, or another supplier of it, reopens the assessments of the systems that use it', async () => {
  const system = await aSystem({ name: 'Reader' })
  const id = await anApproved(system)
  const model = (await owner.post('/components', { kind: 'model', name: 'Scanner', supplier: 'PaperTrail' })).body.id
  await owner.post('/lineage', { from: `ai-system:${system}`, to: model, relation: 'uses' })
  const version = (label: string, state: string) => owner.post(`/components/${model}/versions`, { label, state })
  const notes = async () => {
    await house.jobs.drain()
    return (await read(id)).calls.map(({ note }: { note: string }) => note)
  }
  expect((await version('2', 'draft')).status).toBe(201)
  expect(await notes()).toEqual([])
  expect((await version('3', 'current')).status).toBe(201)
  expect(await notes()).toEqual(['Another version of a component is in use.'])
  const changed = await owner.patch(`/components/${model}`, (await owner.get(`/components/${model}`)).body.version, {
    kind: 'model',
    supplier: 'Another',
  })
  expect(changed.status, changed.text).toBe(200)
  expect(await notes()).toHaveLength(2)
})

test('a passed review day reopens it once', async () => {
  const system = await aSystem({ name: 'Translation' })
  const id = await anApproved(system)
  const scopes = ['impact-assessments:write']
  const who = { org: owner.org, actor: 'system:impact-assessments', person: null, scopes }
  const inAYear = new Date(Date.now() + 366 * 86_400_000)
  const remind = async () =>
    await change(house.door, who, 'impact-assessments:write', (it) => remindOfReviews({ ...it, now: inAYear }))
  expect(await remind()).toMatchObject({ ok: true })
  expect(await read(id)).toMatchObject({ state: 'reopened', calls: [{ kind: 'period' }] })
  expect(await remind()).toMatchObject({ ok: false, error: { kind: 'nothing-to-do' } })
})

test('is given back with a note, withdrawn with a reason, and refuses what its state does not allow', async () => {
  const system = await aSystem({ name: 'Scoring' })
  const id = await begun(system)
  expect((await owner.post('/impact-assessments', { system })).body.kind).toBe('edition-open')
  await write(id, { ...screening, ...decided })
  await move(id, 'submit')
  expect((await move(id, 'submit')).body.kind).toBe('wrong-state')
  expect((await owner.patch(`/impact-assessments/${id}`, (await read(id)).version, { society: 'x' })).status).toBe(409)
  const other = await house.join(owner, ['contributor'])
  expect((await move(id, 'return', { reason: 'Say more.' }, other)).status).toBe(403)
  expect((await move(id, 'return', { reason: 'Say more.' }, contributor)).status).toBe(403)
  expect((await move(id, 'return', { reason: 'Say more.' })).status).toBe(200)
  expect(await read(id)).toMatchObject({ state: 'drafting', returnedNote: 'Say more.', submitted: null })
  expect((await move(id, 'withdraw', { reason: 'Never built.' })).status).toBe(200)
  expect((await move(id, 'withdraw', { reason: 'Never built.' })).body.kind).toBe('wrong-state')
  expect((await move(id, 'restore')).status).toBe(200)
  expect(await read(id)).toMatchObject({ state: 'drafting', returnedNote: 'Say more.', withdrawnReason: null })
  expect((await move(id, 'restore')).body.kind).toBe('wrong-state')
  await move(id, 'submit')
  const { version: _at, changedAt: _then, ...inReview } = await read(id)
  const rows = [
    { id, version: _at },
    { id: system, version: 1 },
  ]
  const order = { change: 'withdraw', given: { reason: 'Never built.' }, rows, partial: true }
  const done = (await owner.post('/impact-assessments/bulk-edits', order)).body
  expect([done.changed, done.refused.length]).toEqual([1, 1])
  expect((await owner.post(`/impact-assessments/bulk-edits/${done.id}/undo`)).body).toEqual({ undone: 1, kept: [] })
  expect(await read(id)).toMatchObject(inReview)
  await move(id, 'withdraw', { reason: 'Never built.' })
  const next = await begun(system)
  expect((await move(id, 'restore')).body.kind).toBe('edition-open')
  await move(next, 'withdraw', { reason: 'Nor that.' })
  expect((await move(id, 'restore')).body.kind).toBe('later-edition')
  await owner.post(`/ai-systems/${system}/dismiss`, { reason: 'Never built.', duplicateOf: null })
  expect((await owner.post('/impact-assessments', { system })).body.kind).toBe('system-is-gone')
})

test('an edit of what somebody else saved meanwhile is refused, and so is a fact that does not exist', async () => {
  const system = await aSystem()
  const id = await begun(system)
  await write(id, { society: 'Little.' }, contributor)
  expect((await owner.patch(`/impact-assessments/${id}`, 1, { society: 'Much.' })).status).toBe(412)
  const facts = [`ai-system:${system}`, `measurement-run:${system}`]
  const refused = await owner.patch(`/impact-assessments/${id}`, (await read(id)).version, { facts })
  expect(refused.body).toMatchObject({ status: 422, kind: 'no-such-reference', problems: [{ path: 'facts' }] })
  await write(id, { facts: [`ai-system:${system}`] })
  expect(await read(id)).toMatchObject({
    answers: { society: 'Little.', facts: [`ai-system:${system}`] },
    authors: [{ id: owner.person }, { id: contributor.person }],
  })
  expect((await owner.patch(`/impact-assessments/${id}`, 3, { nonsense: 1 })).status).toBe(400)
})

test('names the risks that it raised and the controls that it calls for, and hands them to the next edition', async () => {
  const system = await aSystem({ name: 'Linked' })
  const id = await anApproved(system)
  const risk = `risk:${(await owner.post('/risks', { title: 'Unfair refusals' })).body.id}`
  const control = 'requirement:ISO-42001-2023/A.5.4'
  const link = (subject: string) => owner.post(`/impact-assessments/${id}/bears-on`, { subject })
  const unlink = (subject: string) => owner.post(`/impact-assessments/${id}/bears-on/remove`, { subject })
  for (const subject of [risk, control]) expect((await link(subject)).status).toBe(200)
  expect((await link(risk)).body).toMatchObject({ status: 409, kind: 'linked-already' })
  for (const other of [`ai-system:${system}`, `risk:${system}`, 'requirement:ISO-42001-2023/6.1.4'])
    expect((await link(other)).body).toMatchObject({ status: 422, kind: 'no-such-reference' })
  expect((await read(id)).bearsOn).toEqual([risk, control])
  const found = (await owner.get(`/impact-assessments?bearsOn=${encodeURIComponent(control)}`)).body
  expect(found.items.map((item: { id: string }) => item.id)).toEqual([id])
  expect((await situation()).notCarriedOver.worst.map(({ ref }) => ref)).not.toContain(`impact-assessment:${id}`)
  const next = await begun(system, { occasion: 'change' })
  expect((await read(next)).bearsOn).toEqual([risk, control])
  expect((await unlink(control)).status).toBe(200)
  expect((await unlink(control)).body.kind).toBe('not-linked')
  expect(await factsAbout(`impact-assessment:${id}`)).toEqual(
    expect.arrayContaining(['impact-assessment.linked', 'impact-assessment.unlinked']),
  )
  await move(next, 'withdraw', { reason: 'Nothing changed.' })
  expect((await owner.post(`/impact-assessments/${next}/bears-on`, { subject: risk })).body.kind).toBe('wrong-state')
})

test('the same answers can be taken along whole, for data protection and for fundamental rights', async () => {
  const system = await aSystem({ name: 'Taken along' })
  const id = await begun(system)
  await write(id, { ...full, decision: 'go', decisionReason: 'Weighed.', facts: [`ai-system:${system}`] })
  const file = (kind: string, format: string, by = owner) => by.get(`/impact-assessments/${id}/files/${kind}/${format}`)
  for (const kind of ['assessment', 'data-protection', 'fundamental-rights']) {
    const docx = await file(kind, 'docx')
    expect(docx.status).toBe(200)
    const text = wordsIn(docx.bytes)
    expect(text).toContain('Refused without a fair look.')
    expect(text).toContain('Being written, not approved')
    expect(text.includes('Nothing was answered about this yet.')).toBe(kind !== 'assessment')
  }
  const pdf = await file('fundamental-rights', 'pdf')
  expect([pdf.status, pdf.bytes?.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await file('assessment', 'pdf', stranger)).status).toBe(404)
  expect((await file('assessment', 'html')).status).toBe(400)
})

test('the approved answers fill the document on fundamental rights', async () => {
  const system = await aSystem({ name: 'Filled' })
  await anApproved(system, { ...full, decision: 'go', decisionReason: 'Weighed.', reviewDueOn: later(90) })
  const about = `ai-system:${system}`
  const made = await owner.post('/documents', { template: 'fundamental-rights', about, owner: owner.person })
  expect(made.status, made.text).toBe(201)
  const { body } = (await owner.get(`/documents/${made.body.id}/versions/1`)).body
  for (const said of [
    'Process: Loan desk.',
    'Applicants',
    'Harms: Refused without a fair look',
    'Complaints: Complaint desk.',
  ])
    expect(body).toContain(said)
})

test('rules set how long results are kept and how late the next look may be', async () => {
  expect((await owner.get('/impact-rules')).body).toEqual({ rules: null })
  const rules = {
    retentionYears: 10,
    screenMonths: 12,
    fullMonths: 6,
    form: 'In Assay, with approver and day.',
    basis: 'Contract term and limitation.',
  }
  expect((await contributor.post('/impact-rules', rules)).status).toBe(403)
  expect((await owner.post('/impact-rules', rules)).status).toBe(201)
  expect((await owner.get('/impact-rules')).body.rules).toMatchObject({ ...rules, by: { id: owner.person } })
  const system = await aSystem({ name: 'Kept' })
  const id = await begun(system)
  await write(id, { ...screening, ...decided, reviewDueOn: later(500) })
  expect((await move(id, 'submit')).body.problems).toEqual([expect.objectContaining({ path: 'reviewDueOn' })])
  await write(id, { reviewDueOn: later(100) })
  await move(id, 'submit')
  await move(id, 'approve', {}, approver)
  await anApproved(system)
  expect((await read(id)).keepUntil?.slice(0, 4)).toBe(String(Number(later(0).slice(0, 4)) + 10))
})

test('another organization sees and changes nothing', async () => {
  const system = await aSystem({ name: 'Secret' })
  const id = await begun(system)
  expect((await stranger.get(`/impact-assessments/${id}`)).status).toBe(404)
  for (const verb of ['submit', 'return', 'withdraw', 'reopen', 'approve', 'reaffirm']) {
    const body = { reason: 'x', note: 'x', reviewDueOn: later(9) }
    const taken = { submit: {}, approve: {}, reaffirm: { note: body.note, reviewDueOn: body.reviewDueOn } }
    const sent = verb in taken ? taken[verb as keyof typeof taken] : { reason: body.reason }
    expect([verb, (await move(id, verb, sent, stranger)).status]).toEqual([verb, 404])
  }
  expect((await stranger.patch(`/impact-assessments/${id}`, 1, { society: 'x' })).status).toBe(404)
  expect((await stranger.post('/impact-assessments', { system })).body.kind).toBe('no-such-reference')
  const subject = 'requirement:ISO-42001-2023/A.5.4'
  for (const path of ['bears-on', 'bears-on/remove'])
    expect((await stranger.post(`/impact-assessments/${id}/${path}`, { subject })).status).toBe(404)
  const measure = { title: 'x', owner: stranger.person, dueOn: later(9) }
  expect((await stranger.post(`/impact-assessments/${id}/measures`, measure)).status).toBe(404)
  expect((await stranger.get('/impact-assessments?q=Secret')).body.total).toBe(0)
  expect((await read(id)).version).toBe(1)
})

test('lists page by page, filtered, and as of an earlier entry', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await owner.get(`/impact-assessments?limit=4&sort=system${cursor}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.next ? `&cursor=${body.next}` : ''
  } while (cursor)
  const { total } = (await owner.get('/impact-assessments')).body
  expect(new Set(seen).size).toBe(total)
  expect(seen).toHaveLength(total)
  const only = (await owner.get('/impact-assessments?newest=true&q=Hiring')).body
  expect(only.items).toEqual([expect.objectContaining({ edition: 2, decision: 'go-with-conditions' })])
  expect((await owner.get('/impact-assessments?decision=stop')).body.total).toBe(1)
  expect((await owner.get('/impact-assessments?state=nonsense')).status).toBe(400)
  const { items } = (await owner.get('/impact-assessments?newest=false&q=Hiring&state=superseded')).body
  const first = (await read(items[0].id)).approval.seq
  const asOf = await owner.get(`/impact-assessments/${items[0].id}`, { 'assay-as-of': String(first) })
  expect(asOf.body).toMatchObject({ state: 'approved', decision: 'stop' })
  const early = await owner.get('/impact-assessments?q=Hiring', { 'assay-as-of': '1' })
  expect(early.body.total).toBe(0)
})

test('the situation counts what was assessed of what has to be', async () => {
  const before = await situation()
  const system = await aSystem({ name: 'Unassessed', state: 'in-use' })
  const after = await situation()
  expect(after.withoutAssessment.count).toBe(before.withoutAssessment.count + 1)
  expect(after.operatingWithout).toMatchObject({ count: before.operatingWithout.count + 1 })
  expect(after.systems).toBe(before.systems + 1)
  expect((await owner.get('/impact-assessments/uncovered?limit=200')).text).toContain(system)
  await anApproved(system)
  const covered = await situation()
  expect(covered.standing).toBe(before.standing + 1)
  expect(covered.operatingScreenedOnly.worst).toContainEqual(expect.objectContaining({ name: 'Unassessed' }))
  expect(covered.rules).toMatchObject({ retentionYears: 10 })
  expect(covered.calledAgain.count).toBeGreaterThan(0)
  expect(covered.consequential.map(({ name }) => name)).toContain('Hiring tool')
})
