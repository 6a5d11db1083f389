import { z } from 'zod'

export const FrameworkView = z.object({
  id: z.string(),
  title: z.string(),
  short: z.string(),
  publisher: z.string(),
  edition: z.string(),
  published: z.string(),
  status: z.enum(['current', 'superseded']),
  kind: z.string(),
  certifiable: z.boolean(),
  editions: z.array(z.string()),
  supersededBy: z.string().nullable(),
  counts: z.record(z.string(), z.number().int()),
  amendments: z.array(z.string()),
  wording: z.enum(['own', 'public-domain']),
  licence: z.string(),
  notes: z.array(z.string()),
  checkedOn: z.string(),
})
export type FrameworkView = z.infer<typeof FrameworkView>

export const RequirementItem = z.object({
  key: z.string(),
  framework: z.string(),
  ref: z.string(),
  title: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  depth: z.number().int(),
  heading: z.boolean(),
  intent: z.string().nullable(),
})
export type RequirementItem = z.infer<typeof RequirementItem>

export const MappingView = z.object({
  to: RequirementItem.pick({ key: true, framework: true, ref: true, title: true, intent: true }),
  relation: z.enum(['equal', 'subset', 'superset', 'intersects']),
  relationText: z.string(),
  strengthWord: z.string(),
  strengthText: z.string(),
  basis: z.string(),
  basisText: z.string(),
  ownJudgement: z.boolean(),
  corroborated: z.boolean(),
  note: z.string().nullable(),
})

export const LicensedTextView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  body: z.string(),
  licence: z.string(),
})

export const RequirementView = RequirementItem.extend({
  owner: z.string().nullable(),
  evidence: z.array(z.string()),
  ask: z.string().nullable(),
  applies: z.object({ developer: z.string(), provider: z.string(), user: z.string() }).nullable(),
  documentedInformation: z.object({ demand: z.string(), what: z.array(z.string()) }).nullable(),
  law: z
    .object({
      article: z.string(),
      appliesFrom: z.string(),
      effectiveFrom: z.string().nullable(),
      amended2026: z.boolean(),
    })
    .nullable(),
  /** what proves each level in Assay, for the clauses and controls of ISO/IEC 42001 */
  proof: z.array(z.object({ level: z.string(), provedBy: z.string(), next: z.string() })),
  mappings: z.array(MappingView),
  editions: z.array(z.object({ framework: z.string(), key: z.string().nullable(), title: z.string().nullable() })),
  licensedText: LicensedTextView.nullable(),
})
export type RequirementView = z.infer<typeof RequirementView>

export const LicensedTexts = z.strictObject({
  licence: z.string().trim().min(1).max(500),
  texts: z
    .array(z.strictObject({ ref: z.string().min(1).max(100), body: z.string().trim().min(1).max(50_000) }))
    .min(1)
    .max(200),
})
export type LicensedTexts = z.infer<typeof LicensedTexts>
