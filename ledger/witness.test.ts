import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  addCosignatures,
  appendLeaf,
  consistencyProof,
  cosign,
  emptyFrontier,
  formatAddCheckpoint,
  formatCheckpoint,
  frontierRoot,
  generateSigner,
  judgeAddCheckpoint,
  leafHash,
  LedgerError,
  openNote,
  parseAddCheckpoint,
  rootOf,
  signNote,
  toBase64,
  verifierFromString,
  type WatchedLog,
} from './index.ts'

const origin = 'example.com/log'
const log = generateSigner(origin)
const witness = generateSigner('witness.example/w1', 'ed25519-cosignature')
const modernWitness = generateSigner('witness.example/w2', 'ml-dsa-44-cosignature')
const leaves = Array.from({ length: 20 }, (_, at) => leafHash(Uint8Array.of(at)))
const noon = 1_679_315_147

const checkpoint = (size: number, signer = log) =>
  signNote(formatCheckpoint({ origin, size, root: rootOf(leaves.slice(0, size)) }), signer)
const request = (oldSize: number, size: number) =>
  formatAddCheckpoint({
    oldSize,
    proof: oldSize > 0 ? consistencyProof(leaves, oldSize, size) : [],
    checkpoint: checkpoint(size),
  })
const watchedAt = (size: number): WatchedLog => ({
  verifiers: [log.vkey],
  latest: size > 0 ? { size, root: rootOf(leaves.slice(0, size)) } : null,
})
const answer = (body: string, at: number) =>
  judgeAddCheckpoint(body, (asked) => (asked === origin ? watchedAt(at) : null))

describe('a cosignature', () => {
  it.each([witness, modernWitness])('of the kind $kind says who saw the checkpoint, and when', (cosigner) => {
    const note = checkpoint(5) + cosign(checkpoint(5), cosigner, noon)
    const { signatures } = openNote(note, [log.vkey, cosigner.vkey])
    expect(signatures.map(({ name, timestamp }) => [name, timestamp])).toEqual([
      [origin, null],
      [cosigner.name, noon],
    ])
  })

  it.each([witness, modernWitness])('of the kind $kind is refused with another time, tree or origin', (cosigner) => {
    const line = cosign(checkpoint(5), cosigner, noon)
    const [, name = '', encoded = ''] = line.trim().split(' ')
    const bytes = Buffer.from(encoded, 'base64')
    for (const at of [4, 10, 11]) {
      const changed = toBase64(new Uint8Array(bytes).with(at, (bytes[at] ?? 0) ^ 1))
      expect(() => openNote(`${checkpoint(5)}— ${name} ${changed}\n`, [cosigner.vkey])).toThrow(LedgerError)
    }
    expect(() => openNote(checkpoint(6) + line, [cosigner.vkey])).toThrow(LedgerError)
    expect(() => openNote((checkpoint(5) + line).replace(origin, 'example.com/lag'), [cosigner.vkey])).toThrow(
      LedgerError,
    )
  })

  it('of Ed25519 is over the two lines of the specification and the text', () => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKeyOf(witness) }, format: 'jwk' })
    const message = `cosignature/v1\ntime ${noon}\n${textOf(checkpoint(5))}`
    const { timestamp, signature } = partsOf(cosign(checkpoint(5), witness, noon))
    expect(timestamp).toBe(BigInt(noon))
    expect(verify(null, Buffer.from(message), key, signature)).toBe(true)
  })

  it('of ML-DSA-44 is over the structure of the specification', () => {
    const jwk = { kty: 'AKP', alg: 'ML-DSA-44', pub: publicKeyOf(modernWitness) }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const numbers = (...values: number[]) => Buffer.from(BigUint64Array.from(values, BigInt).buffer).swap64()
    const text = (value: string) => Buffer.from([value.length, ...Buffer.from(value)])
    const message = Buffer.concat([
      Buffer.from('subtree/v1\n\0'),
      text('witness.example/w2'),
      numbers(noon),
      text(origin),
      numbers(0, 5),
      rootOf(leaves.slice(0, 5)),
    ])
    const { timestamp, signature } = partsOf(cosign(checkpoint(5), modernWitness, noon))
    expect(timestamp).toBe(BigInt(noon))
    expect(verify(null, message, key, signature)).toBe(true)
  })

  it('is made with a time, and over checkpoints alone', () => {
    expect(() => cosign(checkpoint(5), witness, 0)).toThrow(LedgerError)
    expect(() => cosign(signNote('no checkpoint\n', log), witness, noon)).toThrow(LedgerError)
    expect(() => signNote(formatCheckpoint({ origin, size: 5, root: rootOf([]) }), witness)).toThrow(LedgerError)
  })

  it('does not open a note as the key of a log, nor the other way round', () => {
    const note = checkpoint(5) + cosign(checkpoint(5), witness, noon)
    expect(openNote(note, [witness.vkey]).signatures).toHaveLength(1)
    expect(verifierFromString(witness.vkey).kind).toBe('ed25519-cosignature')
  })
})

describe('a witness', () => {
  it('follows a log as it grows, from nothing, and again at the same size', () => {
    let seen = 0
    for (const size of [3, 3, 8, 9, 20]) {
      expect(answer(request(seen, size), seen)).toMatchObject({ status: 200, checkpoint: { origin, size } })
      seen = size
    }
  })

  it.each<[string, string, number, number]>([
    ['a request that is none', 'old 1\n', 0, 400],
    ['a text that is no checkpoint', `old 0\n\n${signNote('no checkpoint\n', log)}`, 0, 400],
    ['an old size above the checkpoint', changed(request(5, 5), 'old 5', 'old 6'), 5, 400],
    ['a log that it does not watch', changed(request(0, 5), origin, 'example.com/unknown'), 0, 404],
    ['a signature of another key', changedCheckpoint(request(0, 5), generateSigner(origin)), 0, 403],
    ['a signature that does not fit', changed(request(0, 5), '\n5\n', '\n6\n'), 0, 403],
    ['an old size that is behind', request(3, 9), 5, 409],
    ['an old size that is ahead', request(5, 9), 3, 409],
    ['a proof that it has never asked for', changed(request(5, 9), 'old 5', 'old 0'), 0, 422],
    ['a missing proof', `old 5\n\n${checkpoint(9)}`, 5, 422],
    ['a proof from another size', changed(request(6, 9), 'old 6', 'old 5'), 5, 422],
  ])('answers %s with the status of the specification', (_, body, seen, status) => {
    expect(answer(body, seen).status).toBe(status)
  })

  it('tells the log the size to go on from', () => {
    expect(answer(request(3, 9), 5)).toMatchObject({ status: 409, latestSize: 5 })
  })

  it('answers another root at the very size that it has signed with a conflict', () => {
    const other = signNote(formatCheckpoint({ origin, size: 5, root: rootOf(leaves.slice(5, 10)) }), log)
    expect(answer(formatAddCheckpoint({ oldSize: 5, proof: [], checkpoint: other }), 5).status).toBe(409)
  })

  it('refuses a log that has rewritten its past', () => {
    let rewritten = emptyFrontier()
    for (const leaf of leaves.slice(1, 10)) rewritten = appendLeaf(rewritten, leaf)
    const note = signNote(formatCheckpoint({ origin, size: 9, root: frontierRoot(rewritten) }), log)
    const body = formatAddCheckpoint({ oldSize: 5, proof: consistencyProof(leaves.slice(1), 5, 9), checkpoint: note })
    expect(answer(body, 5).status).toBe(422)
  })
})

describe('an add-checkpoint request', () => {
  it('is read as it was written', () => {
    const written = { oldSize: 5, proof: consistencyProof(leaves, 5, 9), checkpoint: checkpoint(9) }
    expect(parseAddCheckpoint(formatAddCheckpoint(written))).toEqual(written)
    expect(parseAddCheckpoint(new TextEncoder().encode(formatAddCheckpoint(written)))).toEqual(written)
  })

  const line = toBase64(rootOf([]))
  it.each([
    ['no old line', `\n${checkpoint(5)}`],
    ['another first word', `new 0\n\n${checkpoint(5)}`],
    ['a leading zero', `old 00\n\n${checkpoint(5)}`],
    ['two spaces', `old  0\n\n${checkpoint(5)}`],
    ['no empty line', `old 0\n${checkpoint(5)}`],
    ['a proof line that is no hash', `old 1\nAAAA\n\n${checkpoint(5)}`],
    ['a proof line with a space', `old 1\n${line} \n\n${checkpoint(5)}`],
    ['64 proof lines', `old 1\n${`${line}\n`.repeat(64)}\n${checkpoint(5)}`],
    ['no checkpoint', 'old 0\n\n'],
  ])('with %s is refused', (_, body) => {
    expect(() => parseAddCheckpoint(body)).toThrow(LedgerError)
  })

  it('may have 63 proof lines', () => {
    expect(parseAddCheckpoint(`old 1\n${`${line}\n`.repeat(63)}\n${checkpoint(5)}`).proof).toHaveLength(63)
  })
})

describe("a log that gets a witness's answer", () => {
  const note = checkpoint(5)
  const line = cosign(note, witness, noon)

  it('adds the lines of witnesses it knows, once, and drops others', () => {
    const both = addCosignatures(note, line + cosign(note, modernWitness, noon), [witness.vkey])
    expect(both).toBe(note + line)
    expect(addCosignatures(both, line, [witness.vkey])).toBe(both)
  })

  it.each([
    ['no line', ''],
    ['a line of another witness', cosign(note, modernWitness, noon)],
    ['a line over another checkpoint', cosign(checkpoint(6), witness, noon)],
    ['something else', 'OK\n'],
    ['a note of its own', `evil\n\n${line}`],
  ])('refuses %s', (_, given) => {
    expect(() => addCosignatures(note, given, [witness.vkey])).toThrow(LedgerError)
  })
})

/** Changes every occurrence, and fails where there is none. */
function changed(body: string, from: string, to: string): string {
  expect(body).toContain(from)
  return body.replaceAll(from, to)
}

function changedCheckpoint(body: string, signer: typeof log): string {
  return changed(body, checkpoint(5), checkpoint(5, signer))
}

function textOf(note: string): string {
  return note.slice(0, note.indexOf('\n\n') + 1)
}

/** The public key in URL base 64, from the text form, where a type byte stands before it. */
function publicKeyOf({ vkey }: { vkey: string }): string {
  return Buffer.from(vkey.split('+').slice(2).join('+'), 'base64').subarray(1).toString('base64url')
}

/** What stands behind the four bytes of the key id. */
function partsOf(line: string) {
  const bytes = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64')
  return { timestamp: bytes.readBigUInt64BE(4), signature: bytes.subarray(12) }
}
