import { expect, test } from 'vitest'
import { checkChoice, choiceOf, mappingOf } from './mapping.ts'
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
  const choice = choiceOf({ columns, mapping: { name: 'System', purpose: 'Use' } })
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
