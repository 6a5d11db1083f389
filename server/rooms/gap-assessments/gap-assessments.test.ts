import { expect, test } from 'vitest'
import type { OrganizationId } from '#kernel/id.ts'
import { inOrganization } from '#platform/operational.ts'
import { type Member, openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()

/** An organization of its own with one open assessment, since only one is open at a time. */
async function anAssessment(): Promise<{ owner: Member; id: string; at: string }> {
  const founder = await house.organization()
  const started = await founder.post('/gap-assessments', { name: 'Where do we stand' })
  expect(started.status).toBe(201)
  const { id } = started.body
  return { owner: founder, id, at: `/gap-assessments/${id}` }
}

const aNote = 'Issues are in the board paper of May.'

async function questionOf(member: Member, at: string, ref: string) {
  const { items } = (await member.get(`${at}/questions`)).body
  return items.find((item: { ref: string }) => item.ref === ref)
}

async function factsOf(org: OrganizationId): Promise<string[]> {
  const facts = await inOrganization(house.door.pool, org, (tx) =>
    tx.selectFrom('facts').select('type').where('org_id', '=', org).orderBy('seq').orderBy('position').execute(),
  )
  return facts.map(({ type }) => type)
}

test('asks every clause and control once, with what an auditor asks to see and what the records prove', async () => {
  const { owner: founder, at } = await anAssessment()
  const { items, total } = (await founder.get(`${at}/questions`)).body
  expect(total).toBe(70)
  expect(items.filter(({ kind }: { kind: string }) => kind === 'clause')).toHaveLength(32)
  expect(items[0]).toMatchObject({
    ref: '4.1',
    group: { ref: '4' },
    version: 0,
    answer: null,
    proven: { level: 'missing', stale: false },
  })
  expect(items.at(-1)).toMatchObject({ ref: 'A.10.4', group: { ref: 'A.10' } })
})

test('an answer is kept with its note, person and instant, beside what the records prove', async () => {
  const { owner: founder, at } = await anAssessment()
  const answered = await founder.patch(`${at}/answers/4.1`, 0, { level: 'operating', note: aNote })
  expect(answered.body).toEqual({ ref: '4.1', version: 1 })
  expect(await questionOf(founder, at, '4.1')).toMatchObject({
    version: 1,
    answer: { level: 'operating', note: aNote, by: { id: founder.person } },
    proven: { level: 'missing' },
    disagreement: 'declared-above',
  })
  expect(await factsOf(founder.org)).toEqual(
    expect.arrayContaining(['gap-assessment.started', 'gap-assessment.answered', 'gap-answer.given']),
  )
})

test('an answer about something that Assay keeps no records of disagrees with nothing', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/10.2`, 0, { level: 'operating', note: 'Every cause was looked for.' })
  expect(await questionOf(founder, at, '10.2')).toMatchObject({
    proven: { level: 'not-yet-recorded' },
    disagreement: null,
  })
})

test('refuses an answer without a note', async () => {
  const { owner: founder, at } = await anAssessment()
  const refused = await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: '   ' })
  expect(refused.status).toBe(400)
  expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'note' })])
})

test('refuses not applicable for a clause, and takes it for a control', async () => {
  const { owner: founder, at } = await anAssessment()
  const note = 'No risk calls for it and nobody asks for it.'
  const refused = await founder.patch(`${at}/answers/9.2.1`, 0, { level: 'not-applicable', note })
  expect(refused).toMatchObject({ status: 422, body: { kind: 'clause-cannot-be-excluded' } })
  expect((await founder.patch(`${at}/answers/A.7.6`, 0, { level: 'not-applicable', note })).status).toBe(200)
})

test('refuses a level that the clause cannot reach, and names those it can', async () => {
  const { owner: founder, at } = await anAssessment()
  const refused = await founder.patch(`${at}/answers/4.1`, 0, { level: 'effective', note: aNote })
  expect(refused).toMatchObject({ status: 422, body: { kind: 'level-not-reachable' } })
  expect(refused.body.problems[0].message).toContain('missing, documented, operating')
})

test('refuses a clause that the interview does not have', async () => {
  const { owner: founder, at } = await anAssessment()
  const refused = await founder.patch(`${at}/answers/6.1`, 0, { level: 'documented', note: aNote })
  expect(refused).toMatchObject({ status: 404, body: { kind: 'no-such-question' } })
})

test('of two people who answer at once the second is told', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/5.2`, 0, { level: 'documented', note: 'First' })
  const late = await founder.patch(`${at}/answers/5.2`, 0, { level: 'missing', note: 'Second' })
  expect(late).toMatchObject({ status: 412, body: { kind: 'stale', currentVersion: 1 } })
})

test('an answer can be taken back, once', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/5.2`, 0, { level: 'documented', note: 'First' })
  expect((await founder.delete(`${at}/answers/5.2`, 1)).body).toEqual({ ref: '5.2', version: 2 })
  expect((await questionOf(founder, at, '5.2')).answer).toBeNull()
  expect((await founder.delete(`${at}/answers/5.2`, 2)).body.kind).toBe('not-answered')
})

test('questions are shared out; whoever was asked answers those and sees no others', async () => {
  const { owner: founder, id, at } = await anAssessment()
  const employee = await house.join(founder, ['employee'])
  expect((await employee.get('/gap-assessments')).body.total).toBe(0)
  expect((await employee.get(at)).status).toBe(404)
  const refs = ['7.3', 'A.9.2']
  const assigned = await founder.post(`${at}/assign`, { refs, person: employee.person })
  expect(assigned.body).toEqual({ id, assigned: 2 })
  const mine = (await employee.get(`${at}/questions`)).body
  expect(mine.items.map(({ ref }: { ref: string }) => ref)).toEqual(refs)

  const note = 'All of us were told in May.'
  expect((await employee.patch(`${at}/answers/7.3`, 1, { level: 'documented', note })).status).toBe(200)
  expect((await employee.patch(`${at}/answers/7.4`, 0, { level: 'documented', note })).body.kind).toBe('forbidden')
  const { progress, answered, questions } = (await founder.get(at)).body
  expect({ answered, questions }).toEqual({ answered: 1, questions: 70 })
  expect(progress).toEqual([
    expect.objectContaining({
      person: expect.objectContaining({ id: employee.person }),
      asked: 2,
      answered: 1,
      open: ['A.9.2'],
    }),
    expect.objectContaining({ person: null, asked: 68, answered: 0 }),
  ])
  expect((await founder.post(`${at}/assign`, { refs, person: null })).status).toBe(200)
  expect((await employee.get(at)).status).toBe(404)
})

test('refuses to ask somebody who has no place here, an external auditor, or about nothing there is', async () => {
  const { owner: founder, at } = await anAssessment()
  const auditor = await house.join(founder, ['external-auditor'])
  for (const person of [owner.person, auditor.person]) {
    const refused = await founder.post(`${at}/assign`, { refs: ['4.1'], person })
    expect(refused).toMatchObject({ status: 422, body: { problems: [expect.objectContaining({ path: 'person' })] } })
  }
  const refused = await founder.post(`${at}/assign`, { refs: ['4.1', '6.1'], person: founder.person })
  expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'refs.1' })])
})

test('only managers steer an assessment', async () => {
  const { owner: founder, at } = await anAssessment()
  const contributor = await house.join(founder, ['contributor'])
  expect((await contributor.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })).status).toBe(200)
  expect((await contributor.post(`${at}/conclude`, { leaveUnanswered: true })).status).toBe(403)
})

test('refuses a second open assessment of the same framework, and one without an interview', async () => {
  const { owner: founder, id } = await anAssessment()
  const second = await founder.post('/gap-assessments', { name: 'Another' })
  expect(second).toMatchObject({ status: 409, body: { kind: 'another-is-open', open: id } })
  const other = await founder.post('/gap-assessments', { name: 'NIST', framework: 'NIST-AI-RMF-1.0' })
  expect(other).toMatchObject({ status: 422, body: { kind: 'no-interview' } })
})

test('concluding freezes what was declared and what was proven, with its entry and rules', async () => {
  const { owner: founder, at } = await anAssessment()
  expect((await founder.post(`${at}/conclude`, {})).body.kind).toBe('nothing-answered')
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  const left = await founder.post(`${at}/conclude`, {})
  expect(left.body.kind).toBe('unanswered')
  expect(left.body.unanswered).toHaveLength(69)
  expect((await founder.get(`${at}/findings`)).body.kind).toBe('not-concluded')

  const concluded = await founder.post(`${at}/conclude`, { leaveUnanswered: true, summary: 'A beginning.' })
  expect(concluded.status).toBe(200)
  const findings = (await founder.get(`${at}/findings`)).body
  expect(findings).toMatchObject({ seq: concluded.body.seq, total: 70, rulesVersion: expect.any(String) })
  expect(findings.items[0]).toMatchObject({
    ref: '4.1',
    declared: 'documented',
    note: aNote,
    proven: 'missing',
    disagreement: 'declared-above',
  })
  expect(findings.items[1]).toMatchObject({ ref: '4.2', declared: null, disagreement: null })
  for (const { reasons } of findings.items) expect(reasons.length).toBeGreaterThan(0)
})

test('a concluded assessment takes no answer until somebody reopens it with a reason', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  await founder.post(`${at}/conclude`, { leaveUnanswered: true })
  const late = await founder.patch(`${at}/answers/4.2`, 0, { level: 'documented', note: aNote })
  expect(late.body).toMatchObject({ kind: 'not-open', state: 'concluded' })
  expect((await founder.post(`${at}/assign`, { refs: ['4.2'], person: founder.person })).body.kind).toBe('not-open')
  expect((await founder.post(`${at}/reopen`, { reason: ' ' })).status).toBe(400)
  expect((await founder.post(`${at}/reopen`, { reason: 'Two answers were wrong' })).status).toBe(200)
  expect((await founder.post(`${at}/reopen`, { reason: 'Again' })).body.kind).toBe('already-open')
  expect((await founder.patch(`${at}/answers/4.2`, 0, { level: 'documented', note: aNote })).status).toBe(200)
  expect((await founder.get(at)).body).toMatchObject({ state: 'open', reason: 'Two answers were wrong' })
})

test('a withdrawn assessment counts no more, and its answers come back when it is reopened', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  expect((await founder.post(`${at}/withdraw`, { reason: 'Started twice' })).status).toBe(200)
  expect((await founder.post(`${at}/withdraw`, { reason: 'Again' })).body.kind).toBe('already-withdrawn')
  const next = await founder.post('/gap-assessments', { name: 'The right one' })
  expect((await questionOf(founder, `/gap-assessments/${next.body.id}`, '4.1')).previous).toBeNull()
  expect((await founder.post(`${at}/reopen`, { reason: 'It was the right one' })).body.kind).toBe('another-is-open')
  await founder.post(`/gap-assessments/${next.body.id}/withdraw`, { reason: 'Not this one' })
  expect((await founder.post(`${at}/reopen`, { reason: 'It was the right one' })).status).toBe(200)
  expect((await questionOf(founder, at, '4.1')).answer).toMatchObject({ level: 'documented' })
})

test('a later assessment shows what was answered before, and takes nothing over', async () => {
  const { owner: founder, id, at } = await anAssessment()
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  await founder.post(`${at}/conclude`, { leaveUnanswered: true })
  const second = await founder.post('/gap-assessments', { name: 'A year later' })
  const question = await questionOf(founder, `/gap-assessments/${second.body.id}`, '4.1')
  expect(question).toMatchObject({ answer: null, previous: { level: 'documented', note: aNote, assessment: { id } } })
})

test('is renamed at the version that was looked at', async () => {
  const { owner: founder, at } = await anAssessment()
  expect((await founder.patch(at, 1, { name: 'Spring' })).status).toBe(200)
  expect((await founder.patch(at, 1, { name: 'Summer' })).body).toMatchObject({ kind: 'stale', currentVersion: 2 })
  expect((await founder.get(at)).body.name).toBe('Spring')
})

test('another organization sees and changes nothing', async () => {
  const { owner: founder, at } = await anAssessment()
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  const reads = [at, `${at}/questions`, `${at}/findings`]
  for (const path of reads) expect((await owner.get(path)).status).toBe(404)
  const reason = 'Mine now'
  const writes = [
    await owner.patch(at, 1, { name: reason }),
    await owner.patch(`${at}/answers/4.1`, 1, { level: 'missing', note: reason }),
    await owner.delete(`${at}/answers/4.1`, 1),
    await owner.post(`${at}/assign`, { refs: ['4.1'], person: null }),
    await owner.post(`${at}/conclude`, { leaveUnanswered: true }),
    await owner.post(`${at}/reopen`, { reason }),
    await owner.post(`${at}/withdraw`, { reason }),
  ]
  expect(writes.map(({ status }) => status)).toEqual(writes.map(() => 404))
  expect(await questionOf(founder, at, '4.1')).toMatchObject({ version: 1, answer: { level: 'documented' } })
})

test('as of an earlier entry the answer is not there yet', async () => {
  const { owner: founder, at } = await anAssessment()
  const before = String((await founder.get('/session')).body.seq)
  await founder.patch(`${at}/answers/4.1`, 0, { level: 'documented', note: aNote })
  const then = (await founder.get(`${at}/questions`, { 'assay-as-of': before })).body.items[0]
  expect(then).toMatchObject({ ref: '4.1', answer: null })
  const written = await founder.post(`${at}/withdraw`, { reason: 'Late' }, { 'assay-as-of': before })
  expect(written.body.kind).toBe('past-is-read-only')
})

test('a list pages and counts every assessment', async () => {
  const { owner: founder, id } = await anAssessment()
  await founder.post(`/gap-assessments/${id}/withdraw`, { reason: 'Not this one' })
  await founder.post('/gap-assessments', { name: 'The second' })
  const first = (await founder.get('/gap-assessments?limit=1')).body
  expect(first).toMatchObject({ total: 2, items: [{ name: 'The second', answered: 0, questions: 70 }] })
  const second = (await founder.get(`/gap-assessments?limit=1&cursor=${first.next}`)).body
  expect(second).toMatchObject({ next: null, items: [{ id, state: 'withdrawn' }] })
  expect((await founder.get('/gap-assessments?state=open')).body.total).toBe(1)
})
