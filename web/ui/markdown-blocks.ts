/** The small part of Markdown that records use; everything else stays the text it is. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'quote'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][]; aligns: Align[] }

export type Align = 'start' | 'center' | 'end'

export type Inline =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

const item = /^(?:[-*]|(\d+)[.)])\s+(.*)$/

/** Splits a text into blocks: headings, paragraphs, flat lists, quotes, fenced code, tables. */
export function parseBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  let at = 0
  const takeWhile = (belongs: (line: string, next: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '', lines[at + 1] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = /^(#{1,4})\s+(.*)$/.exec(line)
    const listed = item.exec(line)
    if (line.trim() === '') at += 1
    else if (line.startsWith('```')) {
      at += 1
      blocks.push({ kind: 'code', text: takeWhile((one) => !one.startsWith('```')).join('\n') })
      at += 1
    } else if (heading) {
      at += 1
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
    } else if (listed) {
      const items = takeWhile((one) => item.test(one)).map((one) => item.exec(one)?.[2] ?? '')
      blocks.push({ kind: 'list', ordered: listed[1] !== undefined, items })
    } else if (line.startsWith('>')) {
      const quoted = takeWhile((one) => one.startsWith('>'))
      blocks.push({ kind: 'quote', text: quoted.map((one) => one.replace(/^>\s?/, '')).join(' ') })
    } else if (beginsTable(line, lines[at + 1] ?? '')) {
      at += 2
      const rows = takeWhile((one) => one.includes('|') && one.trim() !== '')
      blocks.push(tableOf(line, lines[at - rows.length - 1] ?? '', rows))
    } else blocks.push({ kind: 'paragraph', text: takeWhile(isPlain).join('\n') })
  }
  return blocks
}

function isPlain(line: string, next: string): boolean {
  return line.trim() !== '' && !/^(#{1,4}\s|>|```)/.test(line) && !item.test(line) && !beginsTable(line, next)
}

const rule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/

/** A row of names over a rule with as many columns, as GitHub's Markdown has it. */
function beginsTable(line: string, next: string): boolean {
  return line.includes('|') && next.includes('|') && rule.test(next) && cellsOf(line).length === cellsOf(next).length
}

function tableOf(names: string, under: string, rows: string[]): Block {
  const head = cellsOf(names)
  const aligns = cellsOf(under).map((cell): Align => {
    if (!cell.endsWith(':')) return 'start'
    return cell.startsWith(':') ? 'center' : 'end'
  })
  // a row has as many cells as there are names: what is missing is empty, what is too much is left out
  const filled = rows.map((row) => {
    const cells = cellsOf(row)
    return head.map((_, column) => cells[column] ?? '')
  })
  return { kind: 'table', head, rows: filled, aligns }
}

/** The cells of a row; a bar after a backslash belongs to the text. */
function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|[*_]([^*_\s][^*_]*)[*_]|\[([^\]]+)\]\(([^)\s]+)\)/g

/** Splits a line into plain, strong, emphasised, code and linked pieces. A link with another scheme stays text. */
export function parseInline(text: string): Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const match of text.matchAll(inline)) {
    const [whole, code, strong, emphasis, label, href] = match
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (emphasis !== undefined) pieces.push({ kind: 'emphasis', text: emphasis })
    else if (label !== undefined && href !== undefined && isSafe(href)) pieces.push({ kind: 'link', text: label, href })
    else pieces.push({ kind: 'text', text: whole })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** Only addresses that cannot run anything: web, mail, and pages of ours. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href)
}
