/** What is told of a run, whatever it is written as: sections of tables and plots. Text is plain; each format escapes for itself. */
export type Document = {
  title: string
  verdict: string
  reasons: string[]
  warnings: string[]
  /** Where the numbers come from. */
  facts: [name: string, value: string][]
  sections: Section[]
}

export type Section = { title: string; note?: string; table?: Table; plots: Plot[] }

export type Table = { columns: Column[]; rows: string[][] }
export type Column = { name: string; numbers: boolean }

export type Plot = Forest | Curves

/** Values with intervals on one axis, with the line of no difference and the margin that was agreed. */
export type Forest = {
  kind: 'forest'
  title: string
  /** Where there is no difference: 0, or 1 for ratios. */
  none: number
  margin: { least: number | null; most: number | null } | null
  rows: { label: string; value: number; low: number; high: number }[]
}

/** Lines in the unit square with the diagonal: calibration, ROC. */
export type Curves = {
  kind: 'curves'
  title: string
  x: string
  y: string
  series: { name: string; points: [number, number][] }[]
}

export const verdictWords: Record<string, string> = {
  pass: 'PASS',
  fail: 'FAIL',
  'not-enough-data': 'NOT ENOUGH DATA',
  'not-decided': 'NOTHING DECIDED',
}

export function text(name: string): Column {
  return { name, numbers: false }
}

export function numbers(name: string): Column {
  return { name, numbers: true }
}

/** A number as people read it; "–" where it is undefined. */
export function say(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined) return '–'
  const shown = value.toFixed(digits)
  return Number(shown) === 0 ? shown.replace('-', '') : shown
}

/** "0.412 [0.390, 0.434]". */
export function sayEstimate(it: { value: number | null; low: number | null; high: number | null } | undefined): string {
  if (it === undefined || it.value === null) return '–'
  return it.low === null && it.high === null ? say(it.value) : `${say(it.value)} [${say(it.low)}, ${say(it.high)}]`
}

export function sayP(p: number | null): string {
  return p === null ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3)
}
