import { requirementByKey } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { type NamedPerson, peopleWhoMay } from '#rooms/identity/index.ts'
import {
  approve,
  type ApproveRefusal,
  decide,
  type DecideRefusal,
  type KeptDecision,
  type RowDecision,
} from './rules/applicability.ts'
import type { RowDecisionBody, StatementHead } from './contract.ts'
import { permissions } from './model.ts'
import type { ControlParts } from './parts.ts'
import { asReasons, isUnfounded, readRows } from './read-rows.ts'
import {
  addAuthor,
  deleteRow,
  findStatement,
  insertRow,
  insertStatement,
  saveDecision,
  saveStatement,
} from './statements-store.ts'
import { freezeRow } from './statements-store.ts'
import { unknownRequirement } from './store.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' }
type NotDraft = { kind: 'not-draft'; state: string }
type Parts = Pick<ControlParts, 'openRisks' | 'goneReasons' | 'subjects'>

/** The queue that makes the files of an approved version. */
export const statementFilesQueue = 'controls-statement-files'

/** Starts the next version of the Statement of Applicability. */
export async function draftStatement({
  tx,
  org,
  person,
}: Change): Promise<Result<Done, { kind: 'person-needed' } | { kind: 'draft-open' }>> {
  if (!person) return refuse({ kind: 'person-needed' })
  if (await findStatement(tx, org, { state: 'draft' })) return refuse({ kind: 'draft-open' })
  return done(await insertStatement(tx, org, person), 'statement-of-applicability.drafted')
}

type Writable = Missing | NotDraft | { kind: 'person-needed' }

async function loadDraft({ tx, org, person }: Change, id: string): Promise<Result<StatementHead, Writable>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await findStatement(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  return found.state === 'draft' ? ok(found) : refuse({ kind: 'not-draft', state: found.state })
}

/** Says what is new in this version. */
export async function describeStatement(
  it: Change,
  { id, version }: { id: string; version: number },
  summary: string,
): Promise<Result<Done, Writable | { kind: 'stale'; currentVersion: number }>> {
  const draft = await loadDraft(it, id)
  if (!draft.ok) return draft
  if (draft.value.version !== version) return refuse({ kind: 'stale', currentVersion: draft.value.version })
  await saveStatement(it.tx, it.org, id, { summary })
  return done(id, 'statement-of-applicability.described')
}

export type AddRowRefusal = Writable | { kind: 'no-such-reference'; problems: Problem[] } | { kind: 'row-is-there' }

/** Adds a requirement beyond Annex A: of another framework, or of the organization's choice. */
export async function addRow(it: Change, id: string, requirement: string): Promise<Result<Done, AddRowRefusal>> {
  const draft = await loadDraft(it, id)
  if (!draft.ok) return draft
  const problems = [...unknownRequirement(requirement, 'requirement'), ...notStated(requirement)]
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const there = await it.tx
    .selectFrom('applicability_rows')
    .select('id')
    .where('org_id', '=', it.org)
    .where('statement_id', '=', id)
    .where('requirement', '=', requirement)
    .executeTakeFirst()
  if (there) return refuse({ kind: 'row-is-there' })
  const row = await insertRow(it.tx, it.org, id, requirement)
  if (it.person) await addAuthor(it.tx, it.org, id, it.person)
  return ok({ value: { id: row }, facts: [fact(id, 'statement-of-applicability.row-added')] })
}

// Management systems whose clauses 4 to 10 an organization that claims them cannot leave out.
const indivisible = ['ISO-42001-2023', 'ISO-27001-2022', 'ISO-27701-2025']

/** A clause always applies, so there is nothing to include or exclude; of ISO/IEC 42001 only controls are stated. */
function notStated(requirement: string): Problem[] {
  const found = requirementByKey(requirement)
  if (!found || found.heading || !indivisible.includes(found.framework) || found.kind === 'control') return []
  const message =
    found.kind === 'clause'
      ? 'is a clause: those always apply and cannot be left out, so a Statement has no row for them'
      : 'is no control; a Statement has rows for controls'
  return [{ path: 'requirement', message }]
}

/** Takes a row out of the draft again. The controls of Annex A stay: one that is not needed is excluded, with a reason. */
export async function removeRow(
  it: Change,
  at: { statement: string; row: string },
): Promise<Result<Done, Writable | { kind: 'row-of-annex-a' }>> {
  const draft = await loadDraft(it, at.statement)
  if (!draft.ok) return draft
  const row = await findRow(it, at)
  if (!row) return refuse({ kind: 'not-found' })
  const found = requirementByKey(row.requirement)
  if (found?.framework === 'ISO-42001-2023' && found.kind === 'control') return refuse({ kind: 'row-of-annex-a' })
  await deleteRow(it.tx, it.org, at.row)
  return done(at.statement, 'statement-of-applicability.row-removed')
}

async function findRow({ tx, org }: Change, { statement, row }: { statement: string; row: string }) {
  return await tx
    .selectFrom('applicability_rows')
    .select(['id', 'version', 'requirement', 'reasons'])
    .where('org_id', '=', org)
    .where('statement_id', '=', statement)
    .where('id', '=', row)
    .executeTakeFirst()
}

export type DecideRowRefusal =
  | Writable
  | DecideRefusal
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'no-such-reference'; problems: Problem[] }

/**
 * Decides one row of the draft. The risks are read under the organization's lock: no risk can be recorded between the look and the
 * decision, so an exclusion and a risk that names the control are always one after the other.
 */
export async function decideRow(
  it: Change,
  { statement, row, version }: { statement: string; row: string; version: number },
  { body, parts }: { body: RowDecisionBody; parts: Parts },
): Promise<Result<Done, DecideRowRefusal>> {
  const draft = await loadDraft(it, statement)
  if (!draft.ok) return draft
  const found = await findRow(it, { statement, row })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  const risks = (await parts.openRisks(it.tx, it.org)).get(found.requirement) ?? []
  const decided = decide(body, risks, asReasons(found.reasons))
  if (!decided.ok) return decided
  const kept = await named(it, decided.value, parts)
  if (!kept.ok) return kept
  await saveDecision(it.tx, it.org, row, kept.value)
  if (it.person) await addAuthor(it.tx, it.org, statement, it.person)
  const verbs = { undecided: 'reopened', included: 'included', excluded: 'excluded' } as const
  return done(statement, `statement-of-applicability.row-${verbs[body.decision]}`)
}

/**
 * With what each record is called today, so that a printed statement names it. What is named has to exist; a risk has to be open,
 * and an obligation one that was not found to be none of the organization's.
 */
async function named(
  { tx, org, grants }: Change,
  decision: RowDecision,
  { subjects }: Parts,
): Promise<Result<KeptDecision, { kind: 'no-such-reference'; problems: Problem[] }>> {
  if (decision.decision !== 'included') return ok(decision)
  const refs = decision.reasons.flatMap(({ ref }) => ref ?? [])
  const known = new Map((await subjects.read({ tx, org, grants }, refs)).map((one) => [one.ref, one]))
  const problems = decision.reasons.flatMap(({ ref }, place) => {
    if (ref === null) return []
    const path = `reasons.${place}.ref`
    const found = known.get(ref)
    if (!found) return [{ path, message: 'does not exist here; choose another' }]
    if (found.kind === 'risk' && found.state === 'closed')
      return [{ path, message: 'was closed, so it asks for nothing any more; choose an open risk' }]
    return found.kind === 'obligation' && (found.state === 'withdrawn' || found.state === 'not-applicable')
      ? [{ path, message: 'does not apply to you; choose an obligation that does' }]
      : []
  })
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const reasons = decision.reasons.map((one) => ({ ...one, name: known.get(one.ref ?? '')?.name ?? null }))
  return ok({ decision: 'included', reasons })
}

export type ApproveStatementRefusal = Writable | ApproveRefusal

/**
 * Designated management approves the version; it holds from now on, the one before is superseded, and its files are made from the
 * records as of this very entry.
 */
export async function approveStatement(
  it: Change,
  id: string,
  { note, parts }: { note: string; parts: Parts },
): Promise<Result<Done, ApproveStatementRefusal>> {
  const { tx, org, now, person } = it
  const draft = await loadDraft(it, id)
  if (!draft.ok) return draft
  if (!person) return refuse({ kind: 'person-needed' })
  const today = asDay(now)
  const rows = await readRows({ tx, org, today, openRisks: parts.openRisks, goneReasons: parts.goneReasons }, id)
  const authors = draft.value.authors.map((author) => author.id)
  const asked = rows.map((row) => ({
    requirement: row.requirement.key,
    standing: row.standing,
    contradicted: row.decision !== row.standing,
    unfounded: isUnfounded(row),
  }))
  const approved = approve({ state: draft.value.state, authors }, asked, {
    by: person,
    others: await whoMayApprove(it, authors),
  })
  if (!approved.ok) return approved
  for (const row of rows) {
    const controls = row.controls.map(({ ref, name, state }) => ({ ref, name, state }))
    await freezeRow(tx, org, { id: row.id, status: row.status, controls })
  }
  const facts: [Fact, ...Fact[]] = [fact(id, 'statement-of-applicability.approved')]
  const before = await findStatement(tx, org, { state: 'approved' })
  if (before) {
    await saveStatement(tx, org, before.id, { state: 'superseded', supersededOn: today })
    facts.push(fact(before.id, 'statement-of-applicability.superseded'))
  }
  const approval = { by: person, on: today, note, seq: it.seq, alone: approved.value.alone }
  await saveStatement(tx, org, id, { state: 'approved', approval })
  return ok({ value: { id }, facts, jobs: [{ queue: statementFilesQueue, data: { org, statement: id } }] })
}

/** Who may approve and did not write it. */
export async function whoMayApprove({ tx, org, now }: Change, authors: string[]): Promise<NamedPerson[]> {
  const byRole = permissions['controls:approve-statement']
  return await peopleWhoMay(tx, org, { byRole, today: asDay(now), except: authors })
}

/** Gives a draft up; it stays to be seen. */
export async function discardStatement(it: Change, id: string): Promise<Result<Done, Writable>> {
  const draft = await loadDraft(it, id)
  if (!draft.ok) return draft
  await saveStatement(it.tx, it.org, id, { state: 'discarded' })
  return done(id, 'statement-of-applicability.discarded')
}

/** Undoes discarding. */
export async function recoverStatement(
  { tx, org }: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'not-discarded' } | { kind: 'draft-open' }>> {
  const found = await findStatement(tx, org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'discarded') return refuse({ kind: 'not-discarded' })
  if (await findStatement(tx, org, { state: 'draft' })) return refuse({ kind: 'draft-open' })
  await saveStatement(tx, org, id, { state: 'draft' })
  return done(id, 'statement-of-applicability.recovered')
}

function fact(id: string, type: string): Fact {
  return { type, subject: subjectRef('statement-of-applicability', id) }
}

function done(id: string, type: string): { ok: true; value: Done } {
  return ok({ value: { id }, facts: [fact(id, type)] })
}
