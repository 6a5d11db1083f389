import { describe, expect, it } from 'vitest'
import { cusum, cusumStart, type CusumOptions } from './cusum.ts'
import { cusumRunLength } from './cusum-run-length.ts'
import { pageHinkley, type PageHinkleyOptions, pageHinkleyStart } from './page-hinkley.ts'
import { windowsBySize, windowsByTime } from './windows.ts'

/** Normal values with mean 0 and deviation 1, and `shift` from value `from` on (counted from 1): Park and Miller, Box and Muller. */
function stream(
  length: number,
  { seed, from = length + 1, shift = 0 }: { seed: number; from?: number; shift?: number },
) {
  let state = seed
  const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647
  return Array.from({ length }, (_, index) => {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    return normal + (index + 1 >= from ? shift : 0)
  })
}

const cusumOver = (values: number[], options: Partial<CusumOptions> = {}) =>
  values.reduce((state, value) => cusum(state, value, { target: 0, deviation: 1, ...options }), cusumStart())

const hinkleyOver = (values: number[], options: Partial<PageHinkleyOptions> = {}) =>
  values.reduce(
    (state, value) => pageHinkley(state, value, { tolerance: 0.25, threshold: 20, ...options }),
    pageHinkleyStart(),
  )

describe('CUSUM', () => {
  it('computes the sums of its definition', () => {
    const state = cusumOver([1, 2, -0.25, -4])
    expect([state.high, state.low]).toEqual([0, 3.5])
    expect(cusumOver([1, 2]).high).toBe(2)
    expect(cusumOver([1, 2]).since.high).toBe(1)
  })

  it('finds a shift of one deviation soon and dates it', () => {
    const [first] = cusumOver(stream(400, { seed: 11, from: 301, shift: 1 })).alarms.filter(({ at }) => at > 300)
    expect(first).toMatchObject({ direction: 'rise' })
    expect(first?.at).toBeLessThan(330)
    expect(Math.abs((first?.since ?? 0) - 301)).toBeLessThan(15)
  })

  it('alarms about once in 465 values where nothing shifts', () => {
    const { alarms } = cusumOver(stream(100_000, { seed: 3 }))
    expect(100_000 / alarms.length).toBeGreaterThan(350)
    expect(100_000 / alarms.length).toBeLessThan(600)
  })

  // Exact run lengths of Montgomery's table 9.3; the approximation is within two per cent of them.
  it.each([
    [4, 168],
    [5, 465],
  ])('is told how often it alarms by chance: at a limit of %d once in %d', (limit, exact) => {
    expect(Math.abs(cusumRunLength({ limit }) / exact - 1)).toBeLessThan(0.02)
    expect(cusumRunLength({ limit, direction: 'rise' })).toBeCloseTo(2 * cusumRunLength({ limit }), 9)
  })

  it('looks in one direction where told', () => {
    expect(cusumOver(stream(200, { seed: 5, from: 1, shift: -2 }), { direction: 'rise' }).alarms).toEqual([])
  })
})

describe('the Page–Hinkley test', () => {
  it('finds a rise of the error rate and a fall, and starts anew', () => {
    const values = [
      ...stream(300, { seed: 21 }),
      ...stream(300, { seed: 22 }).map((x) => x + 2),
      ...stream(300, { seed: 23 }),
    ]
    const { alarms } = hinkleyOver(values)
    expect(alarms.map(({ direction }) => direction)).toEqual(['rise', 'fall'])
    expect(alarms[0]?.at).toBeGreaterThan(300)
    expect(alarms[0]?.at).toBeLessThan(340)
  })

  it('stays quiet where nothing changes', () => {
    expect(hinkleyOver(stream(5000, { seed: 31 })).alarms).toEqual([])
  })
})

describe('a stream', () => {
  const values = stream(200, { seed: 41, from: 90, shift: 1.5 })

  it('goes on from its state in JSON as if it had never stopped', () => {
    const half: ReturnType<typeof cusumStart> = JSON.parse(JSON.stringify(cusumOver(values.slice(0, 95))))
    expect(values.slice(95).reduce((state, value) => cusum(state, value, { target: 0, deviation: 1 }), half)).toEqual(
      cusumOver(values),
    )
    const paused: ReturnType<typeof pageHinkleyStart> = JSON.parse(JSON.stringify(hinkleyOver(values.slice(0, 95))))
    expect(
      values.slice(95).reduce((state, value) => pageHinkley(state, value, { tolerance: 0.25, threshold: 20 }), paused),
    ).toEqual(hinkleyOver(values))
  })

  it('leaves the state that it was given as it was', () => {
    const before = cusumOver(values)
    const text = JSON.stringify(before)
    cusum(before, 100, { target: 0, deviation: 1 })
    expect(JSON.stringify(before)).toBe(text)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => cusumOver([value])).toThrow(RangeError)
    expect(() => hinkleyOver([value])).toThrow(RangeError)
  })

  it('refuses a deviation of 0 and a threshold of 0', () => {
    expect(() => cusumOver([1], { deviation: 0 })).toThrow(/Deviation/)
    expect(() => hinkleyOver([1], { threshold: 0 })).toThrow(/threshold/)
  })
})

describe('windows', () => {
  it('by size keep a shorter last one and mark it', () => {
    expect(windowsBySize(5, 2)).toEqual([
      { from: 0, to: 2, whole: true },
      { from: 2, to: 4, whole: true },
      { from: 4, to: 5, whole: false },
    ])
    expect(windowsBySize(0, 2)).toEqual([])
    expect(() => windowsBySize(5, 0)).toThrow(RangeError)
  })

  const at = (text: string) => Date.parse(text)

  it('by time begin on Monday, hold their first instant and not their last', () => {
    const weeks = windowsByTime(at('2024-02-28T12:00:00Z'), at('2024-03-04T00:00:00Z'), { period: 'week' })
    expect(weeks.map(({ from, whole }) => [new Date(from).toISOString().slice(0, 10), whole])).toEqual([
      ['2024-02-26', false],
      ['2024-03-04', false],
    ])
  })

  it('by time are whole where the data fill them', () => {
    const months = windowsByTime(at('2024-01-01T00:00:00Z'), at('2024-03-31T23:59:59.999Z'), { period: 'month' })
    expect(months.map(({ whole }) => whole)).toEqual([true, true, true])
    expect(months[1]?.to).toBe(at('2024-03-01T00:00:00Z'))
  })

  it('by time follow the clock they are given', () => {
    const [day] = windowsByTime(at('2024-01-01T23:30:00Z'), at('2024-01-01T23:40:00Z'), {
      period: 'day',
      offsetMinutes: 60,
    })
    expect(day?.from).toBe(at('2024-01-01T23:00:00Z'))
  })

  it('refuses time that runs backwards', () => {
    expect(() => windowsByTime(2, 1, { period: 'day' })).toThrow(RangeError)
  })
})
