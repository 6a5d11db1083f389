import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/house.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const lender = parse(readFileSync(new URL('../../../cli/examples/lender.yaml', import.meta.url), 'utf8'))

test('a screening is begun, left, resumed and concluded, and its result is kept with the rules that gave it', async () => {
  const id = (await owner.post('/screenings')).body.id
  expect((await owner.post('/screenings')).body).toMatchObject({ kind: 'draft-open', id })
  const { name, sector } = lender.organization
  await owner.patch(`/screenings/${id}`, 1, { answers: { organization: { name, sector } } })
  const left = (await owner.get(`/screenings/${id}`)).body
  expect(left).toMatchObject({ state: 'draft', answered: 2, result: null })
  expect(left.next).not.toBeNull()
  const early = await owner.post(`/screenings/${id}/conclude`)
  expect(early.body.kind).toBe('incomplete')
  expect(early.body.problems.length).toBeGreaterThan(3)
  expect((await owner.patch(`/screenings/${id}`, 1, { answers: lender })).body.kind).toBe('stale')
  expect((await owner.patch(`/screenings/${id}`, 2, { answers: lender })).status).toBe(200)
  expect((await owner.post(`/screenings/${id}/conclude`)).status).toBe(200)
  const latest = (await owner.get('/screenings/latest')).body
  expect(latest).toMatchObject({ id, state: 'concluded', decision: 'pursue', rules: '1' })
  expect(latest.result.organization.reasons.some(({ fired }: { fired: boolean }) => fired)).toBe(true)
  expect((await owner.patch(`/screenings/${id}`, 4, { answers: lender })).body.kind).toBe('not-a-draft')
})

test('the next screening starts from the last answers', async () => {
  const id = (await owner.post('/screenings')).body.id
  expect((await owner.get(`/screenings/${id}`)).body.answers).toEqual(lender)
  expect((await owner.post(`/screenings/${id}/abandon`)).status).toBe(200)
  expect((await owner.get('/screenings/latest')).body.id).not.toBe(id)
})

test('answers that contradict each other are refused, and both are named', async () => {
  const { organization } = lender
  const contradiction = {
    organization: {
      ...organization,
      activities: ['calls-apis'],
      greyAreas: [],
      factors: { ...organization.factors, training: 2 },
    },
  }
  const refused = await owner.post('/screenings/try', contradiction)
  expect(refused.body).toMatchObject({ status: 422, kind: 'contradiction' })
  expect(refused.body.problems[0]).toHaveProperty('against')
  expect((await owner.post('/screenings/try', lender)).status).toBe(200)
})

test('a reported trigger stays raised until a screening answers it, or it is dismissed with a reason', async () => {
  const reported = await owner.post('/screening-triggers', {
    trigger: 'customer-asks-for-certification',
    note: 'A bank asked in its tender',
  })
  expect(reported.status).toBe(201)
  const other = (await owner.post('/screening-triggers', { trigger: 'eu-expansion', note: 'Office in Vienna' })).body.id
  expect((await owner.post(`/screening-triggers/${other}/dismiss`, { reason: 'Plan was dropped' })).status).toBe(200)
  expect((await owner.post(`/screening-triggers/${other}/dismiss`, { reason: 'Again' })).body.kind).toBe('not-raised')
  expect((await owner.post(`/screening-triggers/${other}/reopen`)).status).toBe(200)
  expect((await owner.post(`/screening-triggers/${other}/reopen`)).body.kind).toBe('not-dismissed')
  expect((await owner.get('/screening-triggers?state=raised')).body.total).toBe(2)
  const id = (await owner.post('/screenings')).body.id
  expect((await owner.post(`/screenings/${id}/conclude`)).status).toBe(200)
  expect((await owner.get('/screening-triggers?state=raised')).body.total).toBe(0)
  expect((await owner.get('/screening-triggers?state=answered')).body.total).toBe(2)
})

test('the business case computes with what was recorded and says what is missing', async () => {
  expect((await owner.patch('/business-case', 0, { currency: 'eur' })).status).toBe(400)
  const inputs = {
    currency: 'EUR',
    monthsObserved: 12,
    documentationHours: 100,
    hourlyCost: 80,
    firstYearCost: 30_000,
    laterYearsCost: 8000,
    ownHours: null,
    expectedAvoidedShare: 0.5,
  }
  expect((await owner.patch('/business-case', 0, inputs)).body).toEqual({ version: 1 })
  const deal = await owner.post('/deals', {
    name: 'Northern Bank',
    outcome: 'lost',
    happenedOn: '2026-05-02',
    value: 40_000,
  })
  await owner.post('/competitors', { name: 'Rival', certified: true })
  const { figures } = (await owner.get('/business-case')).body
  const lost = figures.find(({ id }: { id: string }) => id === 'deals-lost-value')
  expect(lost.value).toBe(40_000)
  expect(figures.some(({ missing }: { missing: string[] }) => missing.length > 0)).toBe(true)
  await owner.post(`/deals/${deal.body.id}/withdraw`)
  expect((await owner.post(`/deals/${deal.body.id}/withdraw`)).body.kind).toBe('no-change')
  const after = (await owner.get('/business-case')).body.figures.find(
    ({ id }: { id: string }) => id === 'deals-lost-value',
  )
  expect(after.value).toBe(0)
  expect((await stranger.post(`/deals/${deal.body.id}/restore`)).status).toBe(404)
})

test('another organization sees no screening and changes none', async () => {
  const { id } = (await owner.get('/screenings/latest')).body
  expect((await stranger.get(`/screenings/${id}`)).status).toBe(404)
  expect((await stranger.post(`/screenings/${id}/conclude`)).status).toBe(404)
  expect((await stranger.get('/screenings/latest')).status).toBe(404)
})

test('a fine-tuned system, a training dataset and a lost deal raise their triggers by themselves, once each', async () => {
  const watcher = await house.organization('Watched')
  await watcher.post('/ai-systems', {
    name: 'Tuned',
    provenance: 'fine-tuned',
    jurisdictions: ['DE'],
    individualDecisions: 'decides',
  })
  await watcher.post('/deals', { name: 'Northern Bank', outcome: 'lost', happenedOn: '2026-05-02' })
  await house.jobs.drain()
  await house.jobs.drain()
  const raised = (await watcher.get('/screening-triggers')).body.items
  expect(raised.map(({ trigger }: { trigger: string }) => trigger).toSorted()).toEqual([
    'customer-asks-for-certification',
    'eu-expansion',
    'regulated-decisions',
    'starts-fine-tuning',
  ])
  expect(raised.every(({ cause }: { cause: string }) => /^(ai-system|deal):/.test(cause))).toBe(true)
})
