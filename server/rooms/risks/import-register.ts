import { issueWords } from '#platform/issue-words.ts'
import { said } from '#kernel/said.ts'
import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import { refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Cells, Checking, ImportRegister, RowCheck, RowProblem } from '#rooms/imports/index.ts'
import { RiskDraft } from './contract.ts'
import { identifyRisk, unknownControls } from './identify.ts'
import { removeUntouched } from './remove-untouched.ts'

const list = 'Several with ; between them.'
const fields = [
  { name: 'title', label: 'Risk', required: true, help: 'A short name.', aliases: ['name', 'title'] },
  {
    name: 'reference',
    label: 'Number',
    required: false,
    help: 'Your own number; each may be given once.',
    aliases: ['id', 'ref'],
  },
  { name: 'source', label: 'Source', required: false, help: '', aliases: ['cause', 'risk source', 'threat'] },
  { name: 'event', label: 'Event', required: false, help: '', aliases: ['description', 'scenario'] },
  {
    name: 'forOrganization',
    label: 'For the organisation',
    required: false,
    help: '',
    aliases: ['consequence', 'impact'],
  },
  { name: 'forIndividuals', label: 'For people', required: false, help: '', aliases: ['impact on people'] },
  { name: 'forSociety', label: 'For groups and society', required: false, help: '', aliases: ['impact on society'] },
  {
    name: 'owner',
    label: 'Owner (e-mail)',
    required: false,
    help: 'The address of somebody who has a place here.',
    aliases: ['owner', 'risk owner'],
  },
  {
    name: 'systems',
    label: 'AI systems',
    required: false,
    help: `Names as registered. ${list}`,
    aliases: ['system', 'ai system'],
  },
  {
    name: 'controls',
    label: 'Controls',
    required: false,
    help: `Ids of Annex A, such as A.6.2.4. ${list}`,
    aliases: ['control'],
  },
  { name: 'reviewDueOn', label: 'Review due', required: false, help: '2027-03-31', aliases: ['review', 'next review'] },
] as const

/** The register of risks as the import room takes files into it. Ratings are made here, under criteria, and never imported. */
export const riskImports: ImportRegister<RiskDraft> = {
  name: 'risks',
  label: 'Risks',
  permission: 'risks:edit',
  kind: 'risk',
  fields,
  sample: [
    {
      title: 'Applicants are refused without a reason that holds',
      reference: 'R-001',
      source: 'Training data of a region that differs from ours',
      event: 'Sound applications are scored too low',
      forIndividuals: 'No credit, and no way to know why',
      controls: 'A.6.2.4; A.9.2',
      reviewDueOn: '2099-12-31',
    },
    { title: 'Answers invent facts', reference: 'R-002', event: 'Customers act on what is not so' },
  ],
  check: checkRows,
  create: createImported,
  undo: removeUntouched,
}

/** Reads rows and finds the people and systems that they name, all at once; writes nothing. */
async function checkRows(
  { tx, org, seen: numbered }: Checking,
  rows: readonly Cells[],
): Promise<RowCheck<RiskDraft>[]> {
  const known = await readKnown(tx, org, rows)
  return rows.map((cells) => {
    const { owner: email, systems: names, controls: ids, reviewDueOn, ...words } = filled(cells)
    const owner = email ? known.people.get(email.toLowerCase()) : null
    const [systems, controls] = [parts(names), parts(ids)]
    const problems: RowProblem[] = []
    if (owner === undefined)
      problems.push({ field: 'owner', message: 'belongs to nobody active here; invite them first' })
    for (const name of systems.filter((one) => known.systems.get(one)?.length !== 1)) {
      const several = (known.systems.get(name)?.length ?? 0) > 1
      problems.push({
        field: 'systems',
        ...said(several ? '“{name}” names several systems; link it by hand' : '“{name}” is no registered AI system', {
          name,
        }),
      })
    }
    problems.push(
      ...unknownControls(controls).map(({ message, text, values }) => ({ field: 'controls', message, text, values })),
    )
    const { reference = '' } = words
    if (known.references.has(reference))
      problems.push({ field: 'reference', message: 'is the number of a risk already' })
    if (numbered.has(reference))
      problems.push({ field: 'reference', message: 'stands in an earlier row of this file too' })
    if (reference !== '') numbered.add(reference)
    const found = systems.flatMap((name) => known.systems.get(name)?.slice(0, 1) ?? [])
    const read = RiskDraft.safeParse({ ...words, owner, systems: found, controls, reviewDueOn: reviewDueOn ?? null })
    if (!read.success)
      problems.push(
        ...read.error.issues
          .filter(({ path }) => !problems.some(({ field }) => field === String(path[0])))
          .map((issue) => ({ field: String(issue.path[0] ?? 'title'), ...issueWords(issue) })),
      )
    return read.success && problems.length === 0 ? { ok: true, draft: read.data } : { ok: false, problems }
  })
}

/** The cells that say something, of the fields of this register alone. */
function filled(cells: Cells): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const text = cells[name]?.trim() ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )
}

function parts(text: string | undefined): string[] {
  const all = (text ?? '').split(/[;|\n]/).map((part) => part.trim())
  return [...new Set(all.filter((part) => part !== ''))]
}

async function readKnown(tx: Transaction, org: OrganizationId, rows: readonly Cells[]) {
  const given = (field: string) => rows.flatMap((cells) => cells[field]?.trim() || [])
  const emails = given('owner').map((email) => email.toLowerCase())
  const people = await sql<{ email: string; id: string }>`select lower(email) as email, id from people
     where org_id = ${org} and state = 'active' and lower(email) = any(${emails}::text[])`.execute(tx)
  const systems = await sql<{ name: string; id: string }>`select name, id from ai_systems
     where org_id = ${org} and state <> 'dismissed' and name = any(${given('systems').flatMap(parts)}::text[])`.execute(
    tx,
  )
  const taken = await sql<{ reference: string }>`select reference from risks
     where org_id = ${org} and reference = any(${given('reference')}::text[])`.execute(tx)
  const byName = Map.groupBy(systems.rows, ({ name }) => name)
  return {
    people: new Map(people.rows.map(({ email, id }) => [email, id])),
    systems: new Map([...byName].map(([name, found]) => [name, found.map(({ id }) => id)])),
    references: new Set(taken.rows.map(({ reference }) => reference).filter((reference) => reference !== '')),
  }
}

/** Identifies a checked row. What changed since the check is a problem of the row. */
async function createImported(
  it: Change,
  draft: RiskDraft,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-importable'; problems: RowProblem[] }>> {
  const made = await identifyRisk(it, draft)
  if (made.ok) return made
  const problems = made.error.problems.map(({ path, message }) => ({ field: path.split('.')[0] ?? path, message }))
  return refuse({ kind: 'not-importable', problems })
}
