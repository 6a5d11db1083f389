import { expect, test } from 'vitest'
import { type Member, openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()

type Step = { kind: string; title: string; why: string; about: string | null; page: string | null }

const homeOf = async (member: Member) => (await member.get('/home')).body

test('an empty organization is told the four steps with which one begins, in their order', async () => {
  const member = await house.organization()
  const { start, next, standing, changes } = await homeOf(member)
  const pages = ['screening', 'ai-systems', 'gap-assessments', 'plans']
  expect(start.map(({ page }: Step) => page)).toEqual(pages)
  expect(start.every(({ done }: { done: boolean }) => !done)).toBe(true)
  expect(next.items.slice(0, 4).map(({ page }: Step) => page)).toEqual(pages)
  for (const { title, why } of next.items) expect([title, why]).not.toContain('')
  expect(standing.counts.missing + standing.counts['not-yet-recorded']).toBe(70)
  expect(standing.points.at(-1)).toMatchObject({ live: true, counts: standing.counts })
  expect(changes).toMatchObject({ since: 0, moved: [] })
})

test('a step that is done is no longer next', async () => {
  const member = await house.organization()
  const { id } = (await member.post('/gap-assessments', { name: 'First' })).body
  await member.patch(`/gap-assessments/${id}/answers/4.1`, 0, { level: 'documented', note: 'In the board paper.' })
  const { start, next } = await homeOf(member)
  expect(start.find(({ page }: Step) => page === 'gap-assessments')).toMatchObject({ done: true })
  expect(next.items.map(({ page }: Step) => page)).not.toContain('gap-assessments')
})

test('what waits for this person comes first, and for nobody else', async () => {
  const member = await house.organization()
  const colleague = await house.join(member, ['contributor'])
  const { id } = (await member.post('/gap-assessments', { name: 'Where we stand' })).body
  await member.post(`/gap-assessments/${id}/assign`, { refs: ['7.2', '7.3'], person: colleague.person })
  expect((await homeOf(colleague)).next.items[0]).toMatchObject({
    kind: 'decide',
    title: 'Answer the questions of “Where we stand”',
    about: `gap-assessment:${id}`,
  })
  expect((await homeOf(member)).next.items[0].kind).not.toBe('decide')
})

test('an employee has a home too, without the findings', async () => {
  const member = await house.organization()
  const employee = await house.join(member, ['employee'])
  const home = await homeOf(employee)
  expect(home).toMatchObject({ standing: null, start: [], next: { items: [], total: 0 } })
})

test('an auditor is not asked to begin anything', async () => {
  const member = await house.organization()
  const auditor = await house.join(member, ['internal-auditor'])
  const home = await homeOf(auditor)
  expect(home.start).toEqual([])
  expect(home.next.items.map(({ kind }: Step) => kind)).not.toContain('begin')
  expect(home.standing).not.toBeNull()
})

test('what one person did several times is told once', async () => {
  const member = await house.organization()
  const colleague = await house.join(member, ['aims-manager'])
  const { seq } = await homeOf(member)
  await member.post('/home/seen', { seq })
  const { id } = (await colleague.post('/gap-assessments', { name: 'First' })).body
  for (const ref of ['4.1', '4.2', '4.3']) {
    await colleague.patch(`/gap-assessments/${id}/answers/${ref}`, 0, { level: 'missing', note: 'Nothing yet.' })
  }
  const { facts } = (await homeOf(member)).changes
  expect(facts.total).toBe(4)
  expect(facts.items.map(({ type, times }: { type: string; times: number }) => [type, times])).toEqual([
    ['gap-assessment.answered', 3],
    ['gap-assessment.started', 1],
  ])
})

test('shows what others changed since one was here, and where that moved the findings', async () => {
  const member = await house.organization()
  const colleague = await house.join(member, ['aims-manager'])
  const { seq } = await homeOf(member)
  expect((await member.post('/home/seen', { seq })).body).toMatchObject({ seen: seq, before: 0 })
  expect((await homeOf(member)).changes).toMatchObject({ since: seq, moved: [], facts: { total: 0 } })

  await member.post('/context-issues', { kind: 'external', topic: 'climate', statement: 'Floods', relevant: true })
  expect((await homeOf(member)).changes.facts.total).toBe(0)
  const party = await colleague.post('/interested-parties', { name: 'Applicants', kind: 'affected-people' })
  const requirement = { statement: 'Are told why they were refused', basis: 'law', decision: 'taken-on' }
  await colleague.post(`/interested-parties/${party.body.id}/requirements`, requirement)
  const { changes } = await homeOf(member)
  expect(changes.moved).toEqual([expect.objectContaining({ ref: '4.2', from: 'missing', to: 'documented' })])
  expect(changes.facts.total).toBe(2)
  expect(changes.facts.items.at(-1)).toMatchObject({
    actor: { id: colleague.person },
    type: 'interested-party.recorded',
    subject: { name: 'Applicants' },
  })
})

test('having seen can be taken back, and reaches no further than the newest entry', async () => {
  const member = await house.organization()
  const { seq } = await homeOf(member)
  expect((await member.post('/home/seen', { seq: 9999 })).body.seen).toBe(seq)
  expect((await member.post('/home/seen', { seq: 1 })).body).toEqual({ seen: 1, before: seq })
  expect((await member.post('/home/seen', { seq: -1 })).status).toBe(400)
})

test('in the past nobody visits, so nothing is new there', async () => {
  const member = await house.organization()
  const { body } = await member.get('/home', { 'assay-as-of': '1' })
  expect(body).toMatchObject({ seq: 1, changes: null })
})

test('of another organization nothing shows', async () => {
  const [member, stranger] = [await house.organization(), await house.organization()]
  const before = await homeOf(stranger)
  await member.post('/interested-parties', { name: 'Applicants', kind: 'affected-people' })
  expect(await homeOf(stranger)).toEqual(before)
})
