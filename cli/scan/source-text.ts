/** A stretch of a source file that is not code. `start` and `end` leave out the quotes of a string. */
export type Span = { start: number; end: number; kind: 'comment' | 'string' }

/** One source text seen three ways; all have the same length, so that a position means the same in each. */
export type SourceText = {
  source: string
  /** Comments and the inside of strings are blank: a match here is code. */
  code: string
  /** Comments alone are blank: a match here is code or a string that the program really holds. */
  live: string
  /** The strings in order of their place. */
  strings: Span[]
}

export function sourceText(source: string, spans: readonly Span[]): SourceText {
  return {
    source,
    code: blank(source, spans),
    live: blank(
      source,
      spans.filter((span) => span.kind === 'comment'),
    ),
    strings: spans.filter((span) => span.kind === 'string'),
  }
}

function blank(source: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    parts.push(
      source.slice(at, start),
      source.slice(start, end).replace(/[^\r\n]+/g, (run) => ' '.repeat(run.length)),
    )
    at = end
  }
  parts.push(source.slice(at))
  return parts.join('')
}

/** The text of the string whose inside begins at `start`, or undefined when none does. */
export function stringAt(text: SourceText, start: number): string | undefined {
  let low = 0
  let high = text.strings.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = text.strings[middle]
    if (!span) return undefined
    if (span.start === start) return text.source.slice(span.start, span.end)
    if (span.start < start) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
