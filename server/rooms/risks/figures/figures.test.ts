import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { simulateTogether } from '@assay/measures'
import type { OrganizationId } from '#kernel/id.ts'
import { change } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { systemActor } from '#app/system-actor.ts'
import { type Member, openTestHouse } from '../../../../test/house.ts'
import { factsAbout } from '../../../../test/look.ts'
import { aRisk, criteriaInForce } from '../a-risk.ts'
import { simulateInThread } from './in-thread.ts'
import { readRecord } from './inputs.ts'
import { compare, standsOf } from './model.ts'
import { makeSimulation } from './simulate.ts'
import { endSimulation } from './simulations-store.ts'

const house = await openTestHouse()
const owner = await house.organization('Northwind')
const manager = await house.join(owner, ['aims-manager'])
const approver = await house.join(owner, ['approver'])
const auditor = await house.join(owner, ['external-auditor'])
const stranger = await house.organization('Another')

type Pert = [low: number, likely: number, high: number]
const pert = ([low, likely, high]: Pert) => ({ shape: 'pert', low, likely, high })
const estimate = (
  fields: object = {},
  [often, much]: [Pert, Pert] = [
    [0.1, 0.5, 2],
    [1_000, 20_000, 200_000],
  ],
) => ({
  frequency: { kind: 'rate', range: pert(often) },
  loss: pert(much),
  frequencyBasis: 'Twice in the last five years',
  lossBasis: 'Invoices of the two cases',
  currency: 'EUR',
  ...fields,
})
const less = (fields: object = {}) =>
  estimate(fields, [
    [0, 0.1, 0.5],
    [1_000, 10_000, 50_000],
  ])

const put = async (by: Member, risk: string, stage: string, body: object, measure = 'money') => {
  const url = `/api/v1/risks/${risk}/estimates/${measure}/${stage}`
  const answer = await house.http.inject({ method: 'PUT', url, headers: { cookie: by.cookie }, payload: body })
  return { status: answer.statusCode, body: answer.json() }
}

async function estimated(by: Member, fields: object = {}, draft = estimate()): Promise<string> {
  const risk = await aRisk(by, fields)
  expect((await put(by, risk, 'inherent', draft)).body).toEqual({ id: risk })
  return risk
}

async function simulated(by: Member, body: object) {
  const asked = await by.post('/risk-simulations', { trials: 2_000, ...body })
  expect(asked.status, asked.text).toBe(202)
  await makeSimulation(jobOf(by, asked.body.id), parts)
  return (await by.get(`/risk-simulations/${asked.body.id}`)).body
}

const nothing = () => Promise.resolve()
const parts = { door: house.door, actor: (org: OrganizationId) => systemActor(org, 'risks') }

/** The job of a simulation, done here and now. */
function jobOf({ org }: Member, simulation: string, called: 'off' | 'on' = 'on'): JobRun {
  const around = { organizations: () => Promise.resolve([org]), progress: nothing, cancelled: () => called === 'off' }
  return { data: { simulation }, org: () => org, ...around }
}

test('a risk is put into figures before and after treatment, each estimate with its author and what it rests on', async () => {
  const risk = await estimated(owner)
  expect((await put(manager, risk, 'residual', less())).status).toBe(200)
  const { items, currency } = (await auditor.get(`/risks/${risk}/estimates`)).body
  expect(currency).toBe('EUR')
  expect(items).toMatchObject([
    { stage: 'inherent', version: 1, by: { name: 'Olive Owner' }, lossBasis: 'Invoices of the two cases' },
    { stage: 'residual', loss: { likely: 10_000 }, frequency: { kind: 'rate' } },
  ])
  expect(items[0].meanYear).toBeCloseTo((4.1 / 6) * (281_000 / 6), 6)
  expect((await put(owner, risk, 'inherent', estimate())).body).toMatchObject({ kind: 'stale', currentVersion: 1 })
  expect((await put(owner, risk, 'inherent', estimate({ replaces: 1 }))).status).toBe(200)
  expect(await factsAbout(house, owner, `risk:${risk}`)).toEqual([
    'risk.identified',
    'risk.estimated',
    'risk.residual-estimated',
    'risk.estimated',
  ])
})

test('what cannot be simulated, added up or be true is refused in words', async () => {
  const risk = await aRisk(owner)
  const kindOf = async (stage: string, body: object, by = owner, measure = 'money') =>
    (await put(by, risk, stage, body, measure)).body.kind
  expect(await kindOf('residual', less())).toBe('inherent-first')
  const crossed = estimate({}, [
    [0, 3, 2],
    [10, 5, 20],
  ])
  expect((await put(owner, risk, 'inherent', crossed)).body).toMatchObject({
    kind: 'cannot-simulate',
    problems: [{ path: 'frequency.range.likely' }, { path: 'loss.likely' }],
  })
  expect(await kindOf('inherent', estimate({ currency: null }))).toBe('currency-needed')
  expect(await kindOf('inherent', estimate(), owner, 'people')).toBe('currency-needed')
  expect(await kindOf('inherent', estimate({ currency: null }), owner, 'people')).toBeUndefined()
  const other = await put(owner, risk, 'inherent', estimate({ currency: 'USD' }))
  expect(other.body).toMatchObject({ kind: 'another-currency', problems: [{ path: 'currency', message: 'EUR' }] })
  expect(await kindOf('inherent', less(), approver)).toBe('forbidden')
  expect((await put(owner, risk, 'inherent', less())).status).toBe(200)
  expect(await kindOf('residual', estimate())).toBe('estimates-cross')
  expect((await put(owner, risk, 'residual', less())).status).toBe(200)
  expect((await owner.delete(`/risks/${risk}/estimates/money/inherent`)).body.kind).toBe('residual-rests-on-it')
  expect((await owner.delete(`/risks/${risk}/estimates/money/residual`)).status).toBe(200)
  expect((await owner.delete(`/risks/${risk}/estimates/money/residual`)).status).toBe(404)
  await owner.post(`/risks/${risk}/close`, { reason: 'Gone' })
  expect(await kindOf('inherent', less({ replaces: 1 }))).toBe('closed')
  expect((await put(owner, risk, 'sometimes', less())).status).toBe(400)
})

test('a simulation keeps what it was computed from and can be computed again by whoever may read', async () => {
  const risk = await estimated(owner)
  await put(owner, risk, 'residual', less())
  const asked = await owner.post('/risk-simulations', { risk, seed: 7, trials: 2_000 })
  await house.jobs.drain()
  expect((await owner.get(`/jobs/${asked.body.job}`)).body).toMatchObject({
    state: 'done',
    result: { href: `/risks/simulations/${asked.body.id}` },
  })
  const found = (await owner.get(`/risk-simulations/${asked.body.id}`)).body
  expect(found).toMatchObject({ state: 'finished', seed: 7, trials: 2_000, risk: { id: risk }, tolerance: null })
  const { inherent, residual, risks } = found.result
  expect(Math.abs(inherent.mean.value - (4.1 / 6) * (281_000 / 6))).toBeLessThan(4 * inherent.mean.error)
  expect(residual.mean.value).toBeLessThan(inherent.mean.value)
  expect(inherent.curve.length).toBeGreaterThan(50)
  expect(risks).toMatchObject([{ risk: { id: risk }, inherent: { share: { value: 1 } } }])
  expect(found.headline.inherent.mean).toEqual(inherent.mean)

  const file = await auditor.get(`/risk-simulations/${found.id}/record`)
  expect(createHash('sha256').update(file.text).digest('hex')).toBe(found.recordSha256)
  const record = readRecord(file.text)
  expect(simulateTogether(record.risks, { trials: record.trials })).toEqual(record.result)
  const repeat = async () => (await auditor.post(`/risk-simulations/${found.id}/repeat`)).body.job
  const repeated = await repeat()
  // one at a time: whoever asks meanwhile follows the same work
  expect(await repeat()).toBe(repeated)
  await house.jobs.drain()
  expect((await auditor.get(`/jobs/${repeated}`)).body).toMatchObject({ state: 'done', startedBy: auditor.person })
  expect((await owner.get(`/risk-simulations/${found.id}`)).body.repeats).toMatchObject([
    { equal: true, recordSha256: found.recordSha256, askedBy: expect.stringContaining('Person'), job: repeated },
  ])
  const stopped = await repeat()
  expect((await auditor.post(`/jobs/${stopped}/cancel`)).status).toBe(200)
  await house.jobs.drain()
  expect((await owner.get(`/risk-simulations/${found.id}`)).body.repeats).toHaveLength(1)
  expect(await factsAbout(house, owner, `risk-simulation:${found.id}`)).toEqual([
    'risk-simulation.asked-for',
    'risk-simulation.finished',
    'risk-simulation.confirmed-by-bytes',
  ])
  expect((await simulated(owner, { risk, seed: 8 })).result.inherent.mean).not.toEqual(inherent.mean)
  expect((await owner.get(`/risk-simulations?risk=${risk}&limit=1`)).body).toMatchObject({
    total: 2,
    items: [{ seed: 8 }],
  })
})

test('the newest result says when the estimates that it rests on have changed', async () => {
  const risk = await estimated(owner)
  const at = `/risk-figures?risk=${risk}`
  expect((await owner.get(at)).body).toMatchObject({ inherent: 1, residual: 0, latest: null, outdated: false })
  await simulated(owner, { risk })
  expect((await owner.get(at)).body).toMatchObject({ latest: { state: 'finished' }, outdated: false, currency: 'EUR' })
  await put(owner, risk, 'inherent', less({ replaces: 1 }))
  expect((await owner.get(at)).body.outdated).toBe(true)
  await simulated(owner, { risk })
  expect((await owner.get(at)).body).toMatchObject({ outdated: false, waiting: null })
})

test('all open risks are added up, each with its share, and held against the tolerance of the criteria in force', async () => {
  const org = await house.organization('Register')
  const second = await house.join(org, ['aims-manager'])
  expect((await org.post('/risk-simulations', {})).body.kind).toBe('nothing-estimated')
  const tolerance = {
    currency: 'EUR',
    points: [
      { chance: 0.99, loss: 1_000 },
      { chance: 0.01, loss: 50_000 },
    ],
  }
  await criteriaInForce(org, second, { tolerance })
  const great = await estimated(org, { title: 'Great' })
  await put(org, great, 'residual', less())
  const small = await estimated(org, { title: 'Small' }, less())
  const closed = await estimated(org, { title: 'Closed' })
  await org.post(`/risks/${closed}/close`, { reason: 'Gone' })
  await aRisk(org, { title: 'Without figures' })

  const found = await simulated(org, { trials: 5_000 })
  const names = found.result.risks.map(({ risk }: { risk: { name: string } }) => risk.name)
  expect(names.toSorted()).toEqual(['Great', 'Small'])
  const shares = found.result.risks.map(
    ({ inherent }: { inherent: { share: { value: number } } }) => inherent.share.value,
  )
  expect(shares[0] + shares[1]).toBeCloseTo(1, 9)
  expect(found.tolerance).toMatchObject({
    inherent: { stands: 'over', points: [{ stands: 'within' }, { chance: 0.01, loss: 50_000, stands: 'over' }] },
    residual: { stands: 'within' },
  })
  expect(found).toMatchObject({
    edition: 1,
    headline: { inherent: { stands: 'over' }, residual: { stands: 'within' } },
  })
  const alone = await simulated(org, { risk: small, trials: 5_000 })
  const mine = found.result.risks.find(({ risk }: { risk: { id: string } }) => risk.id === small)
  expect(alone.result.inherent.mean).toEqual(mine.inherent.mean)

  const whole = found.result.risks.find(({ risk }: { risk: { id: string } }) => risk.id === great)
  const sorted = whole.residual.mean.value > alone.result.inherent.mean.value ? [great, small] : [small, great]
  const listed: { id: string; loss: object }[] = (await org.get('/risks?sort=-loss')).body.items
  expect(listed.map(({ id, loss }) => loss && id)).toEqual([...sorted, null, null])
  const loss = async (id: string) => (await org.get(`/risks/${id}`)).body.loss
  const [mean, inTwenty] = [whole.residual.mean.value, whole.residual.inTwenty.value]
  expect(await loss(great)).toMatchObject({ currency: 'EUR', stage: 'residual', outdated: false })
  expect((await loss(great)).mean).toBeCloseTo(mean, 6)
  expect((await loss(great)).inTwenty).toBeCloseTo(inTwenty, 6)
  // the newest result is the one of this risk alone
  expect(await loss(small)).toMatchObject({ stage: 'inherent', outdated: false })
  await org.delete(`/risks/${great}/estimates/money/residual`)
  expect((await loss(great)).outdated).toBe(true)
  await put(org, great, 'residual', less())
  expect((await org.get('/risk-figures')).body).toMatchObject({
    open: 3,
    inherent: 2,
    residual: 1,
    toleranceSet: true,
    latest: { id: found.id },
  })
  const usd = await put(org, small, 'inherent', estimate({ currency: 'USD', replaces: 1 }))
  expect(usd.body.kind).toBe('another-currency')
})

test('a tolerance whose greater losses are likelier is refused', async () => {
  const definition = (await owner.get('/risk-criteria/current')).body.proposal.definition
  const points = [
    { chance: 0.05, loss: 100 },
    { chance: 0.1, loss: 100 },
  ]
  const body = { appetite: 'Little', definition: { ...definition, tolerance: { currency: 'EUR', points } } }
  expect((await owner.post('/risk-criteria', body)).body).toMatchObject({
    kind: 'bad-criteria',
    problems: [{ path: 'definition.tolerance.points.1.loss' }, { path: 'definition.tolerance.points.1.chance' }],
  })
})

test.each([
  { found: 0.04, error: 0.001, stands: 'within', close: false },
  { found: 0.049, error: 0.001, stands: 'within', close: true },
  { found: 0.051, error: 0.001, stands: 'over', close: true },
  { found: 0.2, error: 0.001, stands: 'over', close: false },
])('$found of years beyond what 5 % may pass is $stands', ({ found, error, stands, close }) => {
  const points = compare([{ chance: 0.05, loss: 10 }], [{ chance: { value: found, error } }])
  expect(points).toEqual([{ chance: 0.05, loss: 10, found: { value: found, error }, stands, close }])
  expect(standsOf(points)).toBe(stands)
})

test('a simulation is called off before and while it runs', async () => {
  const risk = await estimated(owner)
  const asked = (await owner.post('/risk-simulations', { risk })).body
  expect((await owner.post(`/jobs/${asked.job}/cancel`)).status).toBe(200)
  await house.jobs.drain()
  expect((await owner.get(`/risk-simulations/${asked.id}`)).body).toMatchObject({ state: 'cancelled', result: null })
  expect((await owner.post(`/risk-simulations/${asked.id}/repeat`)).body.kind).toBe('not-finished')
  expect((await owner.get(`/risk-simulations/${asked.id}/record`)).body.kind).toBe('not-finished')

  const other = (await owner.post('/risk-simulations', { risk })).body
  await makeSimulation(jobOf(owner, other.id, 'off'), parts)
  expect((await owner.get(`/risk-simulations/${other.id}`)).body.state).toBe('cancelled')
  expect((await factsAbout(house, owner, `risk-simulation:${other.id}`)).at(-1)).toBe('risk-simulation.cancelled')

  const kept = await simulated(owner, { risk })
  const record = readRecord((await owner.get(`/risk-simulations/${kept.id}/record`)).text)
  const controller = new AbortController()
  const running = simulateInThread({ ...record, trials: 1_000_000 }, { signal: controller.signal })
  controller.abort()
  expect(await running).toBeNull()
  const again = await change(house.door, systemActor(owner.org, 'risks'), 'risks:rate', async ({ tx, org }) => ({
    ok: false as const,
    error: { kind: 'ended', now: await endSimulation(tx, org, kept.id, { state: 'cancelled' }) },
  }))
  expect(again).toMatchObject({ error: { now: false } })
})

test('a simulation that broke off says so and is tried again from the same inputs', async () => {
  const risk = await estimated(owner)
  const asked = (await owner.post('/risk-simulations', { risk, trials: 2_000 })).body
  const again = () => owner.post(`/risk-simulations/${asked.id}/try-again`)
  expect((await again()).body.kind).toBe('not-failed')
  const broken: JobRun = {
    ...jobOf(owner, asked.id),
    cancelled() {
      throw new Error('no memory is left')
    },
  }
  await expect(makeSimulation(broken, parts)).rejects.toThrow('no memory is left')
  expect((await owner.get(`/risk-figures?risk=${risk}`)).body.waiting).toEqual({ id: asked.id, job: asked.job })
  expect((await owner.get(`/risk-simulations/${asked.id}`)).body).toMatchObject({ state: 'failed', result: null })
  await put(owner, risk, 'inherent', less({ replaces: 1 }))
  expect((await approver.post(`/risk-simulations/${asked.id}/try-again`)).body.kind).toBe('forbidden')
  expect((await again()).status).toBe(202)
  await house.jobs.drain()
  const found = (await owner.get(`/risk-simulations/${asked.id}`)).body
  expect(Math.abs(found.result.inherent.mean.value - (4.1 / 6) * (281_000 / 6))).toBeLessThan(
    4 * found.result.inherent.mean.error,
  )
  expect(await factsAbout(house, owner, `risk-simulation:${asked.id}`)).toEqual([
    'risk-simulation.asked-for',
    'risk-simulation.broke-off',
    'risk-simulation.tried-again',
    'risk-simulation.finished',
  ])
})

test('as of an earlier day the figures stand as they stood', async () => {
  const risk = await estimated(owner)
  const { seq } = (await owner.get('/audit-trail?limit=1')).body.items[0]
  await owner.delete(`/risks/${risk}/estimates/money/inherent`)
  const then = await owner.get(`/risk-figures?risk=${risk}`, { 'assay-as-of': String(seq) })
  expect(then.body).toMatchObject({ inherent: 1, latest: null })
  expect((await owner.get(`/risk-figures?risk=${risk}`)).body.inherent).toBe(0)
})

test('another organization sees and changes nothing', async () => {
  const risk = await estimated(owner)
  const { id } = await simulated(owner, { risk })
  expect((await stranger.get(`/risks/${risk}/estimates`)).status).toBe(404)
  expect((await stranger.get(`/risk-figures?risk=${risk}`)).status).toBe(404)
  expect((await stranger.get('/risk-simulations')).body.total).toBe(0)
  expect((await stranger.get(`/risk-simulations/${id}`)).status).toBe(404)
  expect((await stranger.get(`/risk-simulations/${id}/record`)).status).toBe(404)
  expect((await stranger.post(`/risk-simulations/${id}/repeat`)).status).toBe(404)
  expect((await stranger.post(`/risk-simulations/${id}/try-again`)).status).toBe(404)
  expect((await stranger.post('/risk-simulations', { risk })).status).toBe(404)
  expect((await put(stranger, risk, 'inherent', estimate())).status).toBe(404)
  expect((await stranger.delete(`/risks/${risk}/estimates/money/inherent`)).status).toBe(404)
})
