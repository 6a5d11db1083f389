import { z } from 'zod'
import type { Cell } from '../documents/index.ts'
import { valuesAt } from './fields.ts'

/**
 * Where the text of a column comes from: a field of the row, and the reader's words for its values. A value that has no
 * word is left to the next source; the last one shows it as it is.
 */
export const ColumnSource = z.strictObject({
  field: z.string().min(1).max(200),
  words: z.record(z.string().max(200), z.string().max(500)).optional(),
})
export type ColumnSource = z.infer<typeof ColumnSource>

export const ExportColumn = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** the first source that has something gives the cell */
  from: z.array(ColumnSource).min(1).max(10),
  /** what stands where no source has anything */
  absent: z.string().max(200).optional(),
})
export type ExportColumn = z.infer<typeof ExportColumn>

/** One cell of one row. A single number, day or instant stays what it is; several values are joined by commas. */
export function cellOf(row: unknown, { from, absent }: ExportColumn): Cell {
  for (const [place, source] of from.entries()) {
    const values = valuesAt(row, source.field.split('.')).filter((value) => value !== '')
    const last = place === from.length - 1
    const named = source.words && !last ? values.filter((value) => wordFor(value, source) !== undefined) : values
    if (named.length > 0) return joined(named.map((value) => wordFor(value, source) ?? plain(value)))
  }
  return absent ?? null
}

function wordFor(value: unknown, { words }: ColumnSource): string | undefined {
  const key = String(value)
  return words && Object.hasOwn(words, key) ? words[key] : undefined
}

type Plain = string | number | Date

function plain(value: unknown): Plain {
  return typeof value === 'number' || value instanceof Date ? value : String(value)
}

function joined(parts: readonly Plain[]): Cell {
  const [only] = parts
  if (parts.length > 1 || only === undefined) return parts.map(asText).join(', ')
  if (only instanceof Date) return { kind: 'instant', instant: only.toISOString() }
  return typeof only === 'string' && isDay(only) ? { kind: 'day', day: only } : only
}

function asText(part: Plain): string {
  return part instanceof Date ? part.toISOString() : String(part)
}

function isDay(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
}
