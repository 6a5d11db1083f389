import { expect, test } from 'vitest'
import { exported, labelsOf } from './export.ts'
import type { Column } from './types.ts'

type Row = {
  id: string
  name: string
  state: 'open' | 'done'
  owner: { name: string } | null
  systems: { name: string }[]
}
const cell = () => null

test('the server is told where each shown column comes from, and in which words', () => {
  const words = labelsOf({ open: { label: 'Offen' }, done: 'Erledigt' })
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Name', cell },
    { key: 'state', header: 'State', cell, from: [{ field: 'state', words }] },
    { key: 'who', header: 'Owner', cell, from: [{ field: 'owner.name' }], absent: 'Nobody' },
    { key: 'systems', header: 'Systems', cell, from: [{ field: 'systems.name', when: { state: ['open'] } }] },
    { key: 'move', header: 'Move', cell, from: null },
  ]
  expect(exported(columns)).toEqual([
    { title: 'Name', from: [{ field: 'name' }] },
    { title: 'State', from: [{ field: 'state', words: { open: 'Offen', done: 'Erledigt' } }] },
    { title: 'Owner', from: [{ field: 'owner.name' }], absent: 'Nobody' },
    { title: 'Systems', from: [{ field: 'systems.name', when: { state: ['open'] } }] },
  ])
})
