import { expect, test } from 'vitest'
import type { DocumentView, VersionView } from './contract.ts'
import { toPrint } from './print.ts'

const person = { id: '0190aaaa-0000-7000-8000-000000000001', name: 'Jonas Weber' }
const document: DocumentView = {
  id: '0190aaaa-0000-7000-8000-000000000002',
  version: 1,
  kind: 'ai-policy',
  code: 'AIMS-POL-01',
  title: 'AI policy',
  owner: person,
  origin: 'internal',
  publisher: null,
  readers: 'aims',
  retentionMonths: 120,
  reviewMonths: 12,
  reviewDueOn: '2027-03-03',
  reviewOverdue: false,
  state: 'effective',
  effective: null,
  open: null,
  template: null,
  withdrawnOn: null,
  withdrawnReason: null,
  changedAt: new Date(0),
}
const from = {
  organization: 'Northwind Lending',
  madeFrom: { seq: 7, instant: '2026-03-03T10:11:02.000Z', checkpoint: null, logOrigin: 'assay.local/x' },
}

function aVersion(fields: Partial<VersionView> = {}): VersionView & { body: string } {
  return {
    number: 2,
    version: 3,
    state: 'effective',
    summary: '',
    authors: [person],
    file: null,
    submittedOn: '2026-03-01',
    requestedApprover: null,
    returnedNote: null,
    approval: { by: { id: null, name: 'Ada Moreno' }, on: '2026-03-02', note: '', outside: true },
    effectiveOn: '2026-03-03',
    obsoleteOn: null,
    obsoleteBecause: null,
    createdAt: new Date(0),
    changedAt: new Date(0),
    missing: [],
    mayApprove: [],
    ...fields,
    body: fields.body ?? '# AI policy\n\nBefore.\n\n## Purpose\n\nText.\n\n### Detail\n\nMore.\n\n## Review\n\nYearly.',
  }
}

test('the uppermost headings below the title become chapters, what stands before them a first one', () => {
  const { sections } = toPrint(document, aVersion(), from)
  expect(sections.map(({ title }) => title)).toEqual(['AI policy', 'Purpose', 'Review', 'Document control'])
  expect(sections[1]?.blocks[1]).toMatchObject({ kind: 'heading', level: 2, text: 'Detail' })
})

test('a text without headings is one chapter, an empty one says so', () => {
  const titles = (body: string) => toPrint(document, aVersion({ body }), from).sections
  expect(titles('Only words.').map(({ title }) => title)).toEqual(['AI policy', 'Document control'])
  expect(JSON.stringify(titles(' ')[0])).toContain('has no text')
})

test('the control says who wrote, who approved and that this was outside', () => {
  const control = JSON.stringify(toPrint(document, aVersion(), from).sections.at(-1))
  expect(control).toContain('Ada Moreno, 2 Mar 2026 (approved outside Assay)')
  expect(control).toContain('120 months after it becomes obsolete')
  expect(control).toContain('3 Mar 2027')
})

test.each([
  ['effective', undefined],
  ['draft', 'This version does not hold. Do not work by it.'],
  ['obsolete', 'Obsolete since 4 Apr 2026. Kept as a record; do not work by it.'],
] as const)('a version that is %s says on the cover whether one may work by it', (state, notice) => {
  const { cover } = toPrint(document, aVersion({ state, obsoleteOn: '2026-04-04' }), from)
  expect(cover.notice).toBe(notice)
})
