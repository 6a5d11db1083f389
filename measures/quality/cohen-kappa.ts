import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { criticalValue } from '../distributions.ts'

/** What disagreements count: all alike, by their distance in the order of the categories, or by its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic'

/** How many things the first rater put into category i and the second into category j: `table[i][j]`, square. */
export type AgreementTable = readonly (readonly number[])[]

/** Agreement with the share of things that were rated alike. */
export type Kappa = Estimate & { agreement: number | null; units: number; standardError: number | null }

/**
 * Cohen's kappa of two raters, (p_o − p_e)/(1 − p_e), unweighted (Cohen 1960) or with weights of the categories in their given order
 * (Cohen 1968). The interval is the normal one with the large-sample variance of Fleiss, Cohen and Everitt (1969), cut to [−1, 1].
 * Undefined without units, or where both raters used one and the same category alone.
 *
 * @throws RangeError for a table that is not square, or holds what is no count
 */
export function cohenKappa(table: AgreementTable, weights: KappaWeights = 'none', confidence = 0.95): Kappa {
  checkTable(table)
  const k = table.length
  const n = table.flat().reduce((sum, it) => sum + it, 0)
  if (n === 0)
    return { ...undefinedEstimate('nothing was rated by both'), agreement: null, units: 0, standardError: null }
  const p = table.map((row) => row.map((it) => it / n))
  const rows = p.map((row) => row.reduce((sum, it) => sum + it, 0))
  const columns = p.map((_, j) => p.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const weight = weightsOf(weights, k)
  let [observed, expected, alike] = [0, 0, 0]
  eachCell(k, (i, j) => {
    observed += weight(i, j) * at(p, i, j)
    expected += weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)
    if (i === j) alike += at(p, i, j)
  })
  if (1 - expected < 1e-15) {
    const reason = 'both raters used one and the same category alone'
    return { ...undefinedEstimate(reason), agreement: alike, units: n, standardError: null }
  }
  const value = (observed - expected) / (1 - expected)
  const standardError = Math.sqrt(varianceOf({ p, rows, columns, weight, value, expected }) / n)
  const half = criticalValue(confidence) * standardError
  const [low, high] = [Math.max(-1, value - half), Math.min(1, value + half)]
  return { value, low, high, method: 'wald', agreement: alike, units: n, standardError }
}

/** A square table from pairs of ratings; the categories are those given, in their order, or all that occur, sorted. */
export function agreementTable(
  pairs: readonly { first: string; second: string; units: number }[],
  categories: readonly string[] = [...new Set(pairs.flatMap((it) => [it.first, it.second]))].toSorted(),
): { categories: readonly string[]; table: number[][] } {
  const place = new Map(categories.map((it, i) => [it, i]))
  const table = categories.map(() => categories.map(() => 0))
  for (const { first, second, units } of pairs) {
    const [i, j] = [place.get(first), place.get(second)]
    if (i === undefined || j === undefined)
      throw new RangeError(`"${i === undefined ? first : second}" is none of the categories ${categories.join(', ')}`)
    const row = table[i]
    if (row) row[j] = (row[j] ?? 0) + units
  }
  return { categories, table }
}

type Parts = {
  p: number[][]
  rows: number[]
  columns: number[]
  weight: (i: number, j: number) => number
  value: number
  expected: number
}

/** n times the large-sample variance, Fleiss, Cohen and Everitt (1969), equation 16. */
function varianceOf({ p, rows, columns, weight, value, expected }: Parts): number {
  const k = p.length
  const rowWeights = rows.map((_, i) => columns.reduce((sum, it, j) => sum + weight(i, j) * it, 0))
  const columnWeights = columns.map((_, j) => rows.reduce((sum, it, i) => sum + weight(i, j) * it, 0))
  let sum = 0
  eachCell(k, (i, j) => {
    const margins = ((rowWeights[i] ?? 0) + (columnWeights[j] ?? 0)) * (1 - value)
    sum += at(p, i, j) * (weight(i, j) - margins) ** 2
  })
  return Math.max(0, sum - (value - expected * (1 - value)) ** 2) / (1 - expected) ** 2
}

function weightsOf(weights: KappaWeights, k: number): (i: number, j: number) => number {
  if (weights === 'none' || k < 2) return (i, j) => (i === j ? 1 : 0)
  const power = weights === 'linear' ? 1 : 2
  return (i, j) => 1 - (Math.abs(i - j) / (k - 1)) ** power
}

function eachCell(k: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) visit(i, j)
}

function at(table: AgreementTable, i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

function checkTable(table: AgreementTable): void {
  if (table.some((row) => row.length !== table.length))
    throw new RangeError('a table of agreement has as many columns as rows, in the same order')
  if (table.flat().some((it) => !Number.isSafeInteger(it) || it < 0))
    throw new RangeError('a table of agreement holds whole numbers, 0 or more')
}
