import { checkCount } from '../checked.ts'
import { type Estimate, type Rate, undefinedEstimate } from '../estimate.ts'
import { wilson } from '../intervals/proportion.ts'
import { rateFrom } from '../rates/rates.ts'
import { mcNemar } from '../tests/mcnemar.ts'

/** Pairs of yes-or-no answers about the same thing: both yes, only the first, only the second, neither. */
export type PairTable = { both: number; onlyFirst: number; onlySecond: number; neither: number }

/** Two variants on the same things. */
export type PairedComparison = {
  pairs: number
  first: Rate
  second: Rate
  /** Second less first. */
  difference: Estimate
  /** Pairs whose answers differ. */
  flips: Rate
  p: number | null
  test: 'mcnemar-exact' | 'mcnemar-corrected' | null
}

/** With fewer discordant pairs than this the chi-square form of McNemar's test cannot be trusted. */
const enoughDiscordant = 25

/**
 * Compares two variants on the same things (A/B, or a prompt and its counterfactual): rates of each, their difference with Newcombe's
 * interval for pairs, the share of flips with Wilson's, and McNemar's test, exact with fewer than 25 discordant pairs.
 * @throws RangeError for counts that are none
 */
export function comparePaired(table: PairTable): PairedComparison {
  for (const [name, count] of Object.entries(table)) checkCount(name, count)
  const { both, onlyFirst, onlySecond, neither } = table
  const pairs = both + onlyFirst + onlySecond + neither
  const rate = (numerator: number) => rateFrom({ numerator, denominator: pairs, without: 'there are no pairs' })
  const discordant = onlyFirst + onlySecond
  const test = mcNemar({ onlyFirst, onlySecond })
  const exact = discordant < enoughDiscordant || test.corrected === null
  return {
    pairs,
    first: rate(both + onlyFirst),
    second: rate(both + onlySecond),
    difference: pairedDifference(table),
    flips: rate(discordant),
    p: pairs === 0 ? null : exact ? test.exact : (test.corrected?.p ?? null),
    test: pairs === 0 ? null : exact ? 'mcnemar-exact' : 'mcnemar-corrected',
  }
}

/**
 * The difference of the rates of pairs, second less first, with the hybrid score interval that takes their correlation into account.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10.
 */
export function pairedDifference({ both, onlyFirst, onlySecond, neither }: PairTable, confidence = 0.95): Estimate {
  const trials = both + onlyFirst + onlySecond + neither
  if (trials === 0) return undefinedEstimate('there are no pairs')
  const first = wilson({ successes: both + onlyFirst, trials, confidence })
  const second = wilson({ successes: both + onlySecond, trials, confidence })
  const [p1, p2] = [(both + onlyFirst) / trials, (both + onlySecond) / trials]
  const value = (onlySecond - onlyFirst) / trials
  const phi = correlation({ both, onlyFirst, onlySecond, neither })
  const far = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b))
  const low = value - far(p2 - second.low, first.high - p1)
  const high = value + far(second.high - p2, p1 - first.low)
  return { value, low: Math.max(-1, low), high: Math.min(1, high), method: 'newcombe-paired' }
}

/** Newcombe's φ: 0 where a margin is empty; a positive numerator is lowered by half the pairs, at least to 0 (continuity correction). */
function correlation({ both, onlyFirst, onlySecond, neither }: PairTable): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither)
  if (margins === 0) return 0
  const product = both * neither - onlyFirst * onlySecond
  const n = both + onlyFirst + onlySecond + neither
  return (product > 0 ? Math.max(0, product - n / 2) : product) / Math.sqrt(margins)
}
