/** The entries from `begin` up to but not including `end`. */
export type Span = { begin: number; end: number }

/** The subtrees whose hashes prove that entry `index` is in the tree, leaf's sibling first (RFC 6962, 2.1.1). */
export function inclusionPath(index: number, size: number): Span[] {
  const path: Span[] = []
  let span = { begin: 0, end: size }
  while (span.end - span.begin > 1) {
    const [left, right] = halves(span)
    path.push(index < left.end ? right : left)
    span = index < left.end ? left : right
  }
  return path.reverse()
}

/** The subtrees whose hashes prove that the first `size1` entries of the tree are the older tree (RFC 6962, 2.1.2). */
export function consistencyPath(size1: number, size2: number): Span[] {
  const path: Span[] = []
  let span = { begin: 0, end: size2 }
  while (span.end !== size1) {
    const [left, right] = halves(span)
    path.push(size1 <= left.end ? right : left)
    span = size1 <= left.end ? left : right
  }
  // What is left ends where the older tree ends. When it is the whole older tree, its root is known to the verifier.
  if (span.begin > 0) path.push(span)
  return path.reverse()
}

/** The span cut into perfect subtrees, the largest first; it must begin where a tree node begins. */
export function perfectSpans(span: Span): Span[] {
  const spans: Span[] = []
  for (let begin = span.begin; begin < span.end; ) {
    const end = begin + largestPowerUpTo(span.end - begin)
    spans.push({ begin, end })
    begin = end
  }
  return spans
}

/** RFC 6962 splits at the largest power of two that is smaller than the number of entries. */
function halves({ begin, end }: Span): [Span, Span] {
  const middle = begin + largestPowerUpTo(end - begin - 1)
  return [
    { begin, end: middle },
    { begin: middle, end },
  ]
}

/** Counts up instead of using logarithms or 32-bit shifts, which go wrong near 2^53 and 2^31. */
function largestPowerUpTo(limit: number): number {
  let power = 1
  while (power * 2 <= limit) power *= 2
  return power
}
