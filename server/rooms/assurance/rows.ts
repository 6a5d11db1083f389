import { type Kind, kinds, type Origin, origins, type PlanState, planStates, type Verdict, verdicts } from './model.ts'

// Texts of the database as the model's words; a row that is none of them is a bug and throws.

function oneOf<Word extends string>(words: readonly Word[], text: string, what: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`no ${what} is called ${text}`)
  return found
}

export const asKind = (text: string): Kind => oneOf(kinds, text, 'kind of measurement')
export const asOrigin = (text: string): Origin => oneOf(origins, text, 'origin')
export const asVerdict = (text: string): Verdict => oneOf(verdicts, text, 'verdict')
export const asPlanState = (text: string): PlanState => oneOf(planStates, text, 'state of a plan')

export const runStates = ['asked', 'finished', 'refused', 'cancelled'] as const
export type RunState = (typeof runStates)[number]
export const asRunState = (text: string): RunState => oneOf(runStates, text, 'state of a run')

/** What is stored is the canonical JSON of an object that the engine accepted. */
export function definitionOf(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error('a definition is an object')
  return value as Record<string, unknown>
}
