import type { Block, Cell, Document as Printable, MadeFrom, Section, Table } from '#platform/documents/index.ts'
import { dayIn } from '#platform/documents/index.ts'
import type { Status } from './rules/applicability.ts'
import type { DifferenceView, RowView, StatementHead } from './contract.ts'
import { wordsOf } from './differences.ts'

export const decisionNames = { undecided: 'Not decided', included: 'Included', excluded: 'Excluded' } as const
export const statusNames: Record<Status, string> = {
  planned: 'Planned',
  partly: 'Partly implemented',
  implemented: 'Implemented',
}
export const stateNames = {
  draft: 'Draft, not approved',
  approved: 'Approved',
  superseded: 'Superseded',
  discarded: 'Discarded draft',
} as const

/** Against the version that was approved before it; null for the first. */
export type Against = { number: number; items: DifferenceView['items'] } | null
type Printed = {
  statement: StatementHead
  rows: readonly RowView[]
  against: Against
  organization: string
  madeFrom: MadeFrom
}

/** The Statement of Applicability as it is printed: the rows by area, and last who approved it and how to read it. */
export function statementDocument({ statement, rows, against, organization, madeFrom }: Printed): Printable {
  const areas = Map.groupBy(rows, ({ requirement }) => headingOf(requirement))
  const notice = noticeOf(statement)
  return {
    title: 'Statement of Applicability',
    subtitle: `Version ${statement.number} · ${stateNames[statement.state]}`,
    cover: {
      organization,
      madeFrom,
      language: 'en',
      classification: 'For the AI management system',
      ...(notice && { notice }),
    },
    sections: [
      { title: 'About this version', blocks: [about(statement), howToRead] },
      ...[...areas].map(([title, of]): Section => ({ title, blocks: [tableOf(of)] })),
      ...(against ? [{ title: `What differs from version ${against.number}`, blocks: [differing(against)] }] : []),
    ],
  }
}

function noticeOf({ state, supersededOn }: StatementHead): string | null {
  if (state === 'approved') return null
  if (state === 'superseded') return `Superseded on ${day(supersededOn)}. Kept as a record.`
  return 'This version is not approved.'
}

function headingOf({ area, framework, ref }: RowView['requirement']): string {
  const where = framework === 'ISO-42001-2023' ? '' : `${framework}: `
  return area ? `${where}${area.ref} ${area.title}` : `${where}${ref}`
}

function about({ number, state, summary, authors, approval, supersededOn, counts }: StatementHead): Block {
  const approved =
    approval && `${approval.by.name}, ${day(approval.on)}${approval.alone ? ' (nobody else could approve it)' : ''}`
  const rows: [string, string | null][] = [
    ['Standard', 'ISO/IEC 42001:2023, 6.1.3 and the controls of its Annex A'],
    ['Version', String(number)],
    ['State', stateNames[state]],
    ['Written by', authors.map(({ name }) => name).join(', ')],
    ['Approved by', approved],
    ['Note of the approval', approval?.note || null],
    ['Superseded on', supersededOn && day(supersededOn)],
    ['What is new', summary || null],
    ['Rows', `${counts.included} included, ${counts.excluded} excluded, ${counts.undecided} not decided`],
  ]
  const known = rows.filter((row): row is [string, string] => row[1] !== null)
  return { kind: 'definitions', items: known.map(([term, text]) => ({ term, text })) }
}

const howToRead: Block = {
  kind: 'paragraph',
  text: 'Each row is one requirement, by its number and short title. The status is computed from the applied controls and the evidence that was accepted for them; nobody declares it. It says how far the work is, not that a requirement is met.',
}

const columns: Table['columns'] = [
  { title: 'No.', width: 1.2 },
  { title: 'Requirement', width: 2.9 },
  { title: 'Decision', width: 1.9 },
  { title: 'Why', width: 4.3 },
  { title: 'Status', width: 2.1 },
  { title: 'Applied controls', width: 3 },
]

function tableOf(rows: readonly RowView[]): Table {
  return { kind: 'table', columns, rows: rows.map(cells) }
}

function cells(row: RowView): Cell[] {
  const { requirement, controls } = row
  const status = row.approvedStatus ?? row.status
  const applied = controls.map(
    ({ name, state, owner, evidence }) => `${name} (${state}, ${owner ?? 'no owner'}, ${evidenceWords(evidence)})`,
  )
  return [
    requirement.ref,
    requirement.title,
    row.standing === row.decision ? decisionNames[row.decision] : 'Not decided: an open risk names it',
    reasonsOf(row),
    status ? statusNames[status] : null,
    applied.join('\n'),
  ]
}

/** The reasons of a row, and of each that it stands no more where its risk was closed or its obligation withdrawn. */
function reasonsOf(row: RowView): string {
  if (row.decision !== 'included') return wordsOf(row)
  return row.reasons
    .map((reason) => wordsOf({ ...row, reasons: [reason] }) + (reason.holds ? '' : ' (stands no more)'))
    .join('\n')
}

function differing({ items }: NonNullable<Against>): Block {
  if (items.length === 0) return { kind: 'paragraph', text: 'Nothing differs.' }
  const columns = [{ title: 'No.', width: 1.2 }, { title: 'Requirement', width: 2.6 }, ...sides]
  return { kind: 'table', columns, rows: items.map(differenceCells) }
}
const sides = [
  { title: 'Before', width: 4 },
  { title: 'Now', width: 4 },
]

/** What was otherwise on each side; reasons are repeated only where they are others. */
export function differenceCells({ requirement, changes, before, after }: DifferenceView['items'][number]): string[] {
  const side = (it: typeof before): string => {
    if (!it) return 'No row'
    const status = it.status ? `, ${statusNames[it.status].toLowerCase()}` : ''
    const words = changes.includes('reasons') || changes.includes('decision') ? `\n${it.words}` : ''
    return `${decisionNames[it.decision]}${status}${words}`
  }
  return [requirement.ref, requirement.title, side(before), side(after)]
}

function evidenceWords(count: number): string {
  return count === 0 ? 'no accepted evidence' : `accepted evidence: ${count}`
}

function risksOf({ risks, riskCount }: RowView): string {
  const more = riskCount - risks.length
  return [...risks.map(({ name }) => name), ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

/** The rows as a table for spreadsheets. */
export function statementTable(rows: readonly RowView[]): Pick<Table, 'columns' | 'rows'> {
  return {
    columns: [{ title: 'Framework' }, { title: 'Area' }, ...columns, { title: 'Risks that name it' }],
    rows: rows.map((row) => [
      row.requirement.framework,
      row.requirement.area?.ref ?? null,
      ...cells(row),
      risksOf(row),
    ]),
  }
}

function day(text: string | null): string {
  return text ? dayIn('en', `${text}T00:00:00Z`) : ''
}
