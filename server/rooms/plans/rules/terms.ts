/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** The stretches of the road, in their order. */
export const phases = [
  'gap-assessment',
  'design',
  'implementation',
  'operation',
  'internal-audit-and-review',
  'certification',
] as const
export type Phase = (typeof phases)[number]

/** Who a task belongs to by its nature; the organisation names the person. */
export const ownerRoles = [
  'top-management',
  'aims-manager',
  'ai-system-owner',
  'internal-auditor',
  'certification-body',
] as const
export type OwnerRole = (typeof ownerRoles)[number]

export const paces = ['gentle', 'steady', 'brisk'] as const
export type Pace = (typeof paces)[number]

/** What the length of the road depends on. */
export type Size = {
  /** People doing work under the organisation's control within the scope. */
  people: number
  /** AI systems in the scope. */
  systems: number
  sites: number
  /** A running, audited management system (ISO/IEC 27001 or alike) whose processes can be shared. */
  hasRunning27001: boolean
}

/** What a person or a record says about one task. Nothing said: it is planned by the rules. */
export type TaskChange = {
  /** Finished; `startedOn` where it is known. Keeps its dates whatever else moves. */
  done?: { on: Day; startedOn?: Day }
  /** Begun and not finished; keeps its start. */
  startedOn?: Day
  /** Moved by a person: the start, the end, or both (then the length too). Held to, or refused. */
  pin?: { start?: Day; due?: Day }
  /** In place of the task's own; the hard order stays whatever is said. */
  dependsOn?: string[]
}

export type Schedule = { direction: 'forwards'; start: Day } | { direction: 'backwards'; wishedDate: Day }

export type PlanInput = {
  schedule: Schedule
  today: Day
  size: Size
  pace: Pace
  /** Full calendar months in which the controls run before they are audited. */
  operatingMonths: number
  /** From the order to the first day the body can come. */
  bodyLeadTimeWeeks: number
  /** Requirements not reached yet (`5.2`, `A.6.2.4`); null while no gap assessment has said so: then all are. */
  openRefs: string[] | null
  changes: Record<string, TaskChange>
}

export type TaskState = 'planned' | 'started' | 'done'

export type PlannedTask = {
  key: string
  title: string
  phase: Phase
  owner: OwnerRole
  /** Requirements that this task serves and that are still open: each open one stands in exactly one task. */
  refs: string[]
  state: TaskState
  start: Day
  /** Last working day of the task. */
  due: Day
  /** Working days, both ends counted. */
  durationDays: number
  dependsOn: string[]
  /** A delay of this task moves the decision. Done tasks no longer are. */
  critical: boolean
  /** Working days by which the task can slip without moving the decision. */
  slackDays: number
  pinned: boolean
  doneWhen: string
}

export type Milestone = { key: string; title: string; date: Day; kind: 'planned' | 'latest' }

/** Nothing wrong by the rules, but worth a second look. */
export type Caution =
  | { kind: 'stage-2-long-after-stage-1'; months: number }
  | { kind: 'closing-after-six-months'; latest: Day }
  | { kind: 'longer-than-usual'; months: number }
  /** Said about a task that the plan no longer has, because nothing of it is open any more. */
  | { kind: 'lapsed'; tasks: string[] }

export type Plan = {
  start: Day
  decision: Day
  /** Calendar months from start to decision, one decimal. */
  months: number
  tasks: PlannedTask[]
  criticalPath: string[]
  milestones: Milestone[]
  cautions: Caution[]
}

/** Why a plan cannot be. Each names what to change. */
export type PlanRefusal =
  /** The wished date cannot hold the road; `earliest` is the first decision date that can. */
  | { kind: 'too-early'; earliest: Day }
  | { kind: 'unknown-task'; task: string }
  | { kind: 'unknown-requirement'; ref: string }
  | { kind: 'hard-order'; task: string; needs: string }
  | { kind: 'cycle'; tasks: string[] }
  | { kind: 'done-in-future'; task: string }
  | { kind: 'done-before-started'; task: string }
  | { kind: 'started-in-future'; task: string }
  | { kind: 'out-of-order'; task: string; needs: string }
  | { kind: 'not-a-working-day'; task: string; date: Day; nearest: Day }
  | { kind: 'pin-in-past'; task: string; earliest: Day }
  | { kind: 'pin-ends-before-start'; task: string }
  | { kind: 'pin-before-dependency'; task: string; dependency: string; earliest: Day }
  | { kind: 'pin-too-tight'; task: string; earliestDue: Day }
  | { kind: 'too-short'; task: string; minimumDays: number }
