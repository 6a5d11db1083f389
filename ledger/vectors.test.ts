import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromBase64, sameBytes } from './bytes.ts'
import {
  leafHash,
  LedgerError,
  parseCheckpoint,
  openNote,
  rootOf,
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  decodeEntryBundle,
  encodeEntryBundle,
  parseTilePath,
  tileHashes,
  tilePath,
  tilesOf,
  verifierFromString,
} from './index.ts'

const folder = new URL('../../shared/vectors/', import.meta.url)
const present = existsSync(folder)
if (!present) process.stderr.write('Skipped: the shared test vectors are not beside the repository.\n')

type InclusionCase = { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] } & Outcome
type ConsistencyCase = { size1: number; size2: number; root1: string; root2: string; proof: string[] } & Outcome
type Outcome = { desc: string; wantErr: boolean; from: string }
type MerkleVectors = {
  leaves_hex: string[]
  roots_hex: string[]
  inclusion: InclusionCase[]
  consistency: ConsistencyCase[]
}
type TilesVectors = {
  vkey: string
  checkpoints: { size: number; checkpoint: string }[]
  tiles: { path: string; base64: string }[]
  entry_bundles: { path: string; base64: string }[]
}
type PublishedExamples = {
  signed_note: { vkey: string; note: string }
  tlog_tiles_shape: Record<string, unknown>
}

describe.skipIf(!present)('the published RFC 6962 cases', () => {
  const vectors = present ? read<MerkleVectors>('rfc6962-merkle.json') : null
  const leaves = (vectors?.leaves_hex ?? []).map((hex) => leafHash(bytesOfHex(hex)))

  it.each((vectors?.roots_hex ?? []).map((root, size) => ({ root, size })))(
    'has the published root at size $size',
    ({ root, size }) => {
      expect(Buffer.from(rootOf(leaves.slice(0, size))).toString('hex')).toBe(root)
    },
  )

  it.each(vectors?.inclusion ?? [])('decides inclusion as published: $from', (it) => {
    const claim = {
      leafHash: base64(it.leafHash),
      index: it.leafIdx,
      size: it.treeSize,
      proof: it.proof.map(base64),
      root: base64(it.root),
    }
    expect(accepted(() => verifyInclusion(claim))).toBe(!it.wantErr)
  })

  it.each(vectors?.consistency ?? [])('decides consistency as published: $from', (it) => {
    const claim = {
      size1: it.size1,
      size2: it.size2,
      root1: base64(it.root1),
      root2: base64(it.root2),
      proof: it.proof.map(base64),
    }
    expect(accepted(() => verifyConsistency(claim))).toBe(!it.wantErr)
  })

  it('makes the very proofs that are published as good', () => {
    const isOurs = (root: string, size: number) => sameBytes(base64(root), rootOf(leaves.slice(0, size)))
    const inclusions = (vectors?.inclusion ?? []).filter((it) => !it.wantErr && isOurs(it.root, it.treeSize))
    for (const it of inclusions) {
      expect(inclusionProof(leaves, it.leafIdx, it.treeSize)).toEqual(it.proof.map(base64))
    }
    const consistencies = (vectors?.consistency ?? []).filter((it) => !it.wantErr && isOurs(it.root2, it.size2))
    for (const it of consistencies) {
      expect(consistencyProof(leaves, it.size1, it.size2)).toEqual(it.proof.map(base64))
    }
    expect(inclusions.length).toBeGreaterThan(1)
    expect(consistencies.length).toBeGreaterThan(1)
  })
})

describe.skipIf(!present)('the published small log', () => {
  const vectors = present ? read<TilesVectors>('tlog-tiles-small.json') : null
  const widest = vectors?.tiles.at(-1)
  const leaves = widest ? tileHashes(base64(widest.base64)) : []

  it.each(vectors?.checkpoints ?? [])('opens the checkpoint of size $size and finds its root', (it) => {
    const opened = openNote(it.checkpoint, [verifierFromString(vectors?.vkey ?? '')])
    const checkpoint = parseCheckpoint(opened.text)
    expect(checkpoint.origin).toBe('example.com/log/testdata')
    expect(checkpoint.size).toBe(it.size)
    expect(checkpoint.root).toEqual(rootOf(leaves.slice(0, it.size)))
    expect(checkpoint.extensions).toEqual([])
  })

  it.each(vectors?.tiles ?? [])('reads $path as the first leaves of the log', (it) => {
    const address = parseTilePath(it.path)
    expect(tilePath(address)).toBe(it.path)
    expect(address.level).toBe(0)
    expect(tileHashes(base64(it.base64))).toEqual(leaves.slice(0, address.width))
  })

  it.each(vectors?.entry_bundles ?? [])('reads $path as entries that hash to the leaves', (it) => {
    const address = parseTilePath(it.path)
    expect(tilePath(address)).toBe(it.path)
    const entries = decodeEntryBundle(base64(it.base64))
    expect(entries.map(leafHash)).toEqual(leaves.slice(0, address.width))
    expect(encodeEntryBundle(entries)).toEqual(base64(it.base64))
  })
})

describe.skipIf(!present)('the examples printed in the specifications', () => {
  const vectors = present ? read<PublishedExamples>('published-examples.json') : null

  it('opens the signed note', () => {
    const { vkey, note } = vectors?.signed_note ?? { vkey: '', note: '' }
    expect(openNote(note, [verifierFromString(vkey)]).text).toBe('This is an example message.\n')
  })

  it('has the tiles that the specification counts', () => {
    const shape = vectors?.tlog_tiles_shape ?? {}
    expect(tilesOf(70_000)).toEqual([
      { level: 0, full: shape.level0_full, partial: shape.level0_partial_width },
      { level: 1, full: shape.level1_full, partial: shape.level1_partial_width },
      { level: 2, full: 0, partial: shape.level2_partial_width },
    ])
    expect(tilesOf(256)).toEqual([
      { level: 0, full: 1, partial: 0 },
      { level: 1, full: 0, partial: 1 },
    ])
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe(`tile/0/${String(shape.index_1234067_path)}`)
  })
})

/** A refusal is `false` or the typed error; anything else is a fault of ours and must fail the test. */
function accepted(decide: () => boolean): boolean {
  try {
    return decide()
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}

/** The files are data of a known shape; each case's assertions fail when a field is missing. */
function read<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Shape
}

function base64(text: string): Uint8Array {
  const bytes = fromBase64(text)
  if (!bytes) throw new Error(`not base 64: ${text}`)
  return bytes
}

function bytesOfHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
