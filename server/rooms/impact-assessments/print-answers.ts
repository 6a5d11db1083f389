import type { Block, Cell, Table } from '#platform/documents/index.ts'
import { dayIn } from '#platform/documents/index.ts'
import type { AssessmentView } from './contract.ts'
import type { AnswerName } from './model.ts'
import {
  decisionNames,
  dimensionNames,
  effectNames,
  questionNames,
  ratingNames,
  reachNames,
  screeningNames,
} from './print-words.ts'
import { screeningQuestions } from './rules/words.ts'

/** What an assessment is printed from: itself, and the names of the records that it refers to. */
export type Printed = { it: AssessmentView; names: ReadonlyMap<string, string> }

/** One answer as blocks; none where nothing was said. */
export function answerBlocks(printed: Printed, name: AnswerName): Block[] {
  const table = tables[name]
  if (table) return table(printed)
  if (name === 'decision' || name === 'reviewDueOn' || name === 'measures') return []
  const said = printed.it.answers[name]
  return typeof said === 'string' && said !== '' ? [paragraph(said)] : []
}

/** Answers that are more than a text. */
const tables: Partial<Record<AnswerName, (printed: Printed) => Block[]>> = {
  measures: ({ it: { measures } }) => (measures.length === 0 ? [] : [measuresTable(measures)]),
  decision: ({ it: { decision } }) => (decision ? [paragraph(decisionNames[decision])] : []),
  reviewDueOn: ({ it: { reviewDueOn } }) => (reviewDueOn ? [paragraph(day(reviewDueOn))] : []),
  screening: ({ it }) => screeningBlocks(it.answers.screening),
  affected: ({ it }) => tableOf(['Who', 'Reach', 'How'], it.answers.affected.map(affectedCells)),
  impacts: ({ it }) => tableOf(['Effect', 'Dimension', 'Reach', 'What', 'Rating'], it.answers.impacts.map(impactCells)),
  misuse: ({ it }) =>
    tableOf(
      ['Misuse', 'What prevents it'],
      it.answers.misuse.map(({ what, prevention }) => [what, prevention]),
    ),
  consulted: ({ it }) =>
    tableOf(
      ['Who', 'How', 'When', 'Result'],
      it.answers.consulted.map(({ who, how, on, result }) => [who, how, on === null ? '' : day(on), result]),
    ),
  facts: ({ it: { answers }, names }) =>
    answers.facts.length === 0
      ? []
      : [{ kind: 'list', items: answers.facts.map((ref) => names.get(ref) ?? 'a record that may not be seen') }],
}

function affectedCells(one: AssessmentView['answers']['affected'][number]): Cell[] {
  const marks = [one.name, one.indirect ? 'touched without using it' : '', one.vulnerable ? 'vulnerable' : '']
  return [marks.filter(Boolean).join(', '), reachNames[one.reach], one.how]
}

function impactCells(one: Impact): Cell[] {
  return [effectNames[one.effect], dimensionNames[one.dimension], reachNames[one.reach], one.what, ratingOf(one)]
}

function screeningBlocks(screening: AssessmentView['answers']['screening']): Block[] {
  return tableOf(
    ['Question', 'Answer'],
    screeningQuestions.flatMap((one): Cell[][] => {
      const answer = screening[one]
      return answer === undefined ? [] : [[questionNames[one], screeningNames[answer]]]
    }),
  )
}

type Impact = AssessmentView['answers']['impacts'][number]

function ratingOf({ severity, scale, reversibility, likelihood, confidence }: Impact): string {
  return [
    severity && ratingNames.severity[severity],
    scale && ratingNames.scale[scale],
    reversibility && ratingNames.reversibility[reversibility],
    likelihood && ratingNames.likelihood[likelihood],
    confidence && ratingNames.confidence[confidence],
  ]
    .filter((word) => word !== null)
    .join(', ')
}

const taskStates = { open: 'open', done: 'done', cancelled: 'cancelled' } as const

function measuresTable(measures: AssessmentView['measures']): Table {
  return {
    kind: 'table',
    columns: ['Measure', 'Who', 'By', 'State'].map(columnOf),
    rows: measures.map(({ title, owner, dueOn, state, condition }) => [
      condition ? `${title} (condition of the go-ahead)` : title,
      owner?.name ?? 'nobody',
      dueOn === null ? '' : day(dueOn),
      taskStates[state],
    ]),
  }
}

/** Columns that hold sentences. */
const wide: ReadonlySet<string> = new Set([
  'What',
  'Rating',
  'How',
  'Result',
  'Measure',
  'What prevents it',
  'Question',
])

function tableOf(titles: string[], rows: Cell[][]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns: titles.map(columnOf), rows }]
}

function columnOf(title: string): Table['columns'][number] {
  return { title, width: wide.has(title) ? 2.5 : 1 }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function day(text: string): string {
  return dayIn('en', `${text}T00:00:00Z`)
}
