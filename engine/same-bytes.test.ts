import { afterAll, describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'
import type { PlanInput } from './plan.ts'
import type { RunFiles } from './run.ts'
import { runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

/** 12,000 rows from a fixed recurrence: enough for two threads to share, in no order that helps anybody. */
function table(seed: number): string {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const lines = Array.from({ length: 12_000 }, (_, index) => {
    const score = next()
    const group = ['a', 'b', 'c', ''][Math.floor(next() * 4)]
    const label = next() < score ? 1 : 0
    return `${index},${group},${next() < 0.5 ? 'x' : 'y'},${label},${score > 0.5 ? 1 : 0},${score},${(next() - 0.5) * 1e6},2026-0${1 + Math.floor(next() * 9)}-01,"said ${Math.floor(next() * 50)}"`
  })
  return `id,g,h,y,p,s,v,day,text\n${lines.join('\n')}\n`
}

const data = at.write('data.csv', table(42))
const other = at.write('other.csv', table(43))

const plans: [string, PlanInput, RunFiles][] = [
  [
    'fairness',
    {
      kind: 'fairness',
      label: 'y',
      prediction: 'p',
      score: 's',
      by: ['g', 'h'],
      intersect: [['g', 'h']],
      thresholds: [{ metric: 'tpr', margin: 0.1 }],
      replicates: 200,
    },
    { data },
  ],
  [
    'performance',
    {
      kind: 'performance',
      label: 'y',
      prediction: 's >= 0.5',
      score: 's',
      by: ['g'],
      filter: 'v > -1000',
      replicates: 200,
    },
    { data },
  ],
  ['calibration', { kind: 'calibration', label: 'y', score: 's', by: ['g'] }, { data }],
  [
    'drift, exact',
    {
      kind: 'drift',
      by: ['g'],
      categories: ['y', 'p'],
      columns: ['y', 'p', 's', 'v', 'day'],
      windows: { rows: 6_000 },
    },
    { data, reference: other },
  ],
  ['drift, binned', { kind: 'drift', mode: 'binned', columns: ['s', 'v', 'h'] }, { data, reference: other }],
  [
    'quality',
    { kind: 'quality', label: 'y', by: ['g'], keys: ['id'], columns: ['g', 'h', 'y', 's', 'v', 'day'] },
    { data },
  ],
  ['llm', { kind: 'llm', columns: { output: 'text', group: 'g', prompt: 'h' }, filter: 'id < 200' }, { data }],
]

describe('a run', () => {
  it.each(plans)('of %s gives the same bytes ten times, with one thread and with two', async (_, plan, files) => {
    const seen = new Set<string>()
    for (let time = 0; time < 10; time += 1) {
      seen.add(canonicalJson(await runOf(at, plan, files, { threads: 1 + (time % 2) })))
    }
    expect(seen.size).toBe(1)
  })

  it('gives the same result for the same rows in another order and another format', async () => {
    const [head = '', ...lines] = table(42).trimEnd().split('\n')
    const names = head.split(',')
    const turned = at.write('turned.csv', `${[head, ...lines.toReversed()].join('\n')}\n`)
    const json = lines.map((line) =>
      JSON.stringify(Object.fromEntries(line.split(',').map((it, index) => [names[index], it === '' ? null : it]))),
    )
    const objects = at.write('objects.jsonl', `${json.join('\n')}\n`)
    const plan: PlanInput = { kind: 'fairness', label: 'y', prediction: 'p', score: 's', by: ['g'], replicates: 100 }
    const results = await Promise.all([data, turned, objects].map(async (file) => (await runOf(at, plan, file)).result))
    const counted = results.map(({ attributes, scores, calibration }) =>
      canonicalJson({ attributes, scores, calibration }),
    )
    expect(new Set(counted).size).toBe(1)
  })
})
