import { z } from 'zod'

export const JobView = z.object({
  id: z.uuid(),
  kind: z.string(),
  subject: z.string().nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  percent: z.number().int(),
  stage: z.string(),
  result: z.string().nullable(),
  error: z.string().nullable(),
  startedBy: z.uuid().nullable(),
  createdAt: z.date(),
  changedAt: z.date(),
  finishedAt: z.date().nullable(),
})
export type JobView = z.infer<typeof JobView>
