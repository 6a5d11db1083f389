import { z } from 'zod'
import type { Cell } from '../documents/index.ts'
import { valuesAt } from './fields.ts'

const Field = z.string().min(1).max(200)

/**
 * Where the text of a column comes from: a field of the row or several, and the reader's words for their values (`*` for any
 * value that has none of its own, an empty word for a value that says nothing). A value without a word is left to the next
 * source; the last one shows it as it is. With `when` the source counts only where these fields have one of these values.
 */
export const ColumnSource = z.strictObject({
  field: z.union([Field, z.array(Field).min(1).max(5)]),
  /** only what stands before this text: of `risk:0190…` the kind */
  upTo: z.string().min(1).max(5).optional(),
  /** between the values, where there are several */
  between: z.string().max(20).default(', '),
  words: z.record(z.string().max(200), z.string().max(500)).optional(),
  when: z.record(Field, z.array(z.string().max(200)).min(1).max(50)).optional(),
})
export type ColumnSource = z.infer<typeof ColumnSource>

/** Every field that a source looks at. */
export function fieldsOfSource({ field, when = {} }: ColumnSource): string[] {
  return [...[field].flat(), ...Object.keys(when)]
}

export const ExportColumn = z.strictObject({
  title: z.string().trim().min(1).max(200),
  /** the first source that has something gives the cell */
  from: z.array(ColumnSource).min(1).max(10),
  /** what stands where no source has anything */
  absent: z.string().max(200).optional(),
})
export type ExportColumn = z.infer<typeof ExportColumn>

/** One cell of one row. A single number, day or instant stays what it is; several values are joined. */
export function cellOf(row: unknown, { from, absent }: ExportColumn): Cell {
  const last = from.at(-1)
  for (const source of from) {
    if (!counts(row, source)) continue
    const parts = [source.field]
      .flat()
      .flatMap((field) => valuesAt(row, field.split('.')))
      .map((value) => (source.upTo === undefined ? value : String(value).split(source.upTo)[0]))
      .map((value) => wordFor(value, source) ?? (source.words && source !== last ? '' : plain(value)))
      .filter((part) => part !== '')
    if (parts.length > 0) return joined(parts, source.between)
  }
  return absent ?? null
}

function counts(row: unknown, { when = {} }: ColumnSource): boolean {
  return Object.entries(when).every(([field, wanted]) =>
    valuesAt(row, field.split('.')).some((value) => wanted.includes(String(value))),
  )
}

function wordFor(value: unknown, { words = {} }: ColumnSource): string | undefined {
  const key = String(value)
  return Object.hasOwn(words, key) ? words[key] : words['*']
}

type Plain = string | number | Date

function plain(value: unknown): Plain {
  return typeof value === 'number' || value instanceof Date ? value : String(value)
}

function joined(parts: readonly Plain[], between: string): Cell {
  const [only] = parts
  if (parts.length > 1 || only === undefined) return parts.map(asText).join(between)
  if (only instanceof Date) return { kind: 'instant', instant: only.toISOString() }
  return typeof only === 'string' && isDay(only) ? { kind: 'day', day: only } : only
}

function asText(part: Plain): string {
  return part instanceof Date ? part.toISOString() : String(part)
}

function isDay(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
}
