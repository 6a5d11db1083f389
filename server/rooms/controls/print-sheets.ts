import { mappingsOf } from '@assay/frameworks'
import type { Cell, DateCell, MadeFrom, Sheet } from '#platform/documents/index.ts'
import type { RowView, StatementHead } from './contract.ts'
import { type Against, differenceCells, stateNames, statementTable } from './print.ts'

type Printed = {
  statement: StatementHead
  rows: readonly RowView[]
  against: Against
  organization: string
  madeFrom: MadeFrom
}

/**
 * The Statement of Applicability as a workbook: its rows, what differs from the version before, what touches them in other frameworks, and what the version is and was
 * made from.
 */
export function statementSheets(printed: Printed): Sheet[] {
  return [
    { name: 'Statement of Applicability', ...statementTable(printed.rows) },
    ...(printed.against ? [changesSheet(printed.against)] : []),
    { name: 'Related requirements', columns: relatedColumns, rows: printed.rows.flatMap(relatedRows) },
    { name: 'About this version', columns: [{ title: 'Field' }, { title: 'Value' }], rows: about(printed) },
  ]
}

function changesSheet({ number, items }: NonNullable<Against>): Sheet {
  const columns = ['No.', 'Requirement', `Version ${number}`, 'This version'].map((title) => ({ title }))
  return { name: `Since version ${number}`, columns, rows: items.map(differenceCells) }
}

const relatedColumns = [
  'Framework',
  'No.',
  'Requirement',
  'Related framework',
  'Related no.',
  'Related requirement',
  'Relation',
  'Basis',
  'Strength',
].map((title) => ({ title }))

function relatedRows({ requirement: { framework, ref, title } }: RowView): Cell[][] {
  return mappingsOf(framework, ref).map(({ to, relationText, basisText, strengthText }) => [
    framework,
    ref,
    title,
    to.framework,
    to.ref,
    to.title,
    relationText,
    basisText,
    strengthText,
  ])
}

function about({ statement, organization, madeFrom }: Printed): Cell[][] {
  const { number, state, summary, authors, approval } = statement
  const instant: DateCell = { kind: 'instant', instant: madeFrom.instant }
  return [
    ['Organization', organization],
    ['Standard', 'ISO/IEC 42001:2023, 6.1.3 and the controls of its Annex A'],
    ['Version', number],
    ['State', stateNames[state]],
    ['Written by', authors.map(({ name }) => name).join(', ')],
    ...(approval
      ? [
          ['Approved by', approval.by.name],
          ['Approved on', { kind: 'day', day: approval.on } satisfies DateCell],
          ['Note of the approval', approval.note],
          ['Approved by who wrote it', approval.alone ? 'yes: nobody else could approve it' : 'no'],
        ]
      : []),
    ['What is new', summary],
    ['Records up to entry', madeFrom.seq],
    ['Recorded at (UTC)', instant],
    ['Log', madeFrom.logOrigin],
    ['Signed checkpoint', madeFrom.checkpoint],
    ['How to read it', howToRead],
  ]
}

const howToRead =
  'A status is computed from applied controls and accepted evidence. A related requirement only touches the row: no share of it is covered by that, and nothing is claimed.'
