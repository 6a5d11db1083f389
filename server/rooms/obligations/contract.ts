import { z } from 'zod'
import { obligationStates, sourceKinds } from './model.ts'

export type { ActAssessmentView, ActView } from './act/contract.ts'

const day = z.iso.date()
const text = (most: number) => z.string().trim().max(most)
const reason = z.string().trim().min(1).max(2000)
const unique = (values: string[]) => new Set(values).size === values.length

const fields = {
  reference: text(60),
  title: z.string().trim().min(1).max(200),
  sourceKind: z.enum(sourceKinds),
  source: z.string().trim().min(1).max(300),
  article: text(100),
  asks: text(5000),
  /** the AI systems it applies to; none where it applies to the organization as a whole */
  systems: z.array(z.uuid()).max(500).refine(unique, 'names something twice'),
  owner: z.uuid().nullable(),
  fulfilment: text(5000),
  /** whom it obliges to tell something; empty where nobody has to be told */
  reportsTo: text(300),
  dueOn: day.nullable(),
  dueSource: text(500),
  reviewDueOn: day.nullable(),
}

export const ObligationDraft = z.strictObject({
  ...fields,
  reference: fields.reference.default(''),
  article: fields.article.default(''),
  asks: fields.asks.default(''),
  systems: fields.systems.default([]),
  owner: fields.owner.default(null),
  fulfilment: fields.fulfilment.default(''),
  reportsTo: fields.reportsTo.default(''),
  dueOn: fields.dueOn.default(null),
  dueSource: fields.dueSource.default(''),
  reviewDueOn: fields.reviewDueOn.default(null),
})
export type ObligationDraft = z.infer<typeof ObligationDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const ObligationEdit = z.strictObject(fields).partial()
export type ObligationEdit = z.infer<typeof ObligationEdit>

export const Applicability = z.strictObject({ applies: z.boolean(), reason })
export const Reasoned = z.strictObject({ reason })
export const Review = z.strictObject({
  outcome: z.enum(['fulfilled', 'gaps']),
  note: text(2000).default(''),
  nextOn: day,
})
export type Review = z.infer<typeof Review>
export const FulfilledBy = z.strictObject({ subject: z.string().min(3).max(300) })

const listOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z
    .string()
    .max(500)
    .transform((joined) => joined.split(','))
    .pipe(z.array(z.enum(values)).min(1))
    .optional()

/** Several values are joined by commas and mean "any of". Withdrawn ones show only where their state is asked for. */
export const ObligationFilter = z.object({
  state: listOf(obligationStates),
  sourceKind: listOf(sourceKinds),
  owner: z.union([z.literal('none'), z.uuid()]).optional(),
  system: z.uuid().optional(),
  appliesTo: z.enum(['organization', 'systems']).optional(),
  /** `in-force`: applies from a day that is here, or from no day said, and no review found it fulfilled yet */
  due: z.enum(['review-overdue', 'in-force', 'ahead', 'none']).optional(),
  assessment: z.uuid().optional(),
  /** those that oblige to tell somebody something */
  reporting: z.enum(['true', 'false']).optional(),
})
export type ObligationFilter = z.infer<typeof ObligationFilter>

const named = z.object({ id: z.uuid(), name: z.string() })

export const ObligationView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  reference: z.string(),
  title: z.string(),
  sourceKind: z.enum(sourceKinds),
  source: z.string(),
  article: z.string(),
  asks: z.string(),
  appliesTo: z.enum(['organization', 'systems']),
  systems: z.array(named),
  owner: named.nullable(),
  fulfilment: z.string(),
  reportsTo: z.string(),
  links: z.array(z.string()),
  dueOn: z.string().nullable(),
  dueSource: z.string(),
  reviewDueOn: z.string().nullable(),
  reviewOverdue: z.boolean(),
  state: z.enum(obligationStates),
  stateReason: z.string(),
  decided: z.object({ on: z.string(), by: named.nullable() }).nullable(),
  startedOn: z.string().nullable(),
  review: z
    .object({ on: z.string(), by: named.nullable(), outcome: z.enum(['fulfilled', 'gaps']), note: z.string() })
    .nullable(),
  /** the duty of the EU AI Act that it was taken over from */
  duty: z.string().nullable(),
  changedAt: z.date(),
})
export type ObligationView = z.infer<typeof ObligationView>

/** A requirement of an interested party that is carried over into the register. */
export const FromRequirement = z.strictObject({ requirement: z.uuid() })

export const Done = z.object({ id: z.uuid() })
