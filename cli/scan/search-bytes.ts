type Pattern = { bytes: Buffer; group: number }

/** Bytes of a word that are looked at first; no word is shorter. */
const head = 4

/**
 * Finds which groups of words a text touches, in one pass (Wu–Manber, blocks of two bytes). A scan asks this of every
 * file, and most files hold none of several hundred words: stepping over two or three bytes at a time makes the answer
 * cheaper than reading the file was.
 * @param groups at most 31 lists of words: ASCII, case-sensitive, at least four bytes each
 * @returns a function from bytes to the groups found, as a bit set: `1 << index`
 */
export function searcher(groups: readonly (readonly string[])[]): (text: Uint8Array) => number {
  const patterns = groups.flatMap((words, index) =>
    words.map((word): Pattern => ({ bytes: Buffer.from(word, 'latin1'), group: 1 << index })),
  )
  if (patterns.some(({ bytes }) => bytes.length < head))
    throw new Error('A word to search for needs at least four bytes')
  const all = (1 << groups.length) - 1
  const { shift, heads } = tables(patterns)
  return (text) => {
    let found = 0
    let at = head - 1
    while (at < text.length) {
      const step = shift[((text[at - 1] ?? 0) << 8) | (text[at] ?? 0)] ?? 1
      if (step > 0) {
        at += step
        continue
      }
      const start = at - head + 1
      for (const { bytes, group } of heads.get(headAt(text, start)) ?? []) {
        if ((found & group) === 0 && standsAt(text, start, bytes)) found |= group
      }
      if (found === all) return found
      at += 1
    }
    return found
  }
}

/** `shift`: for each pair of bytes, how far the search may step. `heads`: the words by their first four bytes. */
function tables(patterns: readonly Pattern[]) {
  const shift = new Uint8Array(65_536).fill(head - 1)
  const heads = new Map<number, Pattern[]>()
  for (const pattern of patterns) {
    for (let at = 1; at < head; at++) {
      const block = ((pattern.bytes[at - 1] ?? 0) << 8) | (pattern.bytes[at] ?? 0)
      shift[block] = Math.min(shift[block] ?? 0, head - 1 - at)
    }
    const first = headAt(pattern.bytes, 0)
    const known = heads.get(first)
    if (known) known.push(pattern)
    else heads.set(first, [pattern])
  }
  return { shift, heads }
}

function headAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
}

function standsAt(text: Uint8Array, start: number, pattern: Uint8Array): boolean {
  if (start + pattern.length > text.length) return false
  for (let at = head; at < pattern.length; at++) if (text[start + at] !== pattern[at]) return false
  return true
}
