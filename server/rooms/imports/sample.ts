import { renderCsv } from '#platform/documents/index.ts'
import type { ImportRegister } from './register.ts'

/** A file of the register's own headings with a few rows, as a spreadsheet opens it. */
export function sampleOf({ fields, sample }: Pick<ImportRegister, 'fields' | 'sample'>): string {
  const columns = fields.map(({ name, label }) => ({ key: name, title: label }))
  return renderCsv({ columns, rows: sample.map((cells) => fields.map(({ name }) => cells[name] ?? '')) }, { bom: true })
}
