/** The sources that a text cites, each once, in their order: what stands in square brackets, several apart by comma or semicolon. */
export function citationsIn(text: string): string[] {
  const cited = new Set<string>()
  for (const found of text.matchAll(/\[([^[\]\n]{1,200})\](\(?)/g)) {
    const [, inside = '', link] = found
    if (link === '(') continue
    for (const id of inside.split(/[,;]/)) {
      const trimmed = id.trim().replace(/^\^/, '')
      if (/^[\p{L}\p{N}][\p{L}\p{N}_.:#/-]{0,99}$/u.test(trimmed)) cited.add(trimmed)
    }
  }
  return [...cited]
}

/** How many cited sources there are, and how many of them exist among the known ones. Case counts. */
export function citationsAgainst(text: string, known: ReadonlySet<string>): { cited: number; existing: number } {
  const cited = citationsIn(text)
  return { cited: cited.length, existing: cited.filter((it) => known.has(it)).length }
}
