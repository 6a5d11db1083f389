import { describe, expect, it, test } from 'vitest'
import type { OrganizationId } from '#kernel/id.ts'
import { change } from '#platform/database/change.ts'
import { dayIn } from '#platform/documents/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { asDay } from '#platform/today.ts'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { planSurroundings } from '../../app/planning.ts'
import { adoptPlan } from './adopt.ts'
import { PlanDetail, PlanDraft } from './contract.ts'
import { draftPlan } from './draft.ts'
import { dayOf, onOrAfter } from './rules/days.ts'
import type { Surroundings } from './surroundings.ts'

const house = await openTestHouse()
const owner = await house.organization()
const today = asDay(new Date())

/** So many working days from the first one on or after today. */
const workingDay = (number: number) => dayOf(onOrAfter(today) + number)
const saturday = nextSaturday()
const yesterday = asDay(new Date(Date.parse(today) - 86_400_000))

function nextSaturday(): string {
  const day = new Date(`${today}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 27 - day.getUTCDay())
  return asDay(day)
}

function aRequest(change: object = {}): object {
  return { schedule: { direction: 'forwards', start: today }, size: { people: 120, systems: 8 }, ...change }
}

async function aDraft(member: Member, more: object = {}): Promise<string> {
  const drafted = await member.post('/plans', { name: 'Road to 42001', request: aRequest(), ...more })
  expect(drafted.status, drafted.text).toBe(201)
  return drafted.body.id
}

async function anAdoptedPlan(): Promise<{ member: Member; id: string }> {
  const member = await house.organization()
  const id = await aDraft(member)
  expect((await member.post(`/plans/${id}/adopt`)).status).toBe(200)
  return { member, id }
}

// oxlint-disable-next-line typescript/no-explicit-any -- what is looked at is asserted
async function read(member: Member, id: string): Promise<any> {
  return (await member.get(`/plans/${id}`)).body
}

// oxlint-disable-next-line typescript/no-explicit-any -- as above
function taskOf(plan: any, key: string): any {
  return plan.plan.tasks.find((one: { key: string }) => one.key === key)
}

async function factsOf(org: OrganizationId): Promise<string[]> {
  const facts = await inOrganization(house.door.pool, org, (tx) =>
    tx.selectFrom('facts').select('type').where('org_id', '=', org).orderBy('seq').orderBy('position').execute(),
  )
  return facts.map(({ type }) => type)
}

describe('the starting point', () => {
  it('knows the size, who could own what, and that nobody has said what is open', async () => {
    const member = await house.organization()
    const { body } = await member.get('/plans/starting-point')
    expect(body).toMatchObject({ today, size: { people: null, systems: 0, sites: 1 }, openRefs: null, continues: null })
    expect(body.holders['aims-manager']).toEqual([{ id: member.person, name: 'Olive Owner' }])
    expect(body.holders['internal-auditor']).toEqual([])
  })

  it('names the open requirements once the interview has said which are', async () => {
    const member = await house.organization()
    const { id } = (await member.post('/gap-assessments', { name: 'First look' })).body
    await member.patch(`/gap-assessments/${id}/answers/10.2`, 0, { level: 'operating', note: 'Each cause, this year.' })
    const { openRefs } = (await member.get('/plans/starting-point')).body
    expect(openRefs).toHaveLength(69)
    expect(openRefs).not.toContain('10.2')
  })
})

describe('a preview', () => {
  it('gives tasks, dates and the critical path and keeps nothing', async () => {
    const member = await house.organization()
    const { status, body } = await member.post('/plans/preview', { request: aRequest() })
    expect(status).toBe(200)
    expect(body).toMatchObject({ calculatedOn: today, openRefs: null, continues: null, moves: [], observed: {} })
    expect(body.plan.tasks.at(-1)).toMatchObject({ key: 'decision', critical: true, due: body.plan.decision })
    expect(body.plan.criticalPath).toContain('operating-period')
    expect(body.plan.months).toBeGreaterThan(6)
    expect(body.owners['top-management'].id).toBe(member.person)
    expect((await member.get('/plans')).body.total).toBe(0)
  })

  it('refuses a wished date that cannot hold the road, with the first one that can', async () => {
    const wished = { schedule: { direction: 'backwards', wishedDate: workingDay(40) } }
    const refused = await owner.post('/plans/preview', { request: aRequest(wished) })
    expect(refused).toMatchObject({ status: 422, body: { kind: 'too-early' } })
    const { earliest, problems } = refused.body
    expect(problems).toEqual([{ path: 'schedule.wishedDate', message: expect.stringContaining(dayIn('en', earliest)) }])
    const held = { schedule: { direction: 'backwards', wishedDate: earliest } }
    expect((await owner.post('/plans/preview', { request: aRequest(held) })).body.plan.decision).toBe(earliest)
  })

  it.each<[string, object, string]>([
    ['unknown-task', { lunch: { startedOn: today } }, 'lunch'],
    ['hard-order', { 'stage-1': { dependsOn: ['sponsor'] } }, 'always comes after'],
    ['cycle', { sponsor: { dependsOn: ['scope'] } }, 'circle'],
    ['done-in-future', { sponsor: { done: { on: workingDay(5) } } }, 'Name a sponsor'],
    ['done-before-started', { sponsor: { done: { on: yesterday, startedOn: today } } }, 'before it began'],
    ['started-in-future', { sponsor: { startedOn: workingDay(5) } }, 'to come'],
    ['out-of-order', { decision: { startedOn: yesterday } }, 'needs'],
    ['not-a-working-day', { policy: { pin: { due: saturday } } }, 'nearest'],
    ['pin-in-past', { sponsor: { pin: { start: dayOf(onOrAfter(today) - 5) } } }, dayIn('en', workingDay(0))],
    ['pin-ends-before-start', { policy: { pin: { start: workingDay(90), due: workingDay(80) } } }, 'end before'],
    ['pin-before-dependency', { policy: { pin: { start: workingDay(1) } } }, 'at the earliest'],
    ['pin-too-tight', { policy: { pin: { due: workingDay(2) } } }, 'at the earliest'],
    ['too-short', { 'operating-period': { pin: { start: workingDay(300), due: workingDay(310) } } }, 'at least 67'],
  ])('refuses %s and says what would do', async (kind, changes, words) => {
    const refused = await owner.post('/plans/preview', { request: aRequest({ changes }) })
    expect(refused).toMatchObject({ status: 422, body: { kind } })
    expect(refused.body.problems[0].message).toContain(words)
  })

  it('refuses a word that it does not know', async () => {
    expect((await owner.post('/plans/preview', { request: { ...aRequest(), hurry: true } })).status).toBe(400)
  })
})

describe('a draft', () => {
  it('is kept with its tasks, owners by role and what it rests on; nobody has anything to do yet', async () => {
    const member = await house.organization()
    const id = await aDraft(member)
    const plan = PlanDetail.extend({ changedAt: PlanDetail.shape.changedAt.or(PlanDetail.shape.name) }).parse(
      await read(member, id),
    )
    expect(plan).toMatchObject({ state: 'draft', direction: 'forwards', rulesVersion: '2026-11-22', openRefs: null })
    expect(plan.plan.tasks.every(({ owner: it, task }) => it === null || task === null)).toBe(true)
    expect(taskOf(plan, 'policy').role).toBe('top-management')
    expect(taskOf(plan, 'policy').owner.name).toBe('Olive Owner')
    expect(taskOf(plan, 'internal-audit').owner).toBeNull()
    expect((await member.get('/tasks')).body.total).toBe(0)
    expect(await factsOf(member.org)).toContain('plan.drafted')
  })

  it('says the same as the preview of the same request', async () => {
    const member = await house.organization()
    const { body: preview } = await member.post('/plans/preview', { request: aRequest() })
    const { plan } = await read(member, await aDraft(member))
    const withoutPeople = plan.tasks.map(
      ({ owner: _owner, task: _task, ...rest }: object & Record<string, unknown>) => rest,
    )
    expect({ ...preview.plan, tasks: [] }).toEqual({ ...plan, tasks: [] })
    expect(withoutPeople.map(({ key }: { key: string }) => key)).toEqual(
      preview.plan.tasks.map(({ key }: { key: string }) => key),
    )
  })

  it('is edited in part and recalculated; a person named as owner stays', async () => {
    const member = await house.organization()
    const helper = await house.join(member, ['contributor'])
    const id = await aDraft(member, { owners: { policy: helper.person } })
    const before = await read(member, id)
    const slower = aRequest({ operatingMonths: 6 })
    const edited = await member.patch(`/plans/${id}`, before.version, { request: slower, name: 'Calmer road' })
    expect(edited.status).toBe(200)
    const after = await read(member, id)
    expect(after.name).toBe('Calmer road')
    expect(after.decision > before.decision).toBe(true)
    expect(taskOf(after, 'policy').owner.id).toBe(helper.person)
    expect(await factsOf(member.org)).toContain('plan.edited')
  })

  it('refuses an edit of a version that is not the newest, and an owner who is not here', async () => {
    const id = await aDraft(owner)
    expect(await owner.patch(`/plans/${id}`, 9, { name: 'x' })).toMatchObject({ status: 412, body: { kind: 'stale' } })
    const stranger = await house.organization()
    const { version } = await read(owner, id)
    const refused = await owner.patch(`/plans/${id}`, version, { owners: { policy: stranger.person } })
    expect(refused).toMatchObject({ status: 422, body: { kind: 'no-such-reference' } })
    expect(refused.body.problems).toEqual([expect.objectContaining({ path: 'owners.policy' })])
  })

  it('can be discarded with a reason and restored, and not adopted meanwhile', async () => {
    const member = await house.organization()
    const id = await aDraft(member)
    expect((await member.post(`/plans/${id}/restore`)).body.kind).toBe('not-discarded')
    expect((await member.post(`/plans/${id}/discard`, {})).status).toBe(400)
    expect((await member.post(`/plans/${id}/discard`, { reason: 'Too slow' })).status).toBe(200)
    expect(await read(member, id)).toMatchObject({ state: 'discarded', reason: 'Too slow' })
    expect((await member.post(`/plans/${id}/adopt`)).body.kind).toBe('not-a-draft')
    expect((await member.post(`/plans/${id}/recalculate`)).body.kind).toBe('not-a-draft')
    expect((await member.post(`/plans/${id}/restore`)).status).toBe(200)
    expect(await read(member, id)).toMatchObject({ state: 'draft', reason: null })
    expect(await factsOf(member.org)).toEqual(expect.arrayContaining(['plan.discarded', 'plan.restored']))
  })
})

describe('adopting', () => {
  it('makes a task of every stretch, with owner, due date and what it waits for', async () => {
    const { member, id } = await anAdoptedPlan()
    const plan = await read(member, id)
    expect(plan).toMatchObject({ state: 'adopted', adoptedBy: { id: member.person }, done: 0, overdue: 0 })
    const { items, total } = (await member.get(`/tasks?limit=200&subject=plan:${id}`)).body
    expect(total).toBe(plan.plan.tasks.length)
    const policy = taskOf(plan, 'policy')
    const scope = taskOf(plan, 'scope')
    const made = items.find((task: { id: string }) => task.id === policy.task.id)
    expect(made).toMatchObject({ title: policy.title, dueOn: policy.due, dependsOn: [scope.task.id], state: 'open' })
    expect(made.owner.id).toBe(member.person)
    expect(made.detail).toContain('Serves 5.2')
    const facts = await factsOf(member.org)
    expect(facts.filter((type) => type === 'task.created')).toHaveLength(total)
    expect(facts).toContain('plan.adopted')
  })

  it('is refused for what is adopted already, and an adopted plan is not edited', async () => {
    const { member, id } = await anAdoptedPlan()
    expect((await member.post(`/plans/${id}/adopt`)).body.kind).toBe('not-a-draft')
    const { version } = await read(member, id)
    expect((await member.patch(`/plans/${id}`, version, { name: 'x' })).body.kind).toBe('not-a-draft')
    expect((await member.post(`/plans/${id}/discard`, { reason: 'x' })).body.kind).toBe('not-a-draft')
  })

  it('is refused when the gap is another by now, until the draft is recalculated', async () => {
    const member = await house.organization()
    const id = await aDraft(member)
    const { id: assessment } = (await member.post('/gap-assessments', { name: 'First look' })).body
    const note = 'Assessed, with records of every system.'
    await member.patch(`/gap-assessments/${assessment}/answers/8.2`, 0, { level: 'operating', note })
    const refused = await member.post(`/plans/${id}/adopt`)
    expect(refused).toMatchObject({ status: 409, body: { kind: 'outdated' } })
    expect(refused.body.problems[0].message).toContain('by now')
    expect((await member.get('/tasks')).body.total).toBe(0)
    expect((await member.post(`/plans/${id}/recalculate`)).status).toBe(200)
    expect((await member.post(`/plans/${id}/adopt`)).status).toBe(200)
  })

  it('is refused for a draft that goes on from a plan that was superseded meanwhile', async () => {
    const member = await house.organization()
    const [first, second] = [await aDraft(member), await aDraft(member)]
    await member.post(`/plans/${first}/adopt`)
    expect((await member.post(`/plans/${second}/adopt`)).body).toMatchObject({ kind: 'outdated' })
    await member.post(`/plans/${second}/recalculate`)
    expect((await member.post(`/plans/${second}/adopt`)).status).toBe(200)
    expect(await read(member, first)).toMatchObject({ state: 'superseded', supersededBy: { id: second } })
    expect((await read(member, second)).continues.id).toBe(first)
    expect(await factsOf(member.org)).toContain('plan.superseded')
  })
})

describe('planning again', () => {
  it('takes what was done from the tasks and shows what moves before anything does', async () => {
    const { member, id } = await anAdoptedPlan()
    const before = await read(member, id)
    const sponsor = taskOf(before, 'sponsor').task.id
    expect((await member.post(`/tasks/${sponsor}/complete`)).status).toBe(200)
    const request = aRequest({ operatingMonths: 5 })
    const { body: preview } = await member.post('/plans/preview', { request })
    expect(preview.observed.sponsor.done.on).toBe(today)
    expect(preview.plan.tasks.find((it: { key: string }) => it.key === 'sponsor').state).toBe('done')
    const decision = preview.moves.find((it: { key: string }) => it.key === 'decision')
    expect(decision).toMatchObject({
      kind: 'moved',
      from: { due: before.decision },
      to: { due: preview.plan.decision },
    })
    expect(decision.days).toBeGreaterThan(30)
    expect(taskOf(await read(member, id), 'decision').task.dueOn).toBe(before.decision)

    const next = await aDraft(member, { request })
    expect((await read(member, next)).moves).toEqual(preview.moves)
    await member.post(`/plans/${next}/adopt`)
    const after = await read(member, next)
    expect(taskOf(after, 'decision').task).toMatchObject({
      id: taskOf(before, 'decision').task.id,
      dueOn: preview.plan.decision,
    })
    expect(taskOf(after, 'sponsor').task).toMatchObject({ id: sponsor, state: 'done' })
    expect(after).toMatchObject({ done: 1, moves: [] })
    const open = (await member.get(`/tasks?limit=200&state=open`)).body
    expect(open.total).toBe(after.tasks - 1)
    expect(open.items.every((it: { subject: string }) => it.subject === `plan:${next}`)).toBe(true)
  })

  it('keeps a due date and an owner that somebody changed on the task, unless they are given up', async () => {
    const { member, id } = await anAdoptedPlan()
    const helper = await house.join(member, ['contributor'])
    const { task, due } = taskOf(await read(member, id), 'policy')
    const dueOn = dayOf(onOrAfter(due) + 10)
    const { version } = (await member.get(`/tasks/${task.id}`)).body
    expect((await member.patch(`/tasks/${task.id}`, version, { dueOn, owner: helper.person })).status).toBe(200)

    const kept = (await member.post('/plans/preview', { request: aRequest() })).body
    expect(kept.observed.policy).toEqual({ pin: { due: dueOn } })
    expect(kept.plan.tasks.find((it: { key: string }) => it.key === 'policy')).toMatchObject({
      due: dueOn,
      pinned: true,
    })
    const given = (await member.post('/plans/preview', { request: aRequest(), release: ['policy'] })).body
    expect(given.plan.tasks.find((it: { key: string }) => it.key === 'policy')).toMatchObject({ due, pinned: false })

    const next = await aDraft(member, { release: ['policy'] })
    await member.post(`/plans/${next}/adopt`)
    expect((await member.get(`/tasks/${task.id}`)).body).toMatchObject({ dueOn: due, owner: { id: helper.person } })
  })

  it('notices a date that was moved after the draft was made', async () => {
    const { member, id } = await anAdoptedPlan()
    const next = await aDraft(member)
    const { task, due } = taskOf(await read(member, id), 'policy')
    const { version } = (await member.get(`/tasks/${task.id}`)).body
    await member.patch(`/tasks/${task.id}`, version, { dueOn: dayOf(onOrAfter(due) + 10) })
    expect((await member.post(`/plans/${next}/adopt`)).body.kind).toBe('outdated')
  })

  it('cancels a task of which nothing is open any more, and makes a new one of a task that was cancelled', async () => {
    const { member, id } = await anAdoptedPlan()
    const before = await read(member, id)
    const policy = taskOf(before, 'policy').task.id
    await member.post(`/tasks/${policy}/cancel`, { reason: 'By mistake' })
    // The gap as other rooms would tell it: nothing of A.8 is open any more.
    const known: Surroundings = { ...planSurroundings, openRefs: () => Promise.resolve(['5.2', 'A.6.2.4']) }
    const who = { org: member.org, actor: `person:${member.person}`, person: member.person }
    const draft = PlanDraft.parse({ name: 'Shorter road', request: aRequest() })
    const drafted = await change(house.door, who, 'plans:edit', (it) => draftPlan(it, known, draft))
    if (!drafted.ok) throw new Error(drafted.error.kind)
    const { id: next } = drafted.value
    const { moves } = await read(member, next)
    expect(moves).toContainEqual(expect.objectContaining({ key: 'close:A.8', kind: 'gone' }))
    const adopted = await change(house.door, who, 'plans:edit', (it) => adoptPlan(it, known, next))
    expect(adopted).toMatchObject({ ok: true })
    const closed = (await member.get(`/tasks/${taskOf(before, 'close:A.8').task.id}`)).body
    expect(closed).toMatchObject({ state: 'cancelled', reason: expect.stringContaining('no longer needs it') })
    const renewed = taskOf(await read(member, next), 'policy').task
    expect(renewed.state).toBe('open')
    expect(renewed.id).not.toBe(policy)
  })
})

test('plans are listed in pages, filtered and found by name', async () => {
  const member = await house.organization()
  for (const name of ['Alpha', 'Beta', 'Gamma']) await aDraft(member, { name })
  const first = (await member.get('/plans?limit=2&sort=name')).body
  expect(first.items.map(({ name }: { name: string }) => name)).toEqual(['Alpha', 'Beta'])
  const second = (await member.get(`/plans?limit=2&sort=name&cursor=${first.next}`)).body
  expect(second).toMatchObject({ items: [{ name: 'Gamma' }], next: null, total: 3 })
  expect((await member.get('/plans?q=bet')).body).toMatchObject({ items: [{ name: 'Beta' }], total: 1 })
  expect((await member.get('/plans?state=adopted')).body.total).toBe(0)
  expect((await member.get('/search?q=Gamma')).body.items).toEqual([expect.objectContaining({ kind: 'plan' })])
})

test('the past shows the plan and its tasks as they were', async () => {
  const { member, id } = await anAdoptedPlan()
  const { seq } = await newest(member.org)
  const sponsor = taskOf(await read(member, id), 'sponsor').task.id
  await member.post(`/tasks/${sponsor}/complete`)
  const past = (await member.get(`/plans/${id}`, { 'assay-as-of': String(seq) })).body
  expect(taskOf(past, 'sponsor').task.state).toBe('open')
  expect(taskOf(await read(member, id), 'sponsor').task.state).toBe('done')
  expect((await member.get(`/plans/${id}`, { 'assay-as-of': '1' })).status).toBe(404)
})

async function newest(org: OrganizationId) {
  return await inOrganization(house.door.pool, org, (tx) =>
    tx.selectFrom('entries').select('seq').where('org_id', '=', org).orderBy('seq', 'desc').executeTakeFirstOrThrow(),
  )
}

test('readers see plans and cannot change them; employees see none', async () => {
  const { member, id } = await anAdoptedPlan()
  const auditor = await house.join(member, ['external-auditor'])
  expect((await auditor.get(`/plans/${id}`)).status).toBe(200)
  expect((await auditor.post('/plans', { name: 'x', request: aRequest() })).status).toBe(403)
  expect((await auditor.post(`/plans/${id}/adopt`)).status).toBe(403)
  const employee = await house.join(member, ['employee'])
  expect((await employee.get('/plans')).status).toBe(403)
})

test('another organization sees and changes nothing', async () => {
  const { member, id } = await anAdoptedPlan()
  const stranger = await house.organization()
  expect((await stranger.get('/plans')).body.total).toBe(0)
  const answers = [
    await stranger.get(`/plans/${id}`),
    await stranger.patch(`/plans/${id}`, 1, { name: 'Mine' }),
    await stranger.post(`/plans/${id}/recalculate`),
    await stranger.post(`/plans/${id}/adopt`),
    await stranger.post(`/plans/${id}/discard`, { reason: 'x' }),
    await stranger.post(`/plans/${id}/restore`),
  ]
  for (const { status, body } of answers) expect([status, body.kind]).toEqual([404, 'not-found'])
  expect(await read(member, id)).toMatchObject({ state: 'adopted', name: 'Road to 42001' })
})
