import { type SourceText, type Span, sourceText } from './source-text.ts'

/**
 * Tells code from comments and strings in Python. A string that stands alone as a statement (a docstring) counts as a
 * comment: it documents, the program does nothing with it. A backslash at the end of a line becomes a blank.
 */
export function readPython(source: string): SourceText {
  const spans: Span[] = []
  let brackets = 0
  // True while the logical line holds no code yet.
  let fresh = true
  let at = 0
  while (at < source.length) {
    const char = source[at]
    if (char === '#') {
      const newline = source.indexOf('\n', at)
      const end = newline < 0 ? source.length : newline
      spans.push({ start: at, end, kind: 'comment' })
      at = end
    } else if (char === '"' || char === "'") {
      const { inside, after } = stringEnd(source, at, char)
      const alone = fresh && brackets === 0
      spans.push({ start: inside.start, end: inside.end, kind: alone ? 'comment' : 'string' })
      at = after
    } else {
      if (char === '(' || char === '[' || char === '{') brackets += 1
      else if (char === ')' || char === ']' || char === '}') brackets = Math.max(0, brackets - 1)
      if (char === '\n' && brackets === 0) fresh = true
      else if (char === ';') fresh = true
      else if (char !== ' ' && char !== '\t' && char !== '\r' && char !== '\n' && !isPrefix(source, at)) fresh = false
      at += 1
    }
  }
  const text = sourceText(source, spans)
  return { ...text, code: text.code.replace(/\\\r?\n/g, (joined) => ' '.repeat(joined.length)) }
}

function isPrefix(source: string, at: number): boolean {
  const before = source[at - 1] ?? '\n'
  return !/\w/.test(before) && /^[rbuf]{1,2}['"]/i.test(source.slice(at, at + 3))
}

function stringEnd(
  source: string,
  at: number,
  quote: string,
): { inside: { start: number; end: number }; after: number } {
  const triple = source.startsWith(quote.repeat(3), at)
  const mark = triple ? quote.repeat(3) : quote
  const start = at + mark.length
  let end = start
  while (end < source.length && !source.startsWith(mark, end)) {
    if (!triple && source[end] === '\n') return { inside: { start, end }, after: end }
    end += source[end] === '\\' ? 2 : 1
  }
  end = Math.min(end, source.length)
  return { inside: { start, end }, after: Math.min(end + mark.length, source.length) }
}
