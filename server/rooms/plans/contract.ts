import { z } from 'zod'
import { ownerRoles, paces, phases } from './rules/terms.ts'

const day = z.iso.date()
const taskKey = z.string().trim().min(1).max(60)

export const PlanSchedule = z.discriminatedUnion('direction', [
  z.strictObject({ direction: z.literal('forwards'), start: day }),
  z.strictObject({ direction: z.literal('backwards'), wishedDate: day }),
])
export type PlanSchedule = z.infer<typeof PlanSchedule>

export const PlanSize = z.strictObject({
  people: z.number().int().min(1).max(10_000_000),
  systems: z.number().int().min(0).max(1_000_000),
  sites: z.number().int().min(1).max(100_000).default(1),
  hasRunning27001: z.boolean().default(false),
})
export type PlanSize = z.infer<typeof PlanSize>

/** What a person says about one task; leaving a part out leaves it to the rules. */
export const TaskAdjustment = z.strictObject({
  done: z.strictObject({ on: day, startedOn: day.exactOptional() }).exactOptional(),
  startedOn: day.exactOptional(),
  pin: z
    .strictObject({ start: day.exactOptional(), due: day.exactOptional() })
    .refine((pin) => pin.start !== undefined || pin.due !== undefined, 'Give a start, an end, or both.')
    .exactOptional(),
  dependsOn: z.array(taskKey).max(100).exactOptional(),
})
export type TaskAdjustment = z.infer<typeof TaskAdjustment>

/** Three months are what certification bodies usually want to see; one is the least that leaves records over time. */
export const defaultOperatingMonths = 3
/** Between order and first audit day; offers differ, so it is asked for. */
export const defaultBodyLeadTimeWeeks = 10

export const PlanRequest = z.strictObject({
  schedule: PlanSchedule,
  size: PlanSize,
  pace: z.enum(paces).default('steady'),
  operatingMonths: z.number().int().min(1).max(24).default(defaultOperatingMonths),
  bodyLeadTimeWeeks: z.number().int().min(0).max(104).default(defaultBodyLeadTimeWeeks),
  changes: z.record(taskKey, TaskAdjustment).default({}),
})
export type PlanRequest = z.infer<typeof PlanRequest>

export const PlannedTaskView = z.object({
  key: z.string(),
  title: z.string(),
  phase: z.enum(phases),
  owner: z.enum(ownerRoles),
  refs: z.array(z.string()),
  state: z.enum(['planned', 'started', 'done']),
  start: day,
  due: day,
  durationDays: z.number().int(),
  dependsOn: z.array(z.string()),
  critical: z.boolean(),
  slackDays: z.number().int(),
  pinned: z.boolean(),
  doneWhen: z.string(),
})
export type PlannedTaskView = z.infer<typeof PlannedTaskView>

export const PlanCaution = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage-2-long-after-stage-1'), months: z.number() }),
  z.object({ kind: z.literal('closing-after-six-months'), latest: day }),
  z.object({ kind: z.literal('longer-than-usual'), months: z.number() }),
  z.object({ kind: z.literal('lapsed'), tasks: z.array(z.string()) }),
])

export const PlanView = z.object({
  start: day,
  decision: day,
  months: z.number(),
  tasks: z.array(PlannedTaskView),
  criticalPath: z.array(z.string()),
  milestones: z.array(z.object({ key: z.string(), title: z.string(), date: day, kind: z.enum(['planned', 'latest']) })),
  cautions: z.array(PlanCaution),
})
export type PlanView = z.infer<typeof PlanView>
