import type { Lineage } from './words.ts'

export type Placed = { ref: string; name: string; kind: string; state: string; x: number; y: number }
export type Path = { id: string; d: string; label: string }
export type Layout = { width: number; height: number; nodes: Placed[]; paths: Path[] }

export const box = { width: 168, height: 46, gapX: 44, gapY: 14 } as const

/**
 * Where every record stands: a column for each step from the subject, what depends on it to the left, what it depends
 * on to the right. Within a column the records stand near the middle of those they are linked to in the column before.
 */
export function layOut({ nodes, links }: Pick<Lineage, 'nodes' | 'links'>): Layout {
  const distances = [...new Set(nodes.map(({ distance }) => distance))].toSorted((a, b) => a - b)
  const columns = distances.map((distance) => nodes.filter((node) => node.distance === distance))
  const tallest = Math.max(1, ...columns.map(({ length }) => length))
  const height = tallest * (box.height + box.gapY) - box.gapY
  const placed = new Map<string, Placed>()
  // From the subject outwards, so that each column can follow the one next to it.
  const inward = columns
    .map((_, at) => at)
    .toSorted((a, b) => Math.abs(distances[a] ?? 0) - Math.abs(distances[b] ?? 0))
  for (const at of inward) {
    const column = (columns[at] ?? []).toSorted((a, b) => pull(a.ref, links, placed) - pull(b.ref, links, placed))
    const top = (height - (column.length * (box.height + box.gapY) - box.gapY)) / 2
    column.forEach(({ ref, name, kind, state }, row) => {
      const x = at * (box.width + box.gapX)
      placed.set(ref, { ref, name, kind, state, x, y: top + row * (box.height + box.gapY) })
    })
  }
  const width = columns.length * (box.width + box.gapX) - box.gapX
  return { width, height, nodes: [...placed.values()], paths: links.flatMap((link) => pathOf(link, placed)) }
}

/** The mean height of what a record is linked to and what stands already. */
function pull(ref: string, links: Lineage['links'], placed: ReadonlyMap<string, Placed>): number {
  const near = links
    .filter(({ from, to }) => from === ref || to === ref)
    .flatMap(({ from, to }) => placed.get(from === ref ? to : from)?.y ?? [])
  return near.length === 0 ? 0 : near.reduce((sum, y) => sum + y, 0) / near.length
}

function pathOf(link: Lineage['links'][number], placed: ReadonlyMap<string, Placed>): Path[] {
  const from = placed.get(link.from)
  const to = placed.get(link.to)
  if (!from || !to) return []
  const start = { x: from.x + box.width, y: from.y + box.height / 2 }
  const end = { x: to.x, y: to.y + box.height / 2 }
  // Two in one column are joined around their right side.
  const bend = from.x >= to.x ? box.gapX * 0.8 : (end.x - start.x) / 2
  const target = from.x >= to.x ? { x: to.x + box.width, y: end.y } : end
  const back = from.x >= to.x ? target.x + bend : target.x - bend
  const d = `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${back} ${target.y} ${target.x} ${target.y}`
  return [{ id: link.id, d, label: link.relation }]
}
