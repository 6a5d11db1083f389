import { describe, expect, it } from 'vitest'
import {
  cosign,
  formatCheckpoint,
  formatTlogProof,
  generateSigner,
  inclusionProof,
  leafHash,
  LedgerError,
  type LedgerErrorKind,
  parseTlogProof,
  rootOf,
  signNote,
  type TlogProofPolicy,
  verifyTlogProof,
} from './index.ts'

const origin = 'example.com/log'
const log = generateSigner(origin)
const witnesses = ['w1', 'w2'].map((name) => generateSigner(`witness.example/${name}`, 'ed25519-cosignature'))
const [first = log, second = log] = witnesses
const leaves = Array.from({ length: 7 }, (_, at) => leafHash(Uint8Array.of(at)))
const entry = leafHash(Uint8Array.of(4))
const signed = signNote(formatCheckpoint({ origin, size: 7, root: rootOf(leaves) }), log)
const checkpoint = signed + witnesses.map((witness) => cosign(signed, witness, 1_679_315_147)).join('')
const written = { index: 4, proof: inclusionProof(leaves, 4, 7), checkpoint, extra: null }
const file = formatTlogProof(written)
const other = generateSigner(origin)
const policy: TlogProofPolicy = { origin, log: [log.vkey], witnesses: witnesses.map(({ vkey }) => vkey), quorum: 2 }
const ownWitness = { ...policy, log: policy.witnesses }

describe('a tlog-proof', () => {
  it('begins as the specification says and carries the checkpoint as it is', () => {
    expect(file.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 4'])
    expect(file.endsWith(`\n\n${checkpoint}`)).toBe(true)
  })

  it.each([
    ['', null],
    [' with extra data', Uint8Array.of(0, 255, 10)],
  ])('is read as it was written%s', (_, extra) => {
    const text = formatTlogProof({ ...written, extra })
    expect(parseTlogProof(text)).toEqual({ ...written, extra })
    expect(parseTlogProof(new TextEncoder().encode(text))).toEqual({ ...written, extra })
  })

  it('shows offline where the entry is, and who saw the log and when', () => {
    const verified = verifyTlogProof(file, entry, policy)
    expect(verified.index).toBe(4)
    expect(verified.checkpoint).toEqual({ origin, size: 7, root: rootOf(leaves), extensions: [] })
    expect(verified.signatures.map(({ name }) => name)).toEqual([origin, first.name, second.name])
  })

  it('of the only entry of a log needs no hashes', () => {
    const root = leafHash(Uint8Array.of(1))
    const alone = signNote(formatCheckpoint({ origin, size: 1, root }), log)
    const proof = formatTlogProof({ index: 0, proof: [], checkpoint: alone, extra: null })
    expect(verifyTlogProof(proof, root, { ...policy, quorum: 0 }).index).toBe(0)
  })

  it.each<[string, LedgerErrorKind, () => unknown]>([
    ['another entry', 'not-included', () => verifyTlogProof(file, leafHash(Uint8Array.of(5)), policy)],
    ['another origin', 'wrong-origin', () => verifyTlogProof(file, entry, { ...policy, origin: 'example.com/other' })],
    ['another log key', 'no-known-signature', () => verifyTlogProof(file, entry, { ...policy, log: [other.vkey] })],
    ['a log that is its own witness', 'malformed-argument', () => verifyTlogProof(file, entry, ownWitness)],
    ['a quorum of three', 'quorum-not-met', () => verifyTlogProof(file, entry, { ...policy, quorum: 3 })],
    [
      'one witness of two',
      'quorum-not-met',
      () => verifyTlogProof(file, entry, { ...policy, witnesses: [first.vkey] }),
    ],
    [
      'a plain key as witness',
      'malformed-argument',
      () => verifyTlogProof(file, entry, { ...policy, witnesses: [log.vkey] }),
    ],
  ])('is refused for %s', (_, kind, verify) => {
    expect(refusal(verify)).toBe(kind)
  })

  it('counts two keys of one witness once', () => {
    const again = generateSigner(first.name, 'ml-dsa-44-cosignature')
    const twice = signed + cosign(signed, first, 1) + cosign(signed, again, 1)
    const text = formatTlogProof({ ...written, checkpoint: twice })
    const both = { ...policy, witnesses: [first.vkey, again.vkey] }
    expect(refusal(() => verifyTlogProof(text, entry, both))).toBe('quorum-not-met')
    expect(verifyTlogProof(text, entry, { ...both, quorum: 1 }).signatures).toHaveLength(3)
  })

  it('asks for the signature of the log itself, however many witnesses have signed', () => {
    const unsigned = checkpoint.replace(/— example\.com\/log .*\n/, '')
    const text = formatTlogProof({ ...written, checkpoint: unsigned })
    expect(refusal(() => verifyTlogProof(text, entry, policy))).toBe('no-known-signature')
  })

  it('is refused with any bit flipped in any byte', () => {
    const bytes = new TextEncoder().encode(file)
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)))
      expect(() => verifyTlogProof(flipped, entry, policy), `byte ${at}`).toThrow(LedgerError)
    }
  })

  const hash = file.split('\n')[2] ?? ''
  it.each([
    ['is empty', ''],
    ['has no header', file.replace(/^.*\n/, '')],
    ['has another version', file.replace('@v1', '@v2')],
    ['has no index', file.replace('index 4\n', '')],
    ['has a leading zero', file.replace('index 4', 'index 04')],
    ['has two spaces', file.replace('index 4', 'index  4')],
    ['has its extra data behind the index', file.replace('index 4\n', 'index 4\nextra AAAA\n')],
    ['has extra data twice', file.replace('index 4\n', 'extra AAAA\nextra AAAA\nindex 4\n')],
    ['has empty extra data', file.replace('index 4\n', 'extra \nindex 4\n')],
    ['has extra data without padding', file.replace('index 4\n', 'extra AA\nindex 4\n')],
    ['has a hash without padding', file.replace(hash, hash.slice(0, -1))],
    ['has a space behind a hash', file.replace(hash, `${hash} `)],
    ['has 64 hashes', file.replace(`${hash}\n`, `${hash}\n`.repeat(62))],
    ['has no checkpoint', file.slice(0, file.indexOf('\n\n') + 2)],
    ['has carriage returns', file.replaceAll('\n', '\r\n')],
  ])('that %s is refused', (_, text) => {
    expect(() => parseTlogProof(text)).toThrow(LedgerError)
  })
})

function refusal(verify: () => unknown): LedgerErrorKind | 'none' {
  try {
    verify()
    return 'none'
  } catch (error) {
    if (error instanceof LedgerError) return error.kind
    throw error
  }
}
