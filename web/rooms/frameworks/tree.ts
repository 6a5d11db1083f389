import type { RequirementItem } from './words.ts'

export type Node = { item: RequirementItem; children: Node[] }

/** The requirements under their headings, in the catalogue's order; one whose heading is not among them stands on top. */
export function treeOf(items: readonly RequirementItem[]): Node[] {
  const nodes = new Map(items.map((item) => [item.ref, { item, children: [] as Node[] }]))
  const top: Node[] = []
  for (const node of nodes.values()) {
    const parent = node.item.parent === null ? undefined : nodes.get(node.item.parent)
    const place = parent?.children ?? top
    place.push(node)
  }
  return top
}

/** The requirements that hold every word in number, title or intent, with the headings above them. */
export function matching(items: readonly RequirementItem[], q: string): RequirementItem[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...items]
  const byRef = new Map(items.map((item) => [item.ref, item]))
  const kept = new Set<string>()
  for (const item of items) {
    const text = `${item.ref} ${item.title} ${item.intent ?? ''}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    for (let at: RequirementItem | undefined = item; at; at = at.parent === null ? undefined : byRef.get(at.parent))
      kept.add(at.ref)
  }
  return items.filter(({ ref }) => kept.has(ref))
}

export type Difference = { ref: string; here: RequirementItem | undefined; there: RequirementItem | undefined }

/** What differs between two editions: by number, what is only in one, or reads differently in our words. */
export function differences(here: readonly RequirementItem[], there: readonly RequirementItem[]): Difference[] {
  const twin = new Map(there.map((item) => [item.ref, item]))
  const known = new Set(here.map(({ ref }) => ref))
  const changed = here.map((item) => ({ ref: item.ref, here: item, there: twin.get(item.ref) }))
  const gone = there
    .filter(({ ref }) => !known.has(ref))
    .map((item) => ({ ref: item.ref, here: undefined, there: item }))
  return [
    ...changed.filter(({ here: one, there: two }) => one.title !== two?.title || one.intent !== two?.intent),
    ...gone,
  ]
}
