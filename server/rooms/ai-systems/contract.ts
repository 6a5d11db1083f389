import { z } from 'zod'
import { isJurisdiction } from './rules/countries.ts'
import * as words from './rules/words.ts'

export * from './rules/component-contract.ts'

const day = z.iso.date()
const text = (most: number) => z.string().trim().max(most)
const reason = z.string().trim().min(1).max(2000)
const unique = (values: string[]) => new Set(values).size === values.length
const tags = z.array(z.string().trim().min(1).max(80)).max(50).refine(unique, 'names something twice')
const setOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z.array(z.enum(values)).max(values.length).refine(unique, 'names something twice')

export const Jurisdictions = z
  .array(z.string().refine(isJurisdiction, 'is no country code of ISO 3166-1 (DE, FR, US…) and not EU'))
  .max(260)
  .refine(unique, 'names something twice')

/** What a person writes about an AI system. */
const fields = {
  name: z.string().trim().min(1).max(200),
  reference: text(100),
  purpose: text(5000),
  description: text(20_000),
  supplier: text(300),
  owner: z.uuid().nullable(),
  unit: z.uuid().nullable(),
  provenance: z.enum(words.provenances).nullable(),
  autonomy: z.enum(words.autonomyLevels).nullable(),
  individualDecisions: z.enum(words.individualDecisions).nullable(),
  intendedUsers: text(2000),
  humanOversight: text(5000),
  affectedGroups: tags,
  jurisdictions: Jurisdictions,
  sectors: tags,
  dataClasses: setOf(words.dataClasses),
}

export const AiSystemDraft = z.strictObject({
  name: fields.name,
  reference: fields.reference.default(''),
  purpose: fields.purpose.default(''),
  description: fields.description.default(''),
  supplier: fields.supplier.default(''),
  owner: fields.owner.default(null),
  unit: fields.unit.default(null),
  provenance: fields.provenance.default(null),
  autonomy: fields.autonomy.default(null),
  individualDecisions: fields.individualDecisions.default(null),
  intendedUsers: fields.intendedUsers.default(''),
  humanOversight: fields.humanOversight.default(''),
  affectedGroups: fields.affectedGroups.default([]),
  jurisdictions: fields.jurisdictions.default([]),
  sectors: fields.sectors.default([]),
  dataClasses: fields.dataClasses.default([]),
  /** a system that is there already is registered where it stands, and its missing approval stays visible */
  state: z.enum(['proposed', 'in-development', 'in-use']).default('proposed'),
  /** since when it is in this state */
  since: day.nullable().default(null),
})
export type AiSystemDraft = z.infer<typeof AiSystemDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const AiSystemEdit = z.strictObject(fields).partial()
export type AiSystemEdit = z.infer<typeof AiSystemEdit>
export type AiSystemFields = z.infer<z.ZodObject<typeof fields>>

/** A step of the system's life: the day it happened (today where left out) and words where the step asks for them. */
const step = { happenedOn: day.optional() }
export const Step = z.strictObject(step)
export const Approving = z.strictObject({ ...step, note: text(2000).default('') })
export const Verifying = z.strictObject({ ...step, result: z.string().trim().min(1).max(5000) })
export const Reasoned = z.strictObject({ ...step, reason })
export const Dismissal = z.strictObject({ reason, duplicateOf: z.uuid().nullable().default(null) })

export const ScopeDecision = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.enum(['in', 'out']), reason, happenedOn: day.optional() }),
  z.strictObject({ scope: z.literal('undecided') }),
])
export type ScopeDecision = z.infer<typeof ScopeDecision>

/** The two sets are confirmed apart. Outside the reach of the EU AI Act the honest answer is the empty set with its reason. */
export const RoleConfirmation = z.discriminatedUnion('framework', [
  z.strictObject({
    framework: z.literal('iso-22989'),
    roles: setOf(words.iso22989Roles).min(1),
    reason,
    happenedOn: day.optional(),
  }),
  z.strictObject({
    framework: z.literal('eu-ai-act'),
    roles: setOf(words.euAiActRoles),
    reason,
    happenedOn: day.optional(),
  }),
])
export type RoleConfirmation = z.infer<typeof RoleConfirmation>
export const RoleWithdrawal = z.strictObject({ framework: z.enum(['iso-22989', 'eu-ai-act']) })

/** The few questions of the intake form. */
export const Intake = z.strictObject({
  name: fields.name,
  purpose: fields.purpose.min(1),
  supplier: fields.supplier.default(''),
  individualDecisions: fields.individualDecisions.default(null),
  dataClasses: fields.dataClasses.default([]),
  usedAlready: z.boolean().default(false),
  note: text(5000).default(''),
})
export type Intake = z.infer<typeof Intake>

/** Accepting an intake completes it; one that is in use already goes on as such, its missing approval stays visible. */
export const IntakeAcceptance = z.strictObject({
  owner: z.uuid(),
  unit: z.uuid().nullable().default(null),
  state: z.enum(['proposed', 'in-use']).default('proposed'),
  since: day.nullable().default(null),
})
export type IntakeAcceptance = z.infer<typeof IntakeAcceptance>

const resource = {
  name: z.string().trim().min(1).max(200),
  detail: text(5000),
  supplier: text(300),
  versionLabel: text(100),
  countries: Jurisdictions,
  capacity: text(300),
  owner: z.uuid().nullable(),
  confirmedOn: day.nullable(),
}
export const ResourceDraft = z.strictObject({
  kind: z.enum(words.resourceKinds),
  name: resource.name,
  detail: resource.detail.default(''),
  supplier: resource.supplier.default(''),
  versionLabel: resource.versionLabel.default(''),
  countries: resource.countries.default([]),
  capacity: resource.capacity.default(''),
  owner: resource.owner.default(null),
  confirmedOn: resource.confirmedOn.default(null),
})
export type ResourceDraft = z.infer<typeof ResourceDraft>
export const ResourceEdit = z.strictObject(resource).partial()
export type ResourceEdit = z.infer<typeof ResourceEdit>

const listOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z
    .string()
    .max(500)
    .transform((joined) => joined.split(','))
    .pipe(z.array(z.enum(values)).min(1))
    .optional()
const oneOrMore = z
  .string()
  .max(4000)
  .transform((joined) => joined.split(','))
const idsOrNone = oneOrMore.pipe(z.array(z.union([z.literal('none'), z.uuid()])).min(1)).optional()

/** Several values are joined by commas and mean "any of"; `none` finds what names nobody or nothing. */
export const AiSystemFilter = z.object({
  state: listOf(words.states),
  owner: idsOrNone,
  unit: idsOrNone,
  scope: listOf(words.scopes),
  provenance: listOf([...words.provenances, 'unstated']),
  autonomy: listOf([...words.autonomyLevels, 'unstated']),
  individualDecisions: listOf([...words.individualDecisions, 'unstated']),
  isoRole: listOf([...words.iso22989Roles, 'unconfirmed']),
  euAiActRole: listOf([...words.euAiActRoles, 'unconfirmed']),
  jurisdiction: oneOrMore.pipe(z.array(z.string().max(4)).min(1)).optional(),
  sector: oneOrMore.pipe(z.array(z.string().max(80)).min(1)).optional(),
  intake: listOf(words.intakeStates),
  /** `yes`: what an employee reported, whatever became of it; `no`: the register without open and dismissed reports */
  reported: z.enum(['yes', 'no']).optional(),
  component: oneOrMore.pipe(z.array(z.uuid()).min(1)).optional(),
})
export type AiSystemFilter = z.infer<typeof AiSystemFilter>

const named = z.object({ id: z.uuid(), name: z.string() })

export const AiSystemRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  reference: z.string(),
  purpose: z.string(),
  supplier: z.string(),
  owner: named.nullable(),
  unit: named.nullable(),
  state: z.enum(words.states),
  since: z.string(),
  provenance: z.enum(words.provenances).nullable(),
  autonomy: z.enum(words.autonomyLevels).nullable(),
  individualDecisions: z.enum(words.individualDecisions).nullable(),
  scope: z.enum(words.scopes),
  iso22989Roles: z.array(z.enum(words.iso22989Roles)),
  euAiActRoles: z.array(z.enum(words.euAiActRoles)),
  jurisdictions: z.array(z.string()),
  sectors: z.array(z.string()),
  dataClasses: z.array(z.enum(words.dataClasses)),
  intake: z.enum(words.intakeStates).nullable(),
  reviewedOn: z.string().nullable(),
  changedAt: z.date(),
})
export type AiSystemRow = z.infer<typeof AiSystemRow>

const confirmed = <Role extends z.ZodType>(role: Role) =>
  z
    .object({
      roles: z.array(role),
      reason: z.string(),
      on: z.string(),
      by: named.nullable(),
      /** the use changed since (purpose, provenance or decisions about persons), so they are to be looked at again */
      outdated: z.boolean(),
    })
    .nullable()

export const ResourceView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: z.enum(words.resourceKinds),
  name: z.string(),
  detail: z.string(),
  supplier: z.string(),
  versionLabel: z.string(),
  countries: z.array(z.string()),
  capacity: z.string(),
  owner: named.nullable(),
  confirmedOn: z.string().nullable(),
})
export type ResourceView = z.infer<typeof ResourceView>

export const AiSystemView = AiSystemRow.extend({
  description: z.string(),
  intendedUsers: z.string(),
  humanOversight: z.string(),
  affectedGroups: z.array(z.string()),
  stateReason: z.string(),
  approval: z.object({ on: z.string(), by: named.nullable(), note: z.string() }).nullable(),
  developmentStartedOn: z.string().nullable(),
  verification: z.object({ on: z.string(), by: named.nullable(), result: z.string() }).nullable(),
  startedOn: z.string().nullable(),
  retiredOn: z.string().nullable(),
  duplicateOf: named.nullable(),
  scopeDecision: z.object({ reason: z.string(), on: z.string(), by: named.nullable() }).nullable(),
  iso22989: confirmed(z.enum(words.iso22989Roles)),
  euAiAct: confirmed(z.enum(words.euAiActRoles)),
  askedBy: named.nullable(),
  intakeNote: z.string(),
  usedAlready: z.boolean(),
  reviewedBy: named.nullable(),
  createdAt: z.date(),
  resources: z.array(ResourceView),
})
export type AiSystemView = z.infer<typeof AiSystemView>

export const SimilarSystem = z.object({
  id: z.uuid(),
  name: z.string(),
  supplier: z.string(),
  state: z.enum(words.states),
})
export type SimilarSystem = z.infer<typeof SimilarSystem>

export const IntakeView = z.object({
  id: z.uuid(),
  name: z.string(),
  purpose: z.string(),
  supplier: z.string(),
  intake: z.enum(words.intakeStates),
  state: z.enum(words.states),
  answer: z.string(),
  askedAt: z.date(),
})
export type IntakeView = z.infer<typeof IntakeView>
