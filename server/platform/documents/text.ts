import type { Cell, DateCell, Inline, Shape, Text } from './document.ts'

/** Text as a list of inline parts; line feeds in a bare string become breaks. */
export function inlines(text: Text): Inline[] {
  if (typeof text !== 'string') return text
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' } as const] : []),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ])
}

/** What remains of a text or cell when nothing but characters can be shown (CSV, titles, search). */
export function plainText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'string') return cell
  return isDate(cell) ? dateText(cell) : cell.map(plainInline).join('')
}

function isDate(cell: Exclude<Cell, null>): cell is DateCell {
  return typeof cell === 'object' && 'kind' in cell
}

function dateText(cell: DateCell): string {
  return cell.kind === 'day' ? cell.day : cell.instant
}

/** A cell as running text: a number with a true minus sign, a date as it is written. */
export function cellText(cell: Cell): Text {
  if (typeof cell === 'number') return String(cell).replace(/^-/, '\u2212')
  if (cell === null) return ''
  return isDate(cell) ? dateText(cell) : cell
}

function plainInline(part: Inline): string {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text
    case 'strong':
    case 'emphasis':
    case 'link':
      return part.children.map(plainInline).join('')
    case 'break':
      return '\n'
    case 'badge':
      return part.word
  }
}

/** Addresses that a reader may safely click; anything else is shown as text only. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(url)
}

/**
 * Text without what no output format may hold: a lone surrogate becomes U+FFFD, a control character its picture from
 * the Control Pictures block, so nothing disappears unseen.
 */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what this line is about
      .replace(/[\u0000-\u0008\u000b-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
      .replace(/\t/g, '    ')
      .replace(/[\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
  )
}

/** The shapes as characters, for formats in which they cannot be drawn. */
export const shapeCharacters: Record<Shape, string> = {
  'circle-0': '○',
  'circle-1': '◔',
  'circle-2': '◑',
  'circle-3': '◕',
  'circle-4': '●',
  triangle: '▲',
  cross: '✕',
  dash: '–',
  square: '■',
}
