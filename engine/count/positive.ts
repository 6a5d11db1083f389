import { names, phrase, type Said } from '@assay/measures/messages'
import type { ColumnType } from '../cell-source.ts'
import { say } from '../messages.ts'
import { refuse } from '../sources/problem.ts'
import { type Asked, listed } from './resolve.ts'

/** Which values of a label or a prediction are the positive ones. */
export type Positive = (value: string) => boolean

/**
 * The positive values of what a plan asked for. A condition is positive where it holds. In a column of text it is the very value; in
 * typed columns 1, 1.0 and true are the same answer.
 */
export function positiveOf(asked: Asked, positive: string): Positive {
  if (asked.kind === 'condition') return (value) => value === 'true' || value === '1'
  return (value) => value === positive || sameTyped(asked.column.type, value, positive)
}

function sameTyped(type: ColumnType, value: string, positive: string): boolean {
  if (type === 'boolean') return value === asBoolean(positive)
  if (type !== 'integer' && type !== 'decimal' && type !== 'double') return false
  return positive.trim() !== '' && Number(value) === Number(positive)
}

function asBoolean(text: string): string {
  const lower = text.toLowerCase()
  return lower === '1' ? 'true' : lower === '0' ? 'false' : lower
}

/** A column of this many distinct values is no decision. */
const mostAnswers = 50

/**
 * Looks at the values of one label or prediction. Throws Refused where none of all of them is positive in any column asked, since that is
 * a misspelt value far more often than a file without positives; returns a warning where more than two values take part.
 */
export function answersOf(path: string, asked: Asked, values: Set<string>, positive: string): Said[] {
  if (asked.kind === 'condition') return []
  if (values.size > mostAnswers) {
    refuse(
      path,
      `column "${asked.column.name}" has ${values.size} distinct values; write a condition for the positive ones, such as "${asked.column.name} >= 0.5"`,
    )
  }
  const others = [...values].filter((it) => !positiveOf(asked, positive)(it)).toSorted()
  if (others.length <= 1) return []
  return [
    say('many-answers', {
      role: phrase(path),
      column: asked.column.name,
      count: values.size,
      others: names(others.slice(0, 20), listed(others)),
      positive,
    }),
  ]
}
