import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { consistencyProof, inclusionProof, leafHash, nodeHash, rootOf } from './index.ts'
import { consistencyPath, inclusionPath } from './merkle-path.ts'
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts'

const leaves = Array.from({ length: 34 }, (_, at) => leafHash(Uint8Array.of(at)))

describe('the tree as RFC 6962 defines it', () => {
  it('hashes leaves and nodes behind different prefixes', () => {
    const [left, right] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(2))]
    expect(leafHash(Uint8Array.of(1, 2, 3))).toEqual(sha256(Uint8Array.of(0, 1, 2, 3)))
    expect(nodeHash(left, right)).toEqual(sha256(Uint8Array.of(1, ...left, ...right)))
  })

  it('has the roots of the recursive definition at every size', () => {
    for (let size = 0; size <= leaves.length; size += 1) {
      expect(rootOf(leaves.slice(0, size))).toEqual(treeHash(leaves.slice(0, size)))
    }
  })

  it('has the inclusion proofs of the recursive definition for every entry of every size', () => {
    for (const { index, size } of everyEntry()) {
      expect(inclusionProof(leaves, index, size)).toEqual(auditPath(index, leaves.slice(0, size)))
    }
  })

  it('has the consistency proofs of the recursive definition between all sizes', () => {
    for (const { size1, size2 } of everyPair()) {
      expect(consistencyProof(leaves, size1, size2)).toEqual(subproof(size1, leaves.slice(0, size2), true))
    }
  })
})

describe('verification', () => {
  it('accepts every inclusion proof, and at no other index', () => {
    for (const { index, size } of everyEntry()) {
      const proof = inclusionProof(leaves, index, size)
      const root = rootOf(leaves.slice(0, size))
      const claim = { leafHash: leaves[index] ?? new Uint8Array(), index, size, proof, root }
      expect(verifyInclusion(claim)).toBe(true)
      for (let other = 0; other < size; other += 1) {
        expect(verifyInclusion({ ...claim, index: other })).toBe(other === index)
      }
    }
  })

  it('accepts every consistency proof, and from no other size', () => {
    for (const { size1, size2 } of everyPair()) {
      const root1 = rootOf(leaves.slice(0, size1))
      const root2 = rootOf(leaves.slice(0, size2))
      const claim = { size1, size2, root1, root2, proof: consistencyProof(leaves, size1, size2) }
      expect(verifyConsistency(claim)).toBe(true)
      for (let other = 0; other <= size2; other += 1) {
        const proves = verifyConsistency({ ...claim, size1: other })
        expect(proves && other !== size1, `${size1} of ${size2} read as ${other}`).toBe(false)
      }
    }
  })

  it.each([2 ** 31 - 1, 2 ** 31 + 1, 2 ** 32, 2 ** 32 + 1, 2 ** 40 + 12_345, 2 ** 53 - 1])(
    'holds in a tree of %i entries, beyond 32-bit arithmetic',
    (size) => {
      const leaf = leafHash(new Uint8Array(0))
      const root = sameLeavesRoot(size)
      for (const index of [0, 1, Math.floor(size / 3), size - 2, size - 1]) {
        const proof = inclusionPath(index, size).map(({ begin, end }) => sameLeavesRoot(end - begin))
        expect(verifyInclusion({ leafHash: leaf, index, size, proof, root })).toBe(true)
        expect(verifyInclusion({ leafHash: leaf, index, size, proof: proof.slice(1), root })).toBe(false)
      }
      for (const size1 of [1, 2 ** 30, Math.floor(size / 3), size - 1]) {
        const proof = consistencyPath(size1, size).map(({ begin, end }) => sameLeavesRoot(end - begin))
        const claim = { size1, size2: size, root1: sameLeavesRoot(size1), root2: root, proof }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, root1: root })).toBe(false)
      }
    },
  )
})

describe('tampering', () => {
  const size = 11
  const root = rootOf(leaves.slice(0, size))

  it('refuses an inclusion claim with any bit flipped in any byte', () => {
    const claim = { leafHash: leaves[6] ?? root, index: 6, size, proof: inclusionProof(leaves, 6, size), root }
    for (const [at, parts] of everyFlip([claim.leafHash, claim.root, ...claim.proof])) {
      const [leaf = root, flippedRoot = root, ...proof] = parts
      expect(verifyInclusion({ ...claim, leafHash: leaf, root: flippedRoot, proof }), `byte ${at}`).toBe(false)
    }
  })

  it('refuses a consistency claim with any bit flipped in any byte', () => {
    for (const size1 of [6, 8]) {
      const proof = consistencyProof(leaves, size1, size)
      const claim = { size1, size2: size, root1: rootOf(leaves.slice(0, size1)), root2: root, proof }
      for (const [at, parts] of everyFlip([claim.root1, claim.root2, ...proof])) {
        const [root1 = root, root2 = root, ...flipped] = parts
        expect(verifyConsistency({ ...claim, root1, root2, proof: flipped }), `byte ${at}`).toBe(false)
      }
    }
  })

  it('refuses hashes of another length, and a proof that is too short, too long or out of order', () => {
    const proof = inclusionProof(leaves, 6, size)
    const claim = { leafHash: leaves[6] ?? root, index: 6, size, proof, root }
    const [first = root, second = root, ...rest] = proof
    for (const wrong of [[], [first], [...proof, first], [second, first, ...rest], [first.slice(1), second, ...rest]]) {
      expect(verifyInclusion({ ...claim, proof: wrong })).toBe(false)
    }
    expect(verifyInclusion({ ...claim, leafHash: root.slice(1) })).toBe(false)
    expect(verifyInclusion({ ...claim, root: new Uint8Array(0) })).toBe(false)
  })
})

// The definitions of RFC 6962, section 2.1, written once more as they stand there.

function treeHash(tree: Uint8Array[]): Uint8Array {
  if (tree.length === 0) return sha256(new Uint8Array(0))
  const [only = new Uint8Array()] = tree
  if (tree.length === 1) return only
  const k = split(tree.length)
  return sha256(Uint8Array.of(1, ...treeHash(tree.slice(0, k)), ...treeHash(tree.slice(k))))
}

function auditPath(m: number, tree: Uint8Array[]): Uint8Array[] {
  if (tree.length === 1) return []
  const k = split(tree.length)
  return m < k
    ? [...auditPath(m, tree.slice(0, k)), treeHash(tree.slice(k))]
    : [...auditPath(m - k, tree.slice(k)), treeHash(tree.slice(0, k))]
}

function subproof(m: number, tree: Uint8Array[], complete: boolean): Uint8Array[] {
  if (m === tree.length) return complete ? [] : [treeHash(tree)]
  const k = split(tree.length)
  return m <= k
    ? [...subproof(m, tree.slice(0, k), complete), treeHash(tree.slice(k))]
    : [...subproof(m - k, tree.slice(k), false), treeHash(tree.slice(0, k))]
}

function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

const rootsOfSameLeaves = new Map<number, Uint8Array>([[1, leafHash(new Uint8Array(0))]])

/** In a tree whose leaves are all alike, a subtree's hash depends on its size alone, so huge trees can be built. */
function sameLeavesRoot(size: number): Uint8Array {
  const known = rootsOfSameLeaves.get(size)
  if (known) return known
  let half = 1
  while (half * 2 < size) half *= 2
  const root = nodeHash(sameLeavesRoot(half), sameLeavesRoot(size - half))
  rootsOfSameLeaves.set(size, root)
  return root
}

function* everyEntry() {
  for (let size = 1; size <= leaves.length; size += 1) {
    for (let index = 0; index < size; index += 1) yield { index, size }
  }
}

function* everyPair() {
  for (let size2 = 1; size2 <= leaves.length; size2 += 1) {
    for (let size1 = 1; size1 <= size2; size1 += 1) yield { size1, size2 }
  }
}

/** The parts again and again, each time with one other bit flipped in one other byte. */
function* everyFlip(parts: Uint8Array[]): Generator<[number, Uint8Array[]]> {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  for (let at = 0; at < total; at += 1) {
    const copies = parts.map((part) => part.slice())
    let rest = at
    const part = copies.find((it) => (rest < it.length ? true : ((rest -= it.length), false)))
    if (part) part[rest] = (part[rest] ?? 0) ^ (1 << (at % 8))
    yield [at, copies]
  }
}
