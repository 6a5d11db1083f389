import { z } from 'zod'

const day = z.iso.date()

export const TaskDraft = z.strictObject({
  title: z.string().trim().min(1).max(300),
  detail: z.string().max(20_000).default(''),
  owner: z.uuid().nullable().default(null),
  dueOn: day.nullable().default(null),
  subject: z.string().min(3).max(200).nullable().default(null),
  dependsOn: z.array(z.uuid()).max(100).default([]),
})
export type TaskDraft = z.infer<typeof TaskDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const TaskEdit = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    detail: z.string().max(20_000),
    owner: z.uuid().nullable(),
    dueOn: day.nullable(),
    dependsOn: z.array(z.uuid()).max(100),
  })
  .partial()
export type TaskEdit = z.infer<typeof TaskEdit>

export const Cancellation = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

export const TaskFilter = z.object({
  state: z.enum(['open', 'done', 'cancelled']).optional(),
  owner: z.uuid().optional(),
  subject: z.string().max(200).optional(),
})
export type TaskFilter = z.infer<typeof TaskFilter>

export const TaskView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  title: z.string(),
  detail: z.string(),
  owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  dueOn: z.string().nullable(),
  subject: z.string().nullable(),
  dependsOn: z.array(z.uuid()),
  state: z.enum(['open', 'done', 'cancelled']),
  doneOn: z.string().nullable(),
  reason: z.string().nullable(),
  changedAt: z.date(),
})
export type TaskView = z.infer<typeof TaskView>
