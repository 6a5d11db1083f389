// What crosses the wire beyond the answers and the result themselves.
import { z } from 'zod'
import { ScreeningDraftSchema, ScreeningResultSchema, triggerIds } from './contract.ts'

export const ScreeningItem = z.object({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(['draft', 'concluded', 'abandoned']),
  answered: z.number().int(),
  total: z.number().int(),
  decision: z.string().nullable(),
  score: z.number().int().nullable(),
  rules: z.string().nullable(),
  concludedOn: z.string().nullable(),
  changedAt: z.date(),
})
export type ScreeningItem = z.infer<typeof ScreeningItem>

export const ScreeningView = ScreeningItem.extend({
  answers: ScreeningDraftSchema,
  next: z.string().nullable(),
  result: ScreeningResultSchema.nullable(),
})
export type ScreeningView = z.infer<typeof ScreeningView>

export const TriggerReport = z.strictObject({ trigger: z.enum(triggerIds), note: z.string().trim().min(1).max(2000) })
export const TriggerDismissal = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
export const TriggerView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  trigger: z.enum(triggerIds),
  cause: z.string(),
  /** what the record that raised it is called; null for a person's report, or where it is gone */
  causeName: z.string().nullable(),
  note: z.string(),
  state: z.enum(['raised', 'answered', 'dismissed']),
  reason: z.string().nullable(),
  raisedAt: z.date(),
})
export type TriggerView = z.infer<typeof TriggerView>

const money = z.number().min(0).max(1e12)

export const DealDraft = z.strictObject({
  name: z.string().trim().min(1).max(300),
  outcome: z.enum(['lost', 'slowed']),
  happenedOn: z.iso.date(),
  value: money.nullable().default(null),
  delayDays: z.number().int().min(0).max(10_000).nullable().default(null),
  reason: z.string().trim().max(2000).default(''),
})
export type DealDraft = z.infer<typeof DealDraft>
export const DealView = DealDraft.extend({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(['current', 'withdrawn']),
})
export type DealView = z.infer<typeof DealView>

export const CompetitorDraft = z.strictObject({
  name: z.string().trim().min(1).max(200),
  certified: z.boolean().nullable(),
  source: z.string().trim().max(1000).default(''),
})
export type CompetitorDraft = z.infer<typeof CompetitorDraft>
export const CompetitorView = CompetitorDraft.extend({
  id: z.uuid(),
  version: z.number().int(),
  state: z.enum(['current', 'withdrawn']),
})
export type CompetitorView = z.infer<typeof CompetitorView>

const hours = z.number().min(0).max(1e6)
export const BusinessCaseInputs = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'give a currency code of three capital letters, for example EUR'),
  monthsObserved: z.number().positive().max(600).nullable(),
  documentationHours: hours.nullable(),
  hourlyCost: money.nullable(),
  firstYearCost: money.nullable(),
  laterYearsCost: money.nullable(),
  ownHours: hours.nullable(),
  expectedAvoidedShare: z.number().min(0).max(1).nullable(),
})
export type BusinessCaseInputs = z.infer<typeof BusinessCaseInputs>
