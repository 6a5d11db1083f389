import type { Cell, CellTable } from '../../measures/cells.ts'
import { datasetRows, datasetsPresent, referenceValues } from '../datasets.ts'

/** Whether the shared data is there; suites that need it are skipped, and say so, where it is not. */
export const referencePresent = datasetsPresent

/** One file of reference values, as the test that reads it says it is shaped. */
export function readReference<Shape>(name: string): Shape {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return referenceValues(`${name}.json`) as Shape
}

/** The rows of a data set, each as its values by column. */
export function readRows(file: string): Map<string, string>[] {
  return datasetRows(file).map((row) => new Map(Object.entries(row)))
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
