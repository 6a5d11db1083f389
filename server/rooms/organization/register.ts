// The three registers of clause 4 share their moves: record, edit, withdraw with a reason, restore.
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { IssueDraft, IssueEdit, PartyDraft, PartyEdit, ProcessDraft, ProcessEdit } from './contract.ts'
import { saysWhyNot, withdraw as withdrawing } from './model.ts'

type Done = Changed<{ id: string }>
type NoReason = { kind: 'no-reason'; problems: { path: string; message: string }[] }
const noReason: NoReason = {
  kind: 'no-reason',
  problems: [{ path: 'effect', message: 'say why this does not matter here' }],
}
export type RegisterRefusal =
  | NoReason
  | { kind: 'not-found' }
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'already-withdrawn' }
  | { kind: 'not-withdrawn' }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

/** The register's table and the word for its rows in facts and references. */
const registers = {
  'context-issue': 'context_issues',
  'interested-party': 'interested_parties',
  process: 'aims_processes',
} as const
export type RegisterKind = keyof typeof registers

export async function recordIssue({ org, tx }: Change, draft: IssueDraft): Promise<Result<Done, NoReason>> {
  if (!saysWhyNot(draft)) return refuse(noReason)
  const id = uuidv7()
  await tx
    .insertInto('context_issues')
    .values({ org_id: org, id, ...draft })
    .execute()
  return done('context-issue', id, 'recorded')
}

export async function recordParty({ org, tx }: Change, draft: PartyDraft): Promise<Result<Done, never>> {
  const id = uuidv7()
  await tx
    .insertInto('interested_parties')
    .values({ org_id: org, id, ...draft })
    .execute()
  return done('interested-party', id, 'recorded')
}

export async function recordProcess(it: Change, draft: ProcessDraft): Promise<Result<Done, RegisterRefusal>> {
  const missing = await missingReferences(it, draft)
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing })
  const id = uuidv7()
  const { name, description, clauses, feeds, owner, intervalMonths } = draft
  await it.tx
    .insertInto('aims_processes')
    .values({ org_id: it.org, id, name, description, clauses, feeds, owner_id: owner, interval_months: intervalMonths })
    .execute()
  return done('process', id, 'recorded')
}

export async function editIssue(
  it: Change,
  id: string,
  version: number,
  edit: IssueEdit,
): Promise<Result<Done, RegisterRefusal>> {
  const found = await current(it, 'context-issue', id, version)
  if (!found.ok) return found
  if (!saysWhyNot({ ...(await answerOf(it, id)), ...given(edit) })) return refuse(noReason)
  await it.tx
    .updateTable('context_issues')
    .set({ ...given(edit), version })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return done('context-issue', id, 'edited')
}

async function answerOf({ org, tx }: Change, id: string): Promise<{ relevant: boolean; effect: string }> {
  return await tx
    .selectFrom('context_issues')
    .select(['relevant', 'effect'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function editParty(
  it: Change,
  id: string,
  version: number,
  edit: PartyEdit,
): Promise<Result<Done, RegisterRefusal>> {
  const found = await current(it, 'interested-party', id, version)
  if (!found.ok) return found
  await it.tx
    .updateTable('interested_parties')
    .set({ ...given(edit), version })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return done('interested-party', id, 'edited')
}

export async function editProcess(
  it: Change,
  id: string,
  version: number,
  edit: ProcessEdit,
): Promise<Result<Done, RegisterRefusal>> {
  const found = await current(it, 'process', id, version)
  if (!found.ok) return found
  const missing = await missingReferences(it, edit)
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing })
  const { owner, intervalMonths, ...plain } = edit
  await it.tx
    .updateTable('aims_processes')
    .set({
      ...given(plain),
      version,
      ...(owner !== undefined && { owner_id: owner }),
      ...(intervalMonths !== undefined && { interval_months: intervalMonths }),
    })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return done('process', id, 'edited')
}

export async function withdraw(
  it: Change,
  kind: RegisterKind,
  id: string,
  reason: string,
): Promise<Result<Done, RegisterRefusal>> {
  const row = await find(it, kind, id)
  if (!row) return refuse({ kind: 'not-found' })
  const withdrawn = withdrawing(
    row.state === 'withdrawn' ? { state: 'withdrawn', reason: row.reason ?? '' } : { state: 'current' },
    reason,
  )
  if (!withdrawn.ok) return withdrawn
  await it.tx
    .updateTable(registers[kind])
    .set({ state: 'withdrawn', reason })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return done(kind, id, 'withdrawn')
}

export async function restore(it: Change, kind: RegisterKind, id: string): Promise<Result<Done, RegisterRefusal>> {
  const row = await find(it, kind, id)
  if (!row) return refuse({ kind: 'not-found' })
  if (row.state !== 'withdrawn') return refuse({ kind: 'not-withdrawn' })
  await it.tx
    .updateTable(registers[kind])
    .set({ state: 'current', reason: null })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return done(kind, id, 'restored')
}

async function find({ org, tx }: Change, kind: RegisterKind, id: string) {
  return await tx
    .selectFrom(registers[kind])
    .select(['version', 'state', 'reason'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

async function current(
  it: Change,
  kind: RegisterKind,
  id: string,
  version: number,
): Promise<Result<null, RegisterRefusal>> {
  const row = await find(it, kind, id)
  if (!row) return refuse({ kind: 'not-found' })
  return row.version === version ? ok(null) : refuse({ kind: 'stale', currentVersion: row.version })
}

async function missingReferences(
  { org, tx }: Change,
  { owner, feeds }: { owner?: string | null | undefined; feeds?: string[] | undefined },
): Promise<{ path: string; message: string }[]> {
  const missing: { path: string; message: string }[] = []
  if (owner) {
    const person = await tx
      .selectFrom('people')
      .select('id')
      .where('org_id', '=', org)
      .where('id', '=', owner)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (!person) missing.push({ path: 'owner', message: 'does not exist here or is no longer active; choose another' })
  }
  if (feeds && feeds.length > 0) {
    const known = await tx
      .selectFrom('aims_processes')
      .select('id')
      .where('org_id', '=', org)
      .where('id', 'in', feeds)
      .execute()
    if (known.length < new Set(feeds).size)
      missing.push({ path: 'feeds', message: 'names a process that does not exist here' })
  }
  return missing
}

function done(kind: RegisterKind, id: string, verb: string): Result<Done, never> {
  return ok({ value: { id }, facts: [{ type: `${kind}.${verb}`, subject: subjectRef(kind, id) }] })
}

/** Only what an edit names; a field that was left out stays as it is. */
function given<Edit extends object>(edit: Edit): { [Key in keyof Edit]: Exclude<Edit[Key], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Edit]: Exclude<Edit[Key], undefined>
  }
}
