// Files of predictions for tests and the sample story: made in code from a seed, so that every telling has the same bytes.

/** A fixed sequence of numbers between 0 and 1 (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** For each group, how many people and which share of them is decided on favourably. */
export type Groups = Record<string, { people: number; selected: number }>

/**
 * Decisions as CSV with columns id, group (or what `column` calls it), label, prediction and score. Selection rates are exact (rounded to whole people) and
 * the order is mixed by the seed; labels agree with nine decisions of ten.
 */
export function decisionsCsv(seed: number, groups: Groups, column = 'group'): string {
  const random = sequence(seed)
  const rows = Object.entries(groups).flatMap(([group, { people, selected }]) =>
    Array.from({ length: people }, (_, at) => ({ group, decided: at < Math.round(people * selected) })),
  )
  const lines = rows
    .map((row) => ({ ...row, place: random(), agrees: random() < 0.9, noise: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ group, decided, agrees, noise }, at) => {
      const label = decided === agrees
      const score = Math.min(0.99, Math.max(0.01, (label ? 0.6 : 0.4) + (noise - 0.5) * 0.7))
      return [at + 1, group, Number(label), Number(decided), score.toFixed(4)].join(',')
    })
  return [`id,${column},label,prediction,score`, ...lines, ''].join('\n')
}
