import { z } from 'zod'
import { findingKinds } from './model.ts'

const path = z.string().max(2000)

export const Finding = z.object({
  kind: z.enum(findingKinds),
  vendor: z.string().max(200).optional(),
  name: z.string().min(1).max(300),
  file: path,
  line: z.number().int().min(0),
  evidence: z.string().max(500),
  confidence: z.enum(['high', 'medium', 'low']),
})
export type Finding = z.infer<typeof Finding>

/** The output of `assay scan DIR --json`; more fields are welcome and left alone. */
export const Scan = z.object({
  files: z.number().int().min(0),
  bytes: z.number().int().min(0),
  seconds: z.number().min(0),
  findings: z.array(Finding).max(10_000, 'names more than 10,000 findings; scan the parts of this tree one by one'),
  systems: z
    .array(z.object({ name: z.string().min(1).max(300), root: path, findings: z.array(Finding).min(1) }))
    .max(500, 'names more than 500 systems; scan the parts of this tree one by one'),
})
export type Scan = z.infer<typeof Scan>

export const ScanView = z.object({
  id: z.uuid(),
  files: z.number().int(),
  bytes: z.number().int(),
  findings: z.number().int(),
  candidates: z.number().int(),
  sentAt: z.date(),
})
export type ScanView = z.infer<typeof ScanView>

export const CandidateView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  root: z.string(),
  kinds: z.array(z.string()),
  vendors: z.array(z.string()),
  findings: z.number().int(),
  state: z.enum(['staged', 'accepted', 'merged', 'dismissed']),
  reason: z.string().nullable(),
  system: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** systems of the register whose names are like this one's */
  similar: z.array(z.object({ id: z.uuid(), name: z.string() })),
  changedAt: z.date(),
})
export type CandidateView = z.infer<typeof CandidateView>

export const Acceptance = z.strictObject({
  name: z.string().trim().min(1).max(200),
  purpose: z.string().trim().max(5000).default(''),
  owner: z.uuid().nullable().default(null),
})
export const Merge = z.strictObject({ system: z.uuid() })
export const Dismissal = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
