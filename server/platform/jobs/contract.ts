import { z } from 'zod'

/** Long work as people see it. */
export const JobView = z.object({
  id: z.uuid(),
  /** which kind of work, for programs */
  kind: z.string(),
  /** the same in words: "Import of systems.csv" */
  title: z.string(),
  subject: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** 0 to 100; null while it is not known */
  percent: z.number().int().nullable(),
  stage: z.string(),
  /** at the pace so far; null while it is not known */
  secondsLeft: z.number().int().nullable(),
  failure: z.string().nullable(),
  /** a page, or a file under /api/v1 */
  result: z.object({ label: z.string(), href: z.string() }).nullable(),
  startedBy: z.uuid().nullable(),
  createdAt: z.date(),
  changedAt: z.date(),
  finishedAt: z.date().nullable(),
})
export type JobView = z.infer<typeof JobView>
