import { z } from 'zod'
import { stages } from './figures/model.ts'
import { levels } from './rules/criteria.ts'
import { callableKinds, options, riskStates, triggerKinds } from './model.ts'

const day = z.iso.date()
const words = z.string().trim().max(4000)
const step = z.number().int().min(1).max(6)
const Person = z.object({ id: z.uuid(), name: z.string() })

const LikelihoodStep = z.strictObject({
  name: z.string().trim().min(1).max(60),
  meaning: z.string().trim().min(1).max(500),
})
const ConsequenceStep = z.strictObject({
  name: z.string().trim().min(1).max(60),
  organization: z.string().trim().min(1).max(500),
  individuals: z.string().trim().min(1).max(500),
  society: z.string().trim().min(1).max(500),
})
/** At most this chance (0 to 1) of losing more than this in a year, each greater loss with a smaller chance. */
const Tolerance = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'is written as ISO 4217 has it, such as EUR'),
  points: z
    .array(z.strictObject({ chance: z.number().gt(0).lt(1), loss: z.number().gt(0).max(1e15) }))
    .min(1)
    .max(6),
})
export const CriteriaDefinition = z.strictObject({
  likelihood: z.array(LikelihoodStep).min(3).max(6),
  consequence: z.array(ConsequenceStep).min(3).max(6),
  acceptableUpTo: z.number().int().min(1).max(36),
  tolerableUpTo: z.number().int().min(1).max(36),
  reviewMonths: z.number().int().min(1).max(36),
  acceptanceMonths: z.number().int().min(1).max(36),
  /** which losses of a year are still tolerated, where that was decided */
  tolerance: Tolerance.optional(),
})
const appetite = z.string().trim().min(1).max(4000)

export const CriteriaDraft = z.strictObject({ appetite, definition: CriteriaDefinition })
export type CriteriaDraft = z.infer<typeof CriteriaDraft>
export const CriteriaEdit = CriteriaDraft.partial()
export type CriteriaEdit = z.infer<typeof CriteriaEdit>
export const Approval = z.strictObject({ note: words.default('') })

export const CriteriaView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  edition: z.number().int(),
  state: z.enum(['draft', 'approved', 'superseded', 'discarded']),
  appetite: z.string(),
  definition: CriteriaDefinition,
  authors: z.array(Person),
  approval: z.object({ by: Person, on: z.string(), seq: z.number().int(), note: z.string() }).nullable(),
  /** how many ratings were made under it */
  ratings: z.number().int(),
  changedAt: z.date(),
})
export type CriteriaView = z.infer<typeof CriteriaView>
export const CriteriaNow = z.object({
  approved: CriteriaView.nullable(),
  draft: CriteriaView.nullable(),
  proposal: CriteriaDraft,
})

/** Ids of controls of catalogues, such as A.6.2.4. */
const controls = z.array(z.string().trim().min(1).max(40)).max(50)

const facts = {
  reference: z.string().trim().max(60),
  source: words,
  event: words,
  forOrganization: words,
  forIndividuals: words,
  forSociety: words,
  owner: z.uuid().nullable(),
  systems: z.array(z.uuid()).max(100),
  controls,
  reviewDueOn: day.nullable(),
}
export const RiskDraft = z.strictObject({
  title: z.string().trim().min(1).max(200),
  reference: facts.reference.default(''),
  source: facts.source.default(''),
  event: facts.event.default(''),
  forOrganization: facts.forOrganization.default(''),
  forIndividuals: facts.forIndividuals.default(''),
  forSociety: facts.forSociety.default(''),
  owner: facts.owner.default(null),
  systems: facts.systems.default([]),
  controls: facts.controls.default([]),
  reviewDueOn: facts.reviewDueOn.default(null),
  libraryId: z.string().max(80).nullable().default(null),
})
export type RiskDraft = z.infer<typeof RiskDraft>
// A partial edit: what is left out stays as it is, so no field has a default here.
export const RiskEdit = z.strictObject({ title: z.string().trim().min(1).max(200), ...facts }).partial()
export type RiskEdit = z.infer<typeof RiskEdit>

/** A requirement of an interested party that is carried over, and what the risk of not meeting it is called. */
export const FromRequirement = z.strictObject({ requirement: z.uuid(), title: z.string().trim().min(1).max(200) })

/** Steps of the scales in force, counted from one, and why. */
export const RatingDraft = z.strictObject({
  likelihood: step,
  organization: step,
  individuals: step,
  society: step,
  rationale: z.string().trim().min(1).max(4000),
})
export type RatingDraft = z.infer<typeof RatingDraft>

export const TreatmentDraft = z.strictObject({
  option: z.enum(options),
  reason: words.default(''),
  controls: controls.default([]),
  /** things to do, each a task of somebody by a day */
  actions: z
    .array(z.strictObject({ title: z.string().trim().min(1).max(300), owner: z.uuid(), dueOn: day }))
    .max(20)
    .default([]),
})
export type TreatmentDraft = z.infer<typeof TreatmentDraft>

export const AcceptanceDraft = z.strictObject({ expiresOn: day.nullable().default(null), note: words.default('') })
export type AcceptanceDraft = z.infer<typeof AcceptanceDraft>
export const EffectivenessCheck = z.strictObject({
  result: z.enum(['effective', 'not-effective']),
  note: z.string().trim().min(1).max(4000),
})
export type EffectivenessCheck = z.infer<typeof EffectivenessCheck>
/** Why somebody opens a risk again: an incident, something at a supplier, a change that no record shows, or another reason. */
export const Calling = z.strictObject({
  kind: z.enum(callableKinds).default('by-hand'),
  reason: z.string().trim().min(1).max(2000),
})
export type Calling = z.infer<typeof Calling>
export const Because = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

const RatingView = z.object({
  id: z.uuid(),
  kind: z.enum(['inherent', 'residual']),
  criteria: z.uuid(),
  edition: z.number().int(),
  likelihood: z.number().int(),
  organization: z.number().int(),
  individuals: z.number().int(),
  society: z.number().int(),
  score: z.number().int(),
  level: z.enum(levels),
  rationale: z.string(),
  by: Person,
  on: z.string(),
})
export type RatingView = z.infer<typeof RatingView>
const TriggerView = z.object({
  id: z.uuid(),
  kind: z.enum(triggerKinds),
  cause: z.string().nullable(),
  note: z.string(),
  raisedOn: z.string(),
  answeredOn: z.string().nullable(),
})
const AcceptanceView = z.object({
  id: z.uuid(),
  by: Person,
  on: z.string(),
  expiresOn: z.string(),
  expired: z.boolean(),
  aboveAppetite: z.boolean(),
  note: z.string(),
  endedOn: z.string().nullable(),
  endedBecause: z.string().nullable(),
})

export const RiskView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  reference: z.string(),
  title: z.string(),
  source: z.string(),
  event: z.string(),
  forOrganization: z.string(),
  forIndividuals: z.string(),
  forSociety: z.string(),
  libraryId: z.string().nullable(),
  owner: Person.nullable(),
  systems: z.array(Person),
  state: z.enum(riskStates),
  /** the rating that counts today, of what is left where that was rated; null before any */
  score: z.number().int().nullable(),
  level: z.enum(levels).nullable(),
  inherentScore: z.number().int().nullable(),
  inherentLevel: z.enum(levels).nullable(),
  /** rated under an edition of the criteria that another has replaced: wants a new rating */
  earlierCriteria: z.boolean(),
  treatment: z.enum(options).nullable(),
  controls: z.array(z.string()),
  acceptedUntil: z.string().nullable(),
  /** what it is simulated to cost in a year: on average, and what one year in twenty is above; null where it is not in figures */
  loss: z
    .object({
      mean: z.number(),
      inTwenty: z.number(),
      currency: z.string(),
      /** `inherent` where only what it is before treatment was estimated */
      stage: z.enum(stages),
      /** an estimate was changed since */
      outdated: z.boolean(),
    })
    .nullable(),
  reviewDueOn: z.string().nullable(),
  overdue: z.boolean(),
  /** reasons to assess it again that nobody has answered */
  openTriggers: z.number().int(),
  openActions: z.number().int(),
  changedAt: z.date(),
})
export type RiskView = z.infer<typeof RiskView>

export const RiskRecord = RiskView.extend({
  inherent: RatingView.nullable(),
  residual: RatingView.nullable(),
  /** every rating, newest first */
  ratings: z.array(RatingView),
  treatmentReason: z.string(),
  treatmentOn: z.string().nullable(),
  treatmentBy: Person.nullable(),
  check: z
    .object({ result: z.enum(['effective', 'not-effective']), note: z.string(), on: z.string(), by: Person })
    .nullable(),
  acceptances: z.array(AcceptanceView),
  triggers: z.array(TriggerView),
  closedOn: z.string().nullable(),
  closedReason: z.string().nullable(),
  actions: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      owner: Person.nullable(),
      dueOn: z.string().nullable(),
      state: z.string(),
    }),
  ),
})
export type RiskRecord = z.infer<typeof RiskRecord>

export const RiskFilter = z.object({
  state: z.enum(riskStates).optional(),
  level: z.enum(levels).optional(),
  owner: z.uuid().optional(),
  system: z.uuid().optional(),
  control: z.string().max(40).optional(),
  /** what waits: review overdue, acceptance expired or ending within 30 days, to be assessed again, rated under earlier criteria */
  due: z.enum(['overdue', 'acceptance', 'reassess', 'earlier-criteria']).optional(),
  /** one cell of the matrix, `likelihood-consequence` such as 3-4 */
  cell: z
    .string()
    .regex(/^[1-6]-[1-6]$/)
    .optional(),
})
export type RiskFilter = z.infer<typeof RiskFilter>

/** How many open risks stand in each cell of the matrix in force, before and after treatment. */
export const RiskSummary = z.object({
  total: z.number().int(),
  /** open risks that are estimated in money */
  inFigures: z.number().int(),
  notRated: z.number().int(),
  earlierCriteria: z.number().int(),
  byLevel: z.object({ acceptable: z.number().int(), tolerable: z.number().int(), 'not-acceptable': z.number().int() }),
  cells: z.array(
    z.object({
      likelihood: z.number().int(),
      consequence: z.number().int(),
      before: z.number().int(),
      now: z.number().int(),
    }),
  ),
})
export type RiskSummary = z.infer<typeof RiskSummary>

const Reference = z.object({ taxonomy: z.string(), id: z.string(), name: z.string() })
export const LibraryRisk = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  causes: z.array(z.string()),
  questions: z.array(z.string()),
  treatments: z.array(z.string()),
  controls: z.array(z.string()),
  references: z.array(Reference),
})
export const LibraryQuery = z.object({
  q: z.string().trim().max(200).optional(),
  taxonomy: z.string().max(40).optional(),
})
export const LibraryView = z.object({
  items: z.array(LibraryRisk),
  total: z.number().int(),
  taxonomies: z.array(z.object({ id: z.string(), name: z.string(), licence: z.string(), attribution: z.string() })),
})
