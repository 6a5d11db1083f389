import type { Block, Cell, Document as Printable, MadeFrom, Section, Table } from '#platform/documents/index.ts'
import { dayIn } from '#platform/documents/index.ts'
import type { Status } from './rules/applicability.ts'
import type { RowView, StatementHead } from './contract.ts'
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

type Printed = { statement: StatementHead; rows: readonly RowView[]; organization: string; madeFrom: MadeFrom }

/** The Statement of Applicability as it is printed: the rows by area, and last who approved it and how to read it. */
export function statementDocument({ statement, rows, organization, madeFrom }: Printed): Printable {
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
  { title: 'Requirement', width: 2.4 },
  { title: 'Decision', width: 1.4 },
  { title: 'Why', width: 5 },
  { title: 'Status', width: 1.6 },
  { title: 'Applied controls', width: 3 },
]

function tableOf(rows: readonly RowView[]): Table {
  return { kind: 'table', columns, rows: rows.map(cells) }
}

function cells(row: RowView): Cell[] {
  const { requirement, controls } = row
  const status = row.approvedStatus ?? row.status
  const applied = controls.map(({ name, state, evidence }) => `${name} (${state}, ${evidenceWords(evidence)})`)
  return [
    requirement.ref,
    requirement.title,
    row.standing === row.decision ? decisionNames[row.decision] : 'Not decided: an open risk names it',
    wordsOf(row),
    status ? statusNames[status] : null,
    applied.join('\n'),
  ]
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
