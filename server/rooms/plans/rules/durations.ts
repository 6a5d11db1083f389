import { type Area, type RoadTask, hardOrder } from './road.ts'
import type { Pace, PlanInput, Size } from './terms.ts'

/** Step tables: the factor of the first row whose limit is not passed. */
type Steps = readonly (readonly [upTo: number, factor: number])[]

/**
 * The lengths in `road` are those of a middle organisation, for which practitioners report about twelve months. The
 * factors widen that to the range they report: a handful of people about seven, large ones up to eighteen. They grow
 * slower than the size, because larger organisations do more at the same time.
 */
const byPeople: Steps = [
  [10, 0.5],
  [50, 0.75],
  [250, 1],
  [1000, 1.2],
  [5000, 1.4],
  [Infinity, 1.5],
]

const bySystems: Steps = [
  [2, 0.5],
  [5, 0.75],
  [15, 1],
  [40, 1.25],
  [100, 1.4],
  [Infinity, 1.5],
]

const byPace: Record<Pace, number> = { gentle: 1.1, steady: 1, brisk: 0.8 }

/** What remains to do of a task whose processes a running management system already has. */
const sharedFactor = 0.6

/** Work of the certification body and the time after it do not get faster by hurrying. */
const notHurried = new Set(['stage-1', 'stage-2', 'internal-audit'])

/** Events of the hard order are held whatever the records already show: they look at the system as it then runs. */
const alwaysHeld: ReadonlySet<string> = new Set(hardOrder)

/** Audits grow by one day for each further site that square-root sampling adds. */
const sampledBySite = new Set(['internal-audit', 'stage-2'])

function factorOf(steps: Steps, value: number): number {
  return steps.find(([upTo]) => value <= upTo)?.[1] ?? 1
}

function growth(it: Pick<RoadTask, 'grows'>, size: Size): number {
  switch (it.grows) {
    case 'people':
      return factorOf(byPeople, size.people)
    case 'systems':
      return factorOf(bySystems, size.systems)
    case 'fixed':
      return 1
  }
}

/**
 * Working days of a stretch of the road, at least one. A stretch all of whose requirements are reached is a day's
 * confirmation: `openRefs` is what remains of them.
 */
export function daysOf(it: RoadTask, input: PlanInput, openRefs: string[]): number {
  if (it.key === 'operating-period') return operatingDays(input.operatingMonths)
  if (it.key === 'body-lead-time') return Math.max(1, input.bodyLeadTimeWeeks * 5)
  if (it.refs.length > 0 && openRefs.length === 0 && !alwaysHeld.has(it.key)) return 1
  const pace = notHurried.has(it.key) || it.grows === 'fixed' ? 1 : byPace[input.pace]
  const shared = it.shared && input.size.hasRunning27001 ? sharedFactor : 1
  const sites = sampledBySite.has(it.key) ? Math.ceil(Math.sqrt(input.size.sites)) - 1 : 0
  return Math.max(1, Math.ceil(it.days * growth(it, input.size) * pace * shared)) + sites
}

/** Working days to close an area of Annex A: a third for looking at it at all, the rest by its share of open controls. */
export function daysOfArea(it: Area, input: PlanInput, openRefs: string[]): number {
  const share = (1 + 2 * Math.min(1, openRefs.length / it.controls)) / 3
  const shared = it.shared && input.size.hasRunning27001 ? sharedFactor : 1
  return Math.max(1, Math.ceil(it.days * growth(it, input.size) * byPace[input.pace] * shared * share))
}

/** Working days that hold so many full calendar months wherever they begin: 22 a month, and one for an odd end. */
export function operatingDays(months: number): number {
  return 22 * months + 1
}
