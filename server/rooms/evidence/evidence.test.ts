import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { asDay } from '#platform/today.ts'
import { type Answer, caller, type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { readEvidenceSituation } from './index.ts'

const house = await openTestHouse({ ASSAY_UPLOAD_LIMIT: '1000' })
const owner = await house.organization()
const colleague = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')

const clause = 'requirement:ISO-42001-2023/6.1.2'
const control = 'requirement:ISO-42001-2023/A.6.2.4'
const link = { kind: 'link', url: 'https://example.org/report' }

async function collect(fields: object = {}, by: Member = owner): Promise<string> {
  const collected = await by.post('/evidence', { title: 'Risk workshop', content: link, ...fields })
  expect(collected.status, collected.text).toBe(201)
  return collected.body.id
}

function upload(by: Member, content: string, description: object | string = {}, name = 'minutes.txt'): Promise<Answer> {
  const form = new FormData()
  form.set('evidence', typeof description === 'string' ? description : JSON.stringify(description))
  form.set('file', new Blob([content]), name)
  return by.post('/evidence/files', form)
}

const situation = (today = asDay(new Date())) =>
  look(house, owner, async (tx, org) => (await readEvidenceSituation(tx, org, today)).byRequirement)

test('evidence is collected as a signal, read with who and when, and its subject learns of it', async () => {
  const collected = await owner.post('/evidence', {
    title: 'Bias test',
    content: { kind: 'measurement', measure: 'impact ratio', value: '0.870', sampleSize: 4210 },
    happenedOn: '2026-03-01',
    periodFrom: '2026-01-01',
    periodTo: '2026-02-28',
    subjects: [control],
  })
  expect(collected.status).toBe(201)
  const { id } = collected.body
  const seen = (await owner.get(`/evidence/${id}`)).body
  expect(seen).toMatchObject({
    title: 'Bias test',
    content: { kind: 'measurement', measure: 'impact ratio', value: '0.870', unit: null, sampleSize: 4210 },
    collector: { ref: `person:${owner.person}`, name: 'Olive Owner' },
    automatic: false,
    happenedOn: '2026-03-01',
    state: 'signal',
    expired: false,
    review: null,
    subjects: [control],
  })
  expect(asDay(new Date(seen.recordedAt)) > seen.happenedOn).toBe(true)
  expect(await factsAbout(house, owner, `evidence:${id}`)).toEqual(['evidence.collected'])
  expect(await factsAbout(house, owner, control)).toContain('evidence.attached')
})

test('a file keeps its name, size and the hash of its content, and comes back byte for byte', async () => {
  const uploaded = await upload(owner, 'We rated three risks.', { subjects: [clause] })
  expect(uploaded.status, uploaded.text).toBe(201)
  const sha256 = createHash('sha256').update('We rated three risks.').digest('hex')
  const seen = (await owner.get(`/evidence/${uploaded.body.id}`)).body
  expect(seen).toMatchObject({
    title: 'minutes.txt',
    content: { kind: 'file', name: 'minutes.txt', size: 21, type: 'text/plain', sha256 },
  })
  const file = await colleague.get(`/evidence/${uploaded.body.id}/file`)
  expect(file.text).toBe('We rated three risks.')
  expect(file.headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(file.headers['content-disposition']).toContain('minutes.txt')
})

test('says which evidence holds the same file already', async () => {
  const first = await upload(owner, 'The very same words.')
  const second = await upload(colleague, 'The very same words.', { title: 'Sent again' })
  expect(second.body.sameContent).toEqual([{ id: first.body.id, title: 'minutes.txt' }])
})

test.each([
  ['a web page', '<html></html>', {}, 'page.html', 415, 'page-refused'],
  ['too large a file', 'x'.repeat(1001), {}, 'large.txt', 413, 'too-large'],
  ['an empty file', '', {}, 'empty.txt', 422, 'empty'],
  ['a description that is no JSON', 'text', '{', 'a.txt', 400, 'invalid'],
  ['a description with unknown fields', 'text', { colour: 'red' }, 'a.txt', 400, 'invalid'],
])('refuses %s in words', async (_what, content, description, name, status, kind) => {
  const refused = await upload(owner, content, description, name)
  expect(refused).toMatchObject({ status, body: { kind } })
  expect(refused.body.detail.length).toBeGreaterThan(20)
})

test('has no file to give where the evidence is none', async () => {
  const id = await collect()
  expect((await owner.get(`/evidence/${id}/file`)).body).toMatchObject({ status: 409, kind: 'holds-no-file' })
})

test.each([['javascript:alert(1)'], ['file:///etc/passwd'], ['somewhere']])('refuses the address %s', async (url) => {
  const refused = await owner.post('/evidence', { title: 'Link', content: { kind: 'link', url } })
  expect(refused.status).toBe(400)
})

test('refuses what it cannot refer to, by field', async () => {
  const refused = await owner.post('/evidence', {
    title: 'Link',
    content: link,
    subjects: [clause, 'requirement:ISO-42001-2023/99.9', `person:${stranger.person}`],
    collector: stranger.person,
    supersedes: '0190aaaa-0000-7000-8000-000000000001',
  })
  expect(refused.status).toBe(422)
  const paths = refused.body.problems.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(['subjects.1', 'subjects.2', 'collector', 'supersedes'])
})

test('refuses a day that lies in the future', async () => {
  const refused = await owner.post('/evidence', { title: 'Link', content: link, happenedOn: '2999-01-01' })
  expect(refused.body).toMatchObject({ status: 422, kind: 'dates-cannot-be', problems: [{ path: 'happenedOn' }] })
})

test('one piece of evidence is seen on both records it is linked to', async () => {
  const id = await collect({ subjects: [clause] })
  expect((await owner.post(`/evidence/${id}/link`, { subjects: [control] })).status).toBe(200)
  const person = `person:${owner.person}`
  expect((await owner.post(`/evidence/${id}/link`, { subjects: [person, control] })).status).toBe(200)
  for (const subject of [clause, control, person]) {
    const there = await colleague.get(`/evidence?subject=${encodeURIComponent(subject)}&limit=200`)
    expect(there.body.items.map((item: { id: string }) => item.id)).toContain(id)
  }
  expect((await owner.post(`/evidence/${id}/link`, { subjects: [control] })).body.kind).toBe('linked-already')
  expect((await owner.post(`/evidence/${id}/link`, { subjects: ['task:nothing'] })).body.kind).toBe('no-such-reference')
})

test('an internal auditor links their own evidence, and leaves that of others where it is', async () => {
  const auditor = await house.join(owner, ['internal-auditor'])
  const subject = `person:${auditor.person}`
  const theirs = await owner.post('/evidence', { title: 'Minutes', content: link, subjects: [subject] })
  const linked = await auditor.post(`/evidence/${theirs.body.id}/link`, { subjects: [`person:${owner.person}`] })
  const unlinked = await auditor.post(`/evidence/${theirs.body.id}/unlink`, { subject })
  expect([linked.body.kind, unlinked.body.kind]).toEqual(['forbidden', 'forbidden'])
  const own = await auditor.post('/evidence', { title: 'Audit notes', content: link })
  expect((await auditor.post(`/evidence/${own.body.id}/link`, { subjects: [subject] })).status).toBe(200)
})

test('a link is taken back, and its subject learns of that too', async () => {
  const id = await collect({ subjects: [clause] })
  expect((await owner.post(`/evidence/${id}/unlink`, { subject: clause })).status).toBe(200)
  expect((await owner.get(`/evidence/${id}`)).body.subjects).toEqual([])
  expect((await owner.post(`/evidence/${id}/unlink`, { subject: clause })).body.kind).toBe('not-linked')
  expect(await factsAbout(house, owner, `evidence:${id}`)).toEqual(['evidence.collected', 'evidence.unlinked'])
})

test('is reviewed by another person than who collected it', async () => {
  const id = await collect()
  const refused = await owner.post(`/evidence/${id}/review`, { decision: 'accepted' })
  expect(refused).toMatchObject({ status: 403, body: { kind: 'reviewer-is-collector' } })
  expect(refused.body.mayReview).toEqual([expect.objectContaining({ id: colleague.person })])
  expect(refused.body.problems).toEqual([{ path: 'reviewer', message: refused.body.mayReview[0].name }])
  expect((await owner.get(`/evidence/${id}`)).body.mayReview).toEqual(refused.body.mayReview)
  expect((await colleague.post(`/evidence/${id}/review`, { decision: 'accepted', note: 'Read it' })).status).toBe(200)
  expect((await owner.get(`/evidence/${id}`)).body).toMatchObject({
    state: 'reviewed',
    review: { by: { id: colleague.person }, decision: 'accepted', note: 'Read it', byCollector: false },
  })
  expect((await colleague.post(`/evidence/${id}/review`, { decision: 'accepted' })).body.kind).toBe('not-a-signal')
  expect(await factsAbout(house, owner, `evidence:${id}`)).toEqual(['evidence.collected', 'evidence.accepted'])
})

test('nobody gets round that by naming a colleague as collector', async () => {
  const third = await house.join(owner, ['approver'])
  const id = await collect({ collector: colleague.person })
  const refused = await owner.post(`/evidence/${id}/review`, { decision: 'accepted' })
  expect(refused.body).toMatchObject({ kind: 'reviewer-is-collector', mayReview: [{ id: third.person }] })
})

test('who is alone reviews alone, and it shows', async () => {
  const id = await collect({}, stranger)
  expect((await stranger.post(`/evidence/${id}/review`, { decision: 'accepted' })).status).toBe(200)
  expect((await stranger.get(`/evidence/${id}`)).body.review.byCollector).toBe(true)
})

test('what a key sends in is automatic, and a key cannot review it', async () => {
  const scopes = ['evidence:collect', 'evidence:read', 'evidence:review', 'organization:read']
  const made = await owner.post('/api-keys', { name: 'Pipeline', scopes, expiresOn: '2099-01-01' })
  const key = caller(house, { authorization: `Bearer ${made.body.key}` })
  const sent = await key('POST', '/evidence', { title: 'Nightly run', content: link })
  expect(sent.status, sent.text).toBe(201)
  const seen = (await owner.get(`/evidence/${sent.body.id}`)).body
  expect(seen).toMatchObject({ automatic: true, collector: { name: 'Pipeline' } })
  const refused = await key('POST', `/evidence/${sent.body.id}/review`, { decision: 'accepted' })
  expect(refused.body.kind).toBe('person-needed')
  expect((await owner.post(`/evidence/${sent.body.id}/review`, { decision: 'accepted' })).status).toBe(200)
})

test('a rejection says why, can be taken back, and then decided anew', async () => {
  const id = await collect()
  expect((await colleague.post(`/evidence/${id}/review`, { decision: 'rejected' })).body.kind).toBe('note-needed')
  await colleague.post(`/evidence/${id}/review`, { decision: 'rejected', note: 'It is of another model' })
  expect((await colleague.post(`/evidence/${id}/reopen`)).status).toBe(200)
  expect((await owner.get(`/evidence/${id}`)).body).toMatchObject({ state: 'signal', review: null })
  expect((await colleague.post(`/evidence/${id}/reopen`)).body.kind).toBe('not-reviewed')
})

test('a signal is corrected; what was reviewed stays as it was looked at', async () => {
  const id = await collect()
  expect((await owner.patch(`/evidence/${id}`, 1, { title: 'Workshop minutes' })).status).toBe(200)
  expect((await owner.patch(`/evidence/${id}`, 1, { title: 'Late' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 2,
  })
  expect((await owner.patch(`/evidence/${id}`, 2, { validUntil: '1999-01-01' })).body.kind).toBe('dates-cannot-be')
  expect((await colleague.patch(`/evidence/${id}`, 2, { title: 'Not mine' })).body.kind).toBe('forbidden')
  await colleague.post(`/evidence/${id}/review`, { decision: 'accepted' })
  expect((await owner.patch(`/evidence/${id}`, 3, { title: 'Other' })).body.kind).toBe('reviewed-as-it-is')
})

test('newer evidence takes the place and the links of the older one', async () => {
  const old = await collect({ subjects: [clause] })
  const newer = await collect({ title: 'Workshop 2027', supersedes: old })
  expect((await owner.get(`/evidence/${old}`)).body).toMatchObject({
    state: 'superseded',
    supersededBy: { id: newer, title: 'Workshop 2027' },
  })
  expect((await owner.get(`/evidence/${newer}`)).body.subjects).toEqual([clause])
  const again = await owner.post('/evidence', { title: 'Third', content: link, supersedes: old })
  expect(again.body.problems).toEqual([expect.objectContaining({ path: 'supersedes' })])
  expect((await owner.post(`/evidence/${old}/restore`)).status).toBe(200)
  expect((await owner.get(`/evidence/${old}`)).body).toMatchObject({ state: 'signal', supersededBy: null })
})

test('is withdrawn with a reason and restored', async () => {
  const id = await collect()
  expect((await owner.post(`/evidence/${id}/withdraw`, { reason: '' })).status).toBe(400)
  expect((await owner.post(`/evidence/${id}/withdraw`, { reason: 'Names a patient' })).status).toBe(200)
  expect((await owner.get(`/evidence/${id}`)).body).toMatchObject({
    state: 'withdrawn',
    withdrawnReason: 'Names a patient',
  })
  expect((await owner.post(`/evidence/${id}/withdraw`, { reason: 'Again' })).body.kind).toBe('not-current')
  expect((await owner.post(`/evidence/${id}/restore`)).status).toBe(200)
  expect((await owner.post(`/evidence/${id}/restore`)).body.kind).toBe('still-current')
})

test('readiness sees what stands: accepted, waiting, expired; not rejected, withdrawn or irrelevant', async () => {
  const only = 'requirement:ISO-42001-2023/9.1'
  const before = await situation()
  await collect({ subjects: [`person:${owner.person}`] })
  expect(await situation()).toEqual(before)

  const accepted = await collect({ title: 'Accepted', subjects: [only], happenedOn: '2026-02-01' })
  await colleague.post(`/evidence/${accepted}/review`, { decision: 'accepted' })
  const rejected = await collect({ title: 'Rejected', subjects: [only] })
  await colleague.post(`/evidence/${rejected}/review`, { decision: 'rejected', note: 'no' })
  const withdrawn = await collect({ title: 'Withdrawn', subjects: [only] })
  await owner.post(`/evidence/${withdrawn}/withdraw`, { reason: 'no' })
  const signal = await collect({
    title: 'Signal',
    subjects: [only],
    happenedOn: '2026-02-03',
    validUntil: '2099-06-30',
  })
  expect((await situation())['9.1']).toEqual({
    reviewed: [{ ref: `evidence:${accepted}`, name: 'Accepted' }],
    signals: [{ ref: `evidence:${signal}`, name: 'Signal' }],
    expired: 0,
    newestOn: '2026-02-03',
  })
  expect((await situation('2099-07-01'))['9.1']).toMatchObject({ signals: [], expired: 1, newestOn: '2026-02-01' })
})

test('lists what has expired, and what still counts', async () => {
  const id = await collect({ title: 'Old certificate', happenedOn: '2020-01-01', validUntil: '2021-01-01' })
  const expired = await owner.get('/evidence?validity=expired')
  expect(expired.body.items).toEqual([expect.objectContaining({ id, expired: true })])
  const current = await owner.get('/evidence?validity=current&limit=200')
  expect(current.body.items.map((item: { id: string }) => item.id)).not.toContain(id)
})

test('an employee sees no evidence; an external auditor reads it and changes nothing', async () => {
  const id = await collect()
  const employee = await house.join(owner, ['employee'])
  const auditor = await house.join(owner, ['external-auditor'])
  expect((await employee.get('/evidence')).status).toBe(403)
  expect((await auditor.get(`/evidence/${id}`)).status).toBe(200)
  expect((await auditor.post(`/evidence/${id}/review`, { decision: 'accepted' })).status).toBe(403)
  expect((await auditor.post('/evidence', { title: 'x', content: link })).status).toBe(403)
})

test('another organization sees and changes nothing', async () => {
  const uploaded = await upload(owner, 'Only ours.')
  const { id } = uploaded.body
  expect((await stranger.get(`/evidence/${id}`)).status).toBe(404)
  expect((await stranger.get(`/evidence/${id}/file`)).status).toBe(404)
  expect((await stranger.patch(`/evidence/${id}`, 1, { title: 'Mine' })).status).toBe(404)
  for (const [verb, body] of [
    ['review', { decision: 'accepted' }],
    ['reopen', {}],
    ['withdraw', { reason: 'x' }],
    ['restore', {}],
    ['link', { subjects: [clause] }],
    ['unlink', { subject: clause }],
  ] as const) {
    expect((await stranger.post(`/evidence/${id}/${verb}`, body)).status, verb).toBe(404)
  }
  expect((await stranger.post('/evidence', { title: 'x', content: link, supersedes: id })).status).toBe(422)
  expect((await owner.get(`/evidence/${id}`)).body).toMatchObject({ version: 1, state: 'signal' })
})

test('as of an earlier entry it is what it was then', async () => {
  const id = await collect({ subjects: [clause] })
  const { seq } = (await owner.get('/session')).body
  await colleague.post(`/evidence/${id}/review`, { decision: 'accepted' })
  await owner.post(`/evidence/${id}/unlink`, { subject: clause })
  const then = { 'assay-as-of': String(seq) }
  expect((await owner.get(`/evidence/${id}`, then)).body).toMatchObject({ state: 'signal', subjects: [clause] })
  const listed = await owner.get(`/evidence?subject=${encodeURIComponent(clause)}&limit=200`, then)
  expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(id)
  const past = await look(house, owner, (tx, org) => readEvidenceSituation(tx, org, '2026-12-31'), { seq: seq - 1 })
  expect(JSON.stringify(past)).not.toContain(id)
})

test('a list pages in a stable order and counts every row', async () => {
  const other = await house.organization('Paging')
  for (const n of [1, 2, 3, 4, 5]) await collect({ title: `Page ${n}` }, other)
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await other.get(`/evidence?limit=2&sort=title&q=page${cursor}`)
    expect(page.body.total).toBe(5)
    seen.push(...page.body.items.map((item: { title: string }) => item.title))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor)
  expect(seen).toEqual(['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5'])
})

test('is found by name among all records', async () => {
  const id = await collect({ title: 'Zebra crossing study' })
  const found = await owner.get('/search?q=zebra')
  expect(found.body.items).toEqual([expect.objectContaining({ ref: `evidence:${id}`, name: 'Zebra crossing study' })])
})
