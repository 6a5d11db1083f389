import type { QualityCheck } from './check.ts'
import type { FrequencyCounts } from './counts.ts'
import {
  entropyBits,
  imbalanceRatio,
  largestOf,
  normalisedEntropy,
  simpsonIndex,
  smallestOf,
  totalsOf,
} from './entropy.ts'
import { completeShareOf, quantityOf, shareOf } from './quality-measures.ts'
import { rowsToBeNamed, type QualityDetail, type QualityMeasure } from './result.ts'

const oneClass = 'there are fewer than two different values'
const noRows = 'there is no row to ask'

/** How evenly rows lie over classes or groups. */
export function balanceMeasures({ values }: FrequencyCounts): QualityMeasure[] {
  const { rows, classes } = totalsOf(values)
  return [
    quantityOf('imbalance_ratio', 'ratio', imbalanceRatio(values), oneClass),
    quantityOf('normalised_entropy', 'ratio', normalisedEntropy(values), oneClass),
    shareOf('smallest_share', { numerator: smallestOf(values), denominator: rows }),
    quantityOf('classes', 'count', classes, noRows),
  ]
}

/** How many different values a column has, and how they are spread. */
export function diversityMeasures({ values }: FrequencyCounts): QualityMeasure[] {
  const { rows, classes } = totalsOf(values)
  return [
    quantityOf('distinct_values', 'count', classes, noRows),
    completeShareOf('distinct_share', { numerator: classes, denominator: rows }, noRows),
    quantityOf('entropy_bits', 'bits', entropyBits(values), noRows),
    quantityOf('normalised_entropy', 'ratio', normalisedEntropy(values), oneClass),
    quantityOf('simpson_index', 'probability', simpsonIndex(values), 'there are fewer than two rows'),
  ]
}

/** Whether one value prevails so far that the column tells nothing. */
export function constancyMeasures({ values }: FrequencyCounts): QualityMeasure[] {
  const { rows, classes } = totalsOf(values)
  return [
    shareOf('prevailing_share', { numerator: largestOf(values), denominator: rows }),
    quantityOf('distinct_values', 'count', classes, noRows),
  ]
}

/** How many of all combinations of the values that occur are held by at least one row. */
export function coverageMeasures({ values, levels }: FrequencyCounts): QualityMeasure[] {
  const { classes } = totalsOf(values)
  const possible = levels.reduce((product, it) => product * it, 1)
  if (!Number.isSafeInteger(possible))
    return [
      completeShareOf('covered_share', { numerator: 0, denominator: 0 }, 'there are too many combinations to count'),
    ]
  return [
    completeShareOf('covered_share', { numerator: classes, denominator: possible }, noRows),
    quantityOf('empty_combinations', 'count', possible - classes, noRows),
  ]
}

/**
 * k-anonymity (Sweeney 2002): the fewest rows that share all quasi-identifiers. l-diversity (Machanavajjhala and others 2007, distinct): the
 * fewest different sensitive values within such rows. Beside it the share of rows below what is asked.
 */
export function anonymityMeasures(
  check: QualityCheck & { check: 'k-anonymity' | 'l-diversity' },
  { values }: FrequencyCounts,
): QualityMeasure[] {
  const { rows, classes } = totalsOf(values)
  const held = values.filter((it) => it.rows > 0 && it.times > 0)
  const exposed = held.filter((it) =>
    check.check === 'k-anonymity' ? it.rows < check.k : (it.distinct ?? 0) < check.l,
  )
  const numerator = exposed.reduce((sum, it) => sum + it.rows * it.times, 0)
  const kinds = held.reduce((least, it) => Math.min(least, it.distinct ?? 0), Number.MAX_SAFE_INTEGER)
  const fewest = check.check === 'k-anonymity' ? smallestOf(held) : kinds
  const [name, below] = check.check === 'k-anonymity' ? ['k', 'share_below_k'] : ['l', 'share_below_l']
  return [
    quantityOf(name, 'count', held.length === 0 ? null : fewest, noRows),
    completeShareOf(below, { numerator, denominator: rows }, noRows),
    quantityOf('classes', 'count', classes, noRows),
  ]
}

/** The frequent values by name, and how many others there are. */
export function namedValues({ columns, values }: FrequencyCounts): QualityDetail {
  const named: { key: (string | null)[]; rows: number }[] = []
  const unnamed = { values: 0, rows: 0 }
  for (const { key, rows, times } of values) {
    if (key !== null && rows >= rowsToBeNamed) named.push({ key, rows })
    else {
      unnamed.values += times
      unnamed.rows += rows * times
    }
  }
  return { kind: 'values', columns, values: named, unnamed }
}
