import { z } from 'zod'
import { isJurisdiction } from './countries.ts'
import * as words from './words.ts'

const day = z.iso.date()
const text = (most: number) => z.string().trim().max(most)
const reason = z.string().trim().min(1).max(2000)
const tags = z.array(z.string().trim().min(1).max(80)).max(50)
const countries = z.array(z.string().refine(isJurisdiction, 'is no country code of ISO 3166-1 and not EU')).max(260)

const common = {
  name: z.string().trim().min(1).max(200),
  reference: text(100),
  purpose: text(5000),
  description: text(20_000),
  supplier: text(300),
  owner: z.uuid().nullable(),
  unit: z.uuid().nullable(),
  location: text(2000),
  licence: text(500),
}
const model = { provenance: z.enum(words.modelProvenances).nullable(), task: text(500), architecture: text(500) }
const dataset = {
  origin: text(2000),
  acquisition: z.enum(words.acquisitions).nullable(),
  rights: text(2000),
  personalData: z.enum(words.personalData).nullable(),
  dataSubjects: text(2000),
  amount: text(300),
  collectedFrom: day.nullable(),
  collectedTo: day.nullable(),
  countries,
  retention: text(1000),
  preparation: text(5000),
  uses: z.array(z.enum(words.datasetUses)).max(words.datasetUses.length),
}
const agent = {
  autonomy: z.enum(words.autonomyLevels).nullable(),
  tools: tags,
  limits: text(5000),
  humanApproval: text(2000),
}

const draftOfAny = {
  name: common.name,
  reference: common.reference.default(''),
  purpose: common.purpose.default(''),
  description: common.description.default(''),
  supplier: common.supplier.default(''),
  owner: common.owner.default(null),
  unit: common.unit.default(null),
  location: common.location.default(''),
  licence: common.licence.default(''),
}

export const ModelDraft = z.strictObject({
  kind: z.literal('model'),
  ...draftOfAny,
  provenance: model.provenance.default(null),
  task: model.task.default(''),
  architecture: model.architecture.default(''),
})
export const DatasetDraft = z.strictObject({
  kind: z.literal('dataset'),
  ...draftOfAny,
  origin: dataset.origin.default(''),
  acquisition: dataset.acquisition.default(null),
  rights: dataset.rights.default(''),
  personalData: dataset.personalData.default(null),
  dataSubjects: dataset.dataSubjects.default(''),
  amount: dataset.amount.default(''),
  collectedFrom: dataset.collectedFrom.default(null),
  collectedTo: dataset.collectedTo.default(null),
  countries: dataset.countries.default([]),
  retention: dataset.retention.default(''),
  preparation: dataset.preparation.default(''),
  uses: dataset.uses.default([]),
})
export const PromptDraft = z.strictObject({ kind: z.literal('prompt'), ...draftOfAny })
export const AgentDraft = z.strictObject({
  kind: z.literal('agent'),
  ...draftOfAny,
  autonomy: agent.autonomy.default(null),
  tools: agent.tools.default([]),
  limits: agent.limits.default(''),
  humanApproval: agent.humanApproval.default(''),
})
export const ComponentDraft = z.discriminatedUnion('kind', [ModelDraft, DatasetDraft, PromptDraft, AgentDraft])
export type ComponentDraft = z.infer<typeof ComponentDraft>

// The kind never changes; it is sent along so that the fields of another kind are refused and not ignored.
export const ComponentEdit = z.discriminatedUnion('kind', [
  z
    .strictObject({ ...common, ...model })
    .partial()
    .extend({ kind: z.literal('model') }),
  z
    .strictObject({ ...common, ...dataset })
    .partial()
    .extend({ kind: z.literal('dataset') }),
  z
    .strictObject(common)
    .partial()
    .extend({ kind: z.literal('prompt') }),
  z
    .strictObject({ ...common, ...agent })
    .partial()
    .extend({ kind: z.literal('agent') }),
])
export type ComponentEdit = z.infer<typeof ComponentEdit>

export const Retirement = z.strictObject({ reason, happenedOn: day.optional() })

export const VersionDraft = z.strictObject({
  label: z.string().trim().min(1).max(100),
  releasedOn: day.nullable().default(null),
  content: z.string().max(200_000).default(''),
  location: text(2000).default(''),
  sha256: z
    .string()
    .regex(/^([0-9a-f]{64})?$/, 'is no SHA-256 in hexadecimal')
    .default(''),
  notes: text(20_000).default(''),
  /** a draft is not yet what the systems use; the current one is */
  state: z.enum(['draft', 'current']).default('current'),
})
export type VersionDraft = z.infer<typeof VersionDraft>
export const VersionWithdrawal = z.strictObject({ reason })

/** A system or component by its reference, as lineage names it. */
const node = z
  .string()
  .regex(
    /^(ai-system|model|dataset|prompt|agent):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'is no reference such as ai-system:0190… or model:0190…',
  )

export const LinkDraft = z.strictObject({
  /** what depends: `ai-system:…`, `model:…`, `dataset:…`, `prompt:…` or `agent:…` */
  from: node,
  /** the component on which it depends */
  to: z.uuid(),
  relation: z.enum(words.relations),
  version: z.uuid().nullable().default(null),
  note: text(2000).default(''),
})
export type LinkDraft = z.infer<typeof LinkDraft>

const listOf = <const Words extends readonly [string, ...string[]]>(values: Words) =>
  z
    .string()
    .max(500)
    .transform((joined) => joined.split(','))
    .pipe(z.array(z.enum(values)).min(1))
    .optional()
const idsOrNone = z
  .string()
  .max(4000)
  .transform((joined) => joined.split(','))
  .pipe(z.array(z.union([z.literal('none'), z.uuid()])).min(1))
  .optional()

export const ComponentFilter = z.object({
  kind: listOf(words.componentKinds),
  state: listOf(['active', 'retired']),
  owner: idsOrNone,
  unit: idsOrNone,
  personalData: listOf([...words.personalData, 'unstated']),
  provenance: listOf([...words.modelProvenances, 'unstated']),
})
export type ComponentFilter = z.infer<typeof ComponentFilter>

const named = z.object({ id: z.uuid(), name: z.string() })

export const ComponentRow = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: z.enum(words.componentKinds),
  name: z.string(),
  reference: z.string(),
  purpose: z.string(),
  supplier: z.string(),
  owner: named.nullable(),
  unit: named.nullable(),
  state: z.enum(['active', 'retired']),
  currentVersion: z.string().nullable(),
  /** how many AI systems use it, directly or over other components */
  usedBySystems: z.number().int(),
  reviewedOn: z.string().nullable(),
  changedAt: z.date(),
})
export type ComponentRow = z.infer<typeof ComponentRow>

/** All of a component. What another kind alone knows is null. */
export const ComponentView = ComponentRow.extend({
  description: z.string(),
  location: z.string(),
  licence: z.string(),
  stateReason: z.string(),
  retiredOn: z.string().nullable(),
  reviewedBy: named.nullable(),
  createdAt: z.date(),
  provenance: z.enum(words.modelProvenances).nullable(),
  task: z.string().nullable(),
  architecture: z.string().nullable(),
  origin: z.string().nullable(),
  acquisition: z.enum(words.acquisitions).nullable(),
  rights: z.string().nullable(),
  personalData: z.enum(words.personalData).nullable(),
  dataSubjects: z.string().nullable(),
  amount: z.string().nullable(),
  collectedFrom: z.string().nullable(),
  collectedTo: z.string().nullable(),
  countries: z.array(z.string()).nullable(),
  retention: z.string().nullable(),
  preparation: z.string().nullable(),
  uses: z.array(z.enum(words.datasetUses)).nullable(),
  autonomy: z.enum(words.autonomyLevels).nullable(),
  tools: z.array(z.string()).nullable(),
  limits: z.string().nullable(),
  humanApproval: z.string().nullable(),
})
export type ComponentView = z.infer<typeof ComponentView>

export const VersionView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  label: z.string(),
  releasedOn: z.string().nullable(),
  content: z.string(),
  location: z.string(),
  sha256: z.string(),
  notes: z.string(),
  state: z.enum(words.versionStates),
  withdrawalReason: z.string(),
  createdAt: z.date(),
})
export type VersionView = z.infer<typeof VersionView>

export const lineageDepth = { usual: 4, most: 10 } as const
export const lineageMost = 300
export const LineageQuery = z.object({
  subject: node,
  depth: z.coerce.number().int().min(1).max(lineageDepth.most).default(lineageDepth.usual),
})

export const LineageView = z.object({
  subject: z.string(),
  depth: z.number().int(),
  /** false where the depth or the number of records cut something off */
  complete: z.boolean(),
  nodes: z.array(
    z.object({
      ref: z.string(),
      kind: z.enum(['ai-system', ...words.componentKinds]),
      name: z.string(),
      state: z.string(),
      /** steps from the subject: below zero what depends on it, above zero what it depends on */
      distance: z.number().int(),
    }),
  ),
  links: z.array(
    z.object({
      id: z.uuid(),
      from: z.string(),
      to: z.string(),
      relation: z.enum(words.relations),
      version: z.uuid().nullable(),
      versionLabel: z.string().nullable(),
      note: z.string(),
    }),
  ),
})
export type LineageView = z.infer<typeof LineageView>
