import { maskSecrets, type TextStyle } from './mask-secrets.ts'

const widest = 160
const aroundMatch = 2_000

/** Line numbers for positions of one text; positions must be asked in any order, the index is built once. */
export function lineIndex(source: string): (position: number) => number {
  let starts: number[] | undefined
  return (position) => {
    starts ??= lineStarts(source)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line around a position, secrets masked, cut to 160 characters with the match in sight. */
export function evidenceAt(source: string, position: number, style: TextStyle): string {
  const lineStart = source.lastIndexOf('\n', position - 1) + 1
  const newline = source.indexOf('\n', position)
  const lineEnd = newline < 0 ? source.length : newline
  const start = Math.max(lineStart, position - aroundMatch)
  const end = Math.min(lineEnd, position + aroundMatch)
  // Masked before it is cut: half a key at the edge would no longer look like one.
  const before = maskSecrets(source.slice(start, position), style).trimStart()
  const shown = maskSecrets(source.slice(start, end), style).trim()
  return cut(shown, Math.max(0, Math.min(before.length, shown.length) - 40))
}

/** @returns at most 160 characters; a longer text shows the part from `around` on, with an ellipsis where it was cut. */
export function cut(text: string, around = 0): string {
  const clean = text.replace(/[\p{Cc}]+/gu, ' ')
  if (clean.length <= widest) return clean
  const start = Math.min(around < 80 ? 0 : around, clean.length - widest + 2)
  const head = start > 0 ? '…' : ''
  const room = widest - head.length - 1
  const tail = start + room < clean.length ? '…' : ''
  return `${head}${clean.slice(start, start + room)}${tail}`
}
