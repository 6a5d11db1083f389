import { expect, test } from 'vitest'
import { givenBy } from './bulk.ts'
import type { BulkField } from './types.ts'

const owner: BulkField = { kind: 'reference', name: 'owner', label: 'Owner', path: '/people' }
const system: BulkField = { kind: 'reference', name: 'system', label: 'System', path: '/ai-systems', required: true }
const day: BulkField = { kind: 'day', name: 'dueOn', label: 'Due' }
const since: BulkField = { kind: 'day', name: 'since', label: 'Since', mayBeEmpty: true }
const reason: BulkField = { kind: 'words', name: 'reason', label: 'Reason' }
const months: BulkField = { kind: 'choice', name: 'months', label: 'Months', options: [], as: 'number', optional: true }
const relevant: BulkField = { kind: 'choice', name: 'relevant', label: 'Relevant', options: [], as: 'yes-or-no' }

test.each([
  ['a chosen owner', [owner], { owner: 'p1' }, false, { owner: 'p1' }],
  ['nobody chosen, which is no decision to take the owner away', [owner], { owner: '' }, false, undefined],
  ['the owner taken away on purpose', [owner], { owner: 'p1' }, true, { owner: null }],
  ['the day taken away on purpose', [day], { dueOn: '' }, true, { dueOn: null }],
  ['a needed record that nobody can take away', [system], { system: '' }, true, undefined],
  ['a day whose absence has a meaning', [since], { since: '' }, false, { since: null }],
  ['no reason', [reason], { reason: ' ' }, false, undefined],
  ['a reason', [reason], { reason: ' Replaced ' }, false, { reason: 'Replaced' }],
  ['a number', [months], { months: '6' }, false, { months: 6 }],
  ['no number at all, on purpose', [months], { months: '6' }, true, { months: null }],
  ['a no', [relevant], { relevant: 'false' }, false, { relevant: false }],
  ['a yes, which cannot be taken away', [relevant], { relevant: 'true' }, true, { relevant: true }],
  ['a change without fields', [], {}, false, {}],
])('%s is sent as the record’s route takes it', (_what, fields, values, emptied, given) => {
  expect(givenBy(fields, values, emptied)).toEqual(given)
})
