import { expect } from 'vitest'
import type { Member } from '../../../test/house.ts'
import { proposal } from './rules/criteria.ts'

// Builders of the room's tests: everything goes through the routes.

/** Drafts the proposal as one person and approves it as another; gives back its id. */
export async function criteriaInForce(author: Member, approver: Member, change: object = {}): Promise<string> {
  const definition = { ...proposal.definition, ...change }
  const drafted = await author.post('/risk-criteria', { ...proposal, definition })
  expect(drafted.status, drafted.text).toBe(201)
  const approved = await approver.post(`/risk-criteria/${drafted.body.id}/approve`, { note: 'Agreed' })
  expect(approved.status, approved.text).toBe(200)
  return drafted.body.id
}

export async function aRisk(by: Member, fields: object = {}): Promise<string> {
  const made = await by.post('/risks', { title: 'Unfair refusals', ...fields })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}

export const placed = (likelihood: number, consequence: number) => ({
  likelihood,
  organization: 1,
  individuals: consequence,
  society: 1,
  rationale: 'As seen last year',
})

/** Rates, treats with a control and rates what is left. */
export async function aTreatedRisk(
  by: Member,
  {
    fields = {},
    before = [4, 4],
    after = [2, 3],
  }: { fields?: object; before?: [number, number]; after?: [number, number] },
): Promise<string> {
  const id = await aRisk(by, fields)
  const steps = [
    await by.post(`/risks/${id}/rate`, placed(...before)),
    await by.post(`/risks/${id}/treat`, { option: 'modify', controls: ['A.6.2.4'] }),
    await by.post(`/risks/${id}/rate-residual`, placed(...after)),
  ]
  for (const step of steps) expect(step.status, step.text).toBe(200)
  return id
}

/** The day so many days from today. */
export const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
