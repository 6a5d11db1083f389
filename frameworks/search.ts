import { allCatalogues } from './catalogues.ts'
import { once } from './load.ts'
import type { Requirement } from './requirement.ts'

type Entry = { requirement: Requirement; ref: string; title: string; text: string }

const index = once((): readonly Entry[] =>
  allCatalogues().flatMap(({ requirements }) =>
    requirements.map((requirement) => {
      const ref = plain(requirement.ref)
      const title = plain(requirement.title)
      return { requirement, ref, title, text: `${ref} ${title} ${plain(requirement.intent ?? '')}` }
    }),
  ),
)

/**
 * Requirements whose ref, title or intent hold every word of `text`, whatever its case or accents.
 * An exact ref comes first, then refs that begin so, then titles, then the rest; within each the order of the
 * catalogues. Empty text filters nothing.
 */
export function searchRequirements(text: string, within: { framework?: string } = {}): readonly Requirement[] {
  const wanted = plain(text).trim()
  const words = wanted.split(/\s+/)
  return index()
    .filter((entry) => within.framework === undefined || entry.requirement.framework === within.framework)
    .filter((entry) => words.every((word) => entry.text.includes(word)))
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry.requirement)
}

function rankOf(entry: Entry, wanted: string, words: readonly string[]): number {
  if (entry.ref === wanted) return 0
  if (entry.ref.startsWith(wanted)) return 1
  return words.every((word) => entry.title.includes(word)) ? 2 : 3
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
