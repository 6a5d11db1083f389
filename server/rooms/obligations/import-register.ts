import { sql } from 'kysely'
import { refuse, type Result } from '#kernel/result.ts'
import { said } from '#kernel/said.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { issueWords } from '#platform/issue-words.ts'
import type { Cells, Checking, ImportRegister, RowCheck, RowProblem } from '#rooms/imports/index.ts'
import { ObligationDraft } from './contract.ts'
import { identifyObligation } from './identify.ts'
import { sourceKinds } from './model.ts'
import { removeUntouched } from './remove-untouched.ts'

const fields = [
  { name: 'title', label: 'Title', required: true, help: '', aliases: ['obligation', 'requirement', 'name'] },
  {
    name: 'sourceKind',
    label: 'Kind of source',
    required: true,
    help: sourceKinds.join(', '),
    aliases: ['kind', 'type'],
  },
  {
    name: 'source',
    label: 'Source',
    required: true,
    help: 'The law, contract or standard.',
    aliases: ['law', 'origin'],
  },
  {
    name: 'article',
    label: 'Article',
    required: false,
    help: 'Article, section or clause.',
    aliases: ['section', 'clause'],
  },
  {
    name: 'reference',
    label: 'Number',
    required: false,
    help: 'Your own number; each may be given once.',
    aliases: ['id', 'ref'],
  },
  {
    name: 'asks',
    label: 'What it asks',
    required: false,
    help: 'In your own words.',
    aliases: ['description', 'text'],
  },
  {
    name: 'owner',
    label: 'Owner (e-mail)',
    required: false,
    help: 'The address of somebody who has a place here.',
    aliases: ['owner', 'responsible'],
  },
  {
    name: 'systems',
    label: 'AI systems',
    required: false,
    help: 'Names as registered, several with ; between them. Empty: the whole organization.',
    aliases: ['system', 'applies to'],
  },
  { name: 'fulfilment', label: 'How it is fulfilled', required: false, help: '', aliases: ['measure', 'how'] },
  {
    name: 'reportsTo',
    label: 'Has to be told',
    required: false,
    help: 'Whom it obliges you to tell something. Empty: nobody.',
    aliases: ['report to', 'reports to', 'recipient'],
  },
  { name: 'dueOn', label: 'Applies from', required: false, help: '2027-12-02', aliases: ['due', 'date'] },
  { name: 'dueSource', label: 'Source of that date', required: false, help: '', aliases: [] },
  {
    name: 'reviewDueOn',
    label: 'Next review',
    required: false,
    help: '2027-03-31',
    aliases: ['review', 'review date'],
  },
] as const

/** The register of obligations as the import room takes files into it. */
export const obligationImports: ImportRegister<ObligationDraft> = {
  name: 'obligations',
  label: 'Obligations',
  permission: 'obligations:edit',
  kind: 'obligation',
  fields,
  sample: [
    {
      title: 'Tell people that they talk to an AI system',
      sourceKind: 'law',
      source: 'Regulation (EU) 2024/1689',
      article: 'Article 50',
      reference: 'O-001',
      asks: 'Whoever talks to the chatbot is told that it is none of us',
      reviewDueOn: '2099-12-31',
    },
    { title: 'Explain refusals', sourceKind: 'contract', source: 'Funding agreement', reference: 'O-002' },
  ],
  check: checkRows,
  create: createImported,
  undo: (it, id) => removeUntouched(it, id, 'obligation.import-undone'),
}

/** Reads rows and finds the people and systems that they name, all at once; writes nothing. */
async function checkRows(
  { tx, org, seen: numbered }: Checking,
  rows: readonly Cells[],
): Promise<RowCheck<ObligationDraft>[]> {
  const known = await readKnown(tx, org, rows)
  return rows.map((cells) => {
    const { owner, systems, sourceKind, ...rest } = filled(cells)
    const names = systems === undefined ? [] : systems.split(';').flatMap((name) => name.trim() || [])
    const unknown = names.filter((name) => !known.systems.has(name))
    const { reference = '' } = rest
    const read = ObligationDraft.safeParse({
      ...rest,
      sourceKind: sourceKind?.toLowerCase() ?? undefined,
      owner: owner === undefined ? null : (known.people.get(owner.toLowerCase()) ?? null),
      systems: [...new Set(names.flatMap((name) => known.systems.get(name) ?? []))],
    })
    const problems: RowProblem[] = [
      ...(read.success
        ? []
        : read.error.issues.map((issue) => ({ field: String(issue.path[0]), ...issueWords(issue) }))),
      ...problemIf(
        owner !== undefined && !known.people.has(owner.toLowerCase()),
        'owner',
        'belongs to nobody active here; invite them first',
      ),
      ...unknown.map((name) => ({
        field: 'systems',
        ...said('“{name}” is no AI system here, or two have this name', { name }),
      })),
      ...problemIf(
        known.references.has(reference),
        'reference',
        'is the number of an obligation that is registered already',
      ),
      ...problemIf(
        reference !== '' && numbered.has(reference),
        'reference',
        'stands in an earlier row of this file too',
      ),
    ]
    if (reference !== '') numbered.add(reference)
    return read.success && problems.length === 0 ? { ok: true, draft: read.data } : { ok: false, problems }
  })
}

function problemIf(wrong: boolean, field: string, message: string): RowProblem[] {
  return wrong ? [{ field, message }] : []
}

function filled(cells: Cells): Partial<Record<(typeof fields)[number]['name'], string>> {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const text = cells[name]?.trim() ?? ''
      return text === '' ? [] : [[name, text]]
    }),
  )
}

type Known = { people: Map<string, string>; systems: Map<string, string>; references: Set<string> }

async function readKnown(tx: Transaction, org: OrganizationId, rows: readonly Cells[]): Promise<Known> {
  const given = (field: string) => rows.flatMap((cells) => cells[field]?.trim() || [])
  const emails = given('owner').map((email) => email.toLowerCase())
  const names = given('systems').flatMap((joined) => joined.split(';').map((name) => name.trim()))
  const people = await sql<{ email: string; id: string }>`
    select lower(email) as email, id from people
     where org_id = ${org} and state = 'active' and lower(email) = any(${emails}::text[])`.execute(tx)
  const systems = await sql<{ name: string; id: string }>`
    select name, min(id::text) as id from ai_systems
     where org_id = ${org} and name = any(${names}::text[]) and state not in ('dismissed', 'retired')
     group by name having count(*) = 1`.execute(tx)
  const references = await sql<{ reference: string }>`
    select reference from obligations
     where org_id = ${org} and reference <> '' and reference = any(${given('reference')}::text[])`.execute(tx)
  return {
    people: new Map(people.rows.map(({ email, id }) => [email, id])),
    systems: new Map(systems.rows.map(({ name, id }) => [name, id])),
    references: new Set(references.rows.map(({ reference }) => reference)),
  }
}

/** Registers a checked row. What changed since the check is a problem of the row. */
async function createImported(
  it: Change,
  draft: ObligationDraft,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-importable'; problems: RowProblem[] }>> {
  const made = await identifyObligation(it, draft)
  if (made.ok) return made
  const problems =
    made.error.kind === 'reference-taken'
      ? [{ field: 'reference', message: 'was taken meanwhile; choose another' }]
      : made.error.problems.map(({ path, message }) => ({ field: path, message }))
  return refuse({ kind: 'not-importable', problems })
}
