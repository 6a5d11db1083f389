import { type SourceText, type Span, sourceText } from './source-text.ts'

const regexMayFollow = new Set('(,=:[!&|?{;+-*%~^>')
const wordBeforeRegex = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield)\s*$/

/**
 * Tells code from comments and strings in JavaScript and TypeScript. It is a light reader, not a parser: regular
 * expressions are recognised by what stands before them, and a quote left open (an apostrophe in JSX text) ends with its
 * line, so that a mistake stays small.
 */
export function readJavascript(source: string): SourceText {
  const spans: Span[] = []
  // Depth of braces at which each open template literal continues.
  const templates: number[] = []
  let depth = 0
  let at = 0

  const template = (from: number): number => {
    let end = from
    while (end < source.length) {
      const char = source[end]
      if (char === '\\') end += 2
      else if (char === '`' || (char === '$' && source[end + 1] === '{')) break
      else end += 1
    }
    spans.push({ start: from, end: Math.min(end, source.length), kind: 'string' })
    if (source[end] !== '$') return end + 1
    templates.push(depth)
    depth += 1
    return end + 2
  }

  while (at < source.length) {
    const char = source[at]
    if (char === '/' && source[at + 1] === '/') at = comment(source, spans, at, lineEnd(source, at))
    else if (char === '/' && source[at + 1] === '*') at = comment(source, spans, at, blockEnd(source, at))
    else if (char === '"' || char === "'") at = quoted(source, spans, at, char)
    else if (char === '`') at = template(at + 1)
    else if (char === '/' && regexStarts(source, at)) at = regexEnd(source, at)
    else if (char === '{') {
      depth += 1
      at += 1
    } else if (char === '}') {
      depth -= 1
      at += 1
      if (templates.at(-1) === depth) {
        templates.pop()
        at = template(at)
      }
    } else at += 1
  }
  return sourceText(source, spans)
}

function comment(source: string, spans: Span[], start: number, end: number): number {
  spans.push({ start, end, kind: 'comment' })
  return Math.min(end, source.length)
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

function blockEnd(source: string, at: number): number {
  const end = source.indexOf('*/', at + 2)
  return end < 0 ? source.length : end + 2
}

function quoted(source: string, spans: Span[], at: number, quote: string): number {
  let end = at + 1
  while (end < source.length && source[end] !== quote && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1
  end = Math.min(end, source.length)
  spans.push({ start: at + 1, end, kind: 'string' })
  return end + 1
}

function regexStarts(source: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (source[before] === ' ' || source[before] === '\t')) before -= 1
  const char = source[before]
  if (char === undefined || char === '\n') return source[at + 1] !== '>'
  if (regexMayFollow.has(char)) return source[at + 1] !== '>'
  return wordBeforeRegex.test(source.slice(Math.max(0, before - 10), before + 1))
}

const longestRegex = 1_000

/** Where the regular expression ends; one that does not end on its line was a division or JSX, and is stepped over. */
function regexEnd(source: string, at: number): number {
  let inClass = false
  const last = Math.min(source.length, at + longestRegex)
  for (let end = at + 1; end < last && source[end] !== '\n'; end++) {
    const char = source[end]
    if (char === '\\') end += 1
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) return end + 1
  }
  return at + 1
}

/**
 * Keeps the script parts of a page (Vue, Svelte, HTML) or the front matter of an Astro file and blanks the rest, so that
 * prose and sample code around them are not taken for code.
 */
export function scriptParts(source: string): string {
  const parts: string[] = []
  let at = 0
  for (const [start, end] of [...frontMatter(source), ...scripts(source)]) {
    parts.push(blanks(source.slice(at, start)), source.slice(start, end))
    at = end
  }
  return [...parts, blanks(source.slice(at))].join('')
}

function* frontMatter(source: string): Generator<[number, number]> {
  const end = /^---\r?\n/.test(source) ? source.indexOf('\n---', 3) : -1
  if (end > 0) yield [4, end]
}

function* scripts(source: string): Generator<[number, number]> {
  const tag = /<script\b[^>]{0,1000}>/gi
  for (let open = tag.exec(source); open; open = tag.exec(source)) {
    const end = source.indexOf('</script', tag.lastIndex)
    if (end < 0) return
    yield [tag.lastIndex, end]
    tag.lastIndex = end
  }
}

function blanks(text: string): string {
  return text.replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length))
}
