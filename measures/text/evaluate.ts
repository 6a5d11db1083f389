import { measuresOfGroups } from '../quality/from-groups.ts'
import { estimatedQuantity, ofSample, shareOf } from '../quality/quality-measures.ts'
import type { GroupValue } from '../cells.ts'
import { corpusQuestionOf } from './corpus-questions.ts'
import { rowQuestionOf, worstOf, type RowQuestion } from './row-questions.ts'
import { meanOf } from './summary.ts'
import type { TextCheck, TextFinding, TextMeasure, TextRow } from './text-check.ts'
import { normalisedAnswer } from './tokens.ts'
import { compareVariants } from './variants.ts'

/**
 * What a check finds on outputs: over all rows, by group where rows have one, and between two variants in pairs. Row numbers are the only
 * thing that leaves a row.
 *
 * @throws RangeError for parameters that make no sense
 */
export function evaluateTexts(check: TextCheck, rows: readonly TextRow[]): TextFinding {
  const question = rowQuestionOf(check)
  return question === null ? askedTogether(check, rows) : askedByRow(check, question, rows)
}

function askedByRow(check: TextCheck, question: RowQuestion, rows: readonly TextRow[]): TextFinding {
  const answers = rows.flatMap((row) => {
    const answer = question.ask(row)
    return answer === null ? [] : [{ row: row.row, group: row.group, answer }]
  })
  const measures = ofSample([measureOf(question, answers), ...gapOf(question, answers)])
  const found: TextFinding = {
    check: check.check,
    definition: check,
    rule: question.rule,
    measures,
    groups: byGroup(answers).map(({ group, of }) => ({ group, measures: ofSample([measureOf(question, of)]) })),
    comparison: question.kind === 'yes-no' ? compareVariants(rows, question.ask) : null,
    worst: worstOf(question, answers),
    unasked: rows.length - answers.length,
  }
  return question.note === undefined ? found : { ...found, note: question.note }
}

type Answered = { group: readonly GroupValue[] | undefined; answer: boolean | number }

function measureOf(question: RowQuestion, answers: readonly Answered[]): TextMeasure {
  if (question.kind === 'yes-no') return shareOf(question.name, countYes(answers), 'no row has what is needed')
  return estimatedQuantity(
    question.name,
    'score',
    meanOf(Float64Array.from(answers.map((it) => Number(it.answer))).toSorted()),
  )
}

function countYes(answers: readonly Answered[]): { numerator: number; denominator: number } {
  return { numerator: answers.filter((it) => it.answer === true).length, denominator: answers.length }
}

/** How far groups differ, of a yes-or-no question with groups. */
function gapOf(question: RowQuestion, answers: readonly Answered[]): TextMeasure[] {
  const groups = byGroup(answers)
  if (question.kind !== 'yes-no' || groups.length === 0) return []
  const counted = groups.map(({ group, of }) => ({ key: [...group], ...countYes(of) }))
  return measuresOfGroups({ kind: 'groups', columns: [], groups: counted, worst: [] }).measures
}

/** Rows by their group, in the order of its written values; those without one are left out. */
function byGroup<Row extends { group?: readonly GroupValue[] | undefined }>(
  rows: readonly Row[],
): { group: readonly GroupValue[]; of: Row[] }[] {
  const groups = new Map<string, { group: readonly GroupValue[]; of: Row[] }>()
  for (const row of rows) {
    if (row.group === undefined || row.group.length === 0) continue
    const key = JSON.stringify(row.group)
    const held = groups.get(key)
    if (held) held.of.push(row)
    else groups.set(key, { group: row.group, of: [row] })
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)
}

function askedTogether(check: TextCheck, rows: readonly TextRow[]): TextFinding {
  const question = corpusQuestionOf(check)
  if (question === null) throw new RangeError(`${check.check} cannot be measured`)
  const asked = rows.filter(question.asks)
  const found: TextFinding = {
    check: check.check,
    definition: check,
    rule: question.rule,
    measures: ofSample(question.measure(asked)),
    groups: byGroup(asked).map(({ group, of }) => ({ group, measures: ofSample(question.measure(of)) })),
    comparison: comparisonOf(check, asked),
    worst: question.worst?.(asked) ?? [],
    unasked: rows.length - asked.length,
  }
  return question.note === undefined ? found : { ...found, note: question.note }
}

/** A counterfactual check compares how often the positive answer was given to either variant, where one is named. */
function comparisonOf(check: TextCheck, rows: readonly TextRow[]): TextFinding['comparison'] {
  if (check.check !== 'counterfactual' || check.positive === undefined) return null
  const positive = normalisedAnswer(check.positive)
  return compareVariants(rows, (row) => (row.output === null ? null : normalisedAnswer(row.output) === positive))
}
