import { expect, test } from 'vitest'
import { checkChoice, choiceOf, mappingOf, optionsOf } from './mapping.ts'
import type { RegisterField } from './words.ts'

const field = (name: string, required = false): RegisterField => ({
  name,
  label: name,
  required,
  help: '',
  aliases: [],
})
const fields = [field('name', true), field('purpose')]

test('a mapping is shown by column and sent by field', () => {
  const columns = ['System', 'Notes', 'Use']
  const choice = choiceOf({ columns, mapping: { name: 'System', purpose: 'Use' }, options: {} }, [])
  expect(choice).toEqual({ 'column-1': 'name', 'column-2': '', 'column-3': 'purpose' })
  expect(mappingOf(columns, choice)).toEqual({ name: 'System', purpose: 'Use' })
})

test.each([
  ['every required field once', { 'column-1': 'name', 'column-2': '' }, []],
  ['a required field that no column fills', { 'column-1': 'purpose', 'column-2': '' }, ['name']],
  ['a field that two columns fill', { 'column-1': 'name', 'column-2': 'name' }, ['column-2']],
  ['columns that fill nothing', { 'column-1': '', 'column-2': '' }, ['name']],
])('checks %s', (_, choice, wrong) => {
  expect(Object.keys(checkChoice(['A', 'B'], fields, choice))).toEqual(wrong)
})

test('an option stands at its first choice until another is made', () => {
  const choices = ['leave', 'update'].map((value) => ({ value, label: value, help: '' }))
  const asked = [{ name: 'existing', label: 'Existing', choices }]
  const file = { columns: ['A'], mapping: {} }
  expect(optionsOf(asked, choiceOf({ ...file, options: {} }, asked))).toEqual({ existing: 'leave' })
  expect(optionsOf(asked, choiceOf({ ...file, options: { existing: 'update' } }, asked))).toEqual({
    existing: 'update',
  })
})
