import type { Block, Column, Text } from './document.ts'
import { markdownInline } from './markdown-inline.ts'

/**
 * Stored documents (policies, statements) as blocks, so that they print like everything else. A small safe subset:
 * headings, paragraphs, bullet and numbered lists, quotes (as callouts), code blocks, tables, rules (left out), and the
 * inline marks of `markdownInline`. Everything else, HTML included, is printed as it was written.
 * @param topLevel the block level at which `#` comes out; deeper ones follow, at most 4
 */
export function markdownToBlocks(markdown: string, topLevel: 2 | 3 = 2): Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const { block, taken } = readers(lines, at, topLevel)
    if (block) blocks.push(block)
    at += taken
  }
  return blocks
}

type Read = { block: Block | null; taken: number }

function readers(lines: string[], at: number, topLevel: 2 | 3): Read {
  const line = lines[at] ?? ''
  if (line.trim() === '' || isRule(line)) return { block: null, taken: 1 }
  return (
    heading(line, topLevel) ??
    fenced(lines, at) ??
    table(lines, at) ??
    list(lines, at) ??
    quote(lines, at) ??
    paragraph(lines, at)
  )
}

function heading(line: string, topLevel: 2 | 3): Read | null {
  const found = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line)
  if (!found) return null
  const level = Math.min((found[1] ?? '').length - 1 + topLevel, 4)
  const text = markdownInline(found[2] ?? '')
  return { block: { kind: 'heading', level: level === 2 ? 2 : level === 3 ? 3 : 4, text: flat(text) }, taken: 1 }
}

function flat(text: ReturnType<typeof markdownInline>): string {
  return text.map((part) => ('children' in part ? flat(part.children) : 'text' in part ? part.text : '')).join('')
}

function fenced(lines: string[], at: number): Read | null {
  const fence = /^ {0,3}(```+|~~~+)/.exec(lines[at] ?? '')?.[1]
  if (fence === undefined) return null
  const after = lines.slice(at + 1)
  const end = after.findIndex((line) => line.trim().startsWith(fence))
  const inside = end === -1 ? after : after.slice(0, end)
  const text: Text = inside.flatMap((line, index) => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    { kind: 'code' as const, text: line },
  ])
  return { block: { kind: 'paragraph', text }, taken: inside.length + (end === -1 ? 1 : 2) }
}

function table(lines: string[], at: number): Read | null {
  const rule = lines[at + 1] ?? ''
  if (
    !(lines[at] ?? '').includes('|') ||
    !/^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(rule) ||
    !rule.includes('|')
  )
    return null
  const titles = cells(lines[at] ?? '')
  const aligns = cells(rule).map((mark): Column['align'] => {
    if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'end'
    return 'start'
  })
  const rows = until(lines, at + 2, (line) => line.trim() === '' || !line.includes('|')).map(cells)
  const columns = titles.map(
    (title, index): Column => ({
      title: flat(markdownInline(title)),
      align: aligns[index] ?? 'start',
      width: width([title, ...rows.map((row) => row[index] ?? '')]),
    }),
  )
  const body = rows.map((row) => columns.map((_, index) => markdownInline(row[index] ?? '')))
  return { block: { kind: 'table', columns, rows: body }, taken: rows.length + 2 }
}

/** A column gets room by its longest cell, within limits that keep every other one readable. */
function width(texts: string[]): number {
  return Math.min(Math.max(...texts.map((text) => text.length), 6), 40)
}

function cells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

const bullet = /^ {0,3}[-*+]\s+(.*)$/
const ordinal = /^ {0,3}\d{1,9}[.)]\s+(.*)$/

function list(lines: string[], at: number): Read | null {
  const first = lines[at] ?? ''
  const mark = bullet.test(first) ? bullet : ordinal.test(first) ? ordinal : null
  if (!mark) return null
  const items: string[] = []
  let taken = 0
  for (const line of lines.slice(at)) {
    const item = mark.exec(line)?.[1]
    if (item !== undefined) items.push(item)
    else if (/^\s+\S/.test(line)) items[items.length - 1] += `\n${line.trim()}`
    else break
    taken += 1
  }
  const texts = items.map((item) => joined(item.split('\n')))
  return { block: { kind: 'list', ordered: mark === ordinal, items: texts }, taken }
}

function quote(lines: string[], at: number): Read | null {
  const quoted = until(lines, at, (line) => !/^ {0,3}>/.test(line))
  if (quoted.length === 0) return null
  const inside = quoted.map((line) => line.replace(/^ {0,3}>\s?/, ''))
  const paragraphs = inside
    .join('\n')
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => joined(text.split('\n')))
  return { block: { kind: 'callout', tone: 'note', paragraphs }, taken: quoted.length }
}

function paragraph(lines: string[], at: number): Read {
  const isOther = (line: string) =>
    line.trim() === '' || isRule(line) || /^ {0,3}(#{1,6}\s|>|```|~~~)/.test(line) || bullet.test(line)
  const own = [lines[at] ?? '', ...until(lines, at + 1, isOther)]
  return { block: { kind: 'paragraph', text: joined(own) }, taken: own.length }
}

/** Lines of one paragraph: joined by spaces, broken where a line ends in two spaces or a backslash. */
function joined(lines: string[]): Text {
  const source = lines.map((line, index) => {
    const last = index === lines.length - 1
    if (!last && /( {2,}|\\)$/.test(line)) return { text: line.replace(/( {2,}|\\)$/, '').trim(), end: '\n' }
    return { text: line.trim(), end: last ? '' : ' ' }
  })
  return source
    .map(({ text, end }) => text + end)
    .join('')
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [{ kind: 'break' } as const] : []), ...markdownInline(line)])
}

function isRule(line: string): boolean {
  return /^ {0,3}([-*_])\s*(?:\1\s*){2,}$/.test(line)
}

function until(lines: string[], from: number, ends: (line: string) => boolean): string[] {
  const rest = lines.slice(from)
  const end = rest.findIndex(ends)
  return end === -1 ? rest : rest.slice(0, end)
}
