import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import type { Cell, CellTable, Confusion } from '../cells.ts'
import { checkShare } from '../checked.ts'
import { comparePair } from '../comparisons/pair.ts'
import type { Estimate } from '../estimate.ts'
import { countsOf } from '../rates/counted.ts'
import type { SubgroupSearch } from './result.ts'
import { saySubgroup } from './words.ts'
import type { RateId } from '../rates/counted.ts'
import { marginal, nameOf, totalOf, withoutConfusion } from '../tables.ts'
import { holm } from '../tests/multiplicity.ts'

/** What became of a finding on people who were not searched. */
export type Confirmation = {
  rate: RateId
  columns: string[]
  key: (string | null)[]
  outcome: 'confirmed' | 'not-confirmed' | 'too-few'
  gap: Estimate
  p: number | null
  pAdjusted: number | null
  text: string
}

const empty: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 }

/**
 * Tests the findings of a search on other people: the held-back half. Confirmed: the gap has the same sign and its p, adjusted by Holm over
 * the findings alone, is at most `level`. A finding whose denominator is under the search's minimum there is too few to confirm.
 * @throws RangeError when a column of the search is not in the table.
 */
export function confirmSubgroups(
  search: SubgroupSearch,
  heldBack: CellTable,
  { level = 0.05 }: { level?: number } = {},
): Confirmation[] {
  checkShare('level', level)
  const everybody = totalOf(heldBack)
  const margins = new Map<string, Map<string, Cell>>()
  const tests = search.findings.map((finding) => {
    const name = nameOf(finding.columns)
    const cells =
      margins.get(name) ?? new Map(marginal(heldBack, finding.columns).cells.map((it) => [nameOf(it.key), it]))
    margins.set(name, cells)
    const found = cells.get(nameOf(finding.key)) ?? empty
    const table = { tp: found.tp, fp: found.fp, fn: found.fn, tn: found.tn }
    const [group, reference] = [
      countsOf(finding.rate, table),
      countsOf(finding.rate, withoutConfusion(everybody, table)),
    ]
    const enough = Math.min(group.denominator, reference.denominator) >= search.minimum
    const pair = comparePair(
      { group, reference, without: 'nobody of the group is in this half' },
      { confidence: search.confidence },
    )
    return { finding, enough, pair, p: enough ? pair.p : null }
  })
  const adjusted = holm(tests.map(({ p }) => p))
  return tests.map(({ finding, enough, pair, p }, i) => {
    const pAdjusted = adjusted[i] ?? null
    const sameSign = Math.sign(pair.difference.value ?? 0) === Math.sign(finding.gap.value ?? 0)
    const holds = sameSign && pAdjusted !== null && pAdjusted <= level
    const outcome = enough ? (holds ? 'confirmed' : 'not-confirmed') : 'too-few'
    const { rate, columns, key } = finding
    return {
      rate,
      columns,
      key,
      outcome,
      gap: pair.difference,
      p,
      pAdjusted,
      text: `${rate} of ${saySubgroup(finding)}: ${said[outcome]}.`,
    }
  })
}

const said: Record<Confirmation['outcome'], string> = {
  confirmed: 'the gap is there again among people who were not searched',
  'not-confirmed': 'the gap is not shown among people who were not searched',
  'too-few': 'too few people were held back to tell',
}

/**
 * Deals the people of a table into two, each with the given chance into the first: who shares a cell is alike here, so drawing counts is
 * drawing people. The same seed deals the same way.
 * @throws RangeError for a share outside (0, 1), a seed that is none, or a malformed table.
 */
export function splitTable(
  table: CellTable,
  { seed, share = 0.5 }: { seed: number; share?: number },
): [CellTable, CellTable] {
  checkShare('share', share)
  const next = binomialDraws(seededUniform(seed))
  const draw = (count: number): number => next(count, share)
  const { columns, cells } = marginal(table, table.columns)
  const first = cells.map(({ key, tp, fp, fn, tn }) => ({
    key,
    tp: draw(tp),
    fp: draw(fp),
    fn: draw(fn),
    tn: draw(tn),
  }))
  const second = cells.map((cell, i) => ({ key: cell.key, ...withoutConfusion(cell, first[i] ?? empty) }))
  return [
    { columns, cells: first },
    { columns: [...columns], cells: second },
  ]
}
