import { blankDefinition, type DefinitionValues } from './definition/values.ts'

/** A plan as its form holds it. */
export type PlanValues = DefinitionValues & {
  subject: string
  title: string
  reason: string
  intervalDays: number | null
  sample: File | null
  reference: File | null
}

export const blankPlan: PlanValues = {
  ...blankDefinition,
  subject: '',
  title: '',
  reason: '',
  intervalDays: null,
  sample: null,
  reference: null,
}
