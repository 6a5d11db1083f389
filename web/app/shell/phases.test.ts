import { expect, test } from 'vitest'
import type { NavEntry } from '../../ui/room-pages.ts'
import { branchesOf, groupsFor } from './phases.ts'

const entry = (phase: NavEntry['phase'], label: string, permission?: string): NavEntry => ({
  phase,
  order: 1,
  label,
  to: `/${label}`,
  icon: () => null,
  ...(permission !== undefined && { permission }),
})

test('groups follow the cycle and an empty one is left out', () => {
  const groups = groupsFor([entry('settings', 'Sessions'), entry('context', 'Scope')], [])
  expect(groups.map(({ phase }) => phase)).toEqual(['context', 'settings'])
})

test('an entry is shown only to those who hold its permission', () => {
  const entries = [entry('operate', 'Systems', 'ai-systems:read')]
  expect(groupsFor(entries, [])).toEqual([])
  expect(groupsFor(entries, ['ai-systems:read']).flatMap((group) => group.entries)).toEqual(entries)
})

test('what belongs to an entry hangs on it, and stands by itself where that one may not be seen', () => {
  const [parent, child] = [entry('context', 'organization'), { ...entry('context', 'scope'), under: '/organization' }]
  expect(branchesOf([parent, child])).toEqual([{ entry: parent, twigs: [child] }])
  expect(branchesOf([child])).toEqual([{ entry: child, twigs: [] }])
})
