import { describe, expect, it } from 'vitest'
import {
  emptyRoot,
  formatCheckpoint,
  fromBase64,
  generateSigner,
  LedgerError,
  type LedgerErrorKind,
  openNote,
  signerFromString,
  signNote,
  toBase64,
  verifierFromString,
} from './index.ts'

const text = 'Of the log\n\nand its readers: grüße\n'
const signer = generateSigner('example.com/log')
const other = generateSigner('example.com/other')
const note = signNote(text, signer)
const line = note.slice(text.length + 1)
const checkpoint = formatCheckpoint({ origin: 'example.com/log', size: 0, root: emptyRoot() })

describe('a signed note', () => {
  it('opens to its text for whoever holds the key, given as text or as verifier, as string or as bytes', () => {
    for (const it of [note, new TextEncoder().encode(note)]) {
      for (const verifier of [signer.vkey, verifierFromString(signer.vkey)]) {
        expect(openNote(it, [verifier]).text).toBe(text)
      }
    }
  })

  it('says who signed, and which signatures it knows nothing about', () => {
    const opened = openNote(signNote(text, signer, other), [signer.vkey])
    expect(opened.signatures).toEqual([
      { name: 'example.com/log', keyId: signer.keyId, kind: 'ed25519', timestamp: null },
    ])
    expect(opened.unknown.map(({ name, keyId }) => [name, keyId])).toEqual([['example.com/other', other.keyId]])
  })

  it('is signed with a secret key given as text', () => {
    expect(signNote(text, signer.exportSecret())).toBe(note)
    expect(signNote(text, signerFromString(signer.exportSecret()))).toBe(note)
  })

  it('keeps a text that holds blank lines, signature lines or a byte order mark', () => {
    for (const strange of ['\n', '\n\n', `${line}`, `a\n\n${line}`, '\ufeffa\n']) {
      expect(openNote(new TextEncoder().encode(signNote(strange, signer)), [signer.vkey]).text).toBe(strange)
    }
  })

  it('is refused with any bit flipped in any byte', () => {
    const bytes = new TextEncoder().encode(note)
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit))
        expect(() => openNote(flipped, [signer.vkey]), `byte ${at}, bit ${bit}`).toThrow(LedgerError)
      }
    }
  })

  it('is refused when any byte is left out or the end is cut', () => {
    const bytes = new TextEncoder().encode(note)
    for (let at = 0; at < bytes.length; at += 1) {
      const shorter = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)])
      expect(() => openNote(shorter, [signer.vkey]), `byte ${at}`).toThrow(LedgerError)
      expect(() => openNote(bytes.slice(0, at), [signer.vkey]), `cut at ${at}`).toThrow(LedgerError)
    }
  })
})

describe('keys', () => {
  const forged = toBase64(Uint8Array.from([...idBytes(signer.keyId), ...new Uint8Array(64)]))
  const foreign = toBase64(Uint8Array.from([...idBytes('00000000'), ...new Uint8Array(64)]))

  it.each([
    ['the name alone', `— example.com/log ${foreign}\n`],
    ['the id alone', `— example.com/else ${forged}\n`],
  ])('that agree in %s are unknown and their signatures ignored', (_, added) => {
    expect(openNote(note + added, [signer.vkey]).unknown).toHaveLength(1)
    expect(refusal(() => openNote(`${text}\n${added}`, [signer.vkey]))).toBe('no-known-signature')
  })

  it('that are known refuse the whole note when they fail, beside good signatures and before or after them', () => {
    const wrong = `— example.com/log ${forged}\n`
    const both = [signer.vkey, other.vkey]
    for (const lines of [wrong, line + wrong, wrong + line]) {
      expect(refusal(() => openNote(`${text}\n${lines}`, both))).toBe('wrong-signature')
    }
    expect(refusal(() => openNote(signNote(text, other) + wrong, both))).toBe('wrong-signature')
  })

  it('that are not given cannot open a note', () => {
    expect(refusal(() => openNote(note, []))).toBe('no-known-signature')
    expect(refusal(() => openNote(note, [other.vkey]))).toBe('no-known-signature')
  })

  it('may be given twice, and a signature counts once', () => {
    expect(openNote(note + line, [signer.vkey, signer.vkey]).signatures).toHaveLength(1)
  })
})

describe('a malformed note', () => {
  const base64 = line.slice('— example.com/log '.length, -1)

  it.each([
    ['is empty', ''],
    ['has no signature', text],
    ['has no signature behind its blank line', `${text}\n`],
    ['has no blank line', `one line\n${line}`],
    ['has no newline at its end', note.slice(0, -1)],
    ['ends with a blank line', `${note}\n`],
    ['has a carriage return', note.replaceAll('\n', '\r\n')],
    ['has a tab in its text', `a\tb\n\n${line}`],
    ['has a NUL in its text', `a\0b\n\n${line}`],
    ['has a lone surrogate', `a\ud800b\n\n${line}`],
    ['has a line without dash', `${note}example.com/x ${base64}\n`],
    ['has a line with a hyphen', `${note}- example.com/x ${base64}\n`],
    ['has a line without a name', `${note}—  ${base64}\n`],
    ['has a line without a signature', `${note}— example.com/x\n`],
    ['has a line with an empty signature', `${note}— example.com/x \n`],
    ['has a line with three parts', `${note}— example.com/x ${base64} ${base64}\n`],
    ['has two spaces in a line', `${note}— example.com/x  ${base64}\n`],
    ['has a plus in a name', `${note}— example.com+x ${base64}\n`],
    ['has a no-break space in a name', `${note}— example\u00a0com ${base64}\n`],
    ['has a next-line character in a name', `${note}— example\u0085com ${base64}\n`],
    ['has a signature of the key id alone', `${note}— example.com/x AAAAAA==\n`],
    ['has a signature without padding', `${note}— example.com/x AAAAAAA\n`],
    ['has a signature in URL base 64', `${note}— example.com/x AAAAAA__\n`],
    ['has a signature with stray last bits', `${note}— example.com/x AAAAAAB=\n`],
    ['has 101 signatures', note + '— example.com/x AAAAAAA=\n'.repeat(100)],
    ['is over a million bytes', `${'a'.repeat(1_000_000)}\n\n${line}`],
  ])('that %s is refused', (_, malformed) => {
    expect(refusal(() => openNote(malformed, [signer.vkey]))).toBe('malformed-note')
  })

  it.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a byte that UTF-8 never has', [0xff]],
  ])('of bytes with %s is refused as no UTF-8', (_, bytes) => {
    const whole = Uint8Array.from([...bytes, ...new TextEncoder().encode(note)])
    expect(refusal(() => openNote(whole, [signer.vkey]))).toBe('malformed-note')
  })

  it('is none with a hundred signatures or names in other scripts', () => {
    expect(openNote(note + '— пример AAAAAAA=\n'.repeat(99), [signer.vkey]).unknown).toHaveLength(99)
  })
})

describe('an ML-DSA-44 signature', () => {
  const quantumSafe = generateSigner('example.com/log', 'ml-dsa-44-cosignature')
  const both = signNote(checkpoint, signer, quantumSafe)

  it('stands beside the Ed25519 one, and either key opens the checkpoint', () => {
    expect(openNote(both, [signer.vkey, quantumSafe.vkey]).signatures.map(({ kind }) => kind)).toEqual([
      'ed25519',
      'ml-dsa-44-cosignature',
    ])
    expect(openNote(both, [signer.vkey]).unknown).toHaveLength(1)
    expect(openNote(both, [quantumSafe.vkey]).text).toBe(checkpoint)
  })

  it('comes from the same key when its secret is read again', () => {
    expect(signerFromString(quantumSafe.exportSecret()).vkey).toBe(quantumSafe.vkey)
  })

  it('has the lengths of the specification: key type 0x06, 1312 bytes of key, eight of time, 2420 of signature', () => {
    const key = fromBase64(quantumSafe.vkey.split('+').slice(2).join('+'))
    expect([key?.[0], key?.length]).toEqual([0x06, 1 + 1312])
    expect(openNote(both, [signer.vkey]).unknown[0]?.bytes).toHaveLength(8 + 2420)
  })

  it('is refused with a bit flipped anywhere in it or in the checkpoint', () => {
    const bytes = new TextEncoder().encode(signNote(checkpoint, quantumSafe))
    for (let at = 0; at < bytes.length; at += at < 200 ? 1 : 41) {
      const flipped = bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)))
      expect(() => openNote(flipped, [quantumSafe.vkey]), `byte ${at}`).toThrow(LedgerError)
    }
  })

  it('is made over checkpoints only, and vouches for no extension lines', () => {
    expect(refusal(() => signNote(text, quantumSafe))).toBe('malformed-checkpoint')
    const extended = both.replace('\n\n', '\nadded by anybody\n\n')
    expect(refusal(() => openNote(extended, [quantumSafe.vkey]))).toBe('extensions-not-signed')
    expect(refusal(() => openNote(extended, [quantumSafe.vkey, signer.vkey]))).toBe('wrong-signature')
  })
})

function refusal(open: () => unknown): LedgerErrorKind | 'none' {
  try {
    open()
    return 'none'
  } catch (error) {
    if (error instanceof LedgerError) return error.kind
    throw error
  }
}

function idBytes(keyId: string): Uint8Array {
  return new Uint8Array(Buffer.from(keyId, 'hex'))
}
