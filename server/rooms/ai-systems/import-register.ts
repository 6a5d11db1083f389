import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Cells, Checking, ImportRegister, RowCheck, RowProblem } from '#rooms/imports/index.ts'
import { AiSystemDraft } from './contract.ts'
import { aiSystemFields, readRow } from './import-fields.ts'
import { registerAiSystem } from './register.ts'

/** A checked row: what will be registered, people and units already found. */
export type ImportedSystem = { draft: AiSystemDraft; computing: string; tooling: string }

/** The register of AI systems as the import room takes files into it. */
export const aiSystemImports: ImportRegister<ImportedSystem> = {
  name: 'ai-systems',
  label: 'AI systems',
  permission: 'ai-systems:register',
  kind: 'ai-system',
  fields: aiSystemFields.map(({ name, label, required, help, aliases }) => ({ name, label, required, help, aliases })),
  sample: [
    { name: 'Credit model', reference: 'S-001', purpose: 'Scores applications for a loan' },
    { name: 'Chatbot', reference: 'S-002', purpose: 'Answers questions of customers' },
  ],
  check: checkRows,
  create: createImported,
  undo: undoImported,
}

/** Reads rows and finds the people, units and systems that they name, all at once; writes nothing. */
async function checkRows(
  { tx, org, today, seen: numbered }: Checking,
  rows: readonly Cells[],
): Promise<RowCheck<ImportedSystem>[]> {
  const known = await readKnown(tx, org, rows)
  return rows.map((cells) => {
    const read = readRow(cells)
    const { owner: email, unit: unitName, computing = '', tooling = '', ...fields } = read.values
    const owner = email ? known.people.get(email.toLowerCase()) : null
    const unit = unitName ? known.units.get(unitName) : null
    const { name = '', reference = '', since } = fields
    const problems = [
      ...read.problems,
      ...problemIf(owner === undefined, 'owner', 'belongs to nobody active here; invite them first'),
      ...problemIf(unit === undefined, 'unit', 'is no unit here; create it first'),
      ...problemIf(Boolean(since && since > today), 'since', 'lies in the future'),
      ...problemIf(
        known.references.has(reference),
        'reference',
        'is the number of a system that is registered already',
      ),
      ...problemIf(numbered.has(reference), 'reference', 'stands in an earlier row of this file too'),
      ...problemIf(
        reference === '' && known.names.has(name),
        'name',
        'is registered already; give the row an inventory number of its own if it is another system',
      ),
    ]
    if (reference !== '') numbered.add(reference)
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, draft: { draft: AiSystemDraft.parse({ ...fields, owner, unit }), computing, tooling } }
  })
}

function problemIf(wrong: boolean, field: string, message: string): RowProblem[] {
  return wrong ? [{ field, message }] : []
}

type Known = {
  people: Map<string, string>
  units: Map<string, string>
  references: Set<string>
  names: Set<string>
}

async function readKnown(tx: Transaction, org: OrganizationId, rows: readonly Cells[]): Promise<Known> {
  const given = (field: string) => rows.flatMap((cells) => cells[field]?.trim() || [])
  const emails = given('owner').map((email) => email.toLowerCase())
  const people = await sql<{ email: string; id: string }>`
    select lower(email) as email, id from people
     where org_id = ${org} and state = 'active' and lower(email) = any(${emails}::text[])`.execute(tx)
  const units = await sql<{ name: string; id: string }>`
    select name, id from units where org_id = ${org} and name = any(${given('unit')}::text[])`.execute(tx)
  const systems = await sql<{ name: string; reference: string; living: boolean }>`
    select name, reference, state not in ('dismissed', 'retired') as living from ai_systems
     where org_id = ${org} and (name = any(${given('name')}::text[]) or reference = any(${given('reference')}::text[]))`.execute(
    tx,
  )
  return {
    people: new Map(people.rows.map(({ email, id }) => [email, id])),
    units: new Map(units.rows.map(({ name, id }) => [name, id])),
    references: new Set(systems.rows.map(({ reference }) => reference).filter((reference) => reference !== '')),
    names: new Set(systems.rows.filter(({ living }) => living).map(({ name }) => name)),
  }
}

/** Registers a checked row. What changed since the check (a number taken meanwhile) is a problem of the row. */
async function createImported(
  it: Change,
  { draft, computing, tooling }: ImportedSystem,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-importable'; problems: RowProblem[] }>> {
  const made = await registerAiSystem(it, draft)
  if (!made.ok) return refuse({ kind: 'not-importable', problems: rowProblems(made.error) })
  const { id } = made.value.value
  for (const [kind, name] of Object.entries({ computing, tooling })) {
    if (name === '') continue
    await it.tx
      .insertInto('ai_system_resources')
      .values({ org_id: it.org, id: uuidv7(), system_id: id, kind, name })
      .execute()
  }
  return made
}

function rowProblems(error: { kind: string; problems?: { path: string; message: string }[] }): RowProblem[] {
  if (error.problems) return error.problems.map(({ path, message }) => ({ field: path, message }))
  if (error.kind === 'reference-taken') return [{ field: 'reference', message: 'was taken meanwhile; choose another' }]
  return [{ field: 'since', message: 'lies in the future' }]
}

/** Takes an imported system out again (history keeps it), unless somebody changed it or attached something since. */
async function undoImported(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>> {
  const { tx, org } = it
  const { rows } = await sql<{ untouched: boolean }>`
    select version = 1
       and not exists (select from lineage_links l where l.org_id = s.org_id and l.system_id = s.id)
       and not exists (select from comments c where c.org_id = s.org_id and c.subject = 'ai-system:' || s.id)
       and not exists (select from ai_systems d where d.org_id = s.org_id and d.duplicate_of = s.id)
       and not exists (select from ai_system_resources r where r.org_id = s.org_id and r.system_id = s.id
                        and (r.version > 1 or r.created_at > s.created_at)) as untouched
      from ai_systems s where org_id = ${org} and id = ${id}`.execute(tx)
  if (!rows[0]?.untouched) return refuse({ kind: 'changed-since' })
  await tx.deleteFrom('ai_system_resources').where('org_id', '=', org).where('system_id', '=', id).execute()
  await tx.deleteFrom('ai_systems').where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: 'ai-system.registration-undone', subject: subjectRef('ai-system', id) }] })
}
