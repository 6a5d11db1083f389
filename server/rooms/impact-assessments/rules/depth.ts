import { type Depth, type ScreeningAnswer, type ScreeningQuestion, screeningQuestions } from './words.ts'

export type Screening = Partial<Record<ScreeningQuestion, ScreeningAnswer>>

/** How deep an assessment has to go, and which rule said so. */
export type DepthFound = {
  depth: Depth | null
  rule: 'open-questions' | 'something-applies' | 'chosen-deeper' | 'nothing-applies'
  /** the questions that the rule rests on */
  because: ScreeningQuestion[]
}

/**
 * A question that is answered with yes, or that nobody can answer, calls for the full assessment; only nine times no allows to
 * stop at the screening. People may go deeper than the rule, never less deep.
 */
export function depthOf(screening: Screening, deeper: string): DepthFound {
  const applying = screeningQuestions.filter((one) => screening[one] === 'yes' || screening[one] === 'not-known')
  if (applying.length > 0) return { depth: 'full', rule: 'something-applies', because: applying }
  if (deeper !== '') return { depth: 'full', rule: 'chosen-deeper', because: [] }
  const open = screeningQuestions.filter((one) => screening[one] === undefined)
  if (open.length > 0) return { depth: null, rule: 'open-questions', because: open }
  return { depth: 'screen', rule: 'nothing-applies', because: [] }
}
