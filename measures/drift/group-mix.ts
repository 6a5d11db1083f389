import { newcombe } from '../intervals/newcombe.ts'
import type { ColumnDrift } from './result.ts'

/**
 * How the people have changed: the share of each value of a group column, before and now, with the difference. Changes of fairness often
 * come from here and not from the model. Unlike in the distances, rows without a value are a group (`value` null).
 */
export type GroupMix = {
  column: string
  groups: {
    value: string | null
    reference: { count: number; share: number | null }
    current: { count: number; share: number | null }
    /** By Newcombe, at a level shared out over the groups (Bonferroni), so that all intervals hold at once. */
    difference: { value: number | null; low: number | null; high: number | null }
  }[]
}

/** The mix of one compared group column; none where there is nothing to compare or the groups are numbers. */
export function groupMixOf(column: ColumnDrift, level: number): GroupMix[] {
  if (!('categories' in column)) return []
  const { reference: n, current: m } = column.rows
  const missing = {
    value: null,
    reference: n - total(column.categories.map(({ reference }) => reference)),
    current: m - total(column.categories.map(({ current }) => current)),
  }
  const groups = missing.reference + missing.current > 0 ? [...column.categories, missing] : column.categories
  const confidence = 1 - (1 - level) / Math.max(1, groups.length)
  return [
    {
      column: column.column,
      groups: groups.map(({ value, reference, current }) => ({
        value,
        reference: { count: reference, share: n === 0 ? null : reference / n },
        current: { count: current, share: m === 0 ? null : current / m },
        difference: difference({ count: reference, rows: n }, { count: current, rows: m }, confidence),
      })),
    },
  ]
}

type Share = { count: number; rows: number }

function difference(before: Share, now: Share, confidence: number) {
  if (before.rows === 0 || now.rows === 0) return { value: null, low: null, high: null }
  const interval = newcombe({
    group: { successes: now.count, trials: now.rows },
    reference: { successes: before.count, trials: before.rows },
    confidence,
  })
  return { value: now.count / now.rows - before.count / before.rows, ...interval }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
