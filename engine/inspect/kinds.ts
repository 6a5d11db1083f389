import type { ColumnType } from '../cell-source.ts'

/** What the values of a column read as, for somebody who chooses columns. `other`: lists, structures, bytes. */
export type ColumnKind = 'text' | 'number' | 'truth' | 'date' | 'instant' | 'other'

const ofFile: Record<Exclude<ColumnType, 'text'>, ColumnKind> = {
  boolean: 'truth',
  integer: 'number',
  decimal: 'number',
  double: 'number',
  date: 'date',
  instant: 'instant',
  other: 'other',
}

// A number with leading zeros is a code (01 is not 1), and stays text.
const guesses: [ColumnKind, RegExp][] = [
  ['number', /^[+-]?(0|[1-9]\d*|\d*\.\d+|\d+\.)([eE][+-]?\d{1,3})?$/],
  ['truth', /^(true|false)$/i],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['instant', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$/],
]

const most = 0.9

/**
 * The kind of a column: the file's own where it has types, else what at least nine of ten of its values read as. What of them reads
 * otherwise is handed back too, since it would silently be no number in a measurement.
 */
export function kindOf(type: ColumnType, values: ReadonlyMap<string, number>): { kind: ColumnKind; unlike: string[] } {
  if (type !== 'text') return { kind: ofFile[type], unlike: [] }
  const all = sumOf([...values])
  for (const [kind, shape] of guesses) {
    const like = sumOf([...values].filter(([value]) => shape.test(value)))
    if (all > 0 && like >= most * all) {
      return { kind, unlike: [...values.keys()].filter((value) => !shape.test(value)).toSorted() }
    }
  }
  return { kind: 'text', unlike: [] }
}

function sumOf(counts: [string, number][]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0)
}
