import { ApiProblem } from '@assay/sdk'
import { expect, test } from 'vitest'
import { changes, errorsOf } from './state.ts'

test('an edit sends only what differs from where it began', () => {
  const before: { name: string; tags: string[]; people: number | null } = { name: 'Scorer', tags: ['a'], people: null }
  expect(changes(before, { ...before, tags: ['a'], people: 3 })).toEqual({ people: 3 })
})

test.each(['name', '/name', 'body/name', '/body/name', 'body.name'])(
  'a complaint about %s is shown beside name',
  (path) => {
    const refusal = new ApiProblem({ type: '', title: '', status: 422, problems: [{ path, message: 'is taken' }] })
    expect(errorsOf(refusal)).toEqual({ name: 'is taken' })
  },
)

test('an error that is no refusal belongs to no field', () => {
  expect(errorsOf(new TypeError('failed to fetch'))).toEqual({})
})
