import { z } from 'zod'

const day = z.iso.date()

export const TaskDraft = z.strictObject({
  title: z.string().trim().min(1).max(300),
  detail: z.string().max(20_000).default(''),
  owner: z.uuid().nullable().default(null),
  dueOn: day.nullable().default(null),
  subject: z.string().min(3).max(300).nullable().default(null),
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
    subject: z.string().min(3).max(300).nullable(),
    dependsOn: z.array(z.uuid()).max(100),
  })
  .partial()
export type TaskEdit = z.infer<typeof TaskEdit>

export const Cancellation = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

export const TaskFilter = z.object({
  state: z.enum(['open', 'done', 'cancelled']).optional(),
  owner: z.uuid().optional(),
  /** `none` finds what nobody does */
  assigned: z.enum(['none', 'somebody']).optional(),
  due: z.enum(['overdue', 'week', 'set', 'none']).optional(),
  subject: z.string().max(300).optional(),
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
  /** how many of those are still open */
  waitsForOpen: z.number().int(),
  overdue: z.boolean(),
  state: z.enum(['open', 'done', 'cancelled']),
  doneOn: z.string().nullable(),
  reason: z.string().nullable(),
  changedAt: z.date(),
})
export type TaskView = z.infer<typeof TaskView>

export const InboxView = z.object({
  /** one's own open tasks, soonest due first */
  tasks: z.object({
    items: z.array(TaskView),
    total: z.number().int(),
    overdue: z.number().int(),
    dueThisWeek: z.number().int(),
  }),
  /** approvals and reviews that wait for oneself, longest waiting first */
  decisions: z.object({
    items: z.array(
      z.object({
        what: z.string(),
        subject: z.string(),
        name: z.string(),
        since: z.date(),
        dueOn: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
  }),
})
export type InboxView = z.infer<typeof InboxView>

export const CalendarView = z.object({ exists: z.boolean(), since: z.date().nullable() })
/** The address is shown this once; only a hash of it is kept. */
export const CalendarAddress = z.object({ url: z.string() })

export const digests = ['daily', 'weekly', 'off'] as const
export const MailPreference = z.object({
  digest: z.enum(digests),
  /** whether this Assay sends mail at all */
  mailed: z.boolean(),
})
export const MailChoice = z.strictObject({ digest: z.enum(digests) })
