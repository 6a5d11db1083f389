import { describe, expect, it } from 'vitest'
import {
  appendLeaf,
  cosign,
  consistencyProof,
  decodeEntryBundle,
  decodeTileIndex,
  emptyFrontier,
  encodeEntryBundle,
  encodeTile,
  encodeTileIndex,
  formatAddCheckpoint,
  formatCheckpoint,
  formatTlogProof,
  generateSigner,
  inclusionProof,
  leafHash,
  LedgerError,
  nodeHash,
  openNote,
  parseCheckpoint,
  parseFrontier,
  parseTilePath,
  rootOf,
  rowDigest,
  personalDigest,
  signerFromString,
  signNote,
  tileHashes,
  tilePath,
  tilesOf,
  verifierFromString,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

const hash = leafHash(new Uint8Array(0))
const leaves = [hash, hash, hash]
const signer = generateSigner('example.com/log')
const inclusion = { leafHash: hash, index: 0, size: 1, proof: [], root: hash }
const consistency = { size1: 1, size2: 1, root1: hash, root2: hash, proof: [] }
const noSafeIntegers = [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 64, '1', 1n, null]
const noBytes = ['', 'abc', null, undefined, 7, [1, 2], {}, new ArrayBuffer(32)]
const noHashes = [...noBytes, new Uint8Array(0), new Uint8Array(31), new Uint8Array(33)]

type Call = [name: string, call: () => unknown]

describe('a malformed argument throws the typed error', () => {
  it.each<Call>([
    ...noBytes.map((value): Call => [`leafHash(${show(value)})`, () => leafHash(untyped(value))]),
    ...noBytes.map((value): Call => [`tileHashes(${show(value)})`, () => tileHashes(untyped(value))]),
    ...noBytes.map((value): Call => [`decodeEntryBundle(${show(value)})`, () => decodeEntryBundle(untyped(value))]),
    ...noBytes.map(
      (value): Call => [
        `a proof with ${show(value)}`,
        () => verifyInclusion({ ...inclusion, proof: [untyped(value)] }),
      ],
    ),
    ...noHashes.flatMap((value): Call[] => [
      [`nodeHash(${show(value)}, hash)`, () => nodeHash(untyped(value), hash)],
      [`nodeHash(hash, ${show(value)})`, () => nodeHash(hash, untyped(value))],
      [`rootOf([${show(value)}])`, () => rootOf([untyped(value)])],
      [`appendLeaf(…, ${show(value)})`, () => appendLeaf(emptyFrontier(), untyped(value))],
      [`encodeTile([${show(value)}])`, () => encodeTile([untyped(value)])],
    ]),
    ...noSafeIntegers.flatMap((value): Call[] => [
      [`inclusionProof at ${show(value)}`, () => inclusionProof(leaves, untyped(value), 3)],
      [`inclusionProof in size ${show(value)}`, () => inclusionProof(leaves, 0, untyped(value))],
      [`consistencyProof from ${show(value)}`, () => consistencyProof(leaves, untyped(value), 3)],
      [`consistencyProof to ${show(value)}`, () => consistencyProof(leaves, 1, untyped(value))],
      [`verifyInclusion at ${show(value)}`, () => verifyInclusion({ ...inclusion, index: untyped(value) })],
      [`verifyInclusion in size ${show(value)}`, () => verifyInclusion({ ...inclusion, size: untyped(value) })],
      [`verifyConsistency from ${show(value)}`, () => verifyConsistency({ ...consistency, size1: untyped(value) })],
      [`verifyConsistency to ${show(value)}`, () => verifyConsistency({ ...consistency, size2: untyped(value) })],
      [`tilesOf(${show(value)})`, () => tilesOf(untyped(value))],
      [`encodeTileIndex(${show(value)})`, () => encodeTileIndex(untyped(value))],
      [`tilePath of width ${show(value)}`, () => tilePath({ level: 0, index: 0, width: untyped(value) })],
      [`formatCheckpoint of size ${show(value)}`, () => checkpointOfSize(untyped(value))],
    ]),
    ['inclusionProof beyond its tree', () => inclusionProof(leaves, 3, 3)],
    ['inclusionProof in a tree of more leaves than given', () => inclusionProof(leaves, 0, 4)],
    ['consistencyProof from an empty tree', () => consistencyProof(leaves, 0, 3)],
    ['consistencyProof to a smaller tree', () => consistencyProof(leaves, 3, 2)],
    ['consistencyProof to more leaves than given', () => consistencyProof(leaves, 1, 4)],
    ['leaf hashes that are no list', () => rootOf(untyped(hash))],
    ['verifyInclusion of nothing', () => verifyInclusion(untyped(undefined))],
    ['verifyConsistency of nothing', () => verifyConsistency(untyped(null))],
    ['a proof that is no list', () => verifyInclusion({ ...inclusion, proof: untyped('') })],
    ['roots that are no bytes', () => verifyConsistency({ ...consistency, root1: untyped('a'), root2: untyped('a') })],
    ['a frontier of nothing', () => parseFrontier([])],
    ['a frontier with a hash too many', () => parseFrontier([new Uint8Array(8), hash])],
    ['a frontier of another form', () => parseFrontier([hash, hash])],
    ['a tile of no hashes', () => encodeTile([])],
    ['a tile of 257 hashes', () => encodeTile(Array.from({ length: 257 }, () => hash))],
    ['a tile of half a hash', () => tileHashes(new Uint8Array(48))],
    ['an entry of 65,536 bytes', () => encodeEntryBundle([new Uint8Array(65_536)])],
    ['a bundle of nothing', () => encodeEntryBundle([])],
    ['a bundle of 257 entries', () => encodeEntryBundle(Array.from({ length: 257 }, () => hash))],
    ['a note without a signer', () => signNote('text\n')],
    ['a note text without its last newline', () => signNote('text', signer)],
    ['a note text with a control character', () => signNote('a\tb\n', signer)],
    ['a note text with a lone surrogate', () => signNote('\ud800\n', signer)],
    ['a note text that is no text', () => signNote(untyped(7), signer)],
    ['a note that is no text', () => openNote(untyped(7), [signer.vkey])],
    ['verifiers that are no list', () => openNote('', untyped(signer.vkey))],
    ['a checkpoint that is no text', () => parseCheckpoint(untyped(7))],
    ['a key name with a space', () => generateSigner('a b')],
    ['a key name with a plus', () => generateSigner('a+b')],
    ['an empty key name', () => generateSigner('')],
    ['a key of an unknown kind', () => generateSigner('a', untyped('rsa'))],
    ['a cosignature by a log key', () => cosign(signNote(checkpointOfSize(1), signer), signer, 1)],
    ['an index that is no text', () => decodeTileIndex(untyped(7))],
    ['a path that is no text', () => parseTilePath(untyped(null))],
    ['a request of nothing', () => formatAddCheckpoint(untyped(null))],
    ['a proof file at half an index', () => formatTlogProof({ index: 0.5, proof: [], checkpoint: '', extra: null })],
    ['a row that is none', () => rowDigest(untyped(null))],
    ['a salt that is too short', () => personalDigest(new Uint8Array(15), 'name', 'Ada')],
    ['a value that is no text', () => personalDigest(new Uint8Array(16), 'name', untyped(7))],
  ])('%s', (_, call) => {
    expect(call).toThrow(LedgerError)
  })
})

describe('a malformed key', () => {
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'

  it.each([
    '',
    'example.com/foo',
    'example.com/foo+530d903a',
    'example.com/foo+530d903a+',
    'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n',
    'example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    '+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  ])('is refused: %j', (text) => {
    expect(() => verifierFromString(text)).toThrow(LedgerError)
    expect(() => signerFromString(`PRIVATE+KEY+${text}`)).toThrow(LedgerError)
  })

  it('is never printed, since it may be the secret one', () => {
    const secret = signer.exportSecret().slice(0, -1)
    expect(() => signerFromString(secret)).toThrow(/^(?!.*PRIVATE)/)
    expect(JSON.stringify(signer)).not.toContain('PRIVATE')
  })

  it('is whole when it is given back', () => {
    expect(verifierFromString(vkey).vkey).toBe(vkey)
    expect(signerFromString(signer.exportSecret()).vkey).toBe(signer.vkey)
    expect(signerFromString(signer.exportSecret()).exportSecret()).toBe(signer.exportSecret())
  })
})

function checkpointOfSize(size: number): string {
  return formatCheckpoint({ origin: 'example.com/log', size, root: hash })
}

/** Stands for a caller without types. */
function untyped(value: unknown): never {
  return value as never
}

function show(value: unknown): string {
  return value instanceof Uint8Array ? `${value.length} bytes` : `${typeof value} ${String(value)}`
}
