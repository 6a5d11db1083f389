import { canonicalJson } from '@assay/engine'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { beginLongWork, findJob } from '#platform/jobs/index.ts'
import { asDay } from '#platform/today.ts'
import { findCriteria } from '../criteria-store.ts'
import { loadRisk } from '../store.ts'
import type { SimulationRequest } from './contract.ts'
import { estimatesToSimulate } from './estimates-store.ts'
import { basisSha256, inputsOf, type SimulationInputs } from './inputs.ts'
import { askAgain, findSimulation, insertSimulation } from './simulations-store.ts'

export const riskSimulationQueue = 'risk-simulation'

type Refusal = { kind: 'not-found' } | { kind: 'forbidden' } | { kind: 'nothing-estimated' }
type Asked = { id: string; job: string }

/**
 * Asks for the loss of a year of one risk or of all open risks together. What it is computed from is fixed here: a change of an estimate
 * while it waits does not reach it.
 */
export async function askForSimulation(
  it: Change,
  request: SimulationRequest,
): Promise<Result<Changed<Asked>, Refusal>> {
  const { org, tx, grants, person } = it
  const { risk, measure } = request
  const found = risk ? await loadRisk(tx, org, risk) : null
  if (found === undefined) return refuse({ kind: 'not-found' })
  if (found && !grants.allows('risks:rate', { owner: found.owner })) return refuse({ kind: 'forbidden' })
  const ready = await readInputs(tx, org, request)
  if (!ready) return refuse({ kind: 'nothing-estimated' })
  const { inputs, criteria } = ready
  const id = uuidv7()
  const subject = subjectRef('risk-simulation', id)
  const title = titleOf(risk !== null)
  const work = await beginLongWork(it, { queue: riskSimulationQueue, title, subject, data: { simulation: id } })
  await insertSimulation(tx, org, {
    id,
    risk,
    measure,
    currency: inputs.currency,
    seed: inputs.seed,
    trials: inputs.trials,
    criteria,
    inputs: canonicalJson(inputs),
    inputsSha256: basisSha256(inputs),
    by: person,
    on: asDay(it.now),
    job: work.id,
  })
  const facts: Changed<Asked>['facts'] = [{ type: 'risk-simulation.asked-for', subject }]
  return ok({ value: { id, job: work.id }, facts, jobs: [work.job] })
}

type AgainRefusal = { kind: 'not-found' } | { kind: 'forbidden' } | { kind: 'not-failed' }

/** Tries a simulation that broke off again, from what it was asked for with. */
export async function trySimulationAgain(it: Change, id: string): Promise<Result<Changed<Asked>, AgainRefusal>> {
  const { org, tx, grants } = it
  const found = await findSimulation(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const risk = found.risk ? await loadRisk(tx, org, found.risk.id) : null
  if (risk && !grants.allows('risks:rate', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  const job = found.state === 'asked' ? await findJob(tx, org, found.job) : undefined
  const brokeOff = found.state === 'failed' || job?.state === 'failed'
  if (!brokeOff) return refuse({ kind: 'not-failed' })
  const subject = subjectRef('risk-simulation', id)
  const title = titleOf(found.risk !== null)
  const work = await beginLongWork(it, { queue: riskSimulationQueue, title, subject, data: { simulation: id } })
  await askAgain(tx, org, { id, job: work.id })
  const facts: Changed<Asked>['facts'] = [{ type: 'risk-simulation.tried-again', subject }]
  return ok({ value: { id, job: work.id }, facts, jobs: [work.job] })
}

function titleOf(ofOne: boolean): string {
  return ofOne ? 'Loss of a year of one risk' : 'Loss of a year of all risks'
}

/** The estimates and the tolerance as they stand, or undefined where nothing is estimated. */
export async function readInputs(
  tx: Transaction,
  org: OrganizationId,
  { risk, measure, trials, seed }: SimulationRequest,
): Promise<{ inputs: SimulationInputs; criteria: string | null } | undefined> {
  const estimates = await estimatesToSimulate(tx, org, { risk, measure })
  const [first] = estimates
  if (!first) return undefined
  const { currency } = first
  const criteria = await findCriteria(tx, org, { state: 'approved' })
  const set = criteria?.definition.tolerance
  const tolerance =
    criteria && set && measure === 'money' && set.currency === currency
      ? { criteria: criteria.id, points: set.points }
      : null
  const inputs = inputsOf({ measure, currency, trials, seed, tolerance }, estimates)
  return { inputs, criteria: tolerance?.criteria ?? null }
}
