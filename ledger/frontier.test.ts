import { expect, it } from 'vitest'
import { appendLeaf, emptyFrontier, frontierRoot, leafHash, parseFrontier, rootOf, serializeFrontier } from './index.ts'

it('has the root of the whole tree after every append, also when it is kept and read again in between', () => {
  const leaves: Uint8Array[] = []
  let frontier = emptyFrontier()
  expect(frontierRoot(frontier)).toEqual(rootOf([]))
  for (let at = 0; at < 520; at += 1) {
    const leaf = leafHash(Uint8Array.of(at >> 8, at & 0xff))
    leaves.push(leaf)
    frontier = appendLeaf(parseFrontier(serializeFrontier(frontier)), leaf)
    expect(frontierRoot(frontier)).toEqual(rootOf(leaves))
    expect(frontier.size).toBe(at + 1)
  }
})

it('leaves the frontier that was appended to as it was', () => {
  const one = appendLeaf(emptyFrontier(), leafHash(Uint8Array.of(1)))
  const root = frontierRoot(one)
  appendLeaf(one, leafHash(Uint8Array.of(2)))
  expect(one.size).toBe(1)
  expect(frontierRoot(one)).toEqual(root)
})
