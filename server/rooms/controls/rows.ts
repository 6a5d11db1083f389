import { formerColleague } from '#kernel/former-colleague.ts'
import { decisions, type Decision, type Status, statuses } from './rules/applicability.ts'
import { controlStates, type ControlState, formats } from './model.ts'

// Texts of the database as the model's words; a row that is none of them is a bug and throws.

function oneOf<Word extends string>(words: readonly Word[], text: string, what: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`no ${what} is called ${text}`)
  return found
}

export const asState = (text: string): ControlState => oneOf(controlStates, text, 'state of a control')
export const asScope = (text: string) => oneOf(['organization', 'systems'] as const, text, 'scope')
export const asOutcome = (text: string) => oneOf(['works', 'does-not-work'] as const, text, 'outcome of a check')
export const asDecision = (text: string): Decision => oneOf(decisions, text, 'decision')
export const asStatus = (text: string): Status => oneOf(statuses, text, 'status')
export const asStatementState = (text: string) =>
  oneOf(['draft', 'approved', 'superseded', 'discarded'] as const, text, 'state of a statement')
export type Format = (typeof formats)[number]
export const asFormat = (text: string): Format => oneOf(formats, text, 'format')

/** A person as views name them. */
export function named(id: string, name: string | null | undefined): { id: string; name: string } {
  return { id, name: name ?? formerColleague }
}

/** Words to search for as a pattern that contains them. */
export function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}
