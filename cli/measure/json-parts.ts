/** Values nested deeper than this are small enough to be written at once. */
const deepest = 5
const partLength = 1 << 20

/**
 * `JSON.stringify(value, null, 2)` in parts of about a megabyte: the result of ten thousand groups is longer than a string can be. The
 * parts joined are the very same text.
 */
export function* jsonParts(value: object): Iterable<string> {
  let part = ''
  for (const piece of pieces(value, '', 0)) {
    part += piece
    if (part.length < partLength) continue
    yield part
    part = ''
  }
  yield part
}

function* pieces(value: unknown, indent: string, depth: number): Iterable<string> {
  const inner = `${indent}  `
  const members = depth < deepest ? membersOf(value) : null
  if (members === null || members.length === 0) {
    // Line ends within strings are escaped, so that all others are those between members.
    yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`)
    return
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  for (const [index, [name, member]] of members.entries()) {
    yield `${index === 0 ? open : ','}\n${inner}${name}`
    yield* pieces(member, inner, depth + 1)
  }
  yield `\n${indent}${close}`
}

/** Names with their colon, nothing for items of a list; null for what has no members. */
function membersOf(value: unknown): [string, unknown][] | null {
  if (Array.isArray(value)) return value.map((it): [string, unknown] => ['', it])
  if (typeof value !== 'object' || value === null) return null
  return Object.entries(value).flatMap(([name, it]): [string, unknown][] =>
    it === undefined ? [] : [[`${JSON.stringify(name)}: `, it]],
  )
}
