import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'
import { look } from '../../../test/look.ts'
import { acceptReview, missingOf, withdraw } from './model.ts'
import { readOrganizationSituation } from './situation.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')

test('the profile says what it still lacks, and is edited at the version that was seen', async () => {
  const empty = (await owner.get('/organization/profile')).body
  expect(empty).toMatchObject({ version: 0, name: 'Example', sector: null })
  expect(empty.missing).toHaveLength(5)
  const edit = {
    sector: 'financial-services',
    purpose: 'We lend to households.',
    peopleCount: 240,
    euPresence: true,
    topManagement: [owner.person],
  }
  expect((await owner.patch('/organization/profile', 0, edit)).body).toEqual({ version: 1 })
  expect((await owner.patch('/organization/profile', 0, { peopleCount: 5 })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 1,
  })
  expect((await owner.get('/organization/profile')).body.missing).toEqual([])
  const foreign = await owner.patch('/organization/profile', 1, { topManagement: [stranger.person] })
  expect(foreign.body.problems[0].path).toBe('topManagement')
})

test.each([
  [
    '/context-issues',
    { kind: 'external', topic: 'climate', statement: 'Flood risk moves our customers', relevant: true },
    { statement: 'Flood risk' },
  ],
  ['/interested-parties', { name: 'Loan applicants', kind: 'affected-people' }, { name: 'Applicants' }],
  ['/processes', { name: 'AI risk assessment', clauses: ['6.1.2', '8.2'] }, { name: 'Risk assessment' }],
])('%s are recorded, edited, withdrawn with a reason and restored', async (path, draft, edit) => {
  const made = await owner.post(path, draft)
  expect(made.status).toBe(201)
  const at = `${path}/${made.body.id}`
  expect((await owner.get(at)).body).toMatchObject({ ...draft, state: 'current', version: 1 })
  expect((await owner.patch(at, 1, edit)).status).toBe(200)
  expect((await owner.patch(at, 1, edit)).body.kind).toBe('stale')
  expect((await owner.patch(at, 2, {})).status).toBe(200)
  expect((await owner.post(`${at}/withdraw`, { reason: '' })).status).toBe(400)
  expect((await owner.post(`${at}/withdraw`, { reason: 'Merged with another' })).status).toBe(200)
  expect((await owner.post(`${at}/withdraw`, { reason: 'Again' })).body.kind).toBe('already-withdrawn')
  expect((await owner.get(`${path}?state=current`)).body.total).toBe(0)
  expect((await owner.post(`${at}/restore`)).status).toBe(200)
  expect((await owner.post(`${at}/restore`)).body.kind).toBe('not-withdrawn')
  expect((await owner.get(at)).body).toMatchObject({ ...edit, state: 'current', reason: null })
  expect((await stranger.get(at)).status).toBe(404)
  expect((await stranger.patch(at, 4, edit)).status).toBe(404)
  expect((await stranger.post(`${at}/withdraw`, { reason: 'x' })).status).toBe(404)
})

test('“not relevant” is an answer to the question of climate change when it says why', async () => {
  const climate = { kind: 'external', topic: 'climate', statement: 'Climate change was considered', relevant: false }
  const refused = await owner.post('/context-issues', climate)
  expect([refused.status, refused.body.problems[0].path]).toEqual([422, 'effect'])
  const effect = 'Our systems move no goods, and their computing is small.'
  const { id } = (await owner.post('/context-issues', { ...climate, effect })).body
  expect((await owner.patch(`/context-issues/${id}`, 1, { effect: ' ' })).body.kind).toBe('no-reason')
  const { contextIssues } = await look(house, owner, (tx, org) => readOrganizationSituation(tx, org, '2026-11-22'))
  expect(contextIssues.climateAnswered).toBe(true)
})

test('a requirement that is not taken on says why', async () => {
  const party = (await owner.post('/interested-parties', { name: 'Supervisor', kind: 'regulator' })).body.id
  const at = `/interested-parties/${party}/requirements`
  const refused = await owner.post(at, { statement: 'Explain each refusal', basis: 'law', decision: 'not-taken-on' })
  expect(refused.body.problems[0].path).toBe('reason')
  const made = await owner.post(at, { statement: 'Explain each refusal', basis: 'law' })
  expect(made.status).toBe(201)
  const taken = { statement: 'Explain each refusal', basis: 'law', decision: 'taken-on' }
  expect((await owner.patch(`/party-requirements/${made.body.id}`, 1, taken)).status).toBe(200)
  const shown = (await owner.get(`/interested-parties/${party}`)).body.requirements
  expect(shown).toEqual([expect.objectContaining({ decision: 'taken-on' })])
  await owner.post(at, { statement: 'A named contact', basis: 'expectation' })
  const { interestedParties } = await look(house, owner, (tx, org) => readOrganizationSituation(tx, org, '2026-11-22'))
  const ref = `interested-party:${party}`
  expect(interestedParties).toMatchObject({
    requirementsUndecided: { count: 1, worst: [{ ref, name: 'Supervisor: A named contact' }] },
    requirementsNotCarriedOver: { count: 1, worst: [{ ref, name: 'Supervisor: Explain each refusal' }] },
  })
  expect((await stranger.post(at, taken)).status).toBe(404)
})

test('a review is recorded with who and when, and counts from its day', async () => {
  const review = { about: 'context', reviewedOn: '2026-01-10', outcome: 'Nothing changed', nextDueOn: '2099-01-10' }
  expect(
    (await owner.post('/organization/reviews', { ...review, reviewedOn: '2999-01-01', nextDueOn: '2999-06-01' })).body
      .kind,
  ).toBe('reviewed-in-the-future')
  expect((await owner.post('/organization/reviews', { ...review, nextDueOn: '2026-01-10' })).body.kind).toBe(
    'due-before-review',
  )
  expect((await owner.post('/organization/reviews', review)).status).toBe(201)
  const listed = (await owner.get('/organization/reviews?about=context')).body.items
  expect(listed[0]).toMatchObject({ ...review, reviewer: { id: owner.person } })

  const waiting = async () => (await owner.get('/inbox')).body.decisions.items
  const dueOn = '2026-05-01'
  await owner.post('/organization/reviews', { ...review, about: 'scope', nextDueOn: dueOn })
  expect(await waiting()).toEqual([
    expect.objectContaining({ what: 'review-scope', subject: `organization:${owner.org}`, name: 'Scope', dueOn }),
  ])
  const again = { about: 'scope', reviewedOn: '2026-04-20', outcome: 'Nothing changed', nextDueOn: '2099-01-01' }
  await owner.post('/organization/reviews', again)
  expect(await waiting()).toEqual([])
})

test.each([
  [{ sector: null, purpose: ' ', peopleCount: null, euPresence: null, topManagement: [] }, 5],
  [{ sector: 'technology', purpose: 'We build', peopleCount: 3, euPresence: false, topManagement: ['x'] }, 0],
])('a profile lacks what was not answered', (profile, count) => {
  expect(missingOf(profile)).toHaveLength(count)
})

test('the pure rules refuse what the routes refuse', () => {
  expect(withdraw({ state: 'withdrawn', reason: 'x' }, 'y')).toEqual({
    ok: false,
    error: { kind: 'already-withdrawn' },
  })
  expect(acceptReview({ reviewedOn: '2026-02-02', nextDueOn: '2026-02-03' }, '2026-02-02').ok).toBe(true)
})
