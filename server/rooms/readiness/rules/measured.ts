import type { Reason } from '../model.ts'
import type { MeasuredPart } from '../situation.ts'
import { type Check, check } from './rule.ts'
import { naming, none } from './words.ts'

// What rests on measurements. Only approved plans count, and of each only its newest confirming run: one whose plan was approved
// before it was asked for, on a file that nobody had measured under it.

type Words = { what: string; plan: string; nothing: string }

/** An approved plan, with limits that were set before results were seen, for each thing that has to be measured. */
export function planned(part: MeasuredPart, { what, plan, nothing }: Words): Check[] {
  return overSomething(part, nothing, [
    none(part.withoutPlan, {
      proves: `Every ${what} has an approved ${plan}.`,
      lacks: `Without an approved ${plan}`,
      next: `Write a ${plan} for each ${what}, and have another person approve it.`,
    }),
  ])
}

/** Of nothing, everything could be said; where there is something, that need not be said. */
function overSomething({ units }: MeasuredPart, lacks: string, checks: Check[]): Check[] {
  return units > 0 ? checks : [check(false, { proves: '', lacks })]
}

/** Each has a confirming run, and the newest of each is decided and holds its limits. Where it was computed is named. */
export function measuredAndHeld(part: MeasuredPart): Check[] {
  return [...measured(part), held(part)]
}

/** Each planned measure has a confirming, decided run: first results are there. */
export function measured(part: MeasuredPart): Check[] {
  const unplanned = none(part.withoutPlan, { proves: '', lacks: 'Not measured for want of a plan' })
  return overSomething(part, 'There is nothing to measure yet.', [
    ...(unplanned.holds ? [] : [unplanned]),
    none(part.withoutRun, {
      proves: 'Every approved plan was run.',
      lacks: 'Planned and never run',
      next: 'Run the approved measurement plans that have no result yet.',
    }),
    none(part.exploratoryOnly, {
      proves: 'Each has a run that confirms.',
      lacks: 'Run only in ways that do not confirm (before approval, or on a file seen before)',
      next: 'Run the plan on a file that nobody has measured under it yet.',
    }),
    none(part.undecided, {
      proves: 'Each newest run came to a verdict.',
      lacks: 'Too little data to decide, or no limit set',
      next: 'Measure more data: the run says how much is needed.',
    }),
  ])
}

/** `where` tells runs in use from those before, where one finding speaks of both. */
export function held(part: MeasuredPart, where = ''): Check {
  return none(part.failing, {
    proves: `The newest confirming run of each${where} holds its limits (${originsOf(part)}).`,
    lacks: `A limit is broken in the newest confirming run${where} of`,
    next: 'Act on the runs that fail, then run the plan on new data.',
  })
}

export function inTime(part: MeasuredPart, where = ''): Check {
  return none(part.overdue, {
    proves: `No run${where} is overdue.`,
    lacks: `A run${where} is overdue for`,
    next: 'Run the measurement plans that are overdue.',
  })
}

/** A failed run is answered once the task that it opened is closed. */
export function answered(part: MeasuredPart): Check {
  return none(part.alertsOpen, {
    proves: 'No failed run waits for an answer.',
    lacks: 'A failed run was not answered yet',
    next: 'Do the tasks that failed runs opened, and close them.',
  })
}

/** What another tool computed is a claim about a computation that Assay has not seen. */
export function computedHere(part: MeasuredPart): Check {
  return none(part.importedOnly, {
    proves: 'Assay’s own engine computed the results.',
    lacks: 'Only an imported result of another tool, whose computation was not seen here',
    next: 'Run the plan with Assay, here or where the data is.',
  })
}

export function overdueRuns({ overdue }: MeasuredPart): Reason[] {
  if (overdue.count === 0) return []
  return [{ kind: 'stale', text: `A run is overdue: ${naming(overdue)}.`, cites: [...overdue.worst] }]
}

const words = {
  server: 'computed by this server',
  client: 'computed where the data is and pushed',
  imported: 'imported from another tool',
} as const

/** Where results come from, in words: “2 computed by this server, 1 imported from another tool”. */
function originsOf({ origins }: MeasuredPart): string {
  const named = (['server', 'client', 'imported'] as const).filter((one) => origins[one] > 0)
  return named.map((one) => `${origins[one]} ${words[one]}`).join(', ')
}
