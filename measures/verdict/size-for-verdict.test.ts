import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { sizeToShowRatio, sizeToShowWithin } from '../sample-size.ts'
import { judgeFamily } from './family.ts'
import { atLeast, fourFifths, within } from './margin.ts'
import { type ExpectedComparison, sizeForVerdict } from './size-for-verdict.ts'

describe('people that a planned verdict needs', () => {
  it('are those of the plain formulas for one comparison', () => {
    const difference = { rate: 0.28, reference: 0.3 }
    expect(sizeForVerdict({ compare: 'difference', margin: within(0.1), ...difference })).toBe(
      sizeToShowWithin({ ...difference, margin: 0.1 }),
    )
    const ratio = { rate: 0.3, reference: 0.3 }
    expect(sizeForVerdict({ compare: 'ratio', margin: fourFifths, ...ratio })).toBe(
      sizeToShowRatio({ ...ratio, least: 0.8 }),
    )
  })

  it('are more for a family, since its intervals hold together', () => {
    const sizes = [1, 4, 12].map((comparisons) =>
      sizeForVerdict({ compare: 'difference', margin: within(0.1), rate: 0.3, reference: 0.3, comparisons }),
    )
    expect(sizes[0]).toBeLessThan(sizes[1] ?? 0)
    expect(sizes[1]).toBeLessThan(sizes[2] ?? 0)
  })

  it.each<[string, ExpectedComparison, number | null]>([
    ['a value outside', { compare: 'difference', margin: within(0.1), rate: 0.1, reference: 0.3 }, null],
    ['a value on the threshold', { compare: 'rate', margin: atLeast(0.9), rate: 0.9 }, null],
    ['a rate of 0', { compare: 'ratio', margin: fourFifths, rate: 0, reference: 0.3 }, null],
    // Wilson's lower end at n of n is n/(n + 1.96²), which is 0.9 at 34.6.
    ['certainty', { compare: 'rate', margin: atLeast(0.9), rate: 1 }, 35],
    ['an easy level, down to the minimum size', { compare: 'rate', margin: atLeast(0.5), rate: 1 }, 30],
  ])('are told for %s', (_, expected, size) => {
    expect(sizeForVerdict(expected)).toBe(size)
  })

  it.each<[string, Partial<ExpectedComparison>, string]>([
    ['no reference', { compare: 'difference' }, 'needs the expected rate of the reference'],
    ['a power of 1', { power: 1 }, 'power'],
    ['a rate of 2', { rate: 2 }, 'rate must be a rate'],
  ])('refuse %s', (_, over, words) => {
    expect(() => sizeForVerdict({ compare: 'rate', margin: atLeast(0.5), rate: 0.7, ...over })).toThrow(words)
  })

  it.each<[string, ExpectedComparison]>([
    ['a level', { compare: 'rate', margin: atLeast(0.8), rate: 0.85 }],
    ['a difference', { compare: 'difference', margin: within(0.1), rate: 0.27, reference: 0.3 }],
    ['a ratio', { compare: 'ratio', margin: fourFifths, rate: 0.3, reference: 0.3 }],
  ])('let the verdict pass about as often as was asked: %s', (_, expected) => {
    const n = sizeForVerdict(expected) ?? 0
    const draw = binomialDraws(seededUniform(21))
    let passes = 0
    for (let i = 0; i < 800; i++) {
      const cells = [expected.rate, expected.reference].flatMap((rate, at) => {
        if (rate === undefined) return []
        const tp = draw(n, rate)
        return [{ key: [at === 0 ? 'group' : 'reference'], tp, fp: 0, fn: n - tp, tn: 0 }]
      })
      const metrics = [{ rate: 'tpr' as const, compare: expected.compare, margin: expected.margin }]
      const reference = expected.reference === undefined ? ('rest' as const) : { group: ['reference'] }
      if (judgeFamily({ columns: ['g'], cells }, { attribute: ['g'], metrics, reference }).verdict === 'pass') passes++
    }
    expect(passes / 800).toBeGreaterThan(0.74)
    expect(passes / 800).toBeLessThan(0.87)
  })
})
