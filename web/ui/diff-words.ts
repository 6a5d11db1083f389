export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Beyond this many words a side, the whole text counts as replaced: the table below grows with the product. */
const mostWords = 1_500

/** What changed between two texts, word by word (longest common subsequence; spaces belong to the word before). */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = words(before)
  const fresh = words(after)
  if (old.length > mostWords || fresh.length > mostWords) return replaced(before, after)
  const common = commonLengths(old, fresh)
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    const [a, b] = [old[i], fresh[j]]
    if (a !== undefined && a === b) {
      push(parts, 'same', a)
      i += 1
      j += 1
    } else if (a !== undefined && (b === undefined || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      push(parts, 'removed', a)
      i += 1
    } else if (b !== undefined) {
      push(parts, 'added', b)
      j += 1
    }
  }
  return parts
}

function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** `[i][j]`: the length of the longest common subsequence of the words from i and from j on. */
function commonLengths(old: string[], fresh: string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const longest =
        old[i] === fresh[j]
          ? lengthAt(rows, i + 1, j + 1) + 1
          : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1))
      rows[i]?.fill(longest, j, j + 1)
    }
  }
  return rows
}

function lengthAt(rows: Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0
}

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += text
  else parts.push({ kind, text })
}

function replaced(before: string, after: string): DiffPart[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}
