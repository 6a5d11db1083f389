import { type LibraryRisk, riskLibrary, riskTaxonomies } from '@assay/frameworks'

export function libraryRisk(id: string): LibraryRisk | undefined {
  return riskLibrary().find((entry) => entry.id === id)
}

/** Entries in which every word occurs, also in the names of what they refer to; those with it in the title come first. */
export function searchLibrary({ q = '', taxonomy }: { q?: string | undefined; taxonomy?: string | undefined }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const found = riskLibrary().filter((entry) => {
    if (taxonomy && !entry.references.some((reference) => reference.taxonomy === taxonomy)) return false
    const text = textOf(entry)
    return words.every((word) => text.includes(word))
  })
  const inTitle = ({ title }: LibraryRisk) => words.every((word) => title.toLowerCase().includes(word))
  const items = [...found.filter(inTitle), ...found.filter((entry) => !inTitle(entry))]
  return { items: [...items], total: items.length, taxonomies: [...riskTaxonomies()] }
}

function textOf({ id, title, description, causes, questions, treatments, controls, references }: LibraryRisk): string {
  const named = references.map((reference) => `${reference.id} ${reference.name}`)
  return [id, title, description, ...causes, ...questions, ...treatments, ...controls, ...named].join(' ').toLowerCase()
}
