import { z } from 'zod'
import { planStates } from './rules/record.ts'
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

const Person = z.object({ id: z.uuid(), name: z.string() })
const name = z.string().trim().min(1).max(200)
/** Task key to person; null leaves the task without an owner, a key left out takes the suggestion. */
export const Owners = z.record(taskKey, z.uuid().nullable())
export type Owners = z.infer<typeof Owners>
/** Tasks whose due date somebody moved by hand and whose new date is given up for the rules'. */
const release = z.array(taskKey).max(100)

/** Asks for a plan without keeping it. */
export const PlanPreviewRequest = z.strictObject({ request: PlanRequest, release: release.default([]) })
export type PlanPreviewRequest = z.infer<typeof PlanPreviewRequest>

export const PlanDraft = PlanPreviewRequest.extend({ name, owners: Owners.default({}) })
export type PlanDraft = z.infer<typeof PlanDraft>

// A partial edit: what is left out stays as it is, so no field has a default here.
export const PlanEdit = z.strictObject({ name, request: PlanRequest, release, owners: Owners }).partial()
export type PlanEdit = z.infer<typeof PlanEdit>

export const Discard = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

const Days = z.object({ start: day, due: day })
const moved = { key: z.string(), title: z.string() }
export const MoveView = z.discriminatedUnion('kind', [
  z.object({ ...moved, kind: z.literal('moved'), from: Days, to: Days, days: z.number().int() }),
  z.object({ ...moved, kind: z.literal('new'), to: Days }),
  z.object({ ...moved, kind: z.literal('gone'), from: Days }),
])
export type MoveView = z.infer<typeof MoveView>

/** What a plan rests on: the day it was calculated from, and how many of the 70 requirements were open (null: not known, so all). */
const calculated = { calculatedOn: day, openRefs: z.array(z.string()).nullable() }

/** The adopted plan that another goes on from, with the decision that it expected. */
const Continued = z.object({ id: z.uuid(), name: z.string(), decision: day })

export const PlanPreview = z.object({
  ...calculated,
  plan: PlanView,
  /** what the tasks of the adopted plan show by now, and dates that people moved there */
  observed: z.record(z.string(), TaskAdjustment),
  continues: Continued.nullable(),
  moves: z.array(MoveView),
  /** who would own the tasks of each role */
  owners: z.record(z.string(), Person.nullable()),
})
export type PlanPreview = z.infer<typeof PlanPreview>

export const PlanStartingPoint = z.object({
  today: day,
  size: z.object({ people: z.number().int().nullable(), systems: z.number().int(), sites: z.number().int() }),
  openRefs: z.array(z.string()).nullable(),
  holders: z.record(z.enum(ownerRoles), z.array(Person)),
  /** the adopted plan that a new one goes on from, as it was asked for */
  continues: Continued.extend({ request: PlanRequest }).nullable(),
})
export type PlanStartingPoint = z.infer<typeof PlanStartingPoint>

export const PlanFilter = z.object({ state: z.enum(planStates).optional() })
export type PlanFilter = z.infer<typeof PlanFilter>

export const PlanItem = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  state: z.enum(planStates),
  direction: z.enum(['forwards', 'backwards']),
  start: day,
  decision: day,
  months: z.number(),
  /** tasks in all, done, and overdue today */
  tasks: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  adoptedAt: z.date().nullable(),
  changedAt: z.date(),
})
export type PlanItem = z.infer<typeof PlanItem>

/** In a kept plan the owner is a person; whose task it is by its nature is the role. */
export const PlanTaskView = PlannedTaskView.extend({
  role: z.enum(ownerRoles),
  owner: Person.nullable(),
  /** what became of it, from the adoption on */
  task: z
    .object({
      id: z.uuid(),
      state: z.enum(['open', 'done', 'cancelled']),
      dueOn: day.nullable(),
      doneOn: day.nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
})
export type PlanTaskView = z.infer<typeof PlanTaskView>

export const PlanDetail = PlanItem.extend({
  ...calculated,
  request: PlanRequest,
  observed: z.record(z.string(), TaskAdjustment),
  released: z.array(z.string()),
  rulesVersion: z.string(),
  plan: PlanView.extend({ tasks: z.array(PlanTaskView) }),
  continues: Continued.nullable(),
  /** what adopting it would change, while it is a draft */
  moves: z.array(MoveView),
  supersededBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  reason: z.string().nullable(),
  madeBy: Person.nullable(),
  adoptedBy: Person.nullable(),
})
export type PlanDetail = z.infer<typeof PlanDetail>
