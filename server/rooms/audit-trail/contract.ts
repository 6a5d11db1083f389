import { z } from 'zod'

const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

export const TrailQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  sort: z.enum(['-recordedAt', 'recordedAt']).default('-recordedAt'),
  /** words in the type of a fact or in its subject's reference */
  q: z.string().trim().max(200).optional(),
  subject: z.string().max(300).optional(),
  /** one type, several joined by commas (or bars, so that a group of them is one value of a list), or all of a noun as `task.` */
  type: z.string().max(500).optional(),
  /** `person:…`, `machine:…` or `system:…` */
  actor: z.string().max(100).optional(),
  /** a day (UTC) or an instant; both ends belong to the span */
  from: instant.optional(),
  to: instant.optional(),
})
export type TrailQuery = z.infer<typeof TrailQuery>

const FieldChange = z.object({ field: z.string(), before: z.string(), after: z.string() })
const Actor = z.object({ id: z.string(), name: z.string() })
const Subject = z.object({ ref: z.string(), kind: z.string(), id: z.string(), name: z.string().nullable() })

/** One fact, as lists of activity show it. */
export const TrailItem = z.object({
  id: z.string(),
  seq: z.number().int(),
  recordedAt: z.date(),
  happenedOn: z.string().nullable(),
  /** null where Assay itself acted */
  actor: Actor.nullable(),
  type: z.string(),
  text: z.string(),
  subject: Subject,
  changes: z.array(FieldChange).optional(),
})
export type TrailItem = z.infer<typeof TrailItem>

export const EntryView = z.object({
  seq: z.number().int(),
  recordedAt: z.date(),
  actor: Actor.nullable(),
  facts: z.array(z.object({ type: z.string(), text: z.string(), subject: Subject })),
  /** the canonical JSON that is in the log, and its RFC 6962 leaf hash in hex */
  leaf: z.string(),
  leafHash: z.string(),
  rows: z.array(
    z.object({
      table: z.string(),
      id: z.uuid(),
      operation: z.enum(['insert', 'update', 'delete']),
      digest: z.string().nullable(),
      changes: z.array(FieldChange),
    }),
  ),
  /** whether a signed checkpoint covers it by now */
  sealed: z.boolean(),
})
export type EntryView = z.infer<typeof EntryView>

export const ProofView = z.object({
  seq: z.number().int(),
  index: z.number().int(),
  leaf: z.string(),
  leafHash: z.string(),
  origin: z.string(),
  size: z.number().int(),
  root: z.string(),
  proof: z.array(z.string()),
  checkpoint: z.string(),
  verifierKeys: z.array(z.string()),
  /** the same as a C2SP tlog-proof file */
  file: z.string(),
})

export const LogView = z.object({
  size: z.number().int(),
  recordedAt: z.date(),
  /** why nothing is sealed just now; null when all is well */
  alarm: z.string().nullable(),
  sealed: z
    .object({
      origin: z.string(),
      epoch: z.number().int(),
      size: z.number().int(),
      root: z.string(),
      signedAt: z.date(),
      verifierKeys: z.array(z.string()),
      checkpoint: z.string(),
    })
    .nullable(),
  epochs: z.array(
    z.object({
      epoch: z.number().int(),
      origin: z.string(),
      openedAt: z.date(),
      previousSize: z.number().int(),
      keptSize: z.number().int(),
      previousCheckpoint: z.string(),
    }),
  ),
})
export type LogView = z.infer<typeof LogView>

export const CheckRequest = z.strictObject({ checkpoint: z.string().min(1).max(20_000) })

/** What the log of today says to a checkpoint that somebody kept. */
export const CheckAnswer = z.object({
  outcome: z.enum(['consistent', 'lost', 'inconsistent', 'ahead', 'not-signed-here', 'malformed']),
  words: z.string(),
  size: z.number().int().nullable(),
  newest: z.object({ size: z.number().int(), root: z.string(), checkpoint: z.string() }).nullable(),
  /** the RFC 6962 consistency proof from that checkpoint to the newest one, in hex */
  proof: z.array(z.string()),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>
