import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Cell, CellTable } from '../../measures/cells.ts'

/** For tests alone: data sets and reference values that other tools computed, in a folder beside the repository. */
const folder = new URL('../../../shared/datasets/', import.meta.url)

/** Whether that folder is there; suites that need it are skipped, and say so, where it is not. */
export const referencePresent = existsSync(folder)
if (!referencePresent) process.stderr.write('Skipped: the shared data sets are not beside the repository.\n')

/** One file of reference values, as the test that reads it says it is shaped. */
export function readReference<Shape>(name: string): Shape {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(readFileSync(new URL(`reference/${name}.json`, folder), 'utf8')) as Shape
}

/** The rows of a data set (plain commas, no quotes), each as its values by column. */
export function readRows(file: string): Map<string, string>[] {
  const bytes = readFileSync(new URL(file, folder))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const names = header.trimEnd().split(',')
  return lines.map((line) => {
    const values = line.trimEnd().split(',')
    return new Map(names.map((name, at) => [name, values[at] ?? '']))
  })
}

/** Counts rows into cells; label and prediction say which rows are positive. */
export function countCells(
  rows: Map<string, string>[],
  columns: string[],
  label: (row: Map<string, string>) => boolean,
  prediction: (row: Map<string, string>) => boolean,
): CellTable {
  const cells = new Map<string, Cell>()
  for (const row of rows) {
    const key = columns.map((column) => row.get(column) ?? null)
    const name = JSON.stringify(key)
    const cell = cells.get(name) ?? { key, tp: 0, fp: 0, fn: 0, tn: 0 }
    cells.set(name, cell)
    if (prediction(row)) cell[label(row) ? 'tp' : 'fp'] += 1
    else cell[label(row) ? 'fn' : 'tn'] += 1
  }
  return { columns, cells: [...cells.values()] }
}
