import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { type NamedPerson, peopleWhoMay } from '#rooms/identity/index.ts'
import type { CriteriaDraft, CriteriaEdit, CriteriaView } from './contract.ts'
import { problemsOf } from './rules/criteria.ts'
import { findCriteria, insertCriteria, saveCriteria } from './criteria-store.ts'
import { permissions } from './model.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ id: string }>
type NotDraft = { kind: 'not-draft'; state: CriteriaView['state'] }
export type DraftRefusal =
  | { kind: 'person-needed' }
  | { kind: 'draft-open' }
  | { kind: 'bad-criteria'; problems: Problem[] }

/** Writes criteria and appetite down as the next edition. Nothing is rated under it until another person approves it. */
export async function draftCriteria(it: Change, draft: CriteriaDraft): Promise<Result<Done, DraftRefusal>> {
  const { org, tx, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const problems = problemsOf(draft.definition)
  if (problems.length > 0) return refuse({ kind: 'bad-criteria', problems })
  if (await findCriteria(tx, org, { state: 'draft' })) return refuse({ kind: 'draft-open' })
  const id = await insertCriteria(tx, org, draft, person)
  return done(id, 'risk-criteria.drafted')
}

export type EditCriteriaRefusal =
  | Exclude<DraftRefusal, { kind: 'draft-open' }>
  | NotDraft
  | { kind: 'not-found' }
  | { kind: 'stale'; currentVersion: number }

/** Changes a draft. What is approved never changes, since ratings were made under it: it gets a next edition. */
export async function editCriteria(
  { org, tx, person }: Change,
  { id, version }: { id: string; version: number },
  edit: CriteriaEdit,
): Promise<Result<Done, EditCriteriaRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await findCriteria(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  if (found.state !== 'draft') return refuse({ kind: 'not-draft', state: found.state })
  const definition = edit.definition ?? found.definition
  const problems = problemsOf(definition)
  if (problems.length > 0) return refuse({ kind: 'bad-criteria', problems })
  const authors = [...new Set([...found.authors.map((author) => author.id), person])]
  const appetite = edit.appetite ?? found.appetite
  await saveCriteria(tx, org, found, { appetite, definition: JSON.stringify(definition), authors })
  return done(id, 'risk-criteria.edited')
}

export type ApproveCriteriaRefusal =
  | { kind: 'person-needed' }
  | { kind: 'not-found' }
  | NotDraft
  | { kind: 'approver-is-author'; mayApprove: NamedPerson[] }
  | { kind: 'invite-an-approver' }

/**
 * Another person approves the criteria before anything is rated under them. The edition before stays as it was, and so do the
 * ratings made under it: they are shown as rated under earlier criteria.
 */
export async function approveCriteria(
  { org, tx, now, person, seq }: Change,
  id: string,
  note: string,
): Promise<Result<Done, ApproveCriteriaRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await findCriteria(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'draft') return refuse({ kind: 'not-draft', state: found.state })
  const authors = found.authors.map((author) => author.id)
  if (authors.includes(person)) {
    const byRole = permissions['risks:approve-criteria']
    const mayApprove = await peopleWhoMay(tx, org, { byRole, today: asDay(now), except: authors })
    return mayApprove.length > 0
      ? refuse({ kind: 'approver-is-author', mayApprove })
      : refuse({ kind: 'invite-an-approver' })
  }
  const facts: [Fact, ...Fact[]] = [{ type: 'risk-criteria.approved', subject: subjectRef('risk-criteria', id) }]
  const before = await findCriteria(tx, org, { state: 'approved' })
  if (before) {
    await saveCriteria(tx, org, before, { state: 'superseded' })
    facts.push({ type: 'risk-criteria.superseded', subject: subjectRef('risk-criteria', before.id) })
  }
  const approval = { approved_by: person, approved_on: asDay(now), approved_seq: seq, approval_note: note }
  await saveCriteria(tx, org, found, { state: 'approved', ...approval })
  return ok({ value: { id }, facts })
}

/** Gives a draft up; it stays to be seen. */
export async function discardCriteria(
  { org, tx }: Change,
  id: string,
): Promise<Result<Done, { kind: 'not-found' } | NotDraft>> {
  const found = await findCriteria(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'draft') return refuse({ kind: 'not-draft', state: found.state })
  await saveCriteria(tx, org, found, { state: 'discarded' })
  return done(id, 'risk-criteria.discarded')
}

export type RecoverRefusal = { kind: 'not-found' } | { kind: 'not-discarded' } | { kind: 'draft-open' }

/** Undoes discarding. */
export async function recoverCriteria({ org, tx }: Change, id: string): Promise<Result<Done, RecoverRefusal>> {
  const found = await findCriteria(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'discarded') return refuse({ kind: 'not-discarded' })
  if (await findCriteria(tx, org, { state: 'draft' })) return refuse({ kind: 'draft-open' })
  await saveCriteria(tx, org, found, { state: 'draft' })
  return done(id, 'risk-criteria.recovered')
}

function done(id: string, type: string) {
  return ok({ value: { id }, facts: [{ type, subject: subjectRef('risk-criteria', id) }] as [Fact] })
}
