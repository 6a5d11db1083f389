import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { openBlobs } from '#platform/blobs/index.ts'
import { change } from '#platform/database/change.ts'
import { stopPdf } from '#platform/documents/index.ts'
import { type Answer, type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout } from '../../../test/look.ts'
import { statementFileParts } from '../../app/jobs.ts'
import { systemActor } from '../../app/system-actor.ts'
import { makeMissingStatementFiles, makeStatementFiles } from './index.ts'
import {
  aDraft,
  anApproved,
  aRunningControl,
  decideAll,
  decided,
  evidenceFor,
  keyOf,
  left,
  rowOf,
  wanted,
} from './a-statement.ts'
import type { RelatedView, RowView } from './contract.ts'

const house = await openTestHouse()
afterAll(stopPdf)
const blobs = openBlobs({ folder: join(house.config.data, 'blobs'), limit: house.config.uploadLimit })
const parts = statementFileParts({ ...house, blobs })
const path = '/statements-of-applicability'

/** An organization with somebody who writes and somebody who approves. */
async function anOrganization() {
  const owner = await house.organization('Northwind')
  return { owner, writer: await house.join(owner, ['aims-manager']), approver: await house.join(owner, ['approver']) }
}

const aRun = (org: OrganizationId) => ({
  org: () => org,
  organizations: () => Promise.resolve([org]),
  progress: () => Promise.resolve(),
  cancelled: () => false,
})

test('a draft has a row for each of the 38 controls of Annex A, all open, and others when they are chosen', async () => {
  const { writer } = await anOrganization()
  const id = await aDraft(writer)
  const { rows, state, number } = (await writer.get(`${path}/${id}`)).body
  expect({ state, number, rows: rows.length }).toEqual({ state: 'draft', number: 1, rows: 38 })
  expect(rows.every((row: RowView) => row.annexA && row.standing === 'undecided' && row.status === null)).toBe(true)
  expect(rows[0].requirement).toMatchObject({ ref: 'A.2.2', area: { ref: 'A.2' } })
  const other = 'ISO-27001-2022/A.8.29'
  const added = await writer.post(`${path}/${id}/rows`, { requirement: other })
  expect(added.status).toBe(201)
  expect((await writer.post(`${path}/${id}/rows`, { requirement: other })).body.kind).toBe('row-is-there')
  expect((await writer.post(`${path}/${id}/rows`, { requirement: 'X/1' })).body.kind).toBe('no-such-reference')
  for (const [key, words] of [
    ['ISO-42001-2023/6.1.2', 'always apply'],
    ['ISO-27001-2022/9.2.1', 'always apply'],
    ['ISO-42001-2023/C.2.1', 'no control'],
    ['ISO-42001-2023/B.2.2', 'in no catalogue'],
    ['ISO-42001-2023/A.2', 'heading'],
  ]) {
    const refused = await writer.post(`${path}/${id}/rows`, { requirement: key })
    expect(refused.body, key).toMatchObject({
      kind: 'no-such-reference',
      problems: [{ path: 'requirement', message: expect.stringContaining(String(words)) }],
    })
  }
  expect((await writer.get(`${path}/${id}`)).body.rows).toHaveLength(39)
  expect((await writer.delete(`${path}/${id}/rows/${added.body.id}`)).status).toBe(200)
  expect((await writer.delete(`${path}/${id}/rows/${rows[0].id}`)).body.kind).toBe('row-of-annex-a')
  expect((await writer.post(path)).body.kind).toBe('draft-open')
})

test('a row is included for reasons tied to risk, law, contract or objective, and excluded with a reason', async () => {
  const { writer } = await anOrganization()
  const statement = await aDraft(writer)
  const { id: risk } = (await writer.post('/risks', { title: 'Unfair refusals' })).body
  const bank = { title: 'Hand over test reports', sourceKind: 'contract', source: 'Funding agreement' }
  const { id: obligation } = (await writer.post('/obligations', bank)).body
  const reasons = [
    { kind: 'risk', ref: `risk:${risk}`, words: 'Tests find it before customers do' },
    { kind: 'contract', ref: `obligation:${obligation}`, words: 'The bank asks for test reports' },
  ]
  expect((await decided(writer, { statement, ref: 'A.6.2.4' }, { decision: 'included', reasons })).status).toBe(200)
  expect((await decided(writer, { statement, ref: 'A.7.3' }, left)).status).toBe(200)
  expect(await rowOf(writer, statement, 'A.6.2.4')).toMatchObject({
    standing: 'included',
    status: 'planned',
    reasons: [
      { ref: `risk:${risk}`, name: 'Unfair refusals' },
      { ref: `obligation:${obligation}`, name: 'Hand over test reports' },
    ],
  })
  expect(await rowOf(writer, statement, 'A.7.3')).toMatchObject({
    standing: 'excluded',
    status: null,
    exclusion: left.reason,
  })
  const unknown = [{ kind: 'risk', ref: `risk:${crypto.randomUUID()}`, words: 'Tests find it before customers do' }]
  const refused = await decided(writer, { statement, ref: 'A.7.4' }, { decision: 'included', reasons: unknown })
  expect(refused.body).toMatchObject({ kind: 'no-such-reference', problems: [{ path: 'reasons.0.ref' }] })

  const asked = encodeURIComponent(`obligation:${obligation}`)
  expect((await writer.get(`/applicability-rows?reason=${asked}`)).body).toMatchObject({
    total: 1,
    items: [{ requirement: { ref: 'A.6.2.4' }, statement: { id: statement, state: 'draft' }, decision: 'included' }],
  })
  expect((await writer.get(`/applicability-rows?requirement=${keyOf('A.7.3')}`)).body.total).toBe(1)
  const stranger = await house.organization('Another')
  expect((await stranger.get(`/applicability-rows?reason=${asked}`)).body.total).toBe(0)

  await writer.post(`/obligations/${obligation}/withdraw`, { reason: 'Entered twice' })
  const gone = { decision: 'included', reasons: [{ ...reasons[1], words: 'The bank asks for it' }] }
  const none = await decided(writer, { statement, ref: 'A.7.4' }, gone)
  expect(none.body.problems).toEqual([{ path: 'reasons.0.ref', message: expect.stringContaining('does not apply') }])
})

test('a reason that was closed stands no more, and what rests on nothing else is decided again', async () => {
  const { owner, writer, approver } = await anOrganization()
  const { id: risk } = (await writer.post('/risks', { title: 'Unfair refusals' })).body
  const forRisk = { kind: 'risk', ref: `risk:${risk}`, words: 'Tests find it before customers do' }
  const statement = await aDraft(writer)
  const both = { decision: 'included', reasons: [forRisk, ...wanted.reasons] }
  await decided(writer, { statement, ref: 'A.6.2.4' }, both)
  await decided(writer, { statement, ref: 'A.6.2.5' }, { decision: 'included', reasons: [forRisk] })
  await decideAll(writer, statement)
  expect((await approver.post(`${path}/${statement}/approve`)).status).toBe(200)
  const lacks = async () => {
    const { reasons } = (await owner.get('/readiness/6.1.3')).body.finding
    return reasons.filter(({ text }: { text: string }) => text.startsWith('Included for reasons that stand no more'))
  }
  expect(await lacks()).toEqual([])

  await writer.post(`/risks/${risk}/close`, { reason: 'The product was given up' })
  expect((await rowOf(owner, statement, 'A.6.2.4')).reasons.map(({ holds }) => holds)).toEqual([false, true])
  expect(await lacks()).toMatchObject([{ cites: [{ ref: `requirement:${keyOf('A.6.2.5')}` }] }])
  const next = await aDraft(writer)
  const refused = await approver.post(`${path}/${next}/approve`)
  expect(refused.body).toMatchObject({
    kind: 'undecided-rows',
    problems: [{ path: keyOf('A.6.2.5'), message: expect.stringContaining('none stands') }],
  })
  const at = { statement: next, ref: 'A.6.2.5' }
  const again = await decided(writer, at, { decision: 'included', reasons: [forRisk] })
  expect(again.body).toMatchObject({
    problems: [{ path: 'reasons.0.ref', message: expect.stringContaining('closed') }],
  })
  await decided(writer, at, left)
  const text = (await owner.get(`${path}/${next}/csv`)).text
  expect(text).toContain('Risk (Unfair refusals): Tests find it before customers do (stands no more)')
})

let open: Promise<{ writer: Member; statement: string }> | undefined
const anOpenDraft = async () => {
  const { writer } = await anOrganization()
  return { writer, statement: await aDraft(writer) }
}

test.each([
  ['n/a', { decision: 'excluded', reason: 'n/a' }, 'reason'],
  ['nothing', { decision: 'excluded', reason: '' }, 'reason'],
  ['no reason to include', { decision: 'included', reasons: [] }, 'reasons'],
])('refuses %s as a reason and says what to write', async (_case, body, at) => {
  open ??= anOpenDraft()
  const { writer, statement } = await open
  const refused = await decided(writer, { statement, ref: 'A.7.3' }, body)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({
    kind: 'no-reason',
    problems: [{ path: at, message: expect.stringContaining('Say in a sentence') }],
  })
})

test('nobody declares a status: it is implemented once what is applied runs and has accepted evidence', async () => {
  const { owner, writer } = await anOrganization()
  const statement = await aDraft(writer)
  const at = { statement, ref: 'A.6.2.4' }
  expect((await decided(writer, at, { ...wanted, status: 'implemented' })).status).toBe(400)
  await decided(writer, at, wanted)
  const status = async () => (await rowOf(writer, statement, 'A.6.2.4')).status
  expect(await status()).toBe('planned')
  const control = await aRunningControl(writer)
  expect(await status()).toBe('partly')
  await evidenceFor(control, writer, owner)
  expect(await status()).toBe('implemented')
  const today = new Date().toISOString().slice(0, 10)
  await writer.post(`/controls/${control}/checks`, {
    checkedOn: today,
    outcome: 'does-not-work',
    note: 'Two were skipped',
  })
  expect(await status()).toBe('partly')
  const { reasons } = (await writer.get('/readiness/A.6.2.4')).body.finding
  expect(reasons[0]).toMatchObject({
    text: 'Applied for it: Review of outcomes (running, last found not to work).',
    cites: [{ ref: `applied-control:${control}` }],
  })
})

test('designated management approves what is decided, another person than those who decided it', async () => {
  const { owner, writer, approver } = await anOrganization()
  const id = await aDraft(owner)
  const open = await approver.post(`${path}/${id}/approve`)
  expect(open.status).toBe(409)
  expect(open.body.problems).toHaveLength(38)
  await decideAll(writer, id, ['A.7.3'])
  expect((await writer.post(`${path}/${id}/approve`)).status).toBe(403)
  const own = await owner.post(`${path}/${id}/approve`)
  expect(own.body).toMatchObject({ kind: 'approver-is-author', mayApprove: [{ id: approver.person }] })
  expect((await approver.get('/inbox')).body.decisions.items).toMatchObject([{ what: 'approve-statement' }])
  expect((await approver.post(`${path}/${id}/approve`, { note: 'As discussed' })).status).toBe(200)
  expect((await owner.get(`${path}/${id}`)).body).toMatchObject({
    state: 'approved',
    counts: { included: 37, excluded: 1, undecided: 0 },
    approval: { by: { id: approver.person }, note: 'As discussed', alone: false },
  })
  expect((await decided(writer, { statement: id, ref: 'A.7.3' }, wanted)).body.kind).toBe('not-draft')
  expect(new Set(await factsAbout(house, owner, `statement-of-applicability:${id}`))).toEqual(
    new Set([
      'statement-of-applicability.drafted',
      'statement-of-applicability.row-included',
      'statement-of-applicability.row-excluded',
      'statement-of-applicability.approved',
    ]),
  )
})

test('where nobody else could approve, the writer does, and it is said', async () => {
  const alone = await house.organization('One')
  const id = await anApproved(alone, alone)
  expect((await alone.get(`${path}/${id}`)).body.approval).toMatchObject({ alone: true, by: { id: alone.person } })
})

test('the next version takes the decisions over, says what differs, and supersedes the one before', async () => {
  const { owner, writer, approver } = await anOrganization()
  const first = await anApproved(writer, approver, ['A.7.3', 'A.7.6'])
  const second = await aDraft(writer)
  expect((await writer.get(`${path}/${second}`)).body.counts).toEqual({ included: 36, excluded: 2, undecided: 0 })
  await decided(writer, { statement: second, ref: 'A.7.3' }, wanted)
  const compared = (await owner.get(`${path}/${second}/differences?from=${first}`)).body
  expect(compared).toMatchObject({
    from: { number: 1 },
    to: { number: 2 },
    items: [
      {
        requirement: { ref: 'A.7.3' },
        changes: ['decision', 'reasons', 'status'],
        before: { decision: 'excluded', words: left.reason },
        after: { decision: 'included', status: 'planned' },
      },
    ],
  })
  const before = (await owner.get('/session')).body.seq
  expect((await approver.post(`${path}/${second}/approve`)).status).toBe(200)
  expect((await owner.get(`${path}/${first}`)).body.state).toBe('superseded')
  const then = (await owner.get(`${path}?state=approved`, { 'assay-as-of': String(before) })).body
  expect(then).toMatchObject({ total: 1, items: [{ id: first, number: 1 }] })
  expect((await owner.get(`${path}?limit=1`)).body).toMatchObject({
    total: 2,
    items: [{ number: 2 }],
    next: expect.any(String),
  })
})

test('a draft is discarded and taken up again', async () => {
  const { writer } = await anOrganization()
  const id = await aDraft(writer)
  const { version } = (await writer.get(`${path}/${id}`)).body
  expect((await writer.patch(`${path}/${id}`, version, { summary: 'After the new model' })).status).toBe(200)
  expect((await writer.patch(`${path}/${id}`, version, { summary: 'Other' })).status).toBe(412)
  expect((await writer.post(`${path}/${id}/recover`)).body.kind).toBe('not-discarded')
  await writer.post(`${path}/${id}/discard`)
  expect((await writer.post(`${path}/${id}/recover`)).status).toBe(200)
  expect((await writer.get(`${path}/${id}`)).body).toMatchObject({ state: 'draft', summary: 'After the new model' })
})

test('the files of an approved version are the same bytes ever after, whatever changes, and when they are made again', async () => {
  const { owner, writer, approver } = await anOrganization()
  const id = await anApproved(writer, approver, ['A.7.3'])
  expect((await owner.get(`${path}/${id}/pdf`)).body.kind).toBe('not-made-yet')
  await house.sealer.sealAll()
  await house.jobs.drain()
  const { files, approvedSeq } = (await owner.get(`${path}/${id}`)).body
  expect(files.map(({ format }: { format: string }) => format)).toEqual(['pdf', 'docx', 'xlsx', 'csv'])
  const kept = await owner.get(`${path}/${id}/pdf`)
  expect(kept.bytes?.subarray(0, 5).toString()).toBe('%PDF-')
  await writer.post('/risks', { title: 'Unfair refusals', controls: ['A.7.3'] })
  await aRunningControl(writer)
  // throws where the bytes made again differ from those that are kept
  await makeStatementFiles({ ...aRun(owner.org), data: { statement: id } }, parts)
  const later = await owner.get(`${path}/${id}/pdf`)
  expect(later.bytes?.equals(kept.bytes ?? Buffer.alloc(0))).toBe(true)
  const then = await owner.get(`${path}/${id}/csv`)
  expect(then.text).toContain('A.7.3')
  expect(then.text).toContain(left.reason)
  expect((await owner.get(`${path}/${id}/xlsx`)).bytes?.subarray(0, 2).toString()).toBe('PK')
  expect(approvedSeq).toBeGreaterThan(0)

  // an earlier release made no workbook: it is made later, and what is kept stays
  await change(house.door, systemActor(owner.org, 'controls'), 'controls:read', async ({ tx, org }) => {
    await tx.deleteFrom('applicability_files').where('org_id', '=', org).where('format', '=', 'xlsx').execute()
    const subject = subjectRef('statement-of-applicability', id)
    return ok({ value: null, facts: [{ type: 'statement-of-applicability.filed', subject }] })
  })
  expect((await owner.get(`${path}/${id}/xlsx`)).body.kind).toBe('not-made-yet')
  await makeMissingStatementFiles({ ...aRun(owner.org), data: {} }, parts)
  expect((await owner.get(`${path}/${id}`)).body.files).toEqual(files)
})

test('an earlier instant shows the version of that day, byte for byte its files', async () => {
  const { owner, writer, approver } = await anOrganization()
  const first = await anApproved(writer, approver, ['A.7.3'])
  await house.jobs.drain()
  const { approvedSeq } = (await owner.get(`${path}/${first}`)).body
  const filed = async (id: string, at = '') => {
    const answers: Answer[] = []
    for (const format of ['pdf', 'docx', 'xlsx', 'csv'])
      answers.push(await owner.get(`${path}/${id}/${format}`, { 'assay-as-of': at }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    return Buffer.concat(answers.map(({ bytes }) => bytes ?? Buffer.alloc(0)))
  }
  const thatDay = await filed(first)
  await writer.post('/risks', { title: 'Stale data', controls: ['A.7.3'] })
  await aRunningControl(writer)
  const second = await aDraft(writer)
  await decided(writer, { statement: second, ref: 'A.7.3' }, wanted)
  const draftedAt = String((await owner.get('/session')).body.seq)
  await house.sealer.sealAll()
  const draft = await owner.get(`${path}/${second}/pdf`, { 'assay-as-of': draftedAt })
  expect(draft.status).toBe(200)
  expect((await approver.post(`${path}/${second}/approve`)).status).toBe(200)
  await house.sealer.sealAll()
  await house.jobs.drain()

  const then = String(approvedSeq)
  expect((await owner.get(`${path}?state=approved`, { 'assay-as-of': then })).body.items).toMatchObject([{ id: first }])
  expect((await filed(first, then)).equals(thatDay)).toBe(true)
  expect((await filed(first)).equals(thatDay)).toBe(true)
  expect((await filed(second)).equals(thatDay)).toBe(false)
  // the draft as it was before it was approved
  const again = await owner.get(`${path}/${second}/pdf`, { 'assay-as-of': draftedAt })
  expect(again.bytes?.equals(draft.bytes ?? Buffer.alloc(0))).toBe(true)
  expect((await owner.get(`${path}/${second}/pdf`, { 'assay-as-of': then })).status).toBe(404)
})

test('what touches a control in other frameworks is named with relation and basis, as worked out by hand', async () => {
  const { writer } = await anOrganization()
  const statement = await aDraft(writer)
  const control = await aRunningControl(writer, { requirements: [keyOf('A.6.2.4'), 'NIST-AI-RMF-1.0/MEASURE 2.5'] })
  const { id } = await rowOf(writer, statement, 'A.6.2.4')
  const { related } = (await writer.get(`${path}/${statement}/rows/${id}`)).body
  const found = (key: string) => related.find(({ to }: RelatedView) => to.key === key)
  expect(related).toHaveLength(17)
  expect(found('EU-AI-ACT/AIA-15')).toMatchObject({ relation: 'intersects', ownJudgement: true, controls: [] })
  expect(found('NIST-AI-RMF-1.0/MEASURE 2.5')).toMatchObject({
    relation: 'intersects',
    basis: 'nist-airc',
    ownJudgement: false,
    controls: [{ ref: `applied-control:${control}` }],
  })
  expect(JSON.stringify(related)).not.toMatch(/complian|\d ?%/i)
})

test('another organization sees and changes nothing', async () => {
  const { writer } = await anOrganization()
  const stranger = await house.organization('Another')
  const id = await aDraft(writer)
  const row = await rowOf(writer, id, 'A.2.2')
  expect((await stranger.get(`${path}/${id}`)).status).toBe(404)
  expect((await stranger.get(`${path}/${id}/pdf`)).status).toBe(404)
  expect((await stranger.get(`${path}/${id}/rows/${row.id}`)).status).toBe(404)
  expect((await stranger.patch(`${path}/${id}/rows/${row.id}`, 1, left)).status).toBe(404)
  expect((await stranger.post(`${path}/${id}/approve`)).status).toBe(404)
  expect((await stranger.get(path)).body.total).toBe(0)
  expect((await rowOf(writer, id, 'A.2.2')).version).toBe(1)
})
