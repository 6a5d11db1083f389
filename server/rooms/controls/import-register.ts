import { issueWords } from '#platform/issue-words.ts'
import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Cells, Checking, ImportRegister, RowCheck, RowProblem } from '#rooms/imports/index.ts'
import { planControl } from './apply.ts'
import { ControlDraft } from './contract.ts'
import { unknownRequirement } from './store.ts'

/** Applied controls as the import room takes files into them. What a file calls implemented comes in as planned: nobody has seen it yet. */
export const controlImports: ImportRegister<ControlDraft> = {
  name: 'controls',
  label: 'Controls',
  permission: 'controls:edit',
  kind: 'applied-control',
  fields: [
    field('name', 'Name', { required: true, aliases: ['control', 'title', 'maßnahme', 'bezeichnung'] }),
    field('reference', 'Number', {
      aliases: ['id', 'no', 'nr', 'nummer'],
      help: 'Your own number, by which it is found again.',
    }),
    field('how', 'How it runs', { aliases: ['description', 'implementation', 'beschreibung', 'umsetzung'] }),
    field('owner', 'Owner', {
      aliases: ['responsible', 'verantwortlich'],
      help: 'The address of somebody active here.',
    }),
    field('requirements', 'Requirements', {
      aliases: ['annex a', 'clauses', 'anforderungen'],
      help: 'Numbers of Annex A such as A.6.2.4, or framework and number such as NIST-AI-RMF-1.0/GOVERN 1.1; several by commas.',
    }),
    field('checkHow', 'How it is checked', { aliases: ['check', 'test', 'prüfung'] }),
    field('checkMonths', 'Checked every (months)', { aliases: ['interval', 'frequency', 'intervall'] }),
  ],
  sample: [
    {
      name: 'Test before each release',
      reference: 'C-001',
      how: 'No version goes live without the agreed tests',
      requirements: 'A.6.2.4, A.6.2.5',
      checkHow: 'Ten releases of the quarter are looked at',
      checkMonths: '3',
    },
    { name: 'Log what the model answers', reference: 'C-002', requirements: 'A.6.2.8' },
  ],
  check: checkRows,
  create: createImported,
  undo: undoImported,
}

function field(
  name: string,
  label: string,
  { required = false, help = '', aliases = [] as string[] } = {},
): ImportRegister['fields'][number] {
  return { name, label, required, help, aliases }
}

/** Reads rows and finds the people that they name, all at once; writes nothing. */
async function checkRows({ tx, org, seen }: Checking, rows: readonly Cells[]): Promise<RowCheck<ControlDraft>[]> {
  const given = (name: string) => rows.flatMap((cells) => cells[name]?.trim() || [])
  const people = await sql<{ email: string; id: string }>`
    select lower(email) as email, id from people where org_id = ${org} and state = 'active'
       and lower(email) = any(${given('owner').map((email) => email.toLowerCase())}::text[])`.execute(tx)
  const known = new Map(people.rows.map(({ email, id }) => [email, id]))
  const controls = await sql<{ reference: string; name: string }>`
    select reference, name from applied_controls where org_id = ${org} and (reference = any(${given('reference')}::text[])
       or (name = any(${given('name')}::text[]) and state <> 'retired'))`.execute(tx)
  const references = new Set(controls.rows.map(({ reference }) => reference).filter((one) => one !== ''))
  const names = new Set(controls.rows.map(({ name }) => name))
  return rows.map((cells) => {
    const read = readRow(cells, known)
    if (!read.ok) return read
    const { reference, name } = read.draft
    const problems: RowProblem[] = []
    if (reference !== '' && (references.has(reference) || seen.has(reference)))
      problems.push({ field: 'reference', message: 'is the number of another control, here or in an earlier row' })
    if (reference === '' && names.has(name))
      problems.push({
        field: 'name',
        message: 'is here already; give the row a number of its own if it is another one',
      })
    if (reference !== '') seen.add(reference)
    return problems.length > 0 ? { ok: false, problems } : read
  })
}

function readRow(cells: Cells, people: ReadonlyMap<string, string>): RowCheck<ControlDraft> {
  const text = (name: string) => cells[name]?.trim() ?? ''
  const email = text('owner').toLowerCase()
  const owner = email === '' ? null : people.get(email)
  const requirements = text('requirements')
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => (one.includes('/') ? one : `ISO-42001-2023/${one}`))
  const months = text('checkMonths')
  const problems: RowProblem[] = requirements.flatMap((key) =>
    unknownRequirement(key, 'requirements').map(({ message }) => ({ field: 'requirements', message })),
  )
  if (owner === undefined)
    problems.push({ field: 'owner', message: 'belongs to nobody active here; invite them first' })
  const parsed = ControlDraft.safeParse({
    name: text('name'),
    reference: text('reference'),
    how: text('how'),
    checkHow: text('checkHow'),
    checkMonths: months === '' ? null : Number(months),
    owner: owner ?? null,
    requirements: [...new Set(requirements)],
  })
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? 'name'), ...issueWords(issue) })),
    )
  return parsed.success && problems.length === 0 ? { ok: true, draft: parsed.data } : { ok: false, problems }
}

async function createImported(
  it: Change,
  draft: ControlDraft,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-importable'; problems: RowProblem[] }>> {
  const made = await planControl(it, draft)
  if (made.ok) return made
  const problems = made.error.problems.map(({ path, message }) => ({ field: path.split('.')[0] ?? path, message }))
  return refuse({ kind: 'not-importable', problems })
}

/** Takes an imported control out again (history keeps it), unless somebody changed it or recorded something about it since. */
async function undoImported(
  { tx, org }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>> {
  const { rows } = await sql<{ untouched: boolean }>`
    select version = 1
       and not exists (select from applied_control_checks k where k.org_id = c.org_id and k.control_id = c.id)
       and not exists (select from evidence_links l where l.org_id = c.org_id and l.subject = 'applied-control:' || c.id)
       and not exists (select from comments t where t.org_id = c.org_id and t.subject = 'applied-control:' || c.id) as untouched
      from applied_controls c where org_id = ${org} and id = ${id}`.execute(tx)
  if (!rows[0]?.untouched) return refuse({ kind: 'changed-since' })
  await tx.deleteFrom('applied_control_requirements').where('org_id', '=', org).where('control_id', '=', id).execute()
  await tx.deleteFrom('applied_controls').where('org_id', '=', org).where('id', '=', id).execute()
  return ok({
    value: { id },
    facts: [{ type: 'applied-control.import-undone', subject: subjectRef('applied-control', id) }],
  })
}
