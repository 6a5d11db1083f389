import { expect, test } from 'vitest'
import { withAsOf } from './navigation.ts'

test.each([
  ['/risks', undefined, '/risks'],
  ['/risks', '2026-03-03', '/risks?asOf=2026-03-03'],
  ['/risks?state=open', '2026-03-03', '/risks?state=open&asOf=2026-03-03'],
  ['/risks?asOf=2020-01-01', '120', '/risks?asOf=120'],
])('a link to %s looked at as of %s leads to %s', (to, asOf, href) => {
  expect(withAsOf(to, asOf)).toBe(href)
})
