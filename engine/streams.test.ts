import { afterAll, describe, expect, it } from 'vitest'
import { executeFreeze } from './execute.ts'
import type { StreamResult } from './kinds/streams.ts'
import type { PlanInput } from './plan.ts'
import { checkPlan } from './read-plan.ts'
import { problemsOf, resultOf, runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

type Streams = NonNullable<Extract<PlanInput, { kind: 'drift' }>['streams']>

/** ±1 by turns, and from row `shifted` on 2 higher; labels agree with predictions until then. */
function table(rows: number, shifted: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const after = index >= shifted
    return `${rows - index},${(index % 2 === 0 ? 1 : -1) + (after ? 2 : 0)},${index % 3 === 0 ? 'yes' : 'no'},${(index % 3 === 0) !== (after && index % 2 === 0) ? 'yes' : 'no'}`
  })
  return `left,x,y,p\n${lines.join('\n')}\n`
}
const reference = at.write('reference.csv', table(400, 400))
const data = at.write('data.csv', table(400, 300))

const plan = (streams: Streams, more: object = {}): PlanInput => ({
  kind: 'drift',
  columns: ['x'],
  margins: { wassersteinNormalised: 5, totalVariation: 0.9, nullRate: 0.9, unseen: 0.9 },
  streams,
  ...more,
})
const streamOf = async (...streams: Streams) =>
  resultOf<{ streams: StreamResult[] }>(await runOf(at, plan(streams), { data, reference })).streams[0]

describe('a stream', () => {
  it('is held against the mean and deviation of the reference, and its change is dated', async () => {
    const found = await streamOf({ method: 'cusum', value: 'x' })
    expect(found?.target).toBeCloseTo(0, 12)
    expect(found).toMatchObject({ seen: 400, left: { nulls: 0, notFinite: 0 } })
    expect(found?.deviation).toBeCloseTo(Math.sqrt(400 / 399), 12)
    expect(found?.alarms[0]).toMatchObject({ direction: 'rise', since: 301 })
    expect(found?.alarms[0]?.at).toBeLessThan(315)
    expect(found?.expectedByChance).toBeCloseTo(400 / 469, 2)
  })

  it('of errors is made of label and prediction', async () => {
    const asked = { method: 'cusum', target: 0.05, deviation: 0.22, direction: 'rise' } as const
    const found = resultOf<{ streams: StreamResult[] }>(
      await runOf(at, plan([asked], { label: 'y', prediction: "p = 'yes'", positive: 'yes' }), { data, reference }),
    ).streams[0]
    expect(found).toMatchObject({ value: 'errors', seen: 400, target: 0.05 })
    expect(found?.alarms[0]?.at).toBeGreaterThan(300)
  })

  it('is read in the order of a column, numbers as numbers', async () => {
    const [first] =
      (await streamOf({ method: 'page-hinkley', value: 'x', tolerance: 0.5, threshold: 10, order: 'left' }))?.alarms ??
      []
    // Read from its end the first hundred values are high: it falls.
    expect(first).toMatchObject({ direction: 'fall', since: null })
    expect(first?.at).toBeLessThan(130)
  })

  it('fails by its alarms only where the plan says how many are too many', async () => {
    const verdicts = [undefined, 0, 1_000].map(async (atMostAlarms) => {
      const asked = { method: 'cusum', value: 'x', ...(atMostAlarms === undefined ? {} : { atMostAlarms }) } as const
      return (await runOf(at, plan([asked]), { data, reference })).verdict
    })
    expect(await Promise.all(verdicts)).toEqual(['pass', 'fail', 'pass'])
  })

  it('of many alarms tells the first and how many there were, on a path that stays short', async () => {
    const wild = at.write(
      'wild.csv',
      `x\n${Array.from({ length: 5_000 }, (_, index) => 100 + (index % 7)).join('\n')}\n`,
    )
    const run = await runOf(at, plan([{ method: 'cusum', value: 'x' }]), { data: wild, reference })
    const [found] = resultOf<{ streams: StreamResult[] }>(run).streams
    expect([found?.alarmsFound, found?.alarms.length]).toEqual([5_000, 200])
    expect(found?.path.length).toBeLessThanOrEqual(200)
    expect(found?.path.at(-1)?.at).toBe(5_000)
  })

  it('takes target and deviation of a column from a frozen reference', async () => {
    const read = checkPlan(plan([{ method: 'cusum', value: 'x' }]))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const execution = {
      plan: read.plan,
      files: { data: reference },
      workDirectory: at.folder,
      memoryLimit: '1GB',
      threads: 2,
    }
    const frozen = await executeFreeze(execution, { signal: new AbortController().signal, onProgress: () => undefined })
    if (!frozen.ok) throw new Error(JSON.stringify(frozen))
    const file = at.write('frozen.json', JSON.stringify(frozen.reference))
    const run = await runOf(at, plan([{ method: 'cusum', value: 'x' }]), { data, reference: file })
    expect(resultOf<{ streams: StreamResult[] }>(run).streams[0]?.alarms[0]?.since).toBe(301)
    const problems = await problemsOf(at, plan([{ method: 'cusum', value: 'x > 0' }]), { data, reference: file })
    expect(problems).toEqual([expect.stringContaining('streams.0.target: has to be written')])
  })

  it.each([
    [{ method: 'cusum' }, 'streams.0.value: is missing'],
    [{ method: 'cusum', value: 'nowhere' }, 'streams.0.value: there is no column "nowhere"'],
    [{ method: 'cusum', value: 'x > 50' }, 'streams.0.deviation: is 0 in the reference'],
  ] as const)('asked for by %j is refused', async (asked, problem) => {
    expect(await problemsOf(at, plan([asked]), { data, reference })).toEqual([expect.stringContaining(problem)])
  })
})
