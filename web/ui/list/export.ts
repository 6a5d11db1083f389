import { locale } from '../../messages/index.ts'
import { asOfHeader } from '../as-of.ts'
import { api } from '../api.ts'
import { saveFile } from '../save-file.ts'
import type { Column, FieldOf, Source } from './types.ts'

export type FileFormat = 'csv' | 'xlsx'
type Asked<Row> = { path: string; query: Record<string, string>; columns: Column<Row>[]; format: FileFormat }

/** Asks the server for every row that the list matches, with the shown columns, and gives the file to the browser. */
export async function exportList<Row>(name: string, asked: Asked<Row>, asOf: string | undefined): Promise<void> {
  const { path, query, format } = asked
  const body = { format, language: locale, query, columns: exported(asked.columns) }
  const file = await api.file(`${path}/export`, body, { headers: asOfHeader(asOf) })
  saveFile(`${name}.${format}`, file)
}

type Exported<Row> = { title: string; from: Source<Row>[]; absent?: string }

/** The columns as the server takes them: without those that hold buttons. */
export function exported<Row>(columns: Column<Row>[]): Exported<Row>[] {
  return columns.flatMap((column) => {
    const { header, absent } = column
    const from = sourcesOf(column)
    return from ? [{ title: header, from, ...(absent !== undefined && { absent }) }] : []
  })
}

function sourcesOf<Row>(column: Column<Row>): Source<Row>[] | null {
  return column.from === undefined ? [{ field: fieldNamed(column) }] : column.from
}

// A column without `from` is named by the field that it shows, as the first kind of `Column` says.
function fieldNamed<Row>({ key }: Column<Row>): FieldOf<Row> {
  return key as FieldOf<Row>
}

/** Words of a table of badges or of plain words, by value. */
export function labelsOf(words: Record<string, string | { label: string }>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([value, word]) => [value, typeof word === 'string' ? word : word.label]),
  )
}
