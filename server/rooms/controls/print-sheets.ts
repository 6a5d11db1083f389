import { mappingsOf } from '@assay/frameworks'
import type { Cell, DateCell, MadeFrom, Sheet } from '#platform/documents/index.ts'
import type { RowView, StatementHead } from './contract.ts'
import { stateNames, statementTable } from './print.ts'

type Printed = { statement: StatementHead; rows: readonly RowView[]; organization: string; madeFrom: MadeFrom }

/**
 * The Statement of Applicability as a workbook: its rows, what touches them in other frameworks, and what the version is and was
 * made from.
 */
export function statementSheets(printed: Printed): Sheet[] {
  return [
    { name: 'Statement of Applicability', ...statementTable(printed.rows) },
    { name: 'Related requirements', columns: relatedColumns, rows: printed.rows.flatMap(relatedRows) },
    { name: 'About this version', columns: [{ title: 'Field' }, { title: 'Value' }], rows: about(printed) },
  ]
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
