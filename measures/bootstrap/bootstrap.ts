import type { Cell, CellTable } from '../cells.ts'
import { checkTable } from '../checked.ts'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { usualConfidence } from '../intervals/counts.ts'
import { criticalValue } from '../distributions.ts'
import { binomialDraws, seededUniform } from './random.ts'

/**
 * A number computed from cells; null where it is undefined. The table that it is given is written anew for each replicate: read it,
 * do not keep it. Cells are in the order of the table that was resampled.
 */
export type Statistic = (table: CellTable) => number | null

/** 2,000 replicates, seed 1 and 95 % unless said. */
export type BootstrapOptions = { replicates?: number; seed?: number; confidence?: number }

/** An estimate with how often it was redrawn and in how many of those draws it was undefined. */
export type Bootstrapped = Estimate & { replicates: number; undefinedReplicates: number }

/** Above this share of undefined replicates the percentiles would describe a different, better population. */
const tolerated = 0.05

/** The percentile interval of one statistic by the bootstrap over cells: see `bootstrapAll`. */
export function bootstrapCells(table: CellTable, statistic: Statistic, options: BootstrapOptions = {}): Bootstrapped {
  const [only] = bootstrapAll(table, [statistic], options)
  if (!only) throw new Error('one statistic has one estimate')
  return only
}

/**
 * Percentile intervals of several statistics from the same replicates. A replicate draws as many rows as the table counts from the
 * multinomial distribution of its counts, by conditional binomials: equal in law to drawing rows with putting back, at a cost that does
 * not grow with the rows. Where a statistic is undefined in more than one replicate in twenty there is no interval, and the reason says
 * so; nor is there one where all replicates agree, since three of three right is not certainty. Percentiles interpolate linearly between order statistics. Not for a maximum, minimum or absolute gap: its interval would never
 * reach 0.
 * Throws a RangeError for counts that are none, fewer than 2 replicates, or a seed that is none.
 * Source: B. Efron (1979), Annals of Statistics 7, 1–26.
 */
export function bootstrapAll(
  table: CellTable,
  statistics: Statistic[],
  options: BootstrapOptions = {},
): Bootstrapped[] {
  const { replicates = 2000, seed = 1, confidence = usualConfidence } = options
  if (!Number.isSafeInteger(replicates) || replicates < 2) {
    throw new RangeError(`replicates must be a whole number of at least 2, not ${replicates}`)
  }
  criticalValue(confidence)
  table.cells.forEach(checkTable)
  const drawn = statistics.map(() => new Float64Array(replicates))
  const resample = resampler(table, seed)
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const redrawn = resample()
    for (const [at, statistic] of statistics.entries()) {
      const values = drawn[at]
      if (values) values[replicate] = finite(statistic(redrawn)) ?? Number.NaN
    }
  }
  return statistics.map((statistic, at) =>
    summarise(finite(statistic(table)), drawn[at] ?? new Float64Array(), confidence),
  )
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

/** Writes replicate after replicate into one table; counts that are 0 stay 0 and cost no draw. */
function resampler(table: CellTable, seed: number): () => CellTable {
  const draw = binomialDraws(seededUniform(seed))
  const redrawn: CellTable = { columns: table.columns, cells: table.cells.map((cell) => ({ ...cell })) }
  const slots = table.cells.flatMap((cell, at) => {
    const target = redrawn.cells[at]
    return target ? (['tp', 'fp', 'fn', 'tn'] as const).flatMap((part) => slotOf(cell, part, target)) : []
  })
  const total = slots.reduce((sum, { count }) => sum + count, 0)
  return () => {
    let rows = total
    let mass = total
    for (const { count, part, target } of slots) {
      const here = draw(rows, count / mass)
      target[part] = here
      rows -= here
      mass -= count
    }
    return redrawn
  }
}

type Slot = { count: number; part: 'tp' | 'fp' | 'fn' | 'tn'; target: Cell }

function slotOf(cell: Cell, part: Slot['part'], target: Cell): Slot[] {
  return cell[part] > 0 ? [{ count: cell[part], part, target }] : []
}

/** The interval of one statistic; the values are put in order. */
function summarise(value: number | null, values: Float64Array, confidence: number): Bootstrapped {
  // Sorting puts the undefined ones, which are NaN here, last.
  values.sort()
  const firstUndefined = values.findIndex(Number.isNaN)
  const defined = firstUndefined < 0 ? values : values.subarray(0, firstUndefined)
  const undefinedReplicates = values.length - defined.length
  const counts = { replicates: values.length, undefinedReplicates }
  if (value === null) return { ...undefinedEstimate('undefined for the counted rows'), ...counts }
  if (undefinedReplicates > tolerated * values.length) {
    const reason = `undefined in ${undefinedReplicates} of ${values.length} replicates, so its interval is not known`
    return { value, low: null, high: null, method: null, reason, ...counts }
  }
  if (defined[0] === defined.at(-1)) {
    const reason = 'every replicate gives the same value: so few or such extreme rows do not tell how sure it is'
    return { value, low: null, high: null, method: null, reason, ...counts }
  }
  const tail = (1 - confidence) / 2
  return { value, low: quantileOf(defined, tail), high: quantileOf(defined, 1 - tail), method: 'bootstrap', ...counts }
}

function quantileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0]
  return low + (place - below) * (high - low)
}
