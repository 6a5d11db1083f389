import { z } from 'zod'
import { formats } from './model.ts'

const Person = z.object({ id: z.uuid(), name: z.string() })

export const GapReportRequest = z.strictObject({
  formats: z
    .array(z.enum(formats))
    .min(1, 'Choose at least one format.')
    .max(formats.length)
    .default([...formats]),
  /** a concluded gap assessment whose frozen findings are printed; null prints what the records prove by now */
  assessment: z.uuid().nullable().default(null),
})
export type GapReportRequest = z.infer<typeof GapReportRequest>

export const Withdrawal = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

export const ReportFilter = z.object({ kind: z.enum(['gap']).optional() })
export type ReportFilter = z.infer<typeof ReportFilter>

export const ReportView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  kind: z.enum(['gap']),
  title: z.string(),
  state: z.enum(['not-made', 'made', 'withdrawn']),
  /** what was asked for; `files` has what is there */
  formats: z.array(z.enum(formats)),
  /** the concluded gap assessment that it prints, by reference; null prints what the records prove */
  assessment: z.string().nullable(),
  /** the last entry whose records it shows, and that entry's instant */
  seq: z.number().int(),
  instant: z.date(),
  logOrigin: z.string().nullable(),
  /** the signed checkpoint that it carries: how many entries it fixes, and the root over them; the note is in the files */
  checkpointSize: z.number().int().nullable(),
  checkpointRoot: z.string().nullable(),
  rulesVersion: z.string().nullable(),
  /** the work that makes it: look at `/jobs/<id>` */
  job: z.uuid(),
  askedBy: Person.nullable(),
  askedAt: z.date(),
  madeAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  reason: z.string().nullable(),
  files: z.array(z.object({ format: z.enum(formats), sha256: z.string(), size: z.number().int(), href: z.string() })),
})
export type ReportView = z.infer<typeof ReportView>
