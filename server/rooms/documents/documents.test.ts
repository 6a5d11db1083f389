import { expect, test } from 'vitest'
import { asDay } from '#platform/today.ts'
import { documentsTakeEffect } from '../../app/take-effect.ts'
import { type Answer, caller, type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import { systemActor } from '../../app/system-actor.ts'
import { change } from '#platform/database/change.ts'
import { letDueTakeEffect, readDocumentsSituation } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind Lending')
const approver = await house.join(owner, ['approver'])
const contributor = await house.join(owner, ['contributor'])
const stranger = await house.organization('Another')

const today = asDay(new Date())
const daysFromNow = (days: number) => asDay(new Date(Date.now() + days * 86_400_000))
const text = '# AI policy\n\n## Purpose\n\nWe use AI with care.'

async function aDocument(fields: object = {}, by: Member = contributor): Promise<string> {
  const created = await by.post('/documents', { title: 'AI policy', kind: 'ai-policy', body: text, ...fields })
  expect(created.status, created.text).toBe(201)
  return created.body.id
}

async function anEffective(fields: object = {}): Promise<string> {
  const id = await aDocument(fields)
  await contributor.post(`/documents/${id}/versions/1/submit`)
  const approved = await approver.post(`/documents/${id}/versions/1/approve`, { effectiveOn: today })
  expect(approved.status, approved.text).toBe(200)
  return id
}

function bringIn(
  by: Member,
  description: object,
  at = '/documents/files',
  content = '%PDF-1.7 signed',
): Promise<Answer> {
  const form = new FormData()
  form.set('document', JSON.stringify(description))
  form.set('file', new Blob([content]), 'policy.txt')
  return by.post(at, form)
}

const signed = { title: 'AI policy 2024', kind: 'ai-policy', approvedOn: '2024-05-06', approvedBy: 'Ada Moreno' }

const situation = (day = today, at: { seq: number } | 'now' = 'now') =>
  look(house, owner, (tx, org) => readDocumentsSituation(tx, org, day), at)

test('a document is drafted, submitted, approved by another person and holds', async () => {
  const id = await aDocument({ owner: owner.person, retentionMonths: 120 })
  expect((await contributor.post(`/documents/${id}/versions/1/submit`)).status).toBe(200)
  const approved = await approver.post(`/documents/${id}/versions/1/approve`, {
    note: 'Read',
    effectiveOn: '2020-01-01',
  })
  expect(approved.body).toEqual({ id, number: 1, state: 'effective' })
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({
    state: 'effective',
    owner: { id: owner.person, name: 'Olive Owner' },
    // nothing holds from before its approval
    effective: {
      number: 1,
      effectiveOn: today,
      approval: { by: { id: approver.person }, note: 'Read', outside: false },
    },
    open: null,
    versions: [{ number: 1, state: 'effective', authors: [{ id: contributor.person }] }],
  })
  const facts = ['document.drafted', 'document.submitted', 'document.approved', 'document.took-effect']
  expect(await factsAbout(house, owner, `document:${id}`)).toEqual(facts)
})

test('refuses the author as approver and names who may', async () => {
  const id = await aDocument({}, owner)
  await owner.post(`/documents/${id}/versions/1/submit`)
  const refused = await owner.post(`/documents/${id}/versions/1/approve`)
  expect(refused).toMatchObject({ status: 403, body: { kind: 'approver-is-author' } })
  expect(refused.body.mayApprove).toEqual([expect.objectContaining({ id: approver.person })])
  expect(refused.body.problems).toEqual([{ path: 'approver', message: refused.body.mayApprove[0].name }])
})

test('refuses whoever wrote on it as approver, even a single word', async () => {
  const id = await aDocument()
  const draft = (await owner.get(`/documents/${id}/versions/1`)).body
  const written = await owner.patch(`/documents/${id}/versions/1`, draft.version, { body: `${text} Always.` })
  expect(written.status).toBe(200)
  await contributor.post(`/documents/${id}/versions/1/submit`)
  expect((await owner.post(`/documents/${id}/versions/1/approve`)).body.kind).toBe('approver-is-author')
  const seen = (await owner.get(`/documents/${id}/versions/1`)).body
  expect(seen.mayApprove.map((person: { id: string }) => person.id)).toEqual([approver.person])
})

test('who is alone is told to invite an approver', async () => {
  const id = await aDocument({}, stranger)
  expect((await stranger.post(`/documents/${id}/versions/1/submit`)).status).toBe(200)
  expect((await stranger.get(`/documents/${id}/versions/1`)).body.mayApprove).toEqual([])
  const refused = await stranger.post(`/documents/${id}/versions/1/approve`)
  expect(refused).toMatchObject({ status: 403, body: { kind: 'invite-an-approver' } })
  expect(refused.body.detail).toContain('Invite an approver')
})

test('a contributor and a key approve nothing', async () => {
  const id = await aDocument({}, owner)
  await owner.post(`/documents/${id}/versions/1/submit`)
  expect((await contributor.post(`/documents/${id}/versions/1/approve`)).body.kind).toBe('forbidden')
  const scopes = ['documents:approve', 'documents:write', 'documents:review']
  const made = await owner.post('/api-keys', { name: 'Robot', scopes, expiresOn: '2099-01-01' })
  const key = caller(house, { authorization: `Bearer ${made.body.key}` })
  expect((await key('POST', `/documents/${id}/versions/1/approve`, {})).body.kind).toBe('person-needed')
  expect((await key('POST', '/documents', { title: 'x', kind: 'other' })).body.kind).toBe('person-needed')
})

test('the next version makes the one before it obsolete, and both can be read', async () => {
  const id = await anEffective()
  expect((await contributor.post(`/documents/${id}/versions`)).body).toEqual({ id, number: 2 })
  expect((await contributor.post(`/documents/${id}/versions`)).body).toMatchObject({ kind: 'version-open', number: 2 })
  const draft = (await owner.get(`/documents/${id}/versions/2`)).body
  expect(draft.body).toBe(text)
  await contributor.patch(`/documents/${id}/versions/2`, draft.version, { body: `${text}\n\nMore.`, summary: 'More' })
  await contributor.post(`/documents/${id}/versions/2/submit`)
  await approver.post(`/documents/${id}/versions/2/approve`, { effectiveOn: today })
  const seen = (await owner.get(`/documents/${id}`)).body
  expect(seen.versions).toMatchObject([
    { number: 2, state: 'effective', summary: 'More' },
    { number: 1, state: 'obsolete', obsoleteOn: today, obsoleteBecause: 'superseded' },
  ])
  expect((await owner.get(`/documents/${id}/versions/1`)).body.body).toBe(text)
  expect(await factsAbout(house, owner, `document:${id}`)).toContain('document.version-obsoleted')
})

test('refuses to submit an empty draft, or one with places to be filled in', async () => {
  const empty = await aDocument({ body: ' ' })
  expect((await contributor.post(`/documents/${empty}/versions/1/submit`)).body.kind).toBe('empty')
  const open = await aDocument({ body: 'Sites: [to be filled in: Sites in scope]' })
  const refused = await contributor.post(`/documents/${open}/versions/1/submit`)
  expect(refused.body).toMatchObject({
    kind: 'placeholders-left',
    missing: ['Sites in scope'],
    problems: [{ path: 'body' }],
  })
})

test('is put before one approver, who must be able to approve', async () => {
  const id = await aDocument()
  const path = `/documents/${id}/versions/1`
  const refused = await contributor.post(`${path}/submit`, { approver: contributor.person })
  expect(refused.body).toMatchObject({ kind: 'no-such-approver' })
  expect(refused.body.mayApprove.length).toBeGreaterThan(1)
  expect((await contributor.post(`${path}/submit`, { approver: approver.person })).status).toBe(200)
  expect((await owner.get(path)).body.requestedApprover).toMatchObject({ id: approver.person })
})

test('is taken back, returned with what is missing, and an approval is taken back before it holds', async () => {
  const id = await aDocument()
  const path = `/documents/${id}/versions/1`
  await contributor.post(`${path}/submit`)
  expect((await contributor.post(`${path}/take-back`)).status).toBe(200)
  expect((await contributor.post(`${path}/take-back`)).body).toMatchObject({ kind: 'wrong-state', state: 'draft' })
  await contributor.post(`${path}/submit`)
  expect((await approver.post(`${path}/return`, { note: '' })).status).toBe(400)
  expect((await approver.post(`${path}/return`, { note: 'Name the owner' })).status).toBe(200)
  expect((await owner.get(path)).body).toMatchObject({ state: 'draft', returnedNote: 'Name the owner' })
  await contributor.post(`${path}/submit`)
  expect((await approver.post(`${path}/approve`)).body.state).toBe('approved')
  expect((await approver.post(`${path}/return`, { note: 'One more thing' })).status).toBe(200)
  expect((await owner.get(path)).body).toMatchObject({ state: 'draft', approval: null })
})

test('an approved version waits until it is made effective, never from before its approval', async () => {
  const id = await aDocument()
  const path = `/documents/${id}/versions/1`
  expect((await approver.post(`${path}/make-effective`)).body.kind).toBe('wrong-state')
  await contributor.post(`${path}/submit`)
  await approver.post(`${path}/approve`)
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({ state: 'approved', effective: null })
  expect((await approver.post(`${path}/make-effective`, { effectiveOn: daysFromNow(3) })).body.kind).toBe('not-yet')
  expect((await approver.post(`${path}/make-effective`, { effectiveOn: '2020-01-01' })).body.kind).toBe(
    'before-approval',
  )
  expect((await approver.post(`${path}/make-effective`)).status).toBe(200)
  expect((await owner.get(`/documents/${id}`)).body.state).toBe('effective')
})

test('a version approved for a later day takes effect by itself on that day', async () => {
  const id = await aDocument()
  const path = `/documents/${id}/versions/1`
  await contributor.post(`${path}/submit`)
  await approver.post(`${path}/approve`, { effectiveOn: daysFromNow(2) })
  const run = { organizations: () => Promise.resolve([owner.org]) } as Parameters<typeof documentsTakeEffect>[0]
  await documentsTakeEffect(run, house)
  expect((await owner.get(path)).body).toMatchObject({ state: 'approved', effectiveOn: daysFromNow(2) })
  const thatDay = new Date(Date.now() + 2 * 86_400_000)
  const done = await change(house.door, systemActor(owner.org, 'documents'), 'documents:approve', (it) =>
    letDueTakeEffect({ ...it, now: thatDay }),
  )
  expect(done).toMatchObject({ ok: true, value: { count: 1 } })
  expect((await owner.get(path)).body).toMatchObject({ state: 'effective', effectiveOn: daysFromNow(2) })
})

test('a draft is discarded and recovered; a document of which nothing else is there goes and comes with it', async () => {
  const id = await aDocument()
  expect((await contributor.post(`/documents/${id}/versions/1/discard`)).status).toBe(200)
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({ state: 'withdrawn', open: null })
  expect((await contributor.post(`/documents/${id}/versions/1/submit`)).body.kind).toBe('document-withdrawn')
  expect((await contributor.post(`/documents/${id}/versions/1/recover`)).status).toBe(200)
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({ state: 'draft', open: { number: 1 } })
  expect((await contributor.post(`/documents/${id}/versions/1/recover`)).body.kind).toBe('wrong-state')
})

test('a draft is not recovered beside another, and its number is not given twice', async () => {
  const id = await anEffective()
  await contributor.post(`/documents/${id}/versions`)
  await contributor.post(`/documents/${id}/versions/2/discard`)
  expect((await contributor.post(`/documents/${id}/versions`, { body: 'New' })).body.number).toBe(3)
  expect((await contributor.post(`/documents/${id}/versions/2/recover`)).body).toMatchObject({ kind: 'version-open' })
})

test('refuses to write on a version that is no draft, or that somebody else wrote on meanwhile', async () => {
  const id = await aDocument()
  const path = `/documents/${id}/versions/1`
  expect((await contributor.patch(path, 1, { summary: 'First' })).status).toBe(200)
  expect((await contributor.patch(path, 1, { summary: 'Late' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 2,
  })
  await contributor.post(`${path}/submit`)
  expect((await contributor.patch(path, 3, { body: 'x' })).body).toMatchObject({
    kind: 'wrong-state',
    state: 'in-review',
  })
})

test('an existing signed file comes in as effective, marked as approved outside', async () => {
  const brought = await bringIn(contributor, { ...signed, code: 'POL-24', retentionMonths: 60 })
  expect(brought.status, brought.text).toBe(201)
  const { id } = brought.body
  const seen = (await owner.get(`/documents/${id}`)).body
  expect(seen).toMatchObject({
    state: 'effective',
    code: 'POL-24',
    effective: {
      effectiveOn: '2024-05-06',
      approval: { by: { id: null, name: 'Ada Moreno' }, on: '2024-05-06', outside: true },
    },
    reviewDueOn: '2025-05-06',
    reviewOverdue: true,
  })
  expect(asDay(new Date(seen.versions[0].createdAt))).toBe(today)
  expect((await owner.get(`/documents/${id}/versions/1/file`)).text).toBe('%PDF-1.7 signed')
  expect((await owner.get(`/documents/${id}/versions/1/pdf`)).body.kind).toBe('holds-a-file')
  expect(await factsAbout(house, owner, `document:${id}`)).toEqual(['document.brought-in', 'document.took-effect'])
})

test('the next signed file takes the place of the one before', async () => {
  const { id } = (await bringIn(contributor, signed)).body
  const next = { approvedOn: '2025-05-06', approvedBy: 'Ada Moreno', summary: 'Yearly update' }
  expect((await bringIn(contributor, next, `/documents/${id}/files`)).body).toEqual({ id, number: 2 })
  expect((await owner.get(`/documents/${id}`)).body.versions).toMatchObject([
    { number: 2, state: 'effective', effectiveOn: '2025-05-06' },
    { number: 1, state: 'obsolete' },
  ])
  const nameless = await bringIn(contributor, { approvedOn: '2026-05-06' }, `/documents/${id}/files`)
  expect(nameless.body.problems).toEqual([expect.objectContaining({ path: 'approvedBy' })])
})

test.each([
  [{ approvedBy: null }, 400, 'approvedBy'],
  [{ approvedOn: '2999-01-01' }, 422, 'approvedOn'],
  [{ effectiveOn: '2999-01-01' }, 422, 'effectiveOn'],
  [{ effectiveOn: '2024-01-01' }, 422, 'effectiveOn'],
  [{ owner: '0190aaaa-0000-7000-8000-000000000001' }, 422, 'owner'],
  [{ origin: 'external', kind: 'other' }, 400, 'publisher'],
  [{ origin: 'external', publisher: 'ISO' }, 400, 'kind'],
])('refuses to bring in a file with %o', async (fields, status, path) => {
  const refused = await bringIn(contributor, { ...signed, ...fields })
  expect(refused.status).toBe(status)
  expect(refused.body.problems.map((problem: { path: string }) => problem.path)).toContain(path)
})

test('a document of outside origin is identified as such, with who issues it', async () => {
  const outside = {
    title: 'ISO/IEC 42001',
    kind: 'other',
    origin: 'external',
    publisher: 'ISO',
    approvedOn: '2023-12-18',
  }
  const { id } = (await bringIn(contributor, outside)).body
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({
    origin: 'external',
    publisher: 'ISO',
    state: 'effective',
  })
  const listed = await owner.get('/documents?origin=external')
  expect(listed.body.items.map((item: { id: string }) => item.id)).toEqual([id])
})

test('a file can be the content of a draft, and a text its content again', async () => {
  const id = await aDocument({ body: '' })
  const form = new FormData()
  form.set('file', new Blob(['Scanned plan']), 'plan.txt')
  expect((await contributor.post(`/documents/${id}/versions/1/file`, form)).status).toBe(200)
  expect((await owner.get(`/documents/${id}/versions/1`)).body).toMatchObject({
    body: null,
    file: { name: 'plan.txt' },
  })
  await contributor.patch(`/documents/${id}/versions/1`, 2, { body: 'Typed instead' })
  expect((await owner.get(`/documents/${id}/versions/1`)).body).toMatchObject({ body: 'Typed instead', file: null })
  expect((await owner.get(`/documents/${id}/versions/1/file`)).body.kind).toBe('holds-no-file')
})

test('a review without change moves the next one, and one that asks for a new version does not', async () => {
  const id = await anEffective({ reviewMonths: 6 })
  const due = (await owner.get(`/documents/${id}`)).body.reviewDueOn
  const reviewed = await contributor.post(`/documents/${id}/reviews`, { outcome: 'no-change', nextDueOn: '2099-01-01' })
  expect(reviewed.body).toEqual({ id, nextDueOn: '2099-01-01' })
  await contributor.post(`/documents/${id}/reviews`, { outcome: 'new-version', note: 'New law' })
  const seen = (await owner.get(`/documents/${id}`)).body
  expect(due > today).toBe(true)
  expect(seen.reviewDueOn).toBe('2099-01-01')
  expect(seen.reviews).toMatchObject([
    { outcome: 'new-version', note: 'New law', by: { id: contributor.person }, on: today },
    { outcome: 'no-change', nextDueOn: '2099-01-01' },
  ])
  const past = await contributor.post(`/documents/${id}/reviews`, { outcome: 'no-change', nextDueOn: today })
  expect(past.body.kind).toBe('due-in-the-past')
  const draft = await aDocument()
  expect((await owner.post(`/documents/${draft}/reviews`, { outcome: 'no-change' })).body.kind).toBe(
    'nothing-effective',
  )
})

test('is withdrawn with a reason, and restored as it held', async () => {
  const id = await anEffective()
  expect((await contributor.post(`/documents/${id}/withdraw`, { reason: 'x' })).status).toBe(403)
  expect((await owner.post(`/documents/${id}/withdraw`, { reason: 'Merged into another' })).status).toBe(200)
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({
    state: 'withdrawn',
    withdrawnReason: 'Merged into another',
    effective: null,
    versions: [{ state: 'obsolete', obsoleteBecause: 'withdrawn' }],
  })
  expect((await owner.post(`/documents/${id}/withdraw`, { reason: 'x' })).body.kind).toBe('document-withdrawn')
  expect((await owner.post(`/documents/${id}/restore`)).status).toBe(200)
  expect((await owner.get(`/documents/${id}`)).body).toMatchObject({ state: 'effective', effective: { number: 1 } })
  expect((await owner.post(`/documents/${id}/restore`)).body.kind).toBe('not-withdrawn')
})

test('how it is kept is changed; what it was approved as is not', async () => {
  const id = await anEffective()
  const { version } = (await owner.get(`/documents/${id}`)).body
  const changed = await contributor.patch(`/documents/${id}`, version, {
    title: 'AI policy of Northwind',
    readers: 'everyone',
  })
  expect(changed.status).toBe(200)
  expect((await contributor.patch(`/documents/${id}`, version, { title: 'Late' })).body.kind).toBe('stale')
  const other = await contributor.patch(`/documents/${id}`, version + 1, { kind: 'other' })
  expect(other.body.kind).toBe('approved-as-its-kind')
  await aDocument({ code: 'AIMS-1' })
  const taken = await contributor.patch(`/documents/${id}`, version + 1, { code: 'aims-1', owner: stranger.person })
  expect(taken.body.problems.map(({ path }: { path: string }) => path)).toEqual(['owner', 'code'])
})

test('a template fills itself from the records and says what is missing', async () => {
  await owner.post('/units', { name: 'Credit risk' })
  const shown = await contributor.get('/document-templates/scope-statement')
  expect(shown.body.body).toContain('Northwind Lending')
  expect(shown.body.body).toContain('Credit risk')
  expect(shown.body.missing.map(({ name }: { name: string }) => name)).toContain('systems')
  const created = await contributor.post('/documents', { template: 'scope-statement' })
  expect(created.body.missing.length).toBeGreaterThan(1)
  expect((await owner.get(`/documents/${created.body.id}`)).body).toMatchObject({
    kind: 'scope-statement',
    template: 'scope-statement',
    open: { number: 1, state: 'draft' },
  })
  expect((await contributor.post('/documents', { template: 'poem' })).body.kind).toBe('no-such-template')
  expect((await contributor.post('/documents', { title: '' })).status).toBe(400)
})

test('a version prints as PDF and as DOCX', async () => {
  const id = await aDocument()
  const pdf = await owner.get(`/documents/${id}/versions/1/pdf`)
  expect(pdf.status, pdf.text.slice(0, 300)).toBe(200)
  expect(pdf.text.startsWith('%PDF-')).toBe(true)
  expect(pdf.headers['content-disposition']).toContain(`AI%20policy%20v1.pdf`)
  const docx = await owner.get(`/documents/${id}/versions/1/docx`)
  expect(docx.text.startsWith('PK')).toBe(true)
})

test('an employee reads what is effective and meant for everyone, and nothing else', async () => {
  const employee = await house.join(owner, ['employee'])
  const open = await anEffective({ title: 'For all', readers: 'everyone' })
  const inner = await anEffective({ title: 'Inner' })
  const draft = await aDocument({ title: 'Draft', readers: 'everyone' })
  await contributor.post(`/documents/${open}/versions`)
  const listed = (await employee.get('/documents?limit=200')).body
  const titles = listed.items.map((item: { title: string }) => item.title)
  expect(titles).toContain('For all')
  expect(titles).not.toContain('Inner')
  expect(titles).not.toContain('Draft')
  const seen = (await employee.get(`/documents/${open}`)).body
  expect(seen).toMatchObject({ open: null, reviews: [], versions: [{ number: 1 }] })
  expect(seen.versions).toHaveLength(1)
  expect((await employee.get(`/documents/${open}/versions/1`)).status).toBe(200)
  expect((await employee.get(`/documents/${open}/versions/2`)).status).toBe(404)
  expect((await employee.get(`/documents/${inner}`)).status).toBe(404)
  expect((await employee.get(`/documents/${draft}/versions/1/pdf`)).status).toBe(404)
  expect((await employee.get('/search?q=Inner')).body.items).toEqual([])
})

test('an external auditor reads everything and changes nothing', async () => {
  const auditor = await house.join(owner, ['external-auditor'])
  const id = await aDocument()
  expect((await auditor.get(`/documents/${id}/versions/1`)).status).toBe(200)
  for (const verb of ['submit', 'approve', 'discard']) {
    expect((await auditor.post(`/documents/${id}/versions/1/${verb}`)).status).toBe(403)
  }
})

test('another organization sees and changes nothing', async () => {
  const id = await anEffective()
  const path = `/documents/${id}/versions/1`
  for (const url of [`/documents/${id}`, path, `${path}/pdf`, `${path}/file`]) {
    expect((await stranger.get(url)).status, url).toBe(404)
  }
  expect((await stranger.patch(`/documents/${id}`, 1, { title: 'Mine' })).status).toBe(404)
  expect((await stranger.patch(path, 1, { body: 'Mine' })).status).toBe(404)
  for (const [url, body] of [
    [`/documents/${id}/versions`, {}],
    [`/documents/${id}/reviews`, { outcome: 'no-change' }],
    [`/documents/${id}/withdraw`, { reason: 'x' }],
    [`/documents/${id}/restore`, {}],
    ...['submit', 'take-back', 'approve', 'make-effective', 'discard', 'recover'].map((verb) => [
      `${path}/${verb}`,
      {},
    ]),
    [`${path}/return`, { note: 'x' }],
  ] as [string, object][]) {
    expect((await stranger.post(url, body)).status, url).toBe(404)
  }
  expect(
    (await bringIn(stranger, { approvedOn: '2024-01-01', approvedBy: 'x' }, `/documents/${id}/files`)).status,
  ).toBe(404)
  expect((await owner.get(`/documents/${id}`)).body.state).toBe('effective')
})

test('as of an earlier entry it is what it was then', async () => {
  const id = await aDocument({ title: 'Time travel' })
  const { seq } = (await owner.get('/session')).body
  await contributor.post(`/documents/${id}/versions/1/submit`)
  await approver.post(`/documents/${id}/versions/1/approve`, { effectiveOn: today })
  const then = { 'assay-as-of': String(seq) }
  expect((await owner.get(`/documents/${id}`, then)).body).toMatchObject({ state: 'draft', effective: null })
  expect((await owner.get(`/documents/${id}/versions/1`, then)).body.state).toBe('draft')
  const pdf = await owner.get(`/documents/${id}/versions/1/pdf`, then)
  expect(pdf.status, pdf.text.slice(0, 300)).toBe(200)
  expect(JSON.stringify((await situation(today, { seq })).effective)).not.toContain(id)
  const effective = Object.values((await situation()).effective).flat()
  expect(effective.find(({ ref }) => ref === `document:${id}`)).toMatchObject({
    approver: `person:${approver.person}`,
    approvedOutside: false,
  })
})

test('readiness sees what is effective and by whom it was approved, drafts, and what falls short', async () => {
  const other = await house.organization('Readiness')
  const seen = () => look(house, other, (tx, org) => readDocumentsSituation(tx, org, today))
  const nothing = { count: 0, worst: [] }
  expect(await seen()).toEqual({
    effective: {},
    drafts: {},
    total: 0,
    external: 0,
    approvedHere: 0,
    withoutReviewDate: nothing,
    reviewOverdue: nothing,
    withoutRetention: nothing,
    withoutOwner: nothing,
  })
  const draft = await aDocument({ title: 'Draft scope', kind: 'scope-statement' }, other)
  const { id } = (await bringIn(other, { ...signed, owner: other.person })).body
  const cited = { ref: `document:${id}`, name: 'AI policy 2024' }
  expect(await seen()).toMatchObject({
    effective: {
      'ai-policy': [
        {
          ...cited,
          version: '1',
          approvedBy: 'Ada Moreno',
          approver: null,
          approvedOutside: true,
          effectiveOn: '2024-05-06',
          owner: { name: 'Olive Owner' },
          reviewDueOn: '2025-05-06',
          review: null,
        },
      ],
    },
    drafts: { 'scope-statement': [{ ref: `document:${draft}`, name: 'Draft scope' }] },
    total: 2,
    approvedHere: 0,
    reviewOverdue: { count: 1, worst: [cited] },
    withoutRetention: { count: 1, worst: [cited] },
    withoutOwner: nothing,
  })
  await other.post(`/documents/${id}/reviews`, { outcome: 'no-change' })
  const after = await seen()
  expect(after.reviewOverdue.count).toBe(0)
  expect(after.effective['ai-policy']?.[0]?.review).toMatchObject({ lastOn: today, overdue: false })
  await other.post(`/documents/${id}/withdraw`, { reason: 'Old' })
  expect(await seen()).toMatchObject({ effective: {}, total: 1 })
})

test('a list pages in a stable order and counts every row; filters say what they find', async () => {
  const other = await house.organization('Paging')
  for (const n of [3, 1, 2]) await aDocument({ title: `Page ${n}`, kind: 'other' }, other)
  const first = await other.get('/documents?limit=2&sort=title')
  expect(first.body).toMatchObject({ total: 3, items: [{ title: 'Page 1' }, { title: 'Page 2' }] })
  const second = await other.get(`/documents?limit=2&sort=title&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({ total: 3, next: null, items: [{ title: 'Page 3' }] })
  expect((await other.get('/documents?state=effective')).body.total).toBe(0)
  expect((await other.get('/documents?state=draft&q=page 2&kind=other')).body.total).toBe(1)
})
