import { expect } from 'vitest'
import type { Answer, Member } from '../../../test/house.ts'
import type { RowView } from './contract.ts'

// Builders of the room's tests: everything goes through the routes.

export const keyOf = (ref: string) => `ISO-42001-2023/${ref}`
export const wanted = {
  decision: 'included',
  reasons: [{ kind: 'objective', words: 'The board wants it to be known' }],
}
export const left = { decision: 'excluded', reason: 'We build no models of our own; each is bought.' }

export async function aDraft(by: Member): Promise<string> {
  const drafted = await by.post('/statements-of-applicability')
  expect(drafted.status, drafted.text).toBe(201)
  return drafted.body.id
}

export async function rowOf(by: Member, statement: string, ref: string): Promise<RowView> {
  const rows: RowView[] = (await by.get(`/statements-of-applicability/${statement}`)).body.rows
  const found = rows.find((row) => row.requirement.ref === ref)
  if (!found) throw new Error(`no row for ${ref}`)
  return found
}

export async function decided(by: Member, at: { statement: string; ref: string }, body: object): Promise<Answer> {
  const { id, version } = await rowOf(by, at.statement, at.ref)
  return await by.patch(`/statements-of-applicability/${at.statement}/rows/${id}`, version, body)
}

/** Decides every row that is open: included for an objective, but for those given. */
export async function decideAll(by: Member, statement: string, excluded: string[] = []): Promise<void> {
  const rows: RowView[] = (await by.get(`/statements-of-applicability/${statement}`)).body.rows
  for (const { id, version, requirement, standing } of rows) {
    if (standing !== 'undecided') continue
    const body = excluded.includes(requirement.ref) ? left : wanted
    const done = await by.patch(`/statements-of-applicability/${statement}/rows/${id}`, version, body)
    expect(done.status, done.text).toBe(200)
  }
}

export async function anApproved(by: Member, approver: Member, excluded: string[] = []): Promise<string> {
  const id = await aDraft(by)
  await decideAll(by, id, excluded)
  const approved = await approver.post(`/statements-of-applicability/${id}/approve`)
  expect(approved.status, approved.text).toBe(200)
  return id
}

export async function aControl(by: Member, fields: object = {}): Promise<string> {
  const planned = await by.post('/controls', { name: 'Review of outcomes', ...fields })
  expect(planned.status, planned.text).toBe(201)
  return planned.body.id
}

export async function aRunningControl(by: Member, fields: object = {}): Promise<string> {
  const id = await aControl(by, {
    how: 'Every month two people look at a sample of decisions.',
    checkHow: 'A third person repeats ten of them.',
    checkMonths: 3,
    owner: by.person,
    requirements: [keyOf('A.6.2.4')],
    ...fields,
  })
  const started = await by.post(`/controls/${id}/start`)
  expect(started.status, started.text).toBe(200)
  return id
}

/** Evidence of a control that one person collects and another accepts. */
export async function evidenceFor(id: string, by: Member, reviewer: Member, fields: object = {}): Promise<void> {
  const made = await by.post('/evidence', {
    title: 'Minutes of the review',
    content: { kind: 'link', url: 'https://records.example.org/minutes' },
    subjects: [`applied-control:${id}`],
    ...fields,
  })
  expect(made.status, made.text).toBe(201)
  const reviewed = await reviewer.post(`/evidence/${made.body.id}/review`, { decision: 'accepted', note: 'Seen' })
  expect(reviewed.status, reviewed.text).toBe(200)
}
