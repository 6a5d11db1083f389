import { describe, expect, it } from 'vitest'
import { LongLineWatch, longestLine } from './line-lengths.ts'

/** Feeds lines of these lengths, cut into parts of one size. */
function found(lengths: number[], part: number): boolean {
  const bytes = Buffer.concat(lengths.map((length) => Buffer.from(`${'x'.repeat(length)}\n`)))
  const watch = new LongLineWatch()
  for (let at = 0; at < bytes.length; at += part) watch.see(bytes.subarray(at, at + part))
  return watch.found
}

describe('the watch for long lines', () => {
  it.each([
    ['short lines', [10, 20, 30], false],
    ['many lines of almost the limit', [longestLine, longestLine, longestLine], false],
    ['a first line that is too long', [longestLine + 1, 5], true],
    ['a line that is too long in the middle', [5, longestLine + 1, 5], true],
    ['a last line that is too long', [5, 5, longestLine + 1], true],
    ['a line of many times the limit', [5, longestLine * 5, 5], true],
  ])('judges %s alike however the file is cut', (_, lengths, expected) => {
    for (const part of [997_001, longestLine, longestLine + 2, 4_194_304, 100_000_000]) {
      expect(found(lengths, part), `parts of ${part}`).toBe(expected)
    }
  })

  it('finds a long rest without an end', () => {
    const watch = new LongLineWatch()
    watch.see(Buffer.from('a\n'))
    for (let part = 0; part < 3; part += 1) watch.see(Buffer.alloc(1_000_000, 'x'))
    expect(watch.found).toBe(true)
  })
})
