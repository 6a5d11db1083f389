import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Answer, openTestHouse } from '../../../../test/house.ts'
import { decisionsCsv, type Groups } from '../../../app/demo/decisions.ts'

const house = await openTestHouse()
const owner = await house.organization()
const stranger = await house.organization('Another')
const system = `ai-system:${(await owner.post('/ai-systems', { name: 'Credit model' })).body.id}`
const dataset = `dataset:${(await owner.post('/components', { kind: 'dataset', name: 'Applications' })).body.id}`

async function bring(content: string, name: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return (await owner.post('/measurement-files', form)).body.id
}

async function aPlan(definition: object, fields: object = {}): Promise<string> {
  const made = await owner.post('/measurement-plans', {
    subject: system,
    title: 'x',
    reason: 'y',
    definition,
    ...fields,
  })
  expect(made.text).toContain('"id"')
  return made.body.id
}

async function run(plan: string, content: string): Promise<string> {
  const file = await bring(content, 'window.csv')
  const asked = await owner.post('/measurement-runs', { plan, file })
  await house.jobs.drain()
  return asked.body.id
}

/** The record of a run with other numbers in it, as if it had been computed of another file elsewhere. */
async function elsewhere(plan: string, id: string, edit: (record: Json) => void): Promise<string> {
  const { record } = (await owner.get(`/measurement-runs/${id}`)).body
  record.data.at(-1).sha256 = createHash('sha256').update(crypto.randomUUID()).digest('hex')
  edit(record)
  const key = { 'idempotency-key': crypto.randomUUID() }
  const pushed = await owner.post('/measurement-runs/push', { run: record, plan }, key)
  expect(pushed.status).toBe(201)
  return pushed.body.id
}
type Json = Answer['body']

async function compared(before: string, after: string, query = '') {
  const { status, body } = await owner.get(`/measurement-runs/${after}/comparison?with=${before}${query}`)
  expect([status, body.kind]).toEqual([200, undefined])
  return body
}

type Row = { part: string; of: string[]; group: string[]; measure: string }
const rowOf = (items: Row[], part: string, measure: string, group: string[] = []) =>
  items.find((it) => it.part === part && it.measure === measure && it.group.join() === group.join())

const people: Groups = { north: { people: 500, selected: 0.4 }, south: { people: 500, selected: 0.4 } }
const fewer: Groups = { north: { people: 500, selected: 0.4 }, south: { people: 501, selected: 0.15 } }
const columns = { label: 'label', prediction: 'prediction', positive: '1', replicates: 100 }
const thresholds = [{ metric: 'selection_rate', comparison: 'difference', margin: 0.15 }]
const decided = { kind: 'fairness', ...columns, by: ['group'], reference: { group: 'north' }, thresholds }
const fairness = await aPlan(decided)
const [before, after] = [await run(fairness, decisionsCsv(1, people)), await run(fairness, decisionsCsv(2, fewer))]

test('of fairness, each rate and gap stands before and after, with the verdict, and what chance would hardly give', async () => {
  const { items, total, summary, ...body } = await compared(before, after, '&limit=200')
  expect(body).toMatchObject({ notes: [], before: { verdict: 'pass' }, after: { verdict: 'fail' } })
  expect(rowOf(items, 'gap', 'selection_rate_difference', ['south'])).toMatchObject({
    against: ['north'],
    before: { verdict: 'pass', limit: { least: -0.15, most: 0.15 } },
    after: { verdict: 'fail' },
    verdictChanged: true,
    change: { method: 'mover', beyondNoise: true, silence: null },
  })
  const south = rowOf(items, 'group', 'selection_rate', ['south'])
  expect(south).toMatchObject({ unit: 'share', before: { numerator: 200, denominator: 500 } })
  expect(south).toMatchObject({ change: { value: 75 / 501 - 0.4, method: 'newcombe', beyondNoise: true } })
  const north = rowOf(items, 'group', 'selection_rate', ['north'])
  expect(north).toMatchObject({ change: { value: 0, beyondNoise: false } })
  expect(summary).toMatchObject({ rows: total, verdictsChanged: 1, confidence: 0.95 })
  expect(summary.byChance).toBeCloseTo(summary.tested * 0.05)
})

test('of performance, rates, what is made of them and the ranking are compared, of everybody and of groups', async () => {
  const limit = [{ metric: 'accuracy', atLeast: 0.99 }]
  const plan = await aPlan({ kind: 'performance', ...columns, score: 'score', by: ['group'], thresholds: limit })
  const first = await run(plan, decisionsCsv(3, people))
  const second = await elsewhere(plan, first, ({ data, result }: Json) => {
    data[0].rowsUsed = 999
    result.overall.ranking[0].auc = { value: 0.5, low: 0.45, high: 0.55, method: 'delong' }
  })
  const { items } = await compared(first, second, '&limit=200')
  const limited = { verdict: 'fail', limit: { least: 0.99, most: null } }
  expect(rowOf(items, 'everybody', 'accuracy')).toMatchObject({ before: limited, after: limited })
  const change = { method: 'mover', beyondNoise: true }
  expect(rowOf(items, 'everybody', 'auc')).toMatchObject({ before: { method: 'delong' }, change })
  expect(rowOf(items, 'group', 'f1', ['south'])).toMatchObject({ unit: 'number', of: ['group'] })
})

test('of calibration, slope and intercept have intervals, and errors of bins none, so that chance is not spoken of', async () => {
  const { prediction: _prediction, ...labelled } = columns
  const plan = await aPlan({ kind: 'calibration', ...labelled, score: 'score' })
  const first = await run(plan, decisionsCsv(5, people))
  const second = await elsewhere(plan, first, ({ result }: Json) => {
    result.overall.positives += 1
    result.overall.cox.intercept = { value: null, low: null, high: null, method: null, reason: 'one label' }
  })
  const { items } = await compared(first, second)
  expect(rowOf(items, 'everybody', 'slope')).toMatchObject({ change: { method: 'mover', silence: null } })
  const undefinedNow = { after: { value: null, reason: 'one label' }, change: { value: null, silence: 'undefined' } }
  expect(rowOf(items, 'everybody', 'intercept')).toMatchObject(undefinedNow)
  for (const measure of ['ece', 'brier'])
    expect(rowOf(items, 'everybody', measure)).toMatchObject({ change: { beyondNoise: null, silence: 'no-interval' } })
})

test('of drift, each aspect of each column keeps its verdict, and only the mix of groups speaks of chance', async () => {
  const reference = await bring(decisionsCsv(7, people), 'reference.csv')
  const plan = await aPlan({ kind: 'drift', by: ['group'], columns: [] }, { reference })
  const first = await run(plan, decisionsCsv(8, people))
  const second = await elsewhere(plan, first, ({ result }: Json) => {
    Object.assign(result.columns[0].checks[0], { value: 0.25, low: 0.2, high: 0.3, verdict: 'fail' })
    const [north, south] = result.groupMix[0].groups
    north.current = { count: 750, share: 0.75 }
    south.current = { count: 250, share: 0.25 }
  })
  const { items } = await compared(first, second)
  const distance = rowOf(items, 'column', 'total_variation')
  expect(distance).toMatchObject({ of: ['group'], before: { value: 0 }, after: { value: 0.25, verdict: 'fail' } })
  expect(distance).toMatchObject({ change: { value: 0.25, silence: 'against-a-reference' } })
  const south = rowOf(items, 'mix', 'share_of_rows', ['south'])
  expect(south).toMatchObject({ before: { value: 0.5 }, after: { value: 0.25, numerator: 250, denominator: 1000 } })
  expect(south).toMatchObject({ change: { method: 'newcombe', beyondNoise: true } })
})

test('of data quality, each check keeps its target and verdict, and counts of whole files are told without chance', async () => {
  const asked = { atMost: 0.1, owner: 'Data owner', setOn: '2026-01-01' }
  const checks = [{ check: 'missing-values', column: 'age', asked }]
  const plan = await aPlan({ kind: 'quality', checks }, { subject: dataset })
  const first = await run(plan, 'age\n1\n2\n3\n')
  const second = await elsewhere(plan, first, ({ result: { findings } }: Json) => {
    Object.assign(findings[0].measures[0], { value: 1 / 3, numerator: 1 })
    findings[0].verdict = 'fail'
  })
  const { items } = await compared(first, second)
  expect(items[0]).toMatchObject({
    part: 'check',
    of: ['missing-values', 'age'],
    before: { value: 0, verdict: 'pass', limit: { least: null, most: 0.1 } },
    after: { verdict: 'fail' },
    change: { value: 1 / 3, silence: 'whole-file' },
    verdictChanged: true,
  })
})

test('of texts, checks, pairs of prompts and the judge-corrected share are compared; equal rows may be the same prompts', async () => {
  const lines = Array.from({ length: 60 }, (_, pair) =>
    ['a', 'b'].map((variant) => {
      const [truth, judge] = [pair % 4 === 0, pair % 4 === 0 || pair % 10 === 1].map((it) => (it ? 'bad' : 'good'))
      return `${pair},${variant},${variant === 'b' && pair < 3 ? 'no' : 'yes'},${judge},${truth}`
    }),
  )
  const plan = await aPlan({
    kind: 'llm',
    columns: { output: 'output', pair: 'pair', variant: 'variant', judge: 'judge', judgeReference: 'truth' },
    checks: [{ check: 'counterfactual' }, { check: 'judge-prevalence', positive: 'bad' }],
  })
  const first = await run(plan, ['pair,variant,output,judge,truth', ...lines.flat(), ''].join('\n'))
  const flip = ({ result: { findings } }: Json) =>
    Object.assign(findings[0].measures[0], { value: 2 / 3, low: 0.54, high: 0.77, numerator: 40 })
  const second = await elsewhere(plan, first, (record: Json) => {
    record.data[0].rowsUsed += 2
    flip(record)
  })
  const { notes, items } = await compared(first, second)
  expect(notes).toEqual([])
  expect(rowOf(items, 'check', 'flip_share')).toMatchObject({
    of: ['counterfactual'],
    before: { value: 0.05 },
    change: { method: 'newcombe', beyondNoise: true },
  })
  expect(rowOf(items, 'check', 'corrected_share')).toMatchObject({ unit: 'share', change: { method: 'mover' } })
  const cautious = await compared(first, await elsewhere(plan, first, flip))
  expect(cautious.notes).toEqual([{ kind: 'same-rows-perhaps' }])
  const change = { beyondNoise: null, silence: 'same-rows-perhaps' }
  expect(rowOf(cautious.items, 'check', 'flip_share')).toMatchObject({ change })
  const foreign = await owner.get(`/measurement-runs/${first}/comparison?with=${before}`)
  expect([foreign.status, foreign.body.kind]).toEqual([422, 'other-kind-compared'])
})

test('another engine, another definition and the same file are told, and then nothing is said about chance', async () => {
  const edited = async (edit: (record: Json) => void) => compared(await elsewhere(fairness, before, edit), after)
  const { notes } = await edited((record) => (record.engine.version = '0.0.1'))
  expect(notes).toEqual([expect.objectContaining({ kind: 'other-engine', before: '0.0.1' })])
  const limits = await edited((record) => (record.definition.thresholds = []))
  expect(limits.notes).toEqual([{ kind: 'other-definition', keys: ['thresholds'], limitsOnly: true }])
  expect(limits.summary.tested).toBeGreaterThan(0)
  const filtered = await edited((record) => (record.definition.filter = 'score > 0'))
  expect(filtered.notes).toEqual([{ kind: 'other-definition', keys: ['filter'], limitsOnly: false }])
  expect(filtered.summary.tested).toBe(0)
  const self = await compared(after, after)
  expect([self.notes, self.summary.tested]).toEqual([[{ kind: 'same-file' }], 0])
})

test('rows come in pages, only changed ones on demand, and of nobody else', async () => {
  const path = `/measurement-runs/${after}/comparison?with=${before}`
  const [all, first] = [(await owner.get(`${path}&limit=200`)).body, (await owner.get(`${path}&limit=5`)).body]
  const rest = (await owner.get(`${path}&limit=200&cursor=${first.next}`)).body
  expect([...first.items, ...rest.items]).toEqual(all.items)
  const changed = (await owner.get(`${path}&show=changed&limit=200`)).body
  expect(changed.total).toBe(all.summary.changed)
  expect(changed.total).toBeLessThan(all.total)
  expect((await owner.get(`${path}&show=changed&cursor=${first.next}`)).status).toBe(400)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await owner.get(`/measurement-runs/${after}/comparison?with=${crypto.randomUUID()}`)).status).toBe(404)
})
