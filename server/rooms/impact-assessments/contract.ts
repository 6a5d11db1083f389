import { z } from 'zod'
import { Said } from '#kernel/said.ts'
import * as words from './rules/words.ts'

const day = z.iso.date()
const text = z.string().trim().max(6000)
const line = z.string().trim().min(1).max(300)
const Person = z.object({ id: z.uuid(), name: z.string() })

const Affected = z.strictObject({
  name: line,
  reach: z.enum(words.reaches),
  indirect: z.boolean().default(false),
  vulnerable: z.boolean().default(false),
  how: text.default(''),
})
const Impact = z.strictObject({
  dimension: z.enum(words.dimensions),
  effect: z.enum(words.effects),
  reach: z.enum(words.reaches),
  what: z.string().trim().min(1).max(2000),
  severity: z.enum(words.severities).nullable().default(null),
  scale: z.enum(words.scales).nullable().default(null),
  reversibility: z.enum(words.reversibilities).nullable().default(null),
  likelihood: z.enum(words.likelihoods).nullable().default(null),
  confidence: z.enum(words.confidences).nullable().default(null),
})
const Misuse = z.strictObject({ what: z.string().trim().min(1).max(1000), prevention: text.default('') })
const Consulted = z.strictObject({
  who: line,
  how: text.default(''),
  on: day.nullable().default(null),
  result: text.default(''),
})
const Screening = z.partialRecord(z.enum(words.screeningQuestions), z.enum(words.screeningAnswers))

const answerFields = {
  screening: Screening,
  deeper: text,
  summary: text,
  context: text,
  period: text,
  necessity: text,
  oversight: text,
  misuse: z.array(Misuse).max(50),
  failure: text,
  affected: z.array(Affected).max(50),
  impacts: z.array(Impact).max(100),
  hitMost: text,
  society: text,
  consulted: z.array(Consulted).max(50),
  notConsulted: text,
  facts: z.array(z.string().min(3).max(300)).max(50),
  remedies: text,
  remaining: text,
  publication: text,
  decisionReason: text,
}
export const AnswersView = z.object(answerFields)

export const AssessmentDraft = z.strictObject({
  system: z.uuid(),
  occasion: z.enum(words.occasions).default('new'),
  occasionNote: z.string().trim().max(2000).default(''),
})
export type AssessmentDraft = z.infer<typeof AssessmentDraft>

// What is left out stays as it is, so no field of the assessment has a default here.
export const AssessmentEdit = z
  .strictObject({
    ...answerFields,
    decision: z.enum(words.decisions).nullable(),
    reviewDueOn: day.nullable(),
    occasionNote: z.string().trim().max(2000),
  })
  .partial()
export type AssessmentEdit = z.infer<typeof AssessmentEdit>

export const MeasureDraft = z.strictObject({
  title: line,
  detail: z.string().trim().max(4000).default(''),
  owner: z.uuid(),
  dueOn: day,
  condition: z.boolean().default(false),
})
export type MeasureDraft = z.infer<typeof MeasureDraft>

export const Approving = z.strictObject({ note: z.string().trim().max(2000).default('') })
export const Because = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
export const Calling = z.strictObject({
  kind: z.enum(['change', 'incident', 'by-hand']).default('by-hand'),
  reason: z.string().trim().min(1).max(2000),
})
export type Calling = z.infer<typeof Calling>
export const Reaffirming = z.strictObject({ note: z.string().trim().min(1).max(2000), reviewDueOn: day })
export type Reaffirming = z.infer<typeof Reaffirming>

export const Linking = z.strictObject({ subject: z.string().min(3).max(300) })

export const AssessmentFilter = z.object({
  system: z.uuid().optional(),
  /** a risk or a control that they bear on: `risk:…`, `requirement:ISO-42001-2023/A.5.4` */
  bearsOn: z.string().max(300).optional(),
  state: z.enum(words.states).optional(),
  depth: z.enum(words.depths).optional(),
  decision: z.enum(words.decisions).optional(),
  /** the newest edition of each system alone */
  newest: z.enum(['true', 'false']).optional(),
})
export type AssessmentFilter = z.infer<typeof AssessmentFilter>

const CallView = z.object({
  kind: z.enum(words.callKinds),
  cause: z.string().nullable(),
  note: z.string(),
  on: z.string(),
})

export const AssessmentRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  system: z.object({ id: z.uuid(), name: z.string(), state: z.string() }),
  edition: z.number().int(),
  state: z.enum(words.states),
  occasion: z.enum(words.occasions),
  depth: z.enum(words.depths).nullable(),
  decision: z.enum(words.decisions).nullable(),
  /** conditions that are not done */
  openConditions: z.number().int(),
  reviewDueOn: z.string().nullable(),
  reviewOverdue: z.boolean(),
  approvedBy: Person.nullable(),
  approvedOn: z.string().nullable(),
  createdAt: z.date(),
  changedAt: z.date(),
})
export type AssessmentRow = z.infer<typeof AssessmentRow>

export const MeasureView = z.object({
  id: z.uuid(),
  task: z.uuid(),
  title: z.string(),
  owner: Person.nullable(),
  dueOn: z.string().nullable(),
  state: z.enum(['open', 'done', 'cancelled']),
  overdue: z.boolean(),
  condition: z.boolean(),
})
export type MeasureView = z.infer<typeof MeasureView>

export const AssessmentView = AssessmentRow.extend({
  occasionNote: z.string(),
  answers: AnswersView,
  depthRule: z.enum(['open-questions', 'something-applies', 'chosen-deeper', 'nothing-applies']),
  depthBecause: z.array(z.enum(words.screeningQuestions)),
  /** what is still to be answered before it can be submitted */
  missing: z.array(z.object({ path: z.string(), ...Said.shape })),
  measures: z.array(MeasureView),
  /** risks that it raised and controls that it calls for */
  bearsOn: z.array(z.string()),
  authors: z.array(Person),
  submitted: z.object({ by: Person, on: z.string() }).nullable(),
  returnedNote: z.string(),
  approval: z.object({ by: Person, on: z.string(), seq: z.number().int(), note: z.string() }).nullable(),
  calls: z.array(CallView),
  supersededOn: z.string().nullable(),
  /** until when this result is kept at least; null while it stands, or where no retention time is set */
  keepUntil: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  editions: z.array(z.object({ id: z.uuid(), edition: z.number().int(), state: z.enum(words.states) })),
})
export type AssessmentView = z.infer<typeof AssessmentView>

export const RulesDraft = z.strictObject({
  retentionYears: z.number().int().min(1).max(50),
  screenMonths: z.number().int().min(1).max(36),
  fullMonths: z.number().int().min(1).max(36),
  form: z.string().trim().min(1).max(2000),
  basis: z.string().trim().min(1).max(2000),
})
export type RulesDraft = z.infer<typeof RulesDraft>
export const RulesView = RulesDraft.extend({ id: z.uuid(), by: Person, on: z.string() })
export type RulesView = z.infer<typeof RulesView>
export const RulesNow = z.object({ rules: RulesView.nullable() })

/** Systems in scope that no approved assessment speaks of. */
export const Uncovered = z.object({ id: z.uuid(), name: z.string(), state: z.string() })
