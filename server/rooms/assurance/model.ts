import type { Id } from '#kernel/id.ts'
import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type MeasurementPlanId = Id<'measurement-plan'>
export type MeasurementRunId = Id<'measurement-run'>

/** What can be measured; the engine knows the same kinds. */
export const kinds = ['fairness', 'performance', 'calibration', 'drift', 'quality', 'llm'] as const
export type Kind = (typeof kinds)[number]

/** Where a result was computed: by this server, by the command line on the data's own machine, or by another tool. */
export const origins = ['server', 'client', 'imported'] as const
export type Origin = (typeof origins)[number]

/** The answer to the limits of the plan; `not-decided`: the plan sets no limit. */
export const verdicts = ['pass', 'fail', 'not-enough-data', 'not-decided'] as const
export type Verdict = (typeof verdicts)[number]

export const permissions = {
  'assurance:read': readers,
  'assurance:plan': workers,
  'assurance:approve': { ...managers, approver: 'any' },
  // also what a pipeline needs that pushes its runs
  'assurance:run': workers,
} satisfies Permissions

export const planStates = ['draft', 'approved', 'superseded', 'withdrawn'] as const
export type PlanState = (typeof planStates)[number]

/** What every edition of a plan carries. The definition is canonical JSON: what is measured, with every default. */
export type PlanBody = {
  id: MeasurementPlanId
  version: number
  series: string
  edition: number
  subject: string
  kind: Kind
  title: string
  reason: string
  definition: string
  definitionSha256: string
  intervalDays: number | null
  /** the file that the data is compared with */
  reference: string | null
  authors: string[]
}

/** `seq` is the entry of the log in which it was approved. */
export type Approval = { by: string; on: string; seq: number; note: string }

export type MeasurementPlan = PlanBody &
  (
    | { state: 'draft' }
    | { state: 'approved'; approval: Approval }
    | { state: 'superseded'; approval: Approval }
    | { state: 'withdrawn'; approval: Approval | null; reasonWithdrawn: string }
  )
type In<State extends PlanState> = Extract<MeasurementPlan, { state: State }>

export type WrongState = { kind: 'wrong-state'; state: PlanState }

export type ApproveRefusal =
  | WrongState
  | { kind: 'approver-is-author'; mayApprove: { id: string; name: string }[] }
  | { kind: 'invite-an-approver' }

/** A plan fixes what counts as passing before results are seen, so nobody approves the one they wrote. */
export function approve(
  plan: MeasurementPlan,
  approval: Approval,
  mayApprove: readonly { id: string; name: string }[],
): Result<MeasurementPlan & { state: 'approved' }, ApproveRefusal> {
  if (plan.state !== 'draft') return refuse({ kind: 'wrong-state', state: plan.state })
  if (plan.authors.includes(approval.by)) {
    const others = mayApprove.filter(({ id }) => !plan.authors.includes(id))
    return others.length > 0
      ? refuse({ kind: 'approver-is-author', mayApprove: others })
      : refuse({ kind: 'invite-an-approver' })
  }
  return ok({ ...bodyOf(plan), state: 'approved', approval })
}

/** A later edition was approved in its place. */
export function supersede(plan: MeasurementPlan & { state: 'approved' }): MeasurementPlan {
  return { ...plan, state: 'superseded' }
}

/** Ends a plan: nothing is overdue under it any more, and what was measured stays. */
export function withdraw(plan: MeasurementPlan, reason: string): Result<In<'withdrawn'>, WrongState> {
  if (plan.state !== 'draft' && plan.state !== 'approved') return refuse({ kind: 'wrong-state', state: plan.state })
  const approval = plan.state === 'approved' ? plan.approval : null
  return ok({ ...bodyOf(plan), state: 'withdrawn', approval, reasonWithdrawn: reason })
}

/** Undoes withdrawing: it stands as it stood. `taken` says that another edition was approved meanwhile. */
export function reinstate(
  plan: MeasurementPlan,
  taken: boolean,
): Result<MeasurementPlan, WrongState | { kind: 'other-edition-holds' }> {
  if (plan.state !== 'withdrawn') return refuse({ kind: 'wrong-state', state: plan.state })
  if (!plan.approval) return ok({ ...bodyOf(plan), state: 'draft' })
  if (taken) return refuse({ kind: 'other-edition-holds' })
  return ok({ ...bodyOf(plan), state: 'approved', approval: plan.approval })
}

function bodyOf(plan: MeasurementPlan): PlanBody {
  const { id, version, series, edition, subject, kind, title, reason, definition, definitionSha256 } = plan
  const { intervalDays, reference, authors } = plan
  return {
    id,
    version,
    series,
    edition,
    subject,
    kind,
    title,
    reason,
    definition,
    definitionSha256,
    intervalDays,
    reference,
    authors,
  }
}

export const exploratoryReasons = [
  'plan-not-approved',
  'plan-ended',
  'file-seen-before',
  'definition-differs',
  'file-unknown',
] as const
export type ExploratoryReason = (typeof exploratoryReasons)[number]

/**
 * Why a finished run does not confirm, or null where it does. It confirms when its plan was approved earlier in the log than
 * it was asked for, and nobody has seen results of this very file under the plan (any edition of it) before.
 */
export function whyExploratory(run: {
  seq: number
  plan: { state: PlanState; approvedSeq: number | null; definitionSha256: string }
  definitionSha256: string | null
  fileSha256: string | null
  /** finished runs of the same file under the plan, before this one */
  seenBefore: number
}): ExploratoryReason | null {
  const { plan } = run
  if (plan.approvedSeq === null || plan.approvedSeq >= run.seq) return 'plan-not-approved'
  if (plan.state === 'withdrawn') return 'plan-ended'
  if (run.definitionSha256 !== null && run.definitionSha256 !== plan.definitionSha256) return 'definition-differs'
  if (run.fileSha256 === null) return 'file-unknown'
  return run.seenBefore > 0 ? 'file-seen-before' : null
}

/** The clauses and controls that runs of a kind say something about. */
export const requirementsOf: Record<Kind, readonly string[]> = {
  fairness: ['A.5.4', 'A.6.2.4', '9.1'],
  performance: ['A.6.2.4', '9.1'],
  calibration: ['A.6.2.4', '9.1'],
  llm: ['A.6.2.4', '9.1'],
  drift: ['A.6.2.6', '9.1'],
  quality: ['A.7.4', '9.1'],
}

/** The day (`YYYY-MM-DD`) by which a plan has to be run again; null where it has no interval or does not hold. */
export function dueOn(
  plan: { state: PlanState; approvedOn: string | null; intervalDays: number | null },
  lastConfirmedOn: string | null,
): string | null {
  if (plan.state !== 'approved' || plan.intervalDays === null || plan.approvedOn === null) return null
  const from = lastConfirmedOn !== null && lastConfirmedOn > plan.approvedOn ? lastConfirmedOn : plan.approvedOn
  return new Date(Date.parse(from) + plan.intervalDays * 86_400_000).toISOString().slice(0, 10)
}
