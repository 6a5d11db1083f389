import { z } from 'zod'

const day = z.iso.date()
const subject = z
  .string()
  .regex(/^[a-z][a-z-]*:\S+$/, 'names a record as kind:id')
  .max(300)
const decimal = z.string().regex(/^-?\d{1,20}(\.\d{1,12})?$/, 'is a decimal number such as 0.87')

const shared = {
  title: z.string().trim().min(1).max(300),
  note: z.string().max(20_000).default(''),
  /** the person who collected it, where that is not whoever records it */
  collector: z.uuid().nullable().default(null),
  /** the day it happened or was taken; today where it is left out */
  happenedOn: day.nullable().default(null),
  periodFrom: day.nullable().default(null),
  periodTo: day.nullable().default(null),
  validUntil: day.nullable().default(null),
  /** what it is about: `requirement:ISO-42001-2023/6.1.2`, `ai-system:…`, `document:…` */
  subjects: z.array(subject).max(100).default([]),
  /** the evidence that this takes the place of; its links are taken over */
  supersedes: z.uuid().nullable().default(null),
}

/** Only what a browser opens and nothing that runs in one. */
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

export const LinkContent = z.strictObject({ kind: z.literal('link'), url: webAddress })
export const AttestationContent = z.strictObject({
  kind: z.literal('attestation'),
  statement: z.string().trim().min(1).max(20_000),
  attestedBy: z.string().trim().min(1).max(200),
})
export const MeasurementContent = z.strictObject({
  kind: z.literal('measurement'),
  measure: z.string().trim().min(1).max(200),
  value: decimal,
  unit: z.string().trim().min(1).max(60).nullable().default(null),
  sampleSize: z.number().int().positive().max(2_147_483_647).nullable().default(null),
})

/** Everything but a file, which travels as multipart with an `EvidenceFileDraft` beside it. */
export const EvidenceDraft = z.strictObject({
  ...shared,
  content: z.discriminatedUnion('kind', [LinkContent, AttestationContent, MeasurementContent]),
})
export type EvidenceDraft = z.infer<typeof EvidenceDraft>

export const EvidenceFileDraft = z.strictObject({ ...shared, title: z.string().trim().max(300).default('') })
export type EvidenceFileDraft = z.infer<typeof EvidenceFileDraft>

export const EvidenceEdit = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    note: z.string().max(20_000),
    happenedOn: day,
    periodFrom: day.nullable(),
    periodTo: day.nullable(),
    validUntil: day.nullable(),
  })
  .partial()
export type EvidenceEdit = z.infer<typeof EvidenceEdit>

export const ReviewDraft = z.strictObject({
  decision: z.enum(['accepted', 'rejected']),
  note: z.string().trim().max(5000).default(''),
})
export type ReviewDraft = z.infer<typeof ReviewDraft>

export const Withdrawal = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
export const Linking = z.strictObject({ subjects: z.array(subject).min(1).max(100) })
export const Unlinking = z.strictObject({ subject })

/** `expired` and `current` are computed: `current` is signal or reviewed and still valid. */
export const EvidenceFilter = z.object({
  kind: z.enum(['file', 'link', 'attestation', 'measurement']).optional(),
  state: z.enum(['signal', 'reviewed', 'superseded', 'withdrawn']).optional(),
  decision: z.enum(['accepted', 'rejected']).optional(),
  validity: z.enum(['current', 'expired']).optional(),
  collector: z.string().max(200).optional(),
  automatic: z.enum(['true', 'false']).optional(),
  subject: z.string().max(300).optional(),
})
export type EvidenceFilter = z.infer<typeof EvidenceFilter>

const Actor = z.object({ ref: z.string(), name: z.string() })

export const EvidenceView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  title: z.string(),
  note: z.string(),
  content: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('file'),
      name: z.string(),
      size: z.number().int(),
      type: z.string(),
      sha256: z.string(),
    }),
    z.object({ kind: z.literal('link'), url: z.string() }),
    z.object({ kind: z.literal('attestation'), statement: z.string(), attestedBy: z.string() }),
    z.object({
      kind: z.literal('measurement'),
      measure: z.string(),
      value: z.string(),
      unit: z.string().nullable(),
      sampleSize: z.number().int().nullable(),
    }),
  ]),
  collector: Actor,
  /** brought by a machine or the system, without a person in between */
  automatic: z.boolean(),
  recordedBy: Actor,
  happenedOn: z.string(),
  recordedAt: z.date(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  validUntil: z.string().nullable(),
  expired: z.boolean(),
  state: z.enum(['signal', 'reviewed', 'superseded', 'withdrawn']),
  review: z
    .object({
      by: z.object({ id: z.uuid(), name: z.string() }),
      on: z.string(),
      decision: z.enum(['accepted', 'rejected']),
      note: z.string(),
      /** true where nobody else could review it */
      byCollector: z.boolean(),
    })
    .nullable(),
  supersededBy: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  withdrawnReason: z.string().nullable(),
  subjects: z.array(z.string()),
  changedAt: z.date(),
})
export type EvidenceView = z.infer<typeof EvidenceView>

/** One piece by itself says as well who may review it besides those who collected or recorded it. */
export const EvidenceRecord = EvidenceView.extend({
  mayReview: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

/** `sameContent` names evidence here that holds the very same file. */
export const Collected = z.object({
  id: z.uuid(),
  sameContent: z.array(z.object({ id: z.uuid(), title: z.string() })),
})
