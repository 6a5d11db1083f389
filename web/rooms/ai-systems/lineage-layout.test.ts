import { expect, test } from 'vitest'
import { box, layOut } from './lineage-layout.ts'
import type { Lineage } from './words.ts'

function node(name: string, distance: number): Lineage['nodes'][number] {
  return { ref: `model:${name}`, kind: 'model', name, state: 'active', distance }
}

function link(from: string, to: string): Lineage['links'][number] {
  const ends = { from: `model:${from}`, to: `model:${to}` }
  return { id: `${from}-${to}`, ...ends, relation: 'uses', version: null, versionLabel: null, note: '' }
}

const columnOf = (x: number) => x / (box.width + box.gapX)

test('what depends on the subject stands to its left, what it depends on to its right', () => {
  const layout = layOut({
    nodes: [node('subject', 0), node('above', -1), node('below', 1), node('further', 2)],
    links: [link('above', 'subject'), link('subject', 'below'), link('below', 'further')],
  })
  const columns = Object.fromEntries(layout.nodes.map(({ name, x }) => [name, columnOf(x)]))
  expect(columns).toEqual({ above: 0, subject: 1, below: 2, further: 3 })
})

test('records of one column never overlap, and nothing stands outside of the picture', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const layout = layOut({
    nodes: [node('subject', 0), ...names.map((name) => node(name, 1))],
    links: names.map((name) => link('subject', name)),
  })
  const heights = layout.nodes.filter(({ name }) => name !== 'subject').map(({ y }) => y)
  const sorted = heights.toSorted((a, b) => a - b)
  sorted.slice(1).forEach((y, at) => expect(y - (sorted[at] ?? 0)).toBeGreaterThanOrEqual(box.height))
  for (const { x, y } of layout.nodes) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + box.width).toBeLessThanOrEqual(layout.width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + box.height).toBeLessThanOrEqual(layout.height)
  }
})

test('every link between records that are shown is drawn, and no other', () => {
  const layout = layOut({ nodes: [node('a', 0), node('b', 1)], links: [link('a', 'b'), link('b', 'cut off')] })
  expect(layout.paths.map(({ id }) => id)).toEqual(['a-b'])
})
