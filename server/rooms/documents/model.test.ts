import { requirement } from '@assay/frameworks'
import { expect, test } from 'vitest'
import {
  addMonths,
  approve,
  discard,
  documentKinds,
  type DocumentVersion,
  giveBack,
  makeEffective,
  makeObsolete,
  placeholdersLeft,
  reinstate,
  submit,
  takeBack,
  type VersionId,
} from './model.ts'

const author = 'p-author'
const other = { id: 'p-other', name: 'Olga Other' }
const body = {
  id: 'v1' as VersionId,
  number: 1,
  version: 1,
  content: { kind: 'text', body: '# AI policy\n\nWe use AI with care.' },
  summary: '',
  authors: [author],
} as const satisfies Partial<DocumentVersion>
const draft: DocumentVersion = { ...body, authors: [author], state: 'draft', returnedNote: null }
const inReview: DocumentVersion = {
  ...body,
  authors: [author],
  state: 'in-review',
  submittedOn: '2026-03-01',
  requestedApprover: null,
}
const decision = { by: other.id, on: '2026-03-03', note: '', effectiveOn: null }
const approved = approve(inReview, decision, [])

test.each([
  ['another person', other.id, [other], 'ok'],
  ['another person, though nobody else may approve', other.id, [], 'ok'],
  ['an author while another may', author, [other, { id: author, name: 'A' }], 'approver-is-author'],
  ['an author while only the authors may', author, [{ id: author, name: 'A' }], 'invite-an-approver'],
  ['an author while nobody may', author, [], 'invite-an-approver'],
])('an approval by %s', (_who, by, mayApprove, outcome) => {
  const done = approve(inReview, { ...decision, by }, mayApprove)
  expect(done.ok ? 'ok' : done.error.kind).toBe(outcome)
})

test('everyone who wrote on it is an author, not only the first', () => {
  const written = { ...inReview, authors: [author, other.id] }
  expect(approve(written, decision, [other])).toMatchObject({ error: { kind: 'invite-an-approver' } })
})

test('names who else may approve', () => {
  const refused = approve(inReview, { ...decision, by: author }, [{ id: author, name: 'A' }, other])
  expect(refused).toMatchObject({ error: { mayApprove: [other] } })
})

test.each([
  ['   ', { kind: 'empty' }],
  ['For [to be filled in: Sites in scope] only', { kind: 'placeholders-left', missing: ['Sites in scope'] }],
])('refuses to submit %j', (text, error) => {
  const refused = submit({ ...draft, content: { kind: 'text', body: text } }, { on: '2026-03-01', approver: null })
  expect(refused).toMatchObject({ ok: false, error })
})

test('names each place that is still to be filled in once', () => {
  const text = '[to be filled in: A] and [to be filled in: B], again [to be filled in: A], [link](x)'
  expect(placeholdersLeft(text)).toEqual(['A', 'B'])
})

test('each move asks for the state it begins in', () => {
  const wrong = (state: string) => ({ ok: false, error: { kind: 'wrong-state', state } })
  expect(submit(inReview, { on: 'x', approver: null })).toEqual(wrong('in-review'))
  expect(takeBack(draft)).toEqual(wrong('draft'))
  expect(approve(draft, decision, [])).toEqual(wrong('draft'))
  expect(giveBack(draft, 'x')).toEqual(wrong('draft'))
  expect(makeEffective(inReview, 'x')).toEqual(wrong('in-review'))
  expect(discard(inReview)).toEqual(wrong('in-review'))
})

test('an approval is taken back until the version holds', () => {
  if (!approved.ok) throw new Error('not approved')
  expect(giveBack(approved.value, 'A wrong date')).toMatchObject({
    value: { state: 'draft', returnedNote: 'A wrong date' },
  })
  const holds = makeEffective(approved.value, '2026-03-04')
  if (!holds.ok) throw new Error('not effective')
  expect(giveBack(holds.value, 'late')).toMatchObject({ error: { kind: 'wrong-state', state: 'effective' } })
})

test('what was made obsolete by a withdrawal holds again as it did', () => {
  if (!approved.ok) throw new Error('not approved')
  const holds = makeEffective(approved.value, '2026-03-04')
  if (!holds.ok) throw new Error('not effective')
  const obsolete = makeObsolete(holds.value, '2026-06-01', 'withdrawn')
  expect(obsolete).toMatchObject({ state: 'obsolete', obsoleteOn: '2026-06-01', approval: { by: other.id } })
  expect(reinstate(obsolete)).toEqual(holds.value)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-15', 12, '2027-03-15'],
  ['2026-11-30', 3, '2027-02-28'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then)
})

test('every kind of document serves clauses and controls that exist', () => {
  for (const ref of Object.values(documentKinds).flat()) {
    expect(requirement('ISO-42001-2023', ref)?.heading, ref).toBe(false)
  }
})
