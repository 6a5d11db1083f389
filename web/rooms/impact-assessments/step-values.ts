import type { FormState } from '../../ui/form.tsx'
import type { Entry } from './rows-field.tsx'

/** The answers of an assessment as its form holds them. */
export type Values = {
  screening: Record<string, string>
  deeper: string
  summary: string
  context: string
  period: string
  necessity: string
  oversight: string
  misuse: Entry[]
  failure: string
  affected: Entry[]
  impacts: Entry[]
  hitMost: string
  society: string
  consulted: Entry[]
  notConsulted: string
  facts: string[]
  addedFact: string
  remedies: string
  remaining: string
  publication: string
  decisionReason: string
  decision: string
  reviewDueOn: string
}
export type StepState = FormState<Values>
