import { quoted, type Parameters } from './parameters.ts'

/**
 * What a query reads: `from` is a table, a view or a sub-select in brackets, with identifiers quoted by whoever made it; `row` is the name
 * of its column of row numbers (1 is the first row of data), see `numbered`.
 */
export type Relation = { from: string; row: string }

/** A relation with its rows numbered in the order in which the file is read. */
export function numbered(from: string, row = 'assay_row'): Relation {
  return { from: `(select row_number() over () as ${quoted(row)}, it.* from ${from} as it)`, row }
}

/** Blanks that nobody sees in a cell, beyond the plain space, as a class of RE2. */
const blanks = ' \\t\\r\\n\\f\\v\u00a0\u2000-\u200b\u202f\u3000\ufeff'

export function asText(column: string): string {
  return `cast(${quoted(column)} as varchar)`
}

export function asTrimmed(column: string, to: Parameters): string {
  return `regexp_replace(${asText(column)}, ${to.bind(`^[${blanks}]+|[${blanks}]+$`)}, '', 'g')`
}

/** A finite number, or null for what is none. */
export function asNumber(column: string): string {
  const cast = `try_cast(${asText(column)} as double)`
  return `case when isfinite(${cast}) then ${cast} end`
}

/** A day, also of a timestamp, or null for what is none. */
export function asDay(column: string): string {
  return `coalesce(try_cast(${asText(column)} as date), try_cast(try_cast(${asText(column)} as timestamp) as date))`
}

/** A value without case, composed letters and runs of blanks: what two spellings of one value share. */
export function asNormal(column: string, to: Parameters): string {
  const blank = `[${blanks}]+`
  return `lower(nfc_normalize(trim(regexp_replace(${asText(column)}, ${to.bind(blank)}, ' ', 'g'))))`
}

export function isBlank(column: string, to: Parameters): string {
  return `(not regexp_matches(${asText(column)}, ${to.bind(`[^${blanks}]`)}))`
}

/** The value is this sentinel: the same text without blanks at its ends or, where both are numbers, the same number (-1 and -1.0). */
export function isSentinel(column: string, sentinel: string, to: Parameters): string {
  const text = to.bind(sentinel.trim())
  return `coalesce(${asTrimmed(column, to)} = ${text} or try_cast(${asText(column)} as double) = try_cast(${text} as double), false)`
}

/** The value is null, blank or one of the sentinels. Never null itself. */
export function isMissing(column: string, sentinels: string[], to: Parameters): string {
  const ways = [`${quoted(column)} is null`, isBlank(column, to), ...sentinels.map((it) => isSentinel(column, it, to))]
  return `coalesce(${ways.join(' or ')}, false)`
}
