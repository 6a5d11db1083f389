// Committing and undoing run as jobs, in parts: each part is one short change, so that others can write in between and a crash
// loses nothing and repeats nothing.
import type { OrganizationId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  change,
  type Change,
  type Changed,
  type Door,
  type Fact,
  type Job,
  type Who,
} from '#platform/database/change.ts'
import { beginLongWork, JobRefusal, type JobRun } from '#platform/jobs/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { acceptCommit, acceptUndo, type CommitRefusal, type RowProblem, type UndoRefusal } from './model.ts'
import type { ImportRegister, Made } from './register.ts'
import { type Checked, findImport, markRows, readRows, updateImport } from './store.ts'
import { cellsOf, type Missing, type NotAllowed } from './take-in.ts'

const part = 100

type Begun = Changed<{ id: string; job: string }>

export async function beginCommit(
  it: Change,
  id: string,
  rows: 'good' | 'all',
  registers: Registers,
): Promise<Result<Begun, Missing | NotAllowed | CommitRefusal>> {
  const found = await findImport(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!mayWrite(it, found.register, registers)) return refuse({ kind: 'forbidden' })
  const accepted = acceptCommit(found, rows)
  if (!accepted.ok) return accepted
  return await begin(it, id, 'committing', 'imports-commit')
}

export async function beginUndo(
  it: Change,
  id: string,
  registers: Registers,
): Promise<Result<Begun, Missing | NotAllowed | UndoRefusal>> {
  const found = await findImport(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!mayWrite(it, found.register, registers)) return refuse({ kind: 'forbidden' })
  const accepted = acceptUndo(found.state)
  if (!accepted.ok) return accepted
  return await begin(it, id, 'undoing', 'imports-undo')
}

function mayWrite({ grants }: Change, name: string, registers: Registers): boolean {
  const register = registers.find((one) => one.name === name)
  return register !== undefined && grants.has(register.permission)
}

async function begin(
  it: Change,
  id: string,
  state: 'committing' | 'undoing',
  queue: string,
): Promise<Result<Begun, never>> {
  const subject = subjectRef('import', id)
  const work = await beginLongWork(it, {
    queue,
    title: state === 'committing' ? 'Committing an import' : 'Undoing an import',
    subject,
    data: { import: id },
  })
  const { actor, grants } = it
  await updateImport(it.tx, it.org, id, {
    state,
    askedBy: JSON.stringify({ actor, scopes: grants.person ? null : grants.all() }),
    job: work.id,
  })
  return ok({
    value: { id, job: work.id },
    facts: [{ type: `import.${state === 'committing' ? 'commit' : 'undo'}-begun`, subject }],
    jobs: [work.job],
  })
}

type Registers = readonly ImportRegister[]
type Carrying = { door: Door; registers: Registers }

/** Commits what is still good, part by part; called off or crashed, what is committed stays and can be undone. */
export async function commitImport(
  run: JobRun,
  { door, registers }: Carrying,
): Promise<{ label: string; href: string }> {
  const at = await prepare(run, door, registers)
  let left = at.found.good
  while (left > 0 && !run.cancelled()) {
    const step = await change(door, at.who, at.register.permission, (it) => commitPart(it, at))
    if (!step.ok) {
      await stopHalfway(door, at)
      throw new JobRefusal('Your role does not allow this any more; the rest of the rows was not committed.')
    }
    left = step.value.left
    await run.progress(100 * (1 - left / Math.max(1, at.found.good)), `${left} rows to go`)
  }
  await finish(door, at, 'committed')
  return { label: 'Look at the import', href: `/imports/${at.id}` }
}

/** Takes back what the import wrote, but for records that somebody has changed since: those are kept and listed. */
export async function undoImport(run: JobRun, { door, registers }: Carrying): Promise<{ label: string; href: string }> {
  const at = await prepare(run, door, registers)
  let left = at.found.committed
  while (left > 0 && !run.cancelled()) {
    const step = await change(door, at.who, at.register.permission, (it) => undoPart(it, at))
    if (!step.ok) {
      await stopHalfway(door, at)
      throw new JobRefusal('Your role does not allow this any more; the rest of the rows was not undone.')
    }
    left = step.value.left
    await run.progress(100 * (1 - left / Math.max(1, at.found.committed)), `${left} rows to go`)
  }
  await finish(door, at, left > 0 ? 'committed' : 'undone')
  return { label: 'Look at the import', href: `/imports/${at.id}` }
}

/** Work that was called off before it began leaves the import as it was, so that it can be begun again. */
export async function endCalledOff(run: JobRun, { door, registers }: Carrying): Promise<void> {
  await stopHalfway(door, await prepare(run, door, registers))
}

/** The import stands where it came to: what was written can be undone, and what was not can be gone on with. */
async function stopHalfway(door: Door, { id, who, register }: At): Promise<void> {
  const system = { org: who.org, actor: 'system:imports', person: null, scopes: [register.permission] }
  await change(door, system, register.permission, async (it) => {
    const now = await findImport(it.tx, it.org, id)
    if (now?.state !== 'committing' && now?.state !== 'undoing') return refuse({ kind: 'ended-already' })
    await updateImport(it.tx, it.org, id, { state: now.committed > 0 ? 'committed' : 'checked' })
    return ok({ value: null, facts: [{ type: 'import.stopped-halfway', subject: subjectRef('import', id) }] })
  })
}

type At = { id: string; who: Who; register: ImportRegister; found: NonNullable<Awaited<ReturnType<typeof findImport>>> }

async function prepare(run: JobRun, door: Door, registers: Registers): Promise<At> {
  const org = run.org()
  const id = String(run.data['import'])
  const known = await lookUp(door, org, id)
  const register = registers.find(({ name }) => name === known.found.register)
  if (!register) throw new JobRefusal(`There is no register ${known.found.register} any more.`)
  return { id, who: known.who, found: known.found, register }
}

async function lookUp(door: Door, org: OrganizationId, id: string) {
  return await inOrganization(door.pool, org, async (tx) => {
    const found = await findImport(tx, org, id)
    const row = await tx
      .selectFrom('imports')
      .select('asked_by')
      .where('org_id', '=', org)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found || !row?.asked_by) throw new JobRefusal('This import is not there any more.')
    return { found, who: whoAsked(org, row.asked_by) }
  })
}

function whoAsked(org: OrganizationId, asked: string): Who {
  const { actor, scopes } = JSON.parse(asked) as { actor: string; scopes: string[] | null }
  const person = actor.startsWith('person:') ? actor.slice('person:'.length) : null
  return { org, actor, person, ...(scopes && { scopes }) }
}

async function commitPart(it: Change, { id, register, found }: At): Promise<Result<Changed<{ left: number }>, never>> {
  const rows = await readRows(it.tx, it.org, id, { state: 'good', limit: part })
  const today = it.now.toISOString().slice(0, 10)
  const { tx, org, grants } = it
  const checks = await register.check(
    { tx, org, today, grants, options: found.options, seen: new Set() },
    rows.map(({ cells }) => cellsOf(cells, found.columns, found.mapping)),
  )
  const facts: Fact[] = []
  const jobs: Job[] = []
  const marks: Checked[] = []
  for (const [at, { number }] of rows.entries()) {
    const check = checks[at]
    if (check?.ok && check.effect === 'leave') {
      marks.push({ number, state: 'left', problems: [], record: null, effect: 'leave', notes: check.notes ?? [] })
      continue
    }
    const made = check?.ok
      ? await register.create(it, check.draft)
      : { ok: false as const, error: { problems: check?.problems ?? [] } }
    if (made.ok) {
      facts.push(...made.value.facts)
      jobs.push(...(made.value.jobs ?? []))
    }
    marks.push(made.ok ? committedAs(number, made.value.value) : notCommitted(number, made.error.problems))
  }
  return await endPart(it, id, marks, { facts, jobs, waiting: 'good' })
}

function committedAs(number: number, { id, kind, was }: Made): Checked {
  return { number, state: 'committed', problems: [], record: id, kind, was }
}

function notCommitted(number: number, problems: RowProblem[]): Checked {
  return { number, state: 'bad', problems, record: null }
}

async function undoPart(it: Change, { id, register }: At): Promise<Result<Changed<{ left: number }>, never>> {
  const rows = await readRows(it.tx, it.org, id, { state: 'committed', limit: part })
  const facts: Fact[] = []
  const marks: Checked[] = []
  for (const { number, record_id, record_kind, was } of rows) {
    const taken = { id: record_id ?? '', kind: record_kind ?? register.kind, was }
    const undone = record_id ? await register.undo(it, record_id, taken) : refuse({ kind: 'changed-since' as const })
    if (undone.ok) facts.push(...undone.value.facts)
    marks.push({ number, state: undone.ok ? 'undone' : 'kept', problems: [], record: record_id })
  }
  return await endPart(it, id, marks, { facts, jobs: [], waiting: 'committed' })
}

async function endPart(
  it: Change,
  id: string,
  marks: Checked[],
  { facts, jobs, waiting }: { facts: Fact[]; jobs: Job[]; waiting: 'good' | 'committed' },
): Promise<Result<Changed<{ left: number }>, never>> {
  await markRows(it.tx, it.org, id, marks)
  await updateImport(it.tx, it.org, id, {})
  const now = await findImport(it.tx, it.org, id)
  const left = (waiting === 'good' ? now?.good : now?.committed) ?? 0
  return ok({
    value: { left },
    facts: [{ type: 'import.part-carried-out', subject: subjectRef('import', id) }, ...facts],
    jobs,
  })
}

async function finish(door: Door, { id, who, register }: At, state: 'committed' | 'undone'): Promise<void> {
  await change(door, who, register.permission, async (it) => {
    await updateImport(it.tx, it.org, id, { state })
    return ok({ value: null, facts: [{ type: `import.${state}`, subject: subjectRef('import', id) }] })
  })
}
