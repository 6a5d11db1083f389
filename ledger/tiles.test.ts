import { describe, expect, it } from 'vitest'
import {
  appendLeaf,
  consistencyProof,
  consistencyProofFromTiles,
  decodeEntryBundle,
  emptyFrontier,
  encodeEntryBundle,
  encodeTile,
  frontierRoot,
  inclusionProof,
  inclusionProofFromTiles,
  leafHash,
  LedgerError,
  MAX_LEAF_BYTES,
  parseTilePath,
  rootFromTiles,
  rootOf,
  tilePath,
  type TileReader,
  tilesAfterAppending,
  tilesOf,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

const LARGEST = 600
const leaves = Array.from({ length: LARGEST }, (_, at) => leafHash(Uint8Array.of(at >> 8, at & 0xff)))

describe('a log kept as tiles', () => {
  it('has the root of the plain tree at every size, and proofs that verify against it', async () => {
    const roots = [rootOf([])]
    let frontier = emptyFrontier()
    for (const [index, leaf] of leaves.entries()) {
      const size = index + 1
      const size1 = Math.ceil(size / 2)
      frontier = appendLeaf(frontier, leaf)
      const root = frontierRoot(frontier)
      roots.push(root)

      const read = await tilesHolding(size)
      expect(await rootFromTiles(size, read)).toEqual(root)
      const proof = await inclusionProofFromTiles(index, size, read)
      expect(verifyInclusion({ leafHash: leaf, index, size, proof, root })).toBe(true)
      const growth = await consistencyProofFromTiles(size1, size, read)
      const root1 = roots[size1] ?? root
      expect(verifyConsistency({ size1, size2: size, root1, root2: root, proof: growth })).toBe(true)
    }
  })

  it.each([1, 2, 3, 100, 255, 256, 257, 300, 511, 512, 513, 600])(
    'has the proofs of the plain tree of size %i',
    async (size) => {
      const read = await tilesHolding(size)
      for (let index = 0; index < size; index += 23) {
        expect(await inclusionProofFromTiles(index, size, read)).toEqual(inclusionProof(leaves, index, size))
        expect(await consistencyProofFromTiles(index + 1, size, read)).toEqual(
          consistencyProof(leaves, index + 1, size),
        )
      }
    },
  )

  it('has the root of nothing without reading a tile', async () => {
    expect(await rootFromTiles(0, () => expect.fail('no tile was needed'))).toEqual(rootOf([]))
  })

  it('asks for each tile once, at the width that its size gives', async () => {
    const asked: string[] = []
    const read = await tilesHolding(600)
    await rootFromTiles(600, (level, index, width) => {
      asked.push(tilePath({ level, index, width }))
      return read(level, index, width)
    })
    expect(asked.toSorted()).toEqual(['tile/0/002.p/88', 'tile/1/000.p/2'])
  })

  it('refuses a tile of another width than was asked for', async () => {
    const read = await tilesHolding(300)
    await expect(rootFromTiles(299, () => read(0, 1, 44))).rejects.toThrow(LedgerError)
  })

  it('has another root when any byte of a tile is changed', async () => {
    const read = await tilesHolding(20)
    const root = rootOf(leaves.slice(0, 20))
    for (let at = 0; at < 20 * 32; at += 1) {
      const tampered: TileReader = async (...address) => (await read(...address)).map((b, i) => (i === at ? b ^ 1 : b))
      expect(await rootFromTiles(20, tampered)).not.toEqual(root)
    }
  })
})

describe('the tiles after appending', () => {
  it.each([[1], [7], [100], [255, 1], [256], [257], [300, 300], [600]])(
    'are the same whatever the steps: %j',
    async (...steps) => {
      const disk = new Map<string, Uint8Array>()
      let size = 0
      for (let step = 0; size < LARGEST; step += 1) {
        const next = Math.min(LARGEST, size + (steps[step % steps.length] ?? 1))
        for (const { bytes, ...address } of await tilesAfterAppending(size, leaves.slice(size, next), reader(disk))) {
          disk.set(tilePath(address), bytes)
        }
        size = next
      }
      const read = await tilesHolding(LARGEST)
      for (const { level, full, partial } of tilesOf(LARGEST)) {
        for (let index = 0; index < full; index += 1) {
          expect(disk.get(tilePath({ level, index, width: 256 }))).toEqual(await read(level, index, 256))
        }
        expect(disk.get(tilePath({ level, index: full, width: partial }))).toEqual(await read(level, full, partial))
      }
    },
  )

  it('of nothing are none', async () => {
    expect(await tilesAfterAppending(300, [], () => expect.fail('no tile was needed'))).toEqual([])
  })
})

describe('tile paths', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 999, width: 1 }, 'tile/0/999.p/1'],
    [{ level: 1, index: 1000, width: 255 }, 'tile/1/x001/000.p/255'],
    [{ level: 63, index: 1_234_067, width: 256 }, 'tile/63/x001/x234/067'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
    [{ level: 0, index: 2 ** 53 - 1, width: 256 }, 'tile/0/x009/x007/x199/x254/x740/991'],
  ] as const)('%j is %s', (address, path) => {
    expect(tilePath(address)).toBe(path)
    expect(parseTilePath(path)).toEqual(address)
  })

  it.each([
    '',
    'tile/0',
    'tile/0/',
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/x001/',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000.p/1/',
    'tile/entry/000',
    'tile/data/000',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/x009/x007/x199/x254/x740/992',
  ])('%j is the path of none', (path) => {
    expect(() => parseTilePath(path)).toThrow(LedgerError)
  })
})

describe('entry bundles', () => {
  it.each([[[0]], [[1, 0, 65_535]], [Array.from({ length: 256 }, (_, at) => at)]])(
    'carry entries of the lengths %j',
    (lengths) => {
      const entries = lengths.map((length) => new Uint8Array(length).fill(length % 251))
      expect(decodeEntryBundle(encodeEntryBundle(entries))).toEqual(entries)
    },
  )

  it('end with the largest entry that 16 bits can count', () => {
    expect(MAX_LEAF_BYTES).toBe(2 ** 16 - 1)
  })

  it.each([
    ['no bytes', []],
    ['half a length', [0]],
    ['a length without its entry', [0, 1]],
    ['an entry that is cut', [0, 3, 1, 2]],
    ['a byte behind the last entry', [0, 1, 9, 0]],
  ])('are refused with %s', (_, bytes) => {
    expect(() => decodeEntryBundle(Uint8Array.from(bytes))).toThrow(LedgerError)
  })

  it('are refused with 257 entries', () => {
    expect(() => decodeEntryBundle(new Uint8Array(2 * 257))).toThrow(LedgerError)
  })
})

/** The tiles of the first leaves, by the definition: hash i of level l is the root of its 256^l entries. */
async function tilesHolding(size: number): Promise<TileReader> {
  return (level, index, width) => {
    const unit = 256 ** level
    const first = index * 256
    expect((first + width) * unit).toBeLessThanOrEqual(size)
    const hashes = Array.from({ length: width }, (_, at) => rootOf(leaves.slice((first + at) * unit).slice(0, unit)))
    return encodeTile(hashes)
  }
}

function reader(disk: ReadonlyMap<string, Uint8Array>): TileReader {
  return (level, index, width) => disk.get(tilePath({ level, index, width })) ?? expect.fail('a tile that was not kept')
}
