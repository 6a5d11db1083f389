import { z } from 'zod'
import { Said } from '#kernel/said.ts'
import { HistoryPoint, Move, ReadinessView } from './contract.ts'

const page = z.enum(['screening', 'ai-systems', 'gap-assessments', 'plans', 'tasks'])

export const NextStepView = z.object({
  kind: z.enum(['decide', 'overdue', 'begin', 'stale', 'missing', 'disagreement', 'raise']),
  title: z.string(),
  /** the title's sentence and its values apart, where it has values */
  text: Said.shape.text,
  values: Said.shape.values,
  why: z.string(),
  about: z.string().nullable(),
  page: page.nullable(),
  dueOn: z.string().nullable(),
  since: z.string().nullable(),
  serves: z.array(z.string()),
})
export type NextStepView = z.infer<typeof NextStepView>

/** A fact as lists of activity show it; the audit trail's own words. */
export const ChangeView = z.object({
  id: z.string(),
  seq: z.number().int(),
  recordedAt: z.date(),
  happenedOn: z.string().nullable(),
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  type: z.string(),
  text: z.string(),
  /** how often the same person did the same since */
  times: z.number().int(),
  subject: z.object({ ref: z.string(), kind: z.string(), id: z.string(), name: z.string().nullable() }),
})
export type ChangeView = z.infer<typeof ChangeView>

export const HomeView = z.object({
  today: z.string(),
  seq: z.number().int(),
  /** the four steps with which one begins; all done, they need not be shown any more */
  start: z.array(z.object({ page, title: z.string(), why: z.string(), done: z.boolean() })),
  next: z.object({ items: z.array(NextStepView), total: z.number().int() }),
  /** null for those who may not see readiness */
  standing: ReadinessView.pick({ rulesVersion: true, counts: true })
    .extend({
      clauses: ReadinessView.shape.counts,
      controls: ReadinessView.shape.counts,
      points: z.array(HistoryPoint),
    })
    .nullable(),
  /** what others changed since this person was here; null in the past, which nobody visits */
  changes: z
    .object({
      since: z.number().int(),
      moved: z.array(Move),
      facts: z.object({ items: z.array(ChangeView), total: z.number().int() }),
    })
    .nullable(),
})
export type HomeView = z.infer<typeof HomeView>

export const Seen = z.strictObject({ seq: z.number().int().min(0) })
