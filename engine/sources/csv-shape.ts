import type { FileIdentity } from './identity.ts'
import type { Head } from './head.ts'
import { refuse } from './problem.ts'

/** `blankLines` stand before the header. */
export type CsvShape = { delimiter: string; byteOrderMark: boolean; blankLines: number; columns: string[] }

const delimiters = [',', ';', '\t', '|']
const linesLookedAt = 50

/**
 * The delimiter and the header of a CSV file. The first line that is not blank is its header. The delimiter is the one that cuts the first lines into the
 * most fields of one number; a file of a single column has none that matters.
 */
export function csvShapeOf(identity: FileIdentity, head: Head): CsvShape {
  const byteOrderMark = head.bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
  const text = textOf(identity, head, byteOrderMark ? 3 : 0)
  refuseOtherShapes(identity, text)
  const tried = delimiters.map((delimiter) => ({ delimiter, lines: linesOf(text, delimiter, head.whole) }))
  if (tried.every(({ lines }) => lines.length === 0)) {
    refuse(identity.role, `${identity.name} has no end of its first line within 1 MB; is it a CSV file?`)
  }
  const { delimiter, lines } = tried.reduce((best, it) => (widthOf(it.lines) > widthOf(best.lines) ? it : best))
  return { delimiter, byteOrderMark, blankLines: blankLinesOf(text), columns: headerOf(identity, lines[0] ?? []) }
}

/** What would be read as a header that is none. */
function refuseOtherShapes({ role, name }: FileIdentity, text: string): void {
  if (/^\s*\[\s*[[{\]]/.test(text)) {
    refuse(role, `${name} is a JSON array; write JSON lines instead, one object a line and nothing around them`)
  }
  if (text.includes('\r') && !text.includes('\n')) {
    refuse(role, `lines of ${name} end in carriage returns alone; save it with line feeds (Unix or Windows line ends)`)
  }
}

function blankLinesOf(text: string): number {
  const [before = ''] = /^[\r\n]*/.exec(text) ?? []
  return before.split('\n').length - 1
}

function headerOf({ role, name }: FileIdentity, columns: string[]): string[] {
  const seen = new Set<string>()
  for (const [index, column] of columns.entries()) {
    if (column === '')
      refuse(role, `column ${index + 1} of ${name} has no name; give each column a name in the first line`)
    if (seen.has(column)) {
      refuse(role, `${name} has several columns named "${column}"; rename them, so that it is plain which one is meant`)
    }
    seen.add(column)
  }
  return columns
}

function textOf({ role, name }: FileIdentity, { bytes, whole }: Head, from: number): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) refuse(role, `${name} is UTF-16; save it as UTF-8`)
  if (bytes.includes(0)) refuse(role, `${name} holds zero bytes: it is neither CSV, JSON lines nor Parquet`)
  try {
    // A head that is cut off may end within a character; `stream` leaves that rest aside.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from), { stream: !whole })
  } catch {
    return refuse(role, `${name} is not UTF-8; save it as UTF-8`)
  }
}

/** One number for how well a delimiter fits: the fields of a line where all lines agree, else 1. */
function widthOf(lines: string[][]): number {
  const width = lines[0]?.length ?? 0
  return lines.every(({ length }) => length === width) ? width : Math.min(width, 1)
}

/** The fields of the first complete lines. Quotes are doubled inside of quoted fields (RFC 4180). */
export function linesOf(text: string, delimiter: string, whole: boolean): string[][] {
  const lines: string[][] = []
  let [fields, field, quoted, at]: [string[], string, boolean, number] = [[], '', false, 0]
  const endLine = () => {
    const blank = fields.length === 0 && field === ''
    if (!blank) lines.push([...fields, field])
    ;[fields, field] = [[], '']
  }
  for (; at < text.length && lines.length < linesLookedAt; at += 1) {
    const character = text.charAt(at)
    if (quoted) {
      if (character !== '"') field += character
      else if (text[at + 1] === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (character === '"' && field === '') quoted = true
    else if (character === delimiter) {
      fields.push(field)
      field = ''
    } else if (character === '\n') endLine()
    else if (character !== '\r') field += character
  }
  if (whole && at >= text.length && lines.length < linesLookedAt) endLine()
  return lines
}
