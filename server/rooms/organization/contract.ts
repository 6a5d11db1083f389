import { z } from 'zod'
import { issueTopics, partyKinds, requirementBases, requirementDecisions, reviewSubjects } from './model.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const Person = z.object({ id: z.uuid(), name: z.string() })
const record = { id: z.uuid(), version: z.number().int(), changedAt: z.date() }
const withdrawable = { state: z.enum(['current', 'withdrawn']), reason: z.string().nullable() }

export const Profile = z.object({
  version: z.number().int(),
  name: z.string(),
  sector: z.string().nullable(),
  purpose: z.string(),
  peopleCount: z.number().int().nullable(),
  sites: z.array(z.string()),
  euPresence: z.boolean().nullable(),
  jurisdictions: z.array(z.string()),
  topManagement: z.array(Person),
  missing: z.array(z.string()),
})
export type Profile = z.infer<typeof Profile>

export const ProfileEdit = z
  .strictObject({
    name: text(200),
    sector: z.enum(['technology', 'financial-services', 'healthcare', 'professional-services', 'other']).nullable(),
    purpose: z.string().trim().max(4000),
    peopleCount: z.number().int().min(1).max(10_000_000).nullable(),
    sites: z.array(text(200)).max(200),
    euPresence: z.boolean().nullable(),
    jurisdictions: z.array(text(60)).max(100),
    topManagement: z.array(z.uuid()).max(50),
  })
  .partial()
export type ProfileEdit = z.infer<typeof ProfileEdit>

export const IssueDraft = z.strictObject({
  kind: z.enum(['internal', 'external']),
  topic: z.enum(issueTopics),
  statement: text(2000),
  effect: z.string().trim().max(2000).default(''),
  relevant: z.boolean().default(true),
})
export type IssueDraft = z.infer<typeof IssueDraft>
export const IssueEdit = z
  .strictObject({
    kind: z.enum(['internal', 'external']),
    topic: z.enum(issueTopics),
    statement: text(2000),
    effect: z.string().trim().max(2000),
    relevant: z.boolean(),
  })
  .partial()
export type IssueEdit = z.infer<typeof IssueEdit>
export const IssueView = z.object({
  ...record,
  kind: z.enum(['internal', 'external']),
  topic: z.enum(issueTopics),
  statement: z.string(),
  effect: z.string(),
  relevant: z.boolean(),
  ...withdrawable,
})
export type IssueView = z.infer<typeof IssueView>

export const RequirementDraft = z
  .strictObject({
    statement: text(2000),
    basis: z.enum(requirementBases),
    decision: z.enum(requirementDecisions).default('undecided'),
    reason: z.string().trim().max(2000).nullable().default(null),
  })
  .refine(({ decision, reason }) => decision !== 'not-taken-on' || reason, {
    path: ['reason'],
    message: 'say why this requirement is not taken on',
  })
export type RequirementDraft = z.infer<typeof RequirementDraft>
export const RequirementView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  statement: z.string(),
  basis: z.enum(requirementBases),
  decision: z.enum(requirementDecisions),
  reason: z.string().nullable(),
  /** the obligations and risks as which it stands in their registers */
  standsAs: z.array(z.string()),
})
export type RequirementView = z.infer<typeof RequirementView>

/** A requirement with the party whose it is, as the list over all parties shows it. */
export const RequirementRow = RequirementView.extend({
  party: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(partyKinds) }),
  changedAt: z.date(),
})
export type RequirementRow = z.infer<typeof RequirementRow>
export const RequirementFilter = z.object({
  basis: z.enum(requirementBases).optional(),
  decision: z.enum(requirementDecisions).optional(),
  partyKind: z.enum(partyKinds).optional(),
  /** whether it stands in a register */
  carried: z.enum(['true', 'false']).optional(),
  /** those that stand as this obligation or risk */
  subject: z.string().max(300).optional(),
})
export type RequirementFilter = z.infer<typeof RequirementFilter>
export const RequirementLink = z.strictObject({ subject: z.string().min(3).max(300) })

export const PartyDraft = z.strictObject({ name: text(300), kind: z.enum(partyKinds) })
export type PartyDraft = z.infer<typeof PartyDraft>
export const PartyEdit = PartyDraft.partial()
export type PartyEdit = z.infer<typeof PartyEdit>
export const PartyView = z.object({
  ...record,
  name: z.string(),
  kind: z.enum(partyKinds),
  requirements: z.array(RequirementView),
  ...withdrawable,
})
export type PartyView = z.infer<typeof PartyView>

export const ProcessDraft = z.strictObject({
  name: text(300),
  description: z.string().trim().max(8000).default(''),
  clauses: z.array(z.string().max(20)).max(40).default([]),
  feeds: z.array(z.uuid()).max(50).default([]),
  owner: z.uuid().nullable().default(null),
  intervalMonths: z.number().int().min(1).max(60).nullable().default(null),
})
export type ProcessDraft = z.infer<typeof ProcessDraft>
export const ProcessEdit = z
  .strictObject({
    name: text(300),
    description: z.string().trim().max(8000),
    clauses: z.array(z.string().max(20)).max(40),
    feeds: z.array(z.uuid()).max(50),
    owner: z.uuid().nullable(),
    intervalMonths: z.number().int().min(1).max(60).nullable(),
  })
  .partial()
export type ProcessEdit = z.infer<typeof ProcessEdit>
export const ProcessView = z.object({
  ...record,
  name: z.string(),
  description: z.string(),
  clauses: z.array(z.string()),
  feeds: z.array(z.uuid()),
  owner: Person.nullable(),
  intervalMonths: z.number().int().nullable(),
  ...withdrawable,
})
export type ProcessView = z.infer<typeof ProcessView>

export const Withdrawal = z.strictObject({ reason: text(2000) })

export const ReviewDraft = z.strictObject({
  about: z.enum(reviewSubjects),
  reviewedOn: z.iso.date(),
  outcome: text(4000),
  nextDueOn: z.iso.date(),
})
export type ReviewDraft = z.infer<typeof ReviewDraft>
export const ReviewView = z.object({
  id: z.uuid(),
  about: z.enum(reviewSubjects),
  reviewedOn: z.string(),
  outcome: z.string(),
  reviewer: Person,
  nextDueOn: z.string(),
  recordedAt: z.date(),
})
export type ReviewView = z.infer<typeof ReviewView>
