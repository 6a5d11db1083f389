import { factSentences } from '@assay/server/rooms/audit-trail/model.ts'
import { expect, test } from 'vitest'
import { subjects } from './words.ts'

test('the audit trail can be filtered by whatever a fact is about, each in one place', () => {
  const told = subjects.flatMap(({ nouns }) => nouns)
  const known = new Set(Object.keys(factSentences).map((type) => type.split('.')[0] ?? ''))
  expect([...known].filter((noun) => !told.includes(noun))).toEqual([])
  expect(told.filter((noun, index) => told.indexOf(noun) !== index)).toEqual([])
})
