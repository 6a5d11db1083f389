import { z } from 'zod'
import { once, readData } from './load.ts'

const words = z.string().min(1)
const Library = z.strictObject({
  taxonomies: z.array(
    z.strictObject({
      id: words,
      name: words,
      licence: words,
      attribution: words,
      entries: z.array(z.strictObject({ id: words, name: words })).min(1),
    }),
  ),
  risks: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]+$/),
      title: words,
      description: words,
      causes: z.array(words).min(1),
      questions: z.array(words).min(1),
      treatments: z.array(words).min(1),
      controls: z.array(z.string().regex(/^A(\.\d+)+$/)).min(1),
      /** `<taxonomy>:<id>` */
      references: z.array(words).min(1),
    }),
  ),
})

/** A catalogue of AI risks that others keep; only its ids and names are here. */
export type RiskTaxonomy = { id: string; name: string; licence: string; attribution: string }
export type RiskReference = { taxonomy: string; id: string; name: string }
/** A known risk in our own words, to be adapted to one's own case, and what it corresponds to elsewhere. */
export type LibraryRisk = {
  id: string
  title: string
  description: string
  causes: string[]
  questions: string[]
  treatments: string[]
  controls: string[]
  references: RiskReference[]
}

const library = once(() => readData('risk-library.yaml', Library))

/** Every entry of the library; a reference that resolves to nothing is a bug and throws. */
export const riskLibrary: () => readonly LibraryRisk[] = once(() =>
  library().risks.map((risk) => ({ ...risk, references: risk.references.map(resolve) })),
)

function resolve(text: string): RiskReference {
  const at = text.indexOf(':')
  const [taxonomy, id] = [text.slice(0, at), text.slice(at + 1)]
  const entry = riskTaxonomyEntries(taxonomy).find((one) => one.id === id)
  if (!entry) throw new Error(`${text} is in none of the taxonomies of the risk library`)
  return { taxonomy, id, name: entry.name }
}

export const riskTaxonomies: () => readonly RiskTaxonomy[] = once(() =>
  library().taxonomies.map(({ id, name, licence, attribution }) => ({ id, name, licence, attribution })),
)

export function riskTaxonomyEntries(taxonomy: string): readonly { id: string; name: string }[] {
  return library().taxonomies.find(({ id }) => id === taxonomy)?.entries ?? []
}
