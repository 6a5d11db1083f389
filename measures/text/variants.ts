import { comparePaired, type PairTable } from './paired.ts'
import type { TextFinding, TextRow } from './text-check.ts'

/** The two variants of rows in their alphabetic order, or null where there are not just two. */
export function variantsOf(rows: readonly TextRow[]): [string, string] | null {
  const names = new Set<string>()
  for (const { pair, variant } of rows) if (typeof pair === 'string' && typeof variant === 'string') names.add(variant)
  const [first, second, ...others] = [...names].toSorted()
  return first !== undefined && second !== undefined && others.length === 0 ? [first, second] : null
}

/** The rows of complete pairs: exactly one of each variant. */
export function pairsOf(rows: readonly TextRow[], [first, second]: [string, string]): [TextRow, TextRow][] {
  const held = new Map<string, { first: TextRow[]; second: TextRow[] }>()
  for (const row of rows) {
    if (typeof row.pair !== 'string' || (row.variant !== first && row.variant !== second)) continue
    const pair = held.get(row.pair) ?? { first: [], second: [] }
    pair[row.variant === first ? 'first' : 'second'].push(row)
    held.set(row.pair, pair)
  }
  return [...held.values()].flatMap((it): [TextRow, TextRow][] => {
    const [a, b] = [it.first[0], it.second[0]]
    return a && b && it.first.length === 1 && it.second.length === 1 ? [[a, b]] : []
  })
}

/** Compares two variants by a yes-or-no answer of every row; pairs in which a row has no answer are left out. */
export function compareVariants(
  rows: readonly TextRow[],
  ask: (row: TextRow) => boolean | null,
): TextFinding['comparison'] {
  const variants = variantsOf(rows)
  if (variants === null) return null
  const table: PairTable = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }
  for (const [a, b] of pairsOf(rows, variants)) {
    const [first, second] = [ask(a), ask(b)]
    if (first === null || second === null) continue
    table[first ? (second ? 'both' : 'onlyFirst') : second ? 'onlySecond' : 'neither'] += 1
  }
  return { ...comparePaired(table), firstVariant: variants[0], secondVariant: variants[1] }
}
