import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson, leafBytes, LedgerError, MAX_LEAF_BYTES, personalDigest, rowDigest, toHex } from './index.ts'

const text = (value: unknown) => new TextDecoder().decode(canonicalJson(value))

describe('canonical JSON', () => {
  it('is the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(text(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts names by UTF-16 code unit, as RFC 8785 does, not by code point', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']
    const object = Object.fromEntries(names.map((name) => [name, 0]))
    expect(Object.keys(JSON.parse(text(object)))).toEqual(['1', ...sorted.filter((name) => name !== '1')])
    expect(text(object)).toBe(`{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`)
  })

  it('does not depend on the order of insertion', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: 'x' })).toEqual(canonicalJson({ a: 'x', b: [{ c: 2, d: 1 }] }))
  })

  it('writes UTF-8, and -0 as 0', () => {
    expect(canonicalJson('é')).toEqual(Uint8Array.of(0x22, 0xc3, 0xa9, 0x22))
    expect(text(-0)).toBe('0')
  })

  const itself: Record<string, unknown> = {}
  itself.itself = itself
  it.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['Infinity', [Number.NEGATIVE_INFINITY]],
    ['undefined', undefined],
    ['undefined in an object', { a: undefined }],
    ['undefined in an array', [undefined]],
    ['a hole in an array', Array(1)],
    ['a lone surrogate', { a: '\ud800' }],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a boxed string', Object('a')],
    ['a toJSON of its own', { toJSON: () => 1 }],
    ['itself', itself],
    ['a thousand levels', JSON.parse('['.repeat(1000) + ']'.repeat(1000))],
  ])('refuses %s instead of dropping or changing it', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(LedgerError)
    expect(() => canonicalJson({ deep: [value] })).toThrow(LedgerError)
  })

  it('names the place of what it refuses', () => {
    expect(() => canonicalJson({ facts: [{ at: 1 }, { at: Number.NaN }] })).toThrow('$.facts[1].at is NaN')
  })

  it('of a log entry is at most as long as a bundle can carry', () => {
    expect(leafBytes('a'.repeat(MAX_LEAF_BYTES - 2))).toHaveLength(MAX_LEAF_BYTES)
    expect(() => leafBytes('a'.repeat(MAX_LEAF_BYTES - 1))).toThrow(LedgerError)
  })
})

describe('the digest of a row', () => {
  it('is SHA-256 over the columns by name', () => {
    const row = { title: 'Große "Prüfung"\n', id: 7, closed: false, owner: null }
    const json = String.raw`{"closed":false,"id":7,"owner":null,"title":"Große \"Prüfung\"\n"}`
    expect(toHex(rowDigest(row))).toBe(createHash('sha256').update(json).digest('hex'))
  })

  it.each([
    ['a fraction', { a: 0.5 }],
    ['a number beyond safe integers', { a: 2 ** 53 }],
    ['a NUL', { a: 'x\0y' }],
    ['a nested object', { a: {} as never }],
    ['a missing value', { a: undefined as never }],
    ['a column name that the database would sort otherwise', { '\u{1f600}': 1 }],
    ['a lone surrogate', { a: '\ud800' }],
  ])('refuses %s, which the database could write otherwise', (_, row) => {
    expect(() => rowDigest(row)).toThrow(LedgerError)
  })
})

describe('the digest of a personal value', () => {
  const salt = new Uint8Array(16).fill(7)

  it('is SHA-256 over salt, column name, a zero byte and value, in lowercase hex', () => {
    const expected = createHash('sha256').update(salt).update('full_name\0Ada Lovelace é').digest('hex')
    expect(personalDigest(salt, 'full_name', 'Ada Lovelace é')).toBe(expected)
  })

  it('differs by salt, by column and by value', () => {
    const digests = [
      personalDigest(salt, 'a', 'bc'),
      personalDigest(salt, 'ab', 'c'),
      personalDigest(salt, 'a', ''),
      personalDigest(salt.with(0, 8), 'a', 'bc'),
    ]
    expect(new Set(digests).size).toBe(digests.length)
  })
})
