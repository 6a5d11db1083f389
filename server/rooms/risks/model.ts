import type { Id } from '#kernel/id.ts'
import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Level, Placement } from './rules/criteria.ts'

export { type Definition, levelOf, problemsOf, scoreOf } from './rules/criteria.ts'

export type RiskId = Id<'risk'>
export type CriteriaId = Id<'risk-criteria'>

export const permissions = {
  'risks:read': readers,
  'risks:edit': { ...workers, approver: 'own' },
  'risks:rate': { ...workers, approver: 'own' },
  // what is left of a risk: whoever answers for it, or the management
  'risks:accept': { ...managers, contributor: 'own', approver: 'own' },
  // designated management, for what lies above the appetite
  'risks:accept-above-appetite': managers,
  'risks:set-criteria': workers,
  'risks:approve-criteria': { ...managers, approver: 'any' },
} satisfies Permissions

export const riskStates = ['identified', 'analysed', 'treated', 'accepted', 'closed'] as const
export type RiskState = (typeof riskStates)[number]
export const options = ['modify', 'retain', 'avoid', 'share'] as const
export type Option = (typeof options)[number]
export const triggerKinds = [
  'system-changed',
  'component-changed',
  'supplier-changed',
  'incident',
  'measurement-failed',
  'review-due',
  'acceptance-expired',
  'not-effective',
  'by-hand',
] as const
/** What a person may give as the reason; the others are found by Assay itself. */
export const callableKinds = ['by-hand', 'incident', 'supplier-changed', 'system-changed'] as const
export type TriggerKind = (typeof triggerKinds)[number]

export type Rating = Placement & { id: string; criteria: string; score: number; level: Level; by: string }
export type Treatment = { option: Option; reason: string; controls: string[]; by: string | null; on: string }

/** What the rules look at. A risk that was opened again still shows its earlier ratings; they no longer count. */
export type Risk = { id: RiskId; version: number; owner: string | null } & (
  | { state: 'identified'; inherent: Rating | null; residual: Rating | null; treatment: Treatment | null }
  | { state: 'analysed'; inherent: Rating; residual: null; treatment: Treatment | null }
  | { state: 'treated' | 'accepted'; inherent: Rating; residual: Rating; treatment: Treatment }
  | { state: 'closed'; inherent: Rating | null; residual: Rating | null; treatment: Treatment | null }
)
type In<State extends RiskState> = Extract<Risk, { state: State }>

export type WrongState = { kind: 'wrong-state'; state: RiskState }
export type Earlier = { kind: 'earlier-criteria' }

/** A new rating begins the assessment again: what was left of the risk, and its acceptance, belong to the rating before. */
export function analyse(risk: Risk, inherent: Rating): Result<In<'analysed'>, WrongState> {
  if (risk.state === 'closed') return refuse({ kind: 'wrong-state', state: risk.state })
  const { id, version, owner, treatment } = risk
  return ok({ id, version, owner, treatment, state: 'analysed', inherent, residual: null })
}

export type TreatRefusal = WrongState | { kind: 'reason-needed' } | { kind: 'nothing-planned' }

/**
 * What is done about a risk. Retaining needs a reason, and changing or sharing one a control or an action; until then nothing
 * is different from before. A new decision wants a new rating of what is left.
 */
export function treat(risk: Risk, treatment: Treatment, actions: number): Result<In<'analysed'>, TreatRefusal> {
  if (risk.state !== 'analysed' && risk.state !== 'treated') return refuse({ kind: 'wrong-state', state: risk.state })
  if (treatment.option === 'retain' && treatment.reason === '') return refuse({ kind: 'reason-needed' })
  const planned = treatment.controls.length + actions
  if (treatment.option !== 'retain' && planned === 0) return refuse({ kind: 'nothing-planned' })
  const { id, version, owner, inherent } = risk
  return ok({ id, version, owner, inherent, treatment, state: 'analysed', residual: null })
}

export type ResidualRefusal = WrongState | Earlier | { kind: 'treatment-needed' } | { kind: 'above-inherent' }

/** What is left after treatment, on the same scales as before it: treatment makes no risk greater. */
export function rateResidual(risk: Risk, residual: Rating): Result<In<'treated' | 'accepted'>, ResidualRefusal> {
  if (risk.state !== 'analysed' && risk.state !== 'treated') return refuse({ kind: 'wrong-state', state: risk.state })
  if (!risk.treatment) return refuse({ kind: 'treatment-needed' })
  if (risk.inherent.criteria !== residual.criteria) return refuse({ kind: 'earlier-criteria' })
  if (residual.score > risk.inherent.score) return refuse({ kind: 'above-inherent' })
  const { id, version, owner, inherent, treatment } = risk
  return ok({ id, version, owner, inherent, treatment, state: 'treated', residual })
}

type Named = { id: string; name: string }
export type AcceptRefusal =
  | WrongState
  | Earlier
  | { kind: 'owner-needed' }
  | { kind: 'above-appetite'; mayAccept: readonly Named[] }
  | { kind: 'not-risk-owner'; mayAccept: readonly Named[] }
  | { kind: 'acceptor-rated-it'; mayAccept: readonly Named[] }

/**
 * The owner of the risk accepts what is left of it; above the appetite only designated management does. Whoever rated it leaves
 * that to somebody else, where there is one: `mayAccept` are all who could, `manager` says that the acceptor is one of management.
 */
export function accept(
  risk: Risk,
  by: { person: string; manager: boolean },
  { criteria, mayAccept }: { criteria: string | null; mayAccept: readonly Named[] },
): Result<In<'treated' | 'accepted'>, AcceptRefusal> {
  if (risk.state !== 'treated') return refuse({ kind: 'wrong-state', state: risk.state })
  if (risk.residual.criteria !== criteria) return refuse({ kind: 'earlier-criteria' })
  // an acceptance is somebody's who answers for the risk, also where management stands in
  if (risk.owner === null) return refuse({ kind: 'owner-needed' })
  const others = mayAccept.filter(({ id }) => id !== by.person && id !== risk.residual.by)
  if (risk.residual.level === 'not-acceptable' && !by.manager)
    return refuse({ kind: 'above-appetite', mayAccept: others })
  if (risk.owner !== by.person && !by.manager) return refuse({ kind: 'not-risk-owner', mayAccept: others })
  if (risk.residual.by === by.person && others.length > 0)
    return refuse({ kind: 'acceptor-rated-it', mayAccept: others })
  return ok({ ...risk, state: 'accepted' })
}

/** Something happened, or somebody says why: the risk has to be assessed again. */
export function reopen(risk: Risk): Result<In<'identified'>, WrongState> {
  if (risk.state === 'identified') return refuse({ kind: 'wrong-state', state: risk.state })
  const { id, version, owner, inherent, residual, treatment } = risk
  return ok({ id, version, owner, inherent, residual, treatment, state: 'identified' })
}

export function close(risk: Risk): Result<In<'closed'>, WrongState> {
  if (risk.state === 'closed') return refuse({ kind: 'wrong-state', state: risk.state })
  const { id, version, owner, inherent, residual, treatment } = risk
  return ok({ id, version, owner, inherent, residual, treatment, state: 'closed' })
}

export type TakeBackRefusal = WrongState | { kind: 'closed-before' } | { kind: 'called-for-since' }

/**
 * Where a closed risk stood before it was closed. What would have called for a new assessment since does not let it stand there;
 * one that was to be assessed anyway stays so.
 */
export function reopenAsItWas(
  risk: Risk,
  { from, calledFor }: { from: Exclude<RiskState, 'closed'> | null; calledFor: boolean },
): Result<Exclude<RiskState, 'closed'>, TakeBackRefusal> {
  if (risk.state !== 'closed') return refuse({ kind: 'wrong-state', state: risk.state })
  if (from === null) return refuse({ kind: 'closed-before' })
  return calledFor && from !== 'identified' ? refuse({ kind: 'called-for-since' }) : ok(from)
}
