/** The small part of Markdown that records use; everything else stays the text it is. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'quote'; text: string }
  | { kind: 'code'; text: string }

export type Inline =
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

const item = /^(?:[-*]|(\d+)[.)])\s+(.*)$/

/** Splits a text into blocks: headings, paragraphs, flat lists, quotes, fenced code. */
export function parseBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  let at = 0
  const takeWhile = (belongs: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1
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
    } else blocks.push({ kind: 'paragraph', text: takeWhile(isPlain).join('\n') })
  }
  return blocks
}

function isPlain(line: string): boolean {
  return line.trim() !== '' && !/^(#{1,4}\s|>|```)/.test(line) && !item.test(line)
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
