import { describe, expect, it } from 'vitest'
import { seededUniform } from '../bootstrap/random.ts'
import { fisherExact } from '../tests/two-proportions.ts'
import type { TwoProportions } from './counts.ts'
import { katzLog } from './katz.ts'
import { miettinenNurminen } from './miettinen-nurminen.ts'
import { newcombe } from './newcombe.ts'
import { agrestiCoull, clopperPearson, jeffreys, wilson } from './proportion.ts'
import { scoreRatio } from './score-ratio.ts'

/** Counts of every size from one to twenty million rows, nothing and everything of them among the rest. */
function extremes(): (TwoProportions & { confidence: number })[] {
  const uniform = seededUniform(5)
  const trialsOf = () => 1 + Math.floor(10 ** (uniform() * 7.3))
  const shareOf = () => [0, 1, uniform(), uniform() ** 8, 1 - uniform() ** 8][Math.floor(uniform() * 5)] ?? 0
  return Array.from({ length: 400 }, (_, at) => {
    const [group, reference] = [trialsOf(), trialsOf()].map((trials) => ({
      successes: Math.round(trials * shareOf()),
      trials,
    }))
    if (!group || !reference) throw new Error('two proportions are drawn')
    return { group, reference, confidence: [0.8, 0.95, 0.99, 0.999_99][at % 4] ?? 0.95 }
  })
}

const cases = extremes()

describe('intervals of any counts up to twenty million rows', () => {
  it.each(Object.entries({ wilson, clopperPearson, agrestiCoull, jeffreys }))(
    'stay within 0 and 1 and hold what was seen: %s',
    (name, method) => {
      for (const { group, confidence } of cases) {
        const { low, high } = method({ ...group, confidence })
        const seen = group.successes / group.trials
        // Jeffreys's interval is a posterior's and need not reach nothing of n or all of n.
        const holds = name === 'jeffreys' ? low <= high : low <= seen && seen <= high
        expect(low >= 0 && high <= 1 && holds, `${JSON.stringify(group)} at ${confidence}: ${low} to ${high}`).toBe(
          true,
        )
      }
    },
  )

  it.each(Object.entries({ newcombe, miettinenNurminen }))(
    'stay within −1 and 1 and hold the difference: %s',
    (_, method) => {
      for (const asked of cases) {
        const { low, high } = method(asked)
        const seen = asked.group.successes / asked.group.trials - asked.reference.successes / asked.reference.trials
        const holds = low >= -1 && low <= seen + 1e-12 && seen <= high + 1e-12 && high <= 1
        expect(holds, `${JSON.stringify(asked)}: ${low} to ${high}`).toBe(true)
      }
    },
  )

  it('of a ratio are finite or open, never NaN', () => {
    for (const asked of cases) {
      const [score, log] = [scoreRatio(asked), katzLog(asked)]
      for (const end of [score.low, score.high ?? score.low, log.low, log.high]) expect(Number.isFinite(end)).toBe(true)
      expect(score.high === null || score.low <= score.high).toBe(true)
    }
  })

  it('go with exact p-values from 0 to 1', () => {
    for (const asked of cases.slice(0, 100)) {
      const p = fisherExact(asked)
      expect(p >= 0 && p <= 1, JSON.stringify(asked)).toBe(true)
    }
  })
})
