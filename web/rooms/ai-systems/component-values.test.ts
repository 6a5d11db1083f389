import { ComponentDraft, ComponentEdit } from '@assay/server/rooms/ai-systems/contract.ts'
import { expect, test } from 'vitest'
import { blankValues, bodyOf } from './component-values.ts'

test.each(['model', 'dataset', 'prompt', 'agent'] as const)(
  'a filled form of a %s is what the server takes',
  (kind) => {
    const values = { ...blankValues, kind, name: 'Something' }
    expect(ComponentDraft.safeParse(bodyOf(kind, values)).error).toBeUndefined()
  },
)

test('an edit sends only what changed, and a cleared choice as nothing', () => {
  const body = bodyOf('dataset', { rights: 'Consent', acquisition: '' })
  expect(body).toEqual({ kind: 'dataset', rights: 'Consent', acquisition: null })
  expect(ComponentEdit.safeParse(body).success).toBe(true)
})

test('fields of another kind are left out', () => {
  expect(bodyOf('prompt', { ...blankValues, kind: 'prompt', name: 'x', task: 'Classification' })).not.toHaveProperty(
    'task',
  )
})
