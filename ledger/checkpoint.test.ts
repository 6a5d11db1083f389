import { describe, expect, it } from 'vitest'
import { emptyRoot, formatCheckpoint, LedgerError, parseCheckpoint, toBase64 } from './index.ts'

const root = toBase64(emptyRoot())

describe('a checkpoint', () => {
  it.each([
    ['example.com/log', 0, []],
    ['any text is an origin — + spaces too', 2 ** 53 - 1, []],
    ['a', 20_852_163, ['one', 'more']],
  ])('of the origin %j and size %i is read as it was written', (origin, size, extensions) => {
    const text = formatCheckpoint({ origin, size, root: emptyRoot(), extensions })
    expect(text).toBe([origin, size, root, ...extensions, ''].join('\n'))
    expect(parseCheckpoint(text)).toEqual({ origin, size, root: emptyRoot(), extensions })
  })

  it.each([
    ['is empty', ''],
    ['has two lines', 'a\n0\n'],
    ['has no last newline', `a\n0\n${root}`],
    ['has no origin', `\n0\n${root}\n`],
    ['has no size', `a\n\n${root}\n`],
    ['has no root', 'a\n0\n\n'],
    ['has a leading zero', `a\n01\n${root}\n`],
    ['has 00 for nothing', `a\n00\n${root}\n`],
    ['has a sign', `a\n+1\n${root}\n`],
    ['has a negative size', `a\n-1\n${root}\n`],
    ['has a fraction', `a\n1.0\n${root}\n`],
    ['has an exponent', `a\n1e3\n${root}\n`],
    ['has a hexadecimal size', `a\n0x1\n${root}\n`],
    ['has a space before the size', `a\n 1\n${root}\n`],
    ['has a space behind the size', `a\n1 \n${root}\n`],
    ['has digits of another script', `a\n١\n${root}\n`],
    ['has a size beyond safe integers', `a\n9007199254740992\n${root}\n`],
    ['has a size beyond 64 bits', `a\n18446744073709551616\n${root}\n`],
    ['has a short root', `a\n0\n${toBase64(emptyRoot().slice(1))}\n`],
    ['has a long root', `a\n0\n${toBase64(new Uint8Array(33))}\n`],
    ['has a root without padding', `a\n0\n${root.replace('=', '')}\n`],
    ['has a root with stray last bits', `a\n0\n${root.replace('FU=', 'FV=')}\n`],
    ['has a root in URL base 64', `a\n0\n${root.replaceAll('+', '-').replaceAll('/', '_')}\n`],
    ['has a space behind the root', `a\n0\n${root} \n`],
    ['has an empty extension line', `a\n0\n${root}\n\n`],
    ['has an empty line among extensions', `a\n0\n${root}\nb\n\nc\n`],
    ['has a carriage return', `a\r\n0\r\n${root}\r\n`],
    ['has a tab in the origin', `a\tb\n0\n${root}\n`],
    ['is a whole note', `a\n0\n${root}\n\n— a AAAAAAA=\n`],
  ])('that %s is refused', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(LedgerError)
  })

  it.each([
    ['an origin of two lines', { origin: 'a\nb' }],
    ['no origin', { origin: '' }],
    ['an empty extension', { extensions: [''] }],
    ['an extension of two lines', { extensions: ['a\nb'] }],
    ['a root of 31 bytes', { root: new Uint8Array(31) }],
    ['a control character', { origin: 'a\u0007' }],
  ])('with %s is not written', (_, change) => {
    expect(() => formatCheckpoint({ origin: 'a', size: 1, root: emptyRoot(), ...change })).toThrow(LedgerError)
  })
})
