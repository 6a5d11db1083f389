import type { Id } from '#kernel/id.ts'
import { type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type ControlId = Id<'applied-control'>

export const permissions = {
  'controls:read': readers,
  'controls:edit': workers,
  'controls:check': { ...workers, 'internal-auditor': 'any' },
  // decides rows of a draft of the Statement of Applicability
  'controls:decide': workers,
  // designated management
  'controls:approve-statement': { owner: 'any', approver: 'any' },
} satisfies Permissions

/** The files of an approved Statement of Applicability. */
export const formats = ['pdf', 'docx', 'xlsx', 'csv'] as const

/** What an applied control carries, whatever its state. */
export type ControlBody = {
  id: ControlId
  version: number
  name: string
  how: string
  checkHow: string
  checkMonths: number | null
  owner: string | null
  scope: 'organization' | 'systems'
  requirements: string[]
  systems: string[]
}

export type AppliedControl = ControlBody &
  (
    | { state: 'planned' }
    | { state: 'running'; runningSince: string }
    | { state: 'retired'; runningSince: string | null; retiredOn: string; reason: string }
  )
export const controlStates = ['planned', 'running', 'retired'] as const
export type ControlState = AppliedControl['state']

type Problem = { path: string; message: string }
export type StartRefusal = { kind: 'not-planned'; state: ControlState } | { kind: 'not-ready'; problems: Problem[] }

/** A control runs once it is said who runs it, how, and how and how often its working is checked. */
export function start(control: AppliedControl, on: string): Result<AppliedControl, StartRefusal> {
  if (control.state !== 'planned') return refuse({ kind: 'not-planned', state: control.state })
  const problems = lacking(control)
  return problems.length > 0
    ? refuse({ kind: 'not-ready', problems })
    : ok({ ...bodyOf(control), state: 'running', runningSince: on })
}

/** What a control has to say before it runs, and as long as it does. */
export function lacking({ owner, how, checkHow, checkMonths, requirements, scope, systems }: ControlBody): Problem[] {
  const needed: [boolean, string, string][] = [
    [owner === null, 'owner', 'Name who answers for it.'],
    [how.trim() === '', 'how', 'Say how it runs.'],
    [checkHow.trim() === '', 'checkHow', 'Say how its working is checked.'],
    [checkMonths === null, 'checkMonths', 'Say how often its working is checked.'],
    [requirements.length === 0, 'requirements', 'Name at least one requirement that it serves.'],
    [scope === 'systems' && systems.length === 0, 'systems', 'Name the AI systems that it covers.'],
  ]
  return needed.flatMap(([lacks, path, message]) => (lacks ? [{ path, message }] : []))
}

/** Takes a start back: it is planned again. */
export function putBack(control: AppliedControl): Result<AppliedControl, { kind: 'not-running'; state: ControlState }> {
  return control.state === 'running'
    ? ok({ ...bodyOf(control), state: 'planned' })
    : refuse({ kind: 'not-running', state: control.state })
}

export function retire(
  control: AppliedControl,
  { on, reason }: { on: string; reason: string },
): Result<AppliedControl, { kind: 'retired-already' }> {
  if (control.state === 'retired') return refuse({ kind: 'retired-already' })
  const runningSince = control.state === 'running' ? control.runningSince : null
  return ok({ ...bodyOf(control), state: 'retired', runningSince, retiredOn: on, reason })
}

/** Undoes retiring: it is what it was before. */
export function bringBack(control: AppliedControl): Result<AppliedControl, { kind: 'not-retired' }> {
  if (control.state !== 'retired') return refuse({ kind: 'not-retired' })
  const { runningSince } = control
  const body = bodyOf(control)
  return ok(runningSince === null ? { ...body, state: 'planned' } : { ...body, state: 'running', runningSince })
}

function bodyOf(control: AppliedControl): ControlBody {
  const { id, version, name, how, checkHow, checkMonths, owner, scope, requirements, systems } = control
  return { id, version, name, how, checkHow, checkMonths, owner, scope, requirements, systems }
}

/** The day by which the next check is due: so many months after the last one, or after it began to run. */
export function checkDueOn({ from, months }: { from: string; months: number }): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
