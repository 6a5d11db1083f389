import { formerColleague } from '#kernel/former-colleague.ts'
import { type Level, levels } from './rules/criteria.ts'
import { type Option, options, type RiskState, riskStates, type TriggerKind, triggerKinds } from './model.ts'

// Texts of the database as the model's words; a row that is none of them is a bug and throws.

function oneOf<Word extends string>(words: readonly Word[], text: string, what: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`no ${what} is called ${text}`)
  return found
}

export const asState = (text: string): RiskState => oneOf(riskStates, text, 'state of a risk')
export const asLevel = (text: string): Level => oneOf(levels, text, 'level')
export const asOption = (text: string): Option => oneOf(options, text, 'treatment')
export const asTrigger = (text: string): TriggerKind => oneOf(triggerKinds, text, 'trigger')
export const asResult = (text: string) => oneOf(['effective', 'not-effective'] as const, text, 'result of a check')
export const asKind = (text: string) => oneOf(['inherent', 'residual'] as const, text, 'kind of rating')
export const asCriteriaState = (text: string) =>
  oneOf(['draft', 'approved', 'superseded', 'discarded'] as const, text, 'state of criteria')

/** A person as views name them; without an id there is nobody. */
export function named(id: string, name: string | null | undefined): { id: string; name: string } {
  return { id, name: name ?? formerColleague }
}

/** Words to search for as a pattern that contains them. */
export function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

/** The day `months` after this one; a day that the month lacks becomes its last. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}
