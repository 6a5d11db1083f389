import { allCatalogues, type Catalogue } from './catalogues.ts'
import type { CatalogHead } from './catalogue-schema.ts'
import { deepFreeze, once } from './load.ts'
import type { RequirementKind } from './requirement.ts'

/** One edition of a standard, framework or law. Dates are ISO days or months; `checkedOn` is when we last looked. */
export type Framework = {
  id: string
  title: string
  short: string
  publisher: string
  edition: string
  published: string
  status: 'current' | 'superseded'
  kind: CatalogHead['kind']
  certifiable: boolean
  /** Ids of all editions of the same text, this one included, the newest first. */
  editions: readonly string[]
  supersedes: string | null
  supersededBy: string | null
  /** How many nodes of each kind carry something to fulfil or to read; headings are left out. */
  counts: Readonly<Partial<Record<RequirementKind, number>>>
  amendments: readonly string[]
  /** Whose words `intent` is in: ours, or the publisher's where they are in the public domain. */
  wording: 'own' | 'public-domain'
  licence: string
  notes: readonly string[]
  checkedOn: string
}

const list = once(() => deepFreeze(allCatalogues().map(frameworkOf)))

/** Every framework in the order in which it is shown, editions of one text beside each other. */
export function frameworks(): readonly Framework[] {
  return list()
}

/** One framework by its id, undefined where there is none. */
export function framework(id: string): Framework | undefined {
  return list().find((one) => one.id === id)
}

function frameworkOf({ head, requirements }: Catalogue): Framework {
  const family = allCatalogues().filter((other) => other.head.family === head.family)
  const newestFirst = family.toSorted((one, other) => other.head.published.localeCompare(one.head.published))
  const counts: Partial<Record<RequirementKind, number>> = {}
  for (const { kind, heading } of requirements) if (!heading) counts[kind] = (counts[kind] ?? 0) + 1
  return {
    id: head.id,
    title: head.title,
    short: head.short,
    publisher: head.publisher,
    edition: head.edition,
    published: head.published,
    status: head.status,
    kind: head.kind,
    certifiable: head.certifiable,
    editions: newestFirst.map((edition) => edition.head.id),
    supersedes: family.find((edition) => edition.head.superseded_by === head.id)?.head.id ?? null,
    supersededBy: head.superseded_by ?? null,
    counts,
    amendments: head.amendments ?? [],
    wording: head.wording,
    licence: head.licence,
    notes: head.notes,
    checkedOn: head.checked_on,
  }
}
