import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it, test } from 'vitest'
import { unzipSync } from 'fflate'
import type { OrganizationId } from '#kernel/id.ts'
import { openBlobs } from '#platform/blobs/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { type Answer, type Member, openTestHouse } from '../../../test/house.ts'
import { gapReading } from '../../app/gap-reading.ts'
import { madeFromIn } from '../../app/made-from.ts'
import { systemActor } from '../../app/system-actor.ts'
import { makeGapReport } from './make.ts'
import { stopPdf } from '#platform/documents/index.ts'
import { asDay } from '#platform/today.ts'

const house = await openTestHouse()
afterAll(stopPdf)
const note = 'The board saw it in May.'

/** An organization with an interview in which one answer says more than the records show, and its report. */
async function aReport(request: object = {}): Promise<{ member: Member; id: string }> {
  const member = await house.organization('Northbank Lending plc')
  const { id: assessment } = (await member.post('/gap-assessments', { name: 'First look' })).body
  await member.patch(`/gap-assessments/${assessment}/answers/4.1`, 0, { level: 'operating', note })
  return { member, id: await made(member, request) }
}

/** Asks for a report, and has the log sealed and the work done as a running house would. */
async function made(member: Member, request: object = {}): Promise<string> {
  const asked = await member.post('/reports/gap', request)
  expect(asked.status, asked.text).toBe(202)
  await house.sealer.sealAll()
  await house.jobs.drain()
  const job = (await member.get(`/jobs/${asked.body.job}`)).body
  expect(job).toMatchObject({ state: 'done', result: { href: `/reports/${asked.body.id}` } })
  return asked.body.id
}

// oxlint-disable-next-line typescript/no-explicit-any -- what is looked at is asserted
async function read(member: Member, id: string): Promise<any> {
  return (await member.get(`/reports/${id}`)).body
}

function bytesOf({ bytes }: Answer): Buffer {
  if (!bytes) throw new Error('an answer without content')
  return bytes
}

/** All text without white space, which a reader of PDF has to guess anyway. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const content = await (await file.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return tight(pages.join(''))
}

function tight(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

async function factsOf(org: OrganizationId): Promise<string[]> {
  const facts = await inOrganization(house.door.pool, org, (tx) =>
    tx.selectFrom('facts').select('type').where('org_id', '=', org).orderBy('seq').orderBy('position').execute(),
  )
  return facts.map(({ type }) => type)
}

describe('a gap report', () => {
  it('states the entry, instant and checkpoint that it was made from, and keeps its files by their hash', async () => {
    const { member, id } = await aReport()
    const report = await read(member, id)
    expect(report).toMatchObject({ kind: 'gap', state: 'made', title: 'Gap report', askedBy: { id: member.person } })
    expect(report.formats).toEqual(['pdf', 'docx', 'csv', 'json'])
    expect(report.checkpointRoot).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(report.checkpointSize).toBeGreaterThanOrEqual(report.seq)
    for (const { format, sha256, size, href } of report.files) {
      const file = await member.get(href)
      expect(bytesOf(file).length, format).toBe(size)
      expect(createHash('sha256').update(bytesOf(file)).digest('hex')).toBe(sha256)
    }
    expect(await factsOf(member.org)).toEqual(expect.arrayContaining(['report.asked-for', 'report.made']))
  })

  it('says in its PDF whose it is, what was found, from what, and who alone certifies', async () => {
    const { member, id } = await aReport({ formats: ['pdf'] })
    const report = await read(member, id)
    const file = await member.get(`/reports/${id}/pdf`)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(String(file.headers['content-disposition'])).toContain(`entry%20${report.seq}.pdf`)
    const text = await textOf(bytesOf(file))
    for (const words of [
      'Gap report against ISO/IEC 42001:2023',
      'Northbank Lending plc',
      `entry ${report.seq}`,
      report.logOrigin,
      report.checkpointRoot,
      'Signed checkpoint',
      'Summary for management',
      'Of 70 clauses and controls, records show:',
      'declared: operating',
      note,
      'declared above what the records show',
      'A.10.4',
      'No plan has been adopted yet',
      'only an accredited certification body decides on certification',
    ]) {
      expect(text, words).toContain(tight(words))
    }
    expect(text).not.toContain('%')
    expect(text.toLowerCase()).not.toMatch(/guarantee|willbecertified|compliant/)
  })

  it('holds the same in DOCX, a row a requirement in CSV, and everything in JSON', async () => {
    const { member, id } = await aReport()
    const { seq, logOrigin } = await read(member, id)
    const docx = unzipSync(bytesOf(await member.get(`/reports/${id}/docx`)))
    expect(Buffer.from(docx['word/document.xml'] ?? '').toString()).toContain('Summary for management')

    const csv = (await member.get(`/reports/${id}/csv`)).text
    expect(csv.match(/^(\d+(\.\d+)*|A\.\d+(\.\d+)*),/gm)).toHaveLength(70)
    expect(csv).toContain(`${seq},`)

    const json = JSON.parse((await member.get(`/reports/${id}/json`)).text)
    expect(json).toMatchObject({
      format: 'assay-gap-report/1',
      organization: 'Northbank Lending plc',
      madeFrom: { seq, logOrigin },
      plan: null,
      assessment: null,
    })
    const counted: number[] = Object.values(json.summary.counts)
    expect(counted.reduce((sum, number) => sum + number, 0)).toBe(70)
    expect(json.findings[0]).toMatchObject({
      ref: '4.1',
      title: expect.any(String),
      group: '4',
      level: 'missing',
      declared: { level: 'operating', note, by: 'Olive Owner', on: asDay(new Date()) },
      disagreement: 'declared-above',
    })
    expect(json.summary.biggestGaps[0].missing).toBeGreaterThan(0)
  })

  it('shows nothing that was recorded after it was asked for', async () => {
    const member = await house.organization()
    const asked = (await member.post('/reports/gap', { formats: ['json'] })).body
    const { id } = (await member.post('/gap-assessments', { name: 'Later' })).body
    await member.patch(`/gap-assessments/${id}/answers/4.1`, 0, { level: 'operating', note })
    await house.sealer.sealAll()
    await house.jobs.drain()
    const report = JSON.parse((await member.get(`/reports/${asked.id}/json`)).text)
    expect(report.findings[0].declared).toBeNull()
  })

  it('carries the adopted plan with its milestones, owners and what is done', async () => {
    const member = await house.organization()
    const request = { schedule: { direction: 'forwards', start: asDay(new Date()) }, size: { people: 40, systems: 3 } }
    const { id: plan } = (await member.post('/plans', { name: 'Road of 2027', request })).body
    await member.post(`/plans/${plan}/adopt`)
    const report = await made(member, { formats: ['json', 'pdf'] })
    const json = JSON.parse((await member.get(`/reports/${report}/json`)).text)
    expect(json.plan).toMatchObject({ id: plan, name: 'Road of 2027' })
    expect(json.plan.tasks[0]).toMatchObject({ owner: 'Olive Owner', state: 'planned', critical: true })
    const text = await textOf(bytesOf(await member.get(`/reports/${report}/pdf`)))
    expect(text).toContain(tight('Road of 2027'))
    expect(text).toContain(tight('Operate and keep records'))
  })

  it('prints the frozen findings of a concluded assessment', async () => {
    const member = await house.organization()
    const { id: assessment } = (await member.post('/gap-assessments', { name: 'Spring round' })).body
    await member.patch(`/gap-assessments/${assessment}/answers/4.1`, 0, { level: 'documented', note })
    await member.post(`/gap-assessments/${assessment}/conclude`, { summary: 'We begin.', leaveUnanswered: true })
    const id = await made(member, { formats: ['json'], assessment })
    expect(await read(member, id)).toMatchObject({
      title: 'Gap report, Spring round',
      assessment: `gap-assessment:${assessment}`,
    })
    const report = JSON.parse((await member.get(`/reports/${id}/json`)).text)
    expect(report.assessment).toMatchObject({ id: assessment, name: 'Spring round', summary: 'We begin.' })
    expect(report.findings[0].declared).toMatchObject({ level: 'documented', note })
  })

  it('made a second time, as after a crash, stays as it was', async () => {
    const { member, id } = await aReport({ formats: ['csv'] })
    const first = await read(member, id)
    await makeUnsealed(member, { report: id, job: first.job })
    expect(await read(member, id)).toEqual(first)
  })

  it('made while the log is not sealed says which entries its checkpoint fixes', async () => {
    const member = await house.organization()
    await house.sealer.sealAll()
    const { id, job } = (await member.post('/reports/gap', { formats: ['json', 'pdf'] })).body
    await makeUnsealed(member, { report: id, job })
    const report = await read(member, id)
    expect(report.checkpointSize).toBeLessThan(report.seq)
    const text = await textOf(bytesOf(await member.get(`/reports/${id}/pdf`)))
    expect(text).toContain(tight(`fixes entries up to ${report.checkpointSize}; a later one of the log fixes`))
  })
})

/** Does the work of a report without waiting for a checkpoint. */
async function makeUnsealed(member: Member, data: { report: string; job: string }): Promise<void> {
  await makeGapReport(
    {
      data,
      org: () => member.org,
      organizations: () => Promise.resolve([member.org]),
      progress: () => Promise.resolve(),
      cancelled: () => false,
    },
    {
      door: house.door,
      blobs: openBlobs({ folder: join(house.config.data, 'blobs'), limit: house.config.uploadLimit }),
      reading: gapReading,
      madeFrom: madeFromIn(house.config.url),
      actor: (org) => systemActor(org, 'reports'),
      patience: 0,
    },
  )
}

describe('a report is refused', () => {
  it.each<[string, object, number, string]>([
    ['in no format', { formats: [] }, 400, 'invalid'],
    ['in a format that there is not', { formats: ['xml'] }, 400, 'invalid'],
    ['of an assessment that is not there', { assessment: crypto.randomUUID() }, 422, 'no-such-reference'],
  ])('%s', async (_, request, status, kind) => {
    const member = await house.organization()
    expect(await member.post('/reports/gap', request)).toMatchObject({ status, body: { kind } })
    expect((await member.get('/reports')).body.total).toBe(0)
  })

  it('of an assessment that is not concluded', async () => {
    const member = await house.organization()
    const { id: assessment } = (await member.post('/gap-assessments', { name: 'Open' })).body
    const refused = await member.post('/reports/gap', { assessment })
    expect(refused).toMatchObject({ status: 409, body: { kind: 'not-concluded' } })
  })

  it('in a format that was not asked for', async () => {
    const { member, id } = await aReport({ formats: ['csv'] })
    expect(await member.get(`/reports/${id}/pdf`)).toMatchObject({ status: 404, body: { kind: 'no-such-file' } })
    expect((await member.get(`/reports/${id}/xml`)).status).toBe(400)
  })
})

test('a report that was called off is not made', async () => {
  const member = await house.organization()
  const { id, job } = (await member.post('/reports/gap', { formats: ['csv'] })).body
  await member.post(`/jobs/${job}/cancel`)
  await house.jobs.drain()
  expect(await read(member, id)).toMatchObject({ state: 'not-made', files: [] })
  expect((await member.post(`/reports/${id}/withdraw`, { reason: 'x' })).body.kind).toBe('not-made-yet')
})

test('a report can be withdrawn with a reason and reinstated; its files stay', async () => {
  const { member, id } = await aReport({ formats: ['csv'] })
  expect((await member.post(`/reports/${id}/reinstate`)).body.kind).toBe('not-withdrawn')
  expect((await member.post(`/reports/${id}/withdraw`, { reason: 'Wrong organization name' })).status).toBe(200)
  expect(await read(member, id)).toMatchObject({ state: 'withdrawn', reason: 'Wrong organization name' })
  expect((await member.post(`/reports/${id}/withdraw`, { reason: 'x' })).body.kind).toBe('already-withdrawn')
  expect((await member.get(`/reports/${id}/csv`)).status).toBe(200)
  expect((await member.post(`/reports/${id}/reinstate`)).status).toBe(200)
  expect(await read(member, id)).toMatchObject({ state: 'made', reason: null })
  // and so can many at once, but for one that is not made yet
  const { id: asked } = (await member.post('/reports/gap', { formats: ['csv'] })).body
  const rows = await Promise.all(
    [id, asked].map(async (one) => ({ id: one, version: (await read(member, one)).version })),
  )
  const order = { change: 'withdraw', given: { reason: 'Wrong organization name' }, rows, partial: true }
  const done = (await member.post('/reports/bulk-edits', order)).body
  expect(done).toMatchObject({ changed: 1, refused: [{ id: asked, why: expect.stringContaining('not made yet') }] })
  expect((await member.post(`/reports/bulk-edits/${done.id}/undo`)).body).toEqual({ undone: 1, kept: [] })
  expect(await read(member, id)).toMatchObject({ state: 'made', reason: null })
  expect(await factsOf(member.org)).toEqual(expect.arrayContaining(['report.withdrawn', 'report.reinstated']))
})

test('reports are listed in pages, and the past lists those of then', async () => {
  const { member, id } = await aReport({ formats: ['csv'] })
  const { seq } = await read(member, id)
  await made(member, { formats: ['csv'] })
  const first = (await member.get('/reports?limit=1')).body
  expect(first).toMatchObject({ total: 2, next: expect.any(String) })
  expect((await member.get(`/reports?limit=1&cursor=${first.next}`)).body.items).toMatchObject([{ id }])
  const past = (await member.get('/reports', { 'assay-as-of': String(seq) })).body
  expect(past.items).toMatchObject([{ id, state: 'not-made' }])
})

test('an external auditor reads reports and makes none; an employee sees none', async () => {
  const { member, id } = await aReport({ formats: ['csv'] })
  const auditor = await house.join(member, ['external-auditor'])
  expect((await auditor.get(`/reports/${id}/csv`)).status).toBe(200)
  expect((await auditor.post('/reports/gap')).status).toBe(403)
  expect((await auditor.post(`/reports/${id}/withdraw`, { reason: 'x' })).status).toBe(403)
  const employee = await house.join(member, ['employee'])
  expect((await employee.get('/reports')).status).toBe(403)
})

test('another organization sees and changes nothing', async () => {
  const { member, id } = await aReport({ formats: ['csv'] })
  const stranger = await house.organization()
  expect((await stranger.get('/reports')).body.total).toBe(0)
  const answers = [
    await stranger.get(`/reports/${id}`),
    await stranger.get(`/reports/${id}/csv`),
    await stranger.post(`/reports/${id}/withdraw`, { reason: 'x' }),
    await stranger.post(`/reports/${id}/reinstate`),
  ]
  for (const { status, body } of answers) expect([status, body.kind]).toEqual([404, 'not-found'])
  expect((await read(member, id)).state).toBe('made')
})
