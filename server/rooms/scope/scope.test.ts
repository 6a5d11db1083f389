import { expect, test } from 'vitest'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { factsAbout, look } from '../../../test/look.ts'
import type { ElementView, ScopeView } from './contract.ts'
import { readScopeSituation } from './situation.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const approver = await house.join(owner, ['approver'])
const stranger = await house.organization('Another')

const scopeOf = async (by: Member, at = ''): Promise<ScopeView> => (await by.get('/scope', { 'assay-as-of': at })).body
const decide = (by: Member, version: number, body: object) => by.patch('/scope', version, body)
const element = async (name: string): Promise<ElementView | undefined> =>
  (await scopeOf(owner)).elements.find((one) => one.name === name)
const comparison = async (other: string) => (await scopeOf(owner)).comparisons.find((one) => one.with === other)
const outside = 'The branch in Lyon runs under the system of our French sister company'
let system = ''

test('units, sites and the roles of systems in scope wait for a decision, and systems are counted from their register', async () => {
  expect((await owner.post('/units', { name: 'Credit' })).status).toBe(201)
  await owner.patch('/organization/profile', 0, { sites: ['Hamburg', 'Lyon'] })
  system = (await owner.post('/ai-systems', { name: 'Credit model', purpose: 'Scores loans' })).body.id
  expect((await comparison('inventory'))?.differences).toContainEqual({
    kind: 'system-undecided',
    ref: `ai-system:${system}`,
    name: 'Credit model',
  })
  const { version } = (await owner.get(`/ai-systems/${system}`)).body
  const scoped = await owner.post(
    `/ai-systems/${system}/scope`,
    { scope: 'in', reason: 'It decides about customers' },
    { 'if-match': `"${version}"` },
  )
  expect(scoped.status, scoped.text).toBe(200)
  const seen = await scopeOf(owner)
  expect(seen.elements.map(({ name, decision, version: at }) => [name, decision, at])).toEqual([
    ['Credit', 'undecided', 0],
    ['Hamburg', 'undecided', 0],
    ['Lyon', 'undecided', 0],
  ])
  expect(seen).toMatchObject({ systems: { in: 1, out: 0, undecided: 0 }, document: null, statement: null })
  expect(seen.suggested).toEqual(['use of AI systems'])
})

test('an element is taken in, or left out with a reason that says something, at the version that was seen', async () => {
  const lyon = 'site:Lyon'
  const empty = await decide(owner, 0, { element: lyon, decision: 'out', reason: 'n/a' })
  expect(empty.body).toMatchObject({ kind: 'no-reason', problems: [{ path: 'reason' }] })
  expect((await decide(owner, 0, { element: lyon, decision: 'out', reason: outside })).status).toBe(200)
  expect((await decide(owner, 0, { element: lyon, decision: 'in' })).body).toMatchObject({
    kind: 'stale',
    currentVersion: 1,
  })
  expect((await decide(owner, 0, { element: 'site:Paris', decision: 'in' })).body.kind).toBe('not-found')
  expect((await decide(approver, 0, { element: 'site:Hamburg', decision: 'in' })).body.kind).toBe('forbidden')
  const unit = (await element('Credit'))?.ref
  expect((await decide(owner, 0, { element: unit, decision: 'in' })).status).toBe(200)
  expect((await decide(owner, 0, { element: 'site:Hamburg', decision: 'in' })).status).toBe(200)
  expect(await element('Lyon')).toMatchObject({ decision: 'out', reason: outside, decidedBy: { id: owner.person } })
  expect((await decide(owner, 1, { element: lyon, decision: 'undecided' })).status).toBe(200)
  expect(await element('Lyon')).toMatchObject({ decision: 'undecided', reason: '', decidedBy: null })
  await decide(owner, 2, { element: lyon, decision: 'out', reason: outside })
})

test('activities are added once, decided on and taken out again', async () => {
  const added = await owner.post('/scope/activities', { name: 'use of AI systems' })
  expect(added.status).toBe(201)
  expect((await owner.post('/scope/activities', { name: 'Use of AI systems' })).body.kind).toBe('activity-is-there')
  expect((await decide(owner, 1, { element: added.body.ref, decision: 'in' })).status).toBe(200)
  const wrong = (await owner.post('/scope/activities', { name: 'selling hardware' })).body.ref
  const at = `/scope/activities/${wrong.slice('activity:'.length)}`
  expect((await stranger.delete(at)).status).toBe(404)
  expect((await owner.delete(at)).status).toBe(200)
  expect((await owner.delete(at)).status).toBe(404)
  expect((await scopeOf(owner)).suggested).toEqual([])
  expect((await scopeOf(owner)).certificate).toEqual({
    wording:
      'The AI management system of Northwind covers use of AI systems, for the AI system Credit model, by Credit, at Hamburg.',
    german: expect.stringContaining('umfasst use of AI systems, für das KI-System Credit model, durch Credit'),
    lacks: [],
  })
})

test('the wording is composed as a draft that another person approves, and what it says is compared with the records ever after', async () => {
  const composed = await owner.post('/scope/wording')
  expect(composed.status, composed.text).toBe(201)
  const { id, number, missing } = composed.body
  const at = `/documents/${id}/versions/${number}`
  const text = async () => (await owner.get(at)).body.body
  expect(await text()).toContain('by Credit, at Hamburg.')
  expect(await text()).toContain(`- Lyon: ${outside}`)
  expect(missing).toContain('Name and position of the approver')
  expect((await owner.post('/scope/wording')).body).toMatchObject({ id, number: 1 })
  expect((await scopeOf(owner)).document).toMatchObject({ effective: null, open: { number: 1, state: 'draft' } })

  const body = (await text()).replace(/\[to be filled in: [^\]]*\]/g, 'as recorded')
  expect((await owner.patch(at, (await owner.get(at)).body.version, { body })).status).toBe(200)
  expect((await owner.post(`${at}/submit`, { approver: approver.person })).status).toBe(200)
  expect((await owner.post('/scope/wording')).body.kind).toBe('wording-waits')
  expect((await approver.post(`${at}/approve`, { effectiveOn: new Date().toISOString().slice(0, 10) })).status).toBe(
    200,
  )
  expect((await comparison('wording'))?.state).toBe('agrees')
  const before = String((await owner.get('/session')).body.seq)

  await owner.patch(`/ai-systems/${system}`, (await owner.get(`/ai-systems/${system}`)).body.version, {
    name: 'Loan scorer',
  })
  await decide(owner, 1, { element: 'site:Hamburg', decision: 'out', reason: outside })
  expect((await comparison('wording'))?.differences).toEqual([
    { kind: 'not-in-wording', ref: `ai-system:${system}`, name: 'Loan scorer' },
    { kind: 'inside-no-longer', ref: 'site:Hamburg', name: 'Hamburg' },
  ])
  expect((await scopeOf(owner, before)).comparisons[1]).toMatchObject({ with: 'wording', state: 'agrees', total: 0 })

  const next = await owner.post('/scope/wording')
  expect(next.body).toMatchObject({ id, number: 2 })
  expect((await scopeOf(owner)).document).toMatchObject({
    effective: { number: 1, approvedBy: expect.any(String) },
    open: { number: 2, state: 'draft' },
  })
  expect(await factsAbout(house, owner, `document:${id}`)).toContain('scope.wording-composed')
  expect(new Set(await factsAbout(house, owner, `organization:${owner.org}`))).toEqual(
    new Set([
      'organization.founded',
      'organization.profile-edited',
      'scope.activity-added',
      'scope.activity-removed',
      'scope.element-decided',
      'scope.element-reopened',
    ]),
  )
})

test('what takes part in decisions about people and is left out is named with its reason, for readiness too', async () => {
  const rank = { name: 'Applicant ranking', individualDecisions: 'supports' }
  const { id } = (await owner.post('/ai-systems', rank)).body
  const decided = { scope: 'out', reason: outside }
  await owner.post(`/ai-systems/${id}/scope`, decided, { 'if-match': '"1"' })
  const left = { ref: `ai-system:${id}`, name: 'Applicant ranking' }
  expect((await scopeOf(owner)).leftOut).toEqual([{ ...left, reason: outside }])
  expect(await look(house, owner, readScopeSituation)).toMatchObject({ peopleLeftOut: { count: 1, worst: [left] } })
})

test('another organization sees nothing of it', async () => {
  expect(await scopeOf(stranger)).toMatchObject({
    elements: [],
    document: null,
    systems: { in: 0, out: 0, undecided: 0 },
  })
  const unit = (await element('Credit'))?.ref
  expect((await decide(stranger, 0, { element: unit, decision: 'in' })).status).toBe(404)
})
