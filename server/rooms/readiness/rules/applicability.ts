import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check } from './rule.ts'
import { naming, none, written } from './words.ts'

// What rests on the Statement of Applicability in force and on the applied controls.

/** A version with every row decided and approved; a draft is none. */
export function statementApproved({ controls: { statement, draft } }: Situation): Check {
  const by = statement?.alone ? `${statement.approvedBy}, whom nobody else could stand in for` : statement?.approvedBy
  const proves = statement ? `The ${statement.name}, was approved on ${written(statement.approvedOn)} by ${by}.` : ''
  const lacks = draft
    ? `The ${draft.name}, is a draft; only an approved one counts.`
    : 'There is no Statement of Applicability.'
  const next = draft
    ? 'Decide every row of the Statement of Applicability and have designated management approve it.'
    : 'Write the Statement of Applicability: include or exclude each control of Annex A, with a reason.'
  return check(
    statement !== null,
    { proves, lacks, next },
    { proves: statement ? [citedOf(statement)] : [], lacks: draft ? [draft] : [] },
  )
}

/** No exclusion that stands in it was overtaken by a risk, and no inclusion has lost all its reasons. */
export function nothingContradicted({ controls: { statement } }: Situation): Check[] {
  if (!statement) return []
  return [
    none(statement.contradicted, {
      proves: 'No open risk names a control that it excludes.',
      lacks: 'Excluded, though an open risk names it',
      next: 'Write the next version of the Statement of Applicability: a risk names what it excludes.',
    }),
    none(statement.unfounded, {
      proves: 'Each inclusion has a reason that stands.',
      lacks: 'Included for reasons that stand no more, as the risk was closed or the obligation withdrawn',
      next: 'Write the next version of the Statement of Applicability: decide again what rests on nothing that stands.',
    }),
  ]
}

/** Something is applied for each included requirement. */
export function eachServed({ controls: { statement } }: Situation): Check[] {
  if (!statement) return []
  return [
    none(statement.withoutControl, {
      proves: 'Something is applied for each included requirement.',
      lacks: 'Included, and nothing is applied for it',
      next: 'Plan a control for each included requirement that has none.',
    }),
  ]
}

/** What is applied for each included requirement runs and has accepted evidence. */
export function eachImplemented({ controls: { statement } }: Situation): Check[] {
  if (!statement) return []
  return [
    none(statement.notImplemented, {
      proves: 'What is applied for each included requirement runs and has accepted evidence.',
      lacks: 'Not implemented yet',
      next: 'Start the planned controls and attach evidence to each.',
    }),
  ]
}

/** Every running control was checked, within its own interval, and found to work. */
export function checkedInTime({ controls }: Situation): Check[] {
  const runs = check(controls.running > 0, { proves: '', lacks: 'No control runs.' })
  if (!runs.holds) return [runs]
  return [
    none(controls.neverChecked, { proves: 'Every running control was checked.', lacks: 'Running and never checked' }),
    none(controls.checkOverdue, { proves: 'No check is overdue.', lacks: 'Its check is overdue' }),
    none(controls.checkFailed, {
      proves: 'The last check of each found that it works.',
      lacks: 'Its last check found that it does not work',
      next: 'Correct the controls that were found not to work, then check them again.',
    }),
  ]
}

/**
 * What is applied for a control, said beside whatever level its own records prove: a control that runs and was found to work is
 * what 8.1 looks at, and shows by itself neither the document nor the record that Annex A asks for.
 */
export function appliedFor(ref: string, { controls }: Situation): Reason[] {
  const applied = controls.applied[ref] ?? []
  if (applied.length === 0) return []
  const said = applied.slice(0, 5).map(({ name, state, lastCheck }) => `${name} (${standOf(state, lastCheck)})`)
  const more = applied.length > 5 ? `, and ${applied.length - 5} more` : ''
  const cites = applied.slice(0, 5).map(citedOf)
  return [{ kind: 'note', text: `Applied for it: ${said.join(', ')}${more}.`, cites }]
}

function standOf(state: string, lastCheck: 'works' | 'does-not-work' | null): string {
  if (state !== 'running') return state
  if (lastCheck === null) return 'running, never checked'
  return lastCheck === 'works' ? 'running, last found to work' : 'running, last found not to work'
}

export function overdueChecks({ controls: { checkOverdue } }: Situation): Reason[] {
  if (checkOverdue.count === 0) return []
  return [{ kind: 'stale', text: `A check is overdue: ${naming(checkOverdue)}.`, cites: [...checkOverdue.worst] }]
}

/** A later version than the first, approved within the interval of twelve months. */
export function versionedInTime({ controls: { statement }, today }: Situation): Check {
  const since = statement ? monthsBetween(statement.approvedOn, today) : 0
  const lacks = !statement || statement.number < 2 ? 'There is only a first version of it.' : 'It is older than a year.'
  return check(statement !== null && statement.number > 1 && since < 12, {
    proves: 'It was written anew, within a year, and the earlier versions are kept.',
    lacks,
  })
}

function monthsBetween(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0)
}

function citedOf({ ref, name }: { ref: string; name: string }) {
  return { ref, name }
}
