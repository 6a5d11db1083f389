import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  formatCheckpoint,
  formatTlogProof,
  generateSigner,
  inclusionProof,
  leafBytes,
  leafHash,
  rootOf,
  signNote,
} from '@assay/ledger'
import { afterAll, expect, test } from 'vitest'
import { sayProven } from './proven-reference.ts'
import { proveReference } from './reference-proof.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-proof-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const origin = 'example.com/aims'
const signer = generateSigner(origin)
const reference = written('reference.json', '{"format":"assay-drift-reference"}')
const sha256 = createHash('sha256').update('{"format":"assay-drift-reference"}').digest('hex')

/** The second of three entries, as the server proves it. */
function proofOf(subject: string, type = 'drift-reference.frozen'): object {
  const entry = { facts: [{ subject, type }], recordedAt: '1767225600000000', seq: 2 }
  const leaves = [{ seq: 1 }, entry, { seq: 3 }].map((it) => leafBytes(it))
  const hashes = leaves.map(leafHash)
  const checkpoint = signNote(formatCheckpoint({ origin, size: 3, root: rootOf(hashes) }), signer)
  const file = formatTlogProof({ index: 1, proof: inclusionProof(hashes, 1, 3), checkpoint, extra: null })
  const leaf = Buffer.from(leaves[1] ?? new Uint8Array()).toString('utf8')
  return { leaf, origin, verifierKeys: [signer.vkey], file }
}

const proof = written('proof.json', JSON.stringify(proofOf(`drift-reference:${sha256}`)))

test('a frozen reference is checked offline against the key that the reader holds', async () => {
  const proven = await proveReference(reference, proof, signer.vkey)
  if (!proven.ok) throw new Error(proven.message)
  expect(proven.value).toMatchObject({ sha256, origin, entry: 2, keyIsGiven: true })
  expect(sayProven(proven.value)[1]).toBe(
    `as frozen, in entry 2 of ${origin}, 2026-01-01T00:00:00.000Z, by ${origin}+${signer.keyId}.`,
  )
})

test('without a key of the reader the proof says that its key is its own', async () => {
  const proven = await proveReference(reference, proof, undefined)
  if (!proven.ok) throw new Error(proven.message)
  expect(sayProven(proven.value)[1]).toContain('compare it with one that you hold')
})

test.each([
  ['another file', () => [written('other.json', '{}'), proof, undefined], 'states no frozen reference with this hash'],
  ['a key of somebody else', () => [reference, proof, generateSigner(origin).vkey], 'sign'],
  [
    'an entry that states something else of it',
    () => [
      reference,
      written('p2.json', JSON.stringify(proofOf(`drift-reference:${sha256}`, 'other.fact'))),
      undefined,
    ],
    'states no frozen reference',
  ],
  [
    'an entry that was changed',
    () => {
      const changed = { ...proofOf('drift-reference:0'), leaf: JSON.stringify({ facts: [] }) }
      return [reference, written('p3.json', JSON.stringify(changed)), undefined]
    },
    'does not show this entry',
  ],
  ['a file that is no proof', () => [reference, written('p4.json', '[1]'), undefined], 'is no proof of an entry'],
  ['a reference that is not there', () => [join(folder, 'absent.json'), proof, undefined], 'cannot be read'],
] as const)('%s is refused', async (_, given, words) => {
  const [file, against, key] = given()
  const proven = await proveReference(file ?? '', against ?? '', key)
  expect(proven.ok ? '' : proven.message).toContain(words)
})
