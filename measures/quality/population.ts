import { undefinedEstimate, type Estimate, type Rate } from '../estimate.ts'
import { rateFrom } from '../rates/rates.ts'
import { chiSquareTail } from '../distributions.ts'
import type { PopulationShare } from './check.ts'
import type { FrequencyCounts } from './counts.ts'
import { completeShareOf, quantityOf } from './quality-measures.ts'
import type { QualityDetail, QualityMeasure, Stratum } from './result.ts'

const noRows = 'there is no row to ask'

/**
 * How far the rows differ from a declared population: total variation ½ Σ |observed − declared|, the chi-square of goodness of fit (null
 * where an expected count is below 5), and strata of the population without any row. Rows of no declared stratum count as
 * observed where 0 is declared. The ratio of a stratum is observed by declared share; its interval is that of the observed share, since the
 * declared one is taken as known.
 *
 * @throws RangeError for shares that are no shares or do not add up to 1, or a stratum that is declared twice
 */
export function populationMeasures(
  counts: FrequencyCounts,
  population: readonly PopulationShare[],
): { measures: QualityMeasure[]; details: QualityDetail[] } {
  checkPopulation(population)
  const observed = new Map(counts.values.map((it) => [JSON.stringify(it.key), it.rows * it.times]))
  const rows = [...observed.values()].reduce((sum, it) => sum + it, 0)
  const strata = population.map(({ key, share }) => stratumOf(key, share, observed.get(JSON.stringify(key)) ?? 0, rows))
  const within = strata.reduce((sum, it) => sum + it.observed.numerator, 0)
  const variation = strata.reduce(
    (sum, it) => sum + Math.abs(it.observed.numerator / Math.max(1, rows) - it.declared),
    0,
  )
  const undeclared = rows - within
  return {
    measures: [
      quantityOf('total_variation', 'share', rows === 0 ? null : (variation + undeclared / rows) / 2, noRows),
      quantityOf('missing_strata', 'count', strata.filter((it) => it.observed.numerator === 0).length, noRows),
      completeShareOf('undeclared_share', { numerator: undeclared, denominator: rows }, noRows),
      quantityOf('fit_p', 'probability', fitOf(strata, within), 'an expected count is below 5'),
    ],
    details: [{ kind: 'strata', columns: counts.columns, strata }],
  }
}

function stratumOf(key: string[], declared: number, numerator: number, denominator: number): Stratum {
  const observed = rateFrom({ numerator, denominator, without: noRows })
  return { key, declared, observed, ratio: ratioTo(observed, declared) }
}

function ratioTo({ value, low, high, method }: Rate, declared: number): Estimate {
  if (value === null || low === null || high === null) return undefinedEstimate(noRows)
  return { value: value / declared, low: low / declared, high: high / declared, method }
}

/** Among rows of declared strata. */
function fitOf(strata: readonly Stratum[], rows: number): number | null {
  if (strata.length < 2 || strata.some((it) => it.declared * rows < 5)) return null
  const statistic = strata.reduce(
    (sum, it) => sum + (it.observed.numerator - it.declared * rows) ** 2 / (it.declared * rows),
    0,
  )
  return chiSquareTail(statistic, strata.length - 1)
}

function checkPopulation(population: readonly PopulationShare[]): void {
  const wrong = population.find(({ share }) => !(share > 0 && share <= 1))
  if (wrong)
    throw new RangeError(
      `the share of ${wrong.key.join(', ')} in the population must lie in (0, 1]; it is ${wrong.share}`,
    )
  const sum = population.reduce((total, it) => total + it.share, 0)
  if (Math.abs(sum - 1) > 1e-6)
    throw new RangeError(`the shares of the population must add up to 1; they add up to ${sum}`)
  if (new Set(population.map((it) => JSON.stringify(it.key))).size < population.length)
    throw new RangeError('a stratum of the population is declared twice')
}
