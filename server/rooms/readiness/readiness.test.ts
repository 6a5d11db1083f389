import { expect, test } from 'vitest'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { readSituation } from '../../app/situation.ts'
import { words } from '../impact-assessments/model.ts'
import { readiness } from './index.ts'

const house = await openTestHouse()
const owner = await house.organization()

type Row = { ref: string; level: string; reasons: { text: string; cites: { ref: string; name: string }[] }[] }

async function findingOf(member: Member, ref: string, asOf?: number): Promise<Row> {
  const headers = asOf === undefined ? {} : { 'assay-as-of': String(asOf) }
  const { items } = (await member.get('/readiness', headers)).body
  return items.find((item: Row) => item.ref === ref)
}

const seqOf = async (member: Member): Promise<number> => (await member.get('/session')).body.seq

/** Records that prove 4.2: affected people as an interested party, with what they require. */
async function recordParties(member: Member): Promise<string> {
  const party = await member.post('/interested-parties', { name: 'Loan applicants', kind: 'affected-people' })
  const statement = 'Are told why they were refused'
  await member.post(`/interested-parties/${party.body.id}/requirements`, {
    statement,
    basis: 'law',
    decision: 'taken-on',
  })
  return party.body.id
}

test('a new organization proves nothing, and each finding says why and what to do', async () => {
  const { status, body } = await owner.get('/readiness')
  expect(status).toBe(200)
  expect(body).toMatchObject({ total: 70, rulesVersion: expect.any(String), today: expect.any(String) })
  expect(body.counts.missing + body.counts['not-yet-recorded']).toBe(70)
  for (const { reasons, next } of body.items) {
    expect(reasons.length).toBeGreaterThan(0)
    expect(next).not.toBe('')
  }
  expect(JSON.stringify(body)).not.toMatch(/percent|score/i)
})

test('a finding follows the records at once, and cites them', async () => {
  const member = await house.organization()
  expect((await findingOf(member, '4.2')).level).toBe('missing')
  const party = await recordParties(member)
  const finding = await findingOf(member, '4.2')
  expect(finding.level).toBe('documented')
  expect(finding.reasons[0]?.cites).toEqual([{ ref: `interested-party:${party}`, name: 'Loan applicants' }])
  await member.post(`/interested-parties/${party}/withdraw`, { reason: 'Entered twice' })
  expect((await findingOf(member, '4.2')).level).toBe('missing')
})

test('evidence proves something when another person has reviewed it, and only where it is attached', async () => {
  const member = await house.organization()
  const second = await house.join(member, ['approver'])
  const attached = await member.post('/evidence', {
    title: 'Goals of the board for the use of AI',
    happenedOn: '2026-01-10',
    subjects: ['requirement:ISO-42001-2023/A.9.3', 'requirement:ISO-42001-2023/6.1.1'],
    content: { kind: 'link', url: 'https://example.org/goals' },
  })
  expect(attached.status).toBe(201)
  expect((await findingOf(member, 'A.9.3')).level).toBe('not-yet-recorded')
  expect((await second.post(`/evidence/${attached.body.id}/review`, { decision: 'accepted' })).status).toBe(200)
  const finding = await findingOf(member, 'A.9.3')
  expect(finding.level).toBe('documented')
  expect(finding.reasons[0]?.cites[0]?.name).toBe('Goals of the board for the use of AI')
  // its own records are kept here, so no file stands in for them
  expect((await findingOf(member, '6.1.1')).level).toBe('missing')
})

test('an impact assessment that was decided raises what rests on it, and one that is open again or overdue lowers it', async () => {
  const member = await house.organization()
  const approver = await house.join(member, ['approver'])
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const system = (await member.post('/ai-systems', { name: 'Chatbot' })).body.id
  expect(await findingOf(member, '8.4')).toMatchObject({ level: 'missing' })
  const { id } = (await member.post('/impact-assessments', { system })).body
  const screening = Object.fromEntries(words.screeningQuestions.map((one) => [one, 'no']))
  const answers = { screening, summary: 'Opening hours.', decisionReason: 'Nothing applies.', decision: 'go' }
  await member.patch(`/impact-assessments/${id}`, 1, { ...answers, reviewDueOn: later(9) })
  await member.post(`/impact-assessments/${id}/submit`, {})
  expect(await findingOf(member, '8.4')).toMatchObject({ level: 'missing' })
  expect((await approver.post(`/impact-assessments/${id}/approve`, {})).status).toBe(200)
  expect(await findingOf(member, '8.4')).toMatchObject({ level: 'implemented', stale: false })
  const again = { note: 'Nothing changed.', reviewDueOn: later(9) }
  expect((await approver.post(`/impact-assessments/${id}/reaffirm`, again)).status).toBe(200)
  expect(await findingOf(member, '8.4')).toMatchObject({ level: 'operating', stale: false })
  await member.post(`/impact-assessments/${id}/reopen`, { kind: 'incident', reason: 'A wrong answer.' })
  const open = await findingOf(member, '8.4')
  expect(open).toMatchObject({ level: 'implemented', stale: false })
  expect(open.reasons.find(({ text }) => text === 'To be looked at again: Chatbot.')?.cites).toEqual([
    { ref: `impact-assessment:${id}`, name: 'Chatbot' },
  ])
  await approver.post(`/impact-assessments/${id}/reaffirm`, again)
  const inTenDays = await look(house, member, (tx, org) => readSituation(tx, org, later(10)))
  expect(readiness(inTenDays).find(({ ref }) => ref === '8.4')).toMatchObject({ level: 'implemented', stale: true })
})

test('what a person declares is shown as declared, with the disagreement', async () => {
  const member = await house.organization()
  const { id } = (await member.post('/gap-assessments', { name: 'First' })).body
  await member.patch(`/gap-assessments/${id}/answers/4.2`, 0, { level: 'operating', note: 'We all know them.' })
  expect(await findingOf(member, '4.2')).toMatchObject({
    level: 'missing',
    declared: { level: 'operating', note: 'We all know them.', ref: `gap-assessment:${id}` },
    disagreement: 'declared-above',
  })
})

test('one clause tells its levels, what proves each, and which Assay keeps records of', async () => {
  const { body } = await owner.get('/readiness/4.4')
  expect(body.finding).toMatchObject({ ref: '4.4', kind: 'clause', level: 'missing' })
  expect(body.steps.map(({ recorded }: { recorded: boolean }) => recorded)).toEqual([true, false, false, false])
  expect(body.interval).toMatchObject({ months: 12 })
  expect(body.moves).toEqual([expect.objectContaining({ day: body.today, standing: 'missing' })])
  expect(body.records).toEqual(['document', 'process'])
  expect((await owner.get('/readiness/4')).status).toBe(404)
})

test('as of an earlier entry the findings are what they were, and the same question keeps its answer', async () => {
  const member = await house.organization()
  const before = await seqOf(member)
  await recordParties(member)
  const first = (await member.get('/readiness', { 'assay-as-of': String(before) })).body
  expect((await findingOf(member, '4.2', before)).level).toBe('missing')
  await member.post('/interested-parties', { name: 'Supervisor', kind: 'regulator' })
  const again = (await member.get('/readiness', { 'assay-as-of': String(before) })).body
  expect(again).toEqual(first)
})

test('tells which clauses and controls stand elsewhere than after an earlier entry', async () => {
  const member = await house.organization()
  const since = await seqOf(member)
  expect((await member.get(`/readiness/changes?since=${since}`)).body).toMatchObject({ total: 0 })
  await recordParties(member)
  const { body } = await member.get(`/readiness/changes?since=${since}`)
  expect(body.items).toEqual([expect.objectContaining({ ref: '4.2', from: 'missing', to: 'documented' })])
  expect((await member.get('/readiness/changes?since=9999')).body.kind).toBe('not-yet')
})

test('the history ends with today, computed just now', async () => {
  const { body } = await owner.get('/readiness/history')
  expect(body.items.at(-1)).toMatchObject({ live: true, counts: { effective: 0 } })
  const past = await owner.get('/readiness/history?from=2020-01-01&to=2020-02-01')
  expect(past.body).toEqual({ items: [], total: 0 })
  expect((await owner.get('/readiness/history?from=2020-02-01&to=2020-01-01')).status).toBe(400)
})

test('another organization reads its own findings and nothing of this one', async () => {
  const [member, stranger] = [await house.organization(), await house.organization()]
  await recordParties(member)
  expect((await findingOf(stranger, '4.2')).level).toBe('missing')
})

test('an employee may not read findings, and an auditor may', async () => {
  const employee = await house.join(owner, ['employee'])
  const auditor = await house.join(owner, ['external-auditor'])
  expect((await employee.get('/readiness')).status).toBe(403)
  expect((await auditor.get('/readiness')).status).toBe(200)
})
