import type { CellTable, Confusion, GroupValue } from '../cells.ts'
import { checkTable } from '../checked.ts'

/** A group of some of the columns: `columns[i]` has the value `key[i]`. */
export type Subgroup = { columns: string[]; key: GroupValue[]; table: Confusion; n: number }

export type Enumeration = {
  groups: Subgroup[]
  everybody: Confusion
  /** Groups of several columns that hold the same people as one with a column fewer: they are that group and are not listed again. */
  sameAsSmaller: number
}

/** All choices of 1 to `depth` of the numbers below `count`, fewer first. */
function choices(count: number, depth: number): number[][] {
  const found: number[][] = []
  let last: number[][] = [[]]
  for (let size = 1; size <= depth; size++) {
    last = last.flatMap((chosen) => {
      const from = (chosen.at(-1) ?? -1) + 1
      return Array.from({ length: count - from }, (_, i) => [...chosen, from + i])
    })
    found.push(...last)
  }
  return found
}

type Coded = { codes: Int32Array; values: GroupValue[] }

/** Each value of a column as a small number, so that a combination of values is one number too. */
function coded(table: CellTable, column: number): Coded {
  const numbers = new Map<GroupValue, number>()
  const codes = Int32Array.from(table.cells, ({ key }) => {
    const value = key[column] ?? null
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    return number
  })
  return { codes, values: [...numbers.keys()] }
}

type Found = { at: number; group: Subgroup }

function grouped(table: CellTable, chosen: readonly number[], columns: readonly Coded[]): Map<number, Found> {
  const parts = chosen.flatMap((at) => columns[at] ?? [])
  if (!Number.isSafeInteger(parts.reduce((product, { values }) => product * values.length, 1)))
    throw new RangeError(`${chosen.map((at) => table.columns[at]).join(', ')} have too many values to be combined`)
  const found = new Map<number, Found>()
  for (const [at, { key, tp, fp, fn, tn }] of table.cells.entries()) {
    const code = parts.reduce((sum, { codes, values }) => sum * values.length + (codes[at] ?? 0), 0)
    const group = found.get(code)?.group
    if (!group) {
      const own = { columns: chosen.map((i) => table.columns[i] ?? ''), key: chosen.map((i) => key[i] ?? null) }
      found.set(code, { at, group: { ...own, table: { tp, fp, fn, tn }, n: tp + fp + fn + tn } })
      continue
    }
    group.table.tp += tp
    group.table.fp += fp
    group.table.fn += fn
    group.table.tn += tn
    group.n += tp + fp + fn + tn
  }
  return found
}

function byKey(a: Found, b: Found): number {
  for (const [i, value] of a.group.key.entries()) {
    const other = b.group.key[i] ?? null
    if (value === other) continue
    if (value === null) return 1
    return other === null || value < other ? -1 : 1
  }
  return 0
}

function checkShape(table: CellTable, depth: number): void {
  if (!Number.isSafeInteger(depth) || depth < 1 || depth > 3)
    throw new RangeError(`depth must be 1, 2 or 3 columns; it is ${String(depth)}`)
  if (new Set(table.columns).size !== table.columns.length)
    throw new RangeError(`the columns of a table must have different names; they are ${table.columns.join(', ')}`)
  for (const cell of table.cells) {
    checkTable(cell)
    if (cell.key.length !== table.columns.length)
      throw new RangeError(`a cell has ${cell.key.length} values for ${table.columns.length} columns`)
  }
}

/**
 * Every group that values of one to `depth` columns make, as SQL's GROUPING SETS would: from the cells of all columns, without another look
 * at the data. People without a value are a group. A group that holds the very people of one with a column fewer is not listed twice.
 * @throws RangeError for a depth other than 1 to 3, columns of one name, a key of another length, counts that are none.
 */
export function enumerateSubgroups(table: CellTable, depth: number): Enumeration {
  checkShape(table, depth)
  const columns = table.columns.map((_, at) => coded(table, at))
  const everybody = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (const { tp, fp, fn, tn } of table.cells) {
    everybody.tp += tp
    everybody.fp += fp
    everybody.fn += fn
    everybody.tn += tn
  }
  const sizes = new Map<string, (at: number) => number>()
  const groups: Subgroup[] = []
  let sameAsSmaller = 0
  for (const chosen of choices(table.columns.length, Math.min(depth, table.columns.length))) {
    const found = grouped(table, chosen, columns)
    const codeOf = (at: number): number =>
      chosen.reduce((sum, i) => sum * (columns[i]?.values.length ?? 1) + (columns[i]?.codes[at] ?? 0), 0)
    sizes.set(chosen.join(), (at) => found.get(codeOf(at))?.group.n ?? 0)
    const parents = chosen.map((left) => sizes.get(chosen.filter((i) => i !== left).join()))
    // In the order of their values, so that sums of rounded numbers do not depend on the order that cells came in.
    for (const { at, group } of [...found.values()].toSorted(byKey)) {
      if (chosen.length > 1 && parents.some((sizeAt) => sizeAt?.(at) === group.n)) sameAsSmaller++
      else groups.push(group)
    }
  }
  return { groups, everybody, sameAsSmaller }
}
