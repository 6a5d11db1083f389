import { momentsOfYear, problemsOfModel } from '@assay/measures'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { findCriteria } from '../criteria-store.ts'
import { loadRisk } from '../store.ts'
import type { EstimateDraft } from './contract.ts'
import { currencyInUse, type Estimated, listEstimates, removeEstimate, saveEstimate } from './estimates-store.ts'
import type { LossMeasure, Stage } from './model.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ id: string }>
type Which = { risk: string; measure: LossMeasure; stage: Stage }
type Missing = { kind: 'not-found' } | { kind: 'forbidden' } | { kind: 'person-needed' } | { kind: 'closed' }
type Stale = { kind: 'stale'; currentVersion: number }
export type EstimateRefusal =
  | Missing
  | Stale
  | { kind: 'cannot-simulate' | 'currency-needed' | 'another-currency'; problems: Problem[] }
  | { kind: 'inherent-first' }
  | { kind: 'estimates-cross' }

/**
 * Puts figures to a risk, before or after treatment: what stood there before stays in its history. The draft names the version that it
 * replaces, so that nobody writes over what they have not seen.
 */
export async function estimateRisk(
  it: Change,
  which: Which,
  draft: EstimateDraft,
): Promise<Result<Done, EstimateRefusal>> {
  const found = await estimable(it, which)
  if (!found.ok) return found
  const { person, standing, other } = found.value
  if ((standing?.version ?? null) !== draft.replaces)
    return refuse({ kind: 'stale', currentVersion: standing?.version ?? 0 })
  const problems = problemsOfModel(draft)
  if (problems.length > 0) return refuse({ kind: 'cannot-simulate', problems })
  const money = await checkCurrency(it, which, draft.currency)
  if (!money.ok) return money
  if (which.stage === 'residual' && !other) return refuse({ kind: 'inherent-first' })
  if (other && crosses(which.stage, draft, other)) return refuse({ kind: 'estimates-cross' })
  await saveEstimate(it.tx, it.org, which, { ...draft, by: person, on: asDay(it.now) })
  return done(which, which.stage === 'inherent' ? 'risk.estimated' : 'risk.residual-estimated')
}

export type WithdrawRefusal = Missing | { kind: 'residual-rests-on-it' }

/** Takes an estimate back. It stays in the history, and simulations that used it keep what they used. */
export async function withdrawEstimate(it: Change, which: Which): Promise<Result<Done, WithdrawRefusal>> {
  const found = await estimable(it, which)
  if (!found.ok) return found
  const { standing, other } = found.value
  if (!standing) return refuse({ kind: 'not-found' })
  if (which.stage === 'inherent' && other) return refuse({ kind: 'residual-rests-on-it' })
  await removeEstimate(it.tx, it.org, standing.id)
  return done(which, 'risk.estimate-withdrawn')
}

type Estimable = { person: string; standing: Estimated | undefined; other: Estimated | undefined }

async function estimable(
  { org, tx, grants, person }: Change,
  { risk: id, measure, stage }: Which,
): Promise<Result<Estimable, Missing>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:rate', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  if (risk.state === 'closed') return refuse({ kind: 'closed' })
  const both = (await listEstimates(tx, org, id)).filter((one) => one.measure === measure)
  const standing = both.find((one) => one.stage === stage)
  return ok({ person, standing, other: both.find((one) => one.stage !== stage) })
}

/** Money has one currency throughout, that of the tolerance where the criteria in force set one; people have none. */
async function checkCurrency(
  { tx, org }: Change,
  { risk, measure, stage }: Which,
  currency: string | null,
): Promise<Result<null, Extract<EstimateRefusal, { problems: Problem[] }>>> {
  if ((measure === 'money') !== (currency !== null)) {
    const message = measure === 'money' ? 'is needed, such as EUR' : 'must be null: people are counted'
    return refuse({ kind: 'currency-needed', problems: [{ path: 'currency', message }] })
  }
  if (measure === 'people') return ok(null)
  const criteria = await findCriteria(tx, org, { state: 'approved' })
  const used = criteria?.definition.tolerance?.currency ?? (await currencyInUse(tx, org, { risk, stage }))
  if (used === null || used === currency) return ok(null)
  return refuse({ kind: 'another-currency', problems: [{ path: 'currency', message: used }] })
}

type Model = Pick<EstimateDraft, 'frequency' | 'loss'>

function crosses(stage: Stage, draft: Model, other: Model): boolean {
  const [before, after] = stage === 'inherent' ? [draft, other] : [other, draft]
  return momentsOfYear(after).mean > momentsOfYear(before).mean
}

function done({ risk }: Which, type: string): Result<Done, never> {
  return ok({ value: { id: risk }, facts: [{ type, subject: subjectRef('risk', risk) }] })
}
