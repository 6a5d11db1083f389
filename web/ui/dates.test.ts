import { expect, test } from 'vitest'
import { showDateWithin } from './dates.ts'

test('a text that is only a date or an instant is shown as one, any other as it is', () => {
  expect(showDateWithin('2026-09-03')).toBe('3 Sept 2026')
  expect(showDateWithin('2026-01-26 14:06 UTC')).toMatch(/^2[567] Jan 2026, \d\d:\d6$/)
  for (const text of ['', 'since 2026-09-03', '2026-09-03 and later', 'ISO/IEC 42001'])
    expect(showDateWithin(text)).toBe(text)
})
