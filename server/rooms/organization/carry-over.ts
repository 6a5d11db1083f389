import { v7 as uuidv7 } from 'uuid'
import { type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { takeOn, type TakeOnRefusal } from './model.ts'
import {
  deleteRequirementLink,
  findRequirementLink,
  insertRequirementLink,
  loadRequirement,
} from './requirements-store.ts'

type NotFound = { kind: 'not-found' }

/** A requirement as the register that takes it over sees it. */
export type Required = { id: string; statement: string; basis: 'law' | 'contract' | 'expectation'; party: string }
export type CarryRefusal = NotFound | TakeOnRefusal | { kind: 'forbidden' } | { kind: 'carried-over-already' }

type Made = Changed<{ id: string }>

/**
 * Carries a requirement over into a register: `make` writes the record there, in the same change. One that nobody decided on
 * is taken on by that, which only somebody may do who may decide. A requirement stands once in each register by this way.
 */
export async function carryOver<Refusal>(
  it: Change,
  { requirement, kind }: { requirement: string; kind: 'obligation' | 'risk' },
  make: (it: Required) => Promise<Result<Made, Refusal>>,
): Promise<Result<Made, Refusal | CarryRefusal>> {
  const { tx, org, grants } = it
  const found = await loadRequirement(tx, org, requirement)
  if (!found) return refuse({ kind: 'not-found' })
  const taken = takeOn(found)
  if (!taken.ok) return taken
  const { tookOn } = taken.value
  if (tookOn && !grants.has('context:edit')) return refuse({ kind: 'forbidden' })
  if (found.links.some((subject) => subject.startsWith(`${kind}:`))) return refuse({ kind: 'carried-over-already' })
  const { statement, basis, party } = found
  const made = await make({ id: requirement, statement, basis, party: party.name })
  if (!made.ok) return made
  if (tookOn) await decide(it, requirement, 'taken-on')
  const subject = subjectRef(kind, made.value.value.id)
  await insertRequirementLink(tx, org, { id: uuidv7(), requirement, subject, tookOn })
  return ok({ ...made.value, facts: [...made.value.facts, about(party.id, 'party-requirement.carried-over')] })
}

/** Takes back that a requirement was carried over; `remove` takes the record out of its register, or refuses to. */
export async function takeBack<Refusal>(
  it: Change,
  { subject }: { subject: SubjectRef },
  remove: () => Promise<Result<Made, Refusal>>,
): Promise<Result<Made, Refusal | NotFound>> {
  const { tx, org } = it
  const link = await findRequirementLink(tx, org, { subject })
  if (!link) return refuse({ kind: 'not-found' })
  await deleteRequirementLink(tx, org, link.id)
  const removed = await remove()
  if (!removed.ok) return removed
  if (link.tookOn) await decide(it, link.requirement, 'undecided')
  return ok({ ...removed.value, facts: [...removed.value.facts, about(link.party, 'party-requirement.taken-back')] })
}

export type LinkRequirementRefusal =
  | NotFound
  | TakeOnRefusal
  | { kind: 'linked-already' }
  | { kind: 'not-linked' }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
type Linked = Promise<Result<Made, LinkRequirementRefusal>>

/** Says that a requirement stands as a record which is in its register already. */
export async function linkRequirement(it: Change, requirement: string, subject: string, subjects: Subjects): Linked {
  const { tx, org, grants } = it
  const found = await loadRequirement(tx, org, requirement)
  if (!found) return refuse({ kind: 'not-found' })
  const taken = takeOn(found)
  if (!taken.ok) return taken
  const isOne = /^(obligation|risk):/.test(subject)
  if (!isOne || (await subjects.missing({ tx, org, grants }, [subject])).length > 0) {
    const message = 'choose an obligation or a risk of the register'
    return refuse({ kind: 'no-such-reference', problems: [{ path: 'subject', message }] })
  }
  if (found.links.includes(subject)) return refuse({ kind: 'linked-already' })
  const { tookOn } = taken.value
  if (tookOn) await decide(it, requirement, 'taken-on')
  await insertRequirementLink(tx, org, { id: uuidv7(), requirement, subject, tookOn })
  return ok({ value: { id: requirement }, facts: [about(found.party.id, 'party-requirement.linked')] })
}

/** Takes such a record out again. What the requirement is decided to be stays. */
export async function unlinkRequirement({ tx, org }: Change, requirement: string, subject: string): Linked {
  const found = await loadRequirement(tx, org, requirement)
  if (!found) return refuse({ kind: 'not-found' })
  const link = await findRequirementLink(tx, org, { requirement, subject })
  if (!link) return refuse({ kind: 'not-linked' })
  await deleteRequirementLink(tx, org, link.id)
  return ok({ value: { id: requirement }, facts: [about(found.party.id, 'party-requirement.unlinked')] })
}

async function decide({ tx, org }: Change, id: string, decision: 'taken-on' | 'undecided'): Promise<void> {
  await tx.updateTable('party_requirements').set({ decision }).where('org_id', '=', org).where('id', '=', id).execute()
}

function about(party: string, type: string): Fact {
  return { type, subject: subjectRef('interested-party', party) }
}
