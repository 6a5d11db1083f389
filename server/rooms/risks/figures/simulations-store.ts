import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { named } from '../rows.ts'
import { Headline, type SimulationFilter, type SimulationView } from './contract.ts'
import { asMeasure } from './estimates-store.ts'
import { type LossMeasure, type SimulationState, simulationStates } from './model.ts'

function simulationsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('risk_simulations as s')
    .leftJoin('risks as r', (join) => join.onRef('r.org_id', '=', 's.org_id').onRef('r.id', '=', 's.risk_id'))
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.asked_by'))
    .leftJoin('risk_criteria as c', (join) =>
      join.onRef('c.org_id', '=', 's.org_id').onRef('c.id', '=', 's.criteria_id'),
    )
    .where('s.org_id', '=', org)
    .select([
      's.id',
      's.version',
      's.risk_id',
      's.measure',
      's.currency',
      's.state',
      's.seed',
      's.trials',
      's.headline',
    ])
    .select(['s.record_sha256', 's.inputs_sha256', 's.asked_by', 's.asked_on', 's.job_id', 's.created_at'])
    .select(['r.title', 'p.name', 'c.edition'])
}
type Row = Awaited<ReturnType<ReturnType<typeof simulationsOf>['executeTakeFirstOrThrow']>>
export type Simulated = SimulationView & { version: number; inputsSha256: string }

function toView(row: Row): Simulated {
  const { id, version, currency, seed, trials, edition, job_id: job, record_sha256: recordSha256 } = row
  return {
    id,
    version,
    risk: row.risk_id ? { id: row.risk_id, name: row.title ?? '' } : null,
    measure: asMeasure(row.measure),
    currency,
    state: asState(row.state),
    seed,
    trials,
    edition,
    headline: row.headline === null ? null : Headline.parse(row.headline),
    recordSha256,
    inputsSha256: row.inputs_sha256,
    by: row.asked_by ? named(row.asked_by, row.name) : null,
    on: row.asked_on,
    job,
    createdAt: row.created_at,
  }
}

function asState(text: string): SimulationState {
  const found = simulationStates.find((it) => it === text)
  if (!found) throw new Error(`a simulation is in the unknown state ${text}`)
  return found
}

export async function listSimulations(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & SimulationFilter,
): Promise<Page<Simulated>> {
  let rows = simulationsOf(tx, org)
  if (query.risk) rows = rows.where('s.risk_id', '=', query.risk)
  if (query.scope) rows = rows.where('s.risk_id', 'is', null)
  if (query.measure) rows = rows.where('s.measure', '=', query.measure)
  if (query.state) rows = rows.where('s.state', '=', query.state)
  const page = await readPage(rows, query, {
    orders: { createdAt: 's.created_at', trials: 's.trials' },
    fallback: '-createdAt',
    id: 's.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findSimulation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<(Simulated & { inputs: string | null; record: string | null }) | undefined> {
  const row = await simulationsOf(tx, org).select(['s.inputs', 's.record']).where('s.id', '=', id).executeTakeFirst()
  return row && { ...toView(row), inputs: row.inputs, record: row.record }
}

/** The newest simulation of one risk, or of all together, in one of these states. */
export async function newestSimulation(
  tx: Transaction,
  org: OrganizationId,
  { risk, measure, states }: { risk: string | null; measure: LossMeasure; states: SimulationState[] },
): Promise<string | undefined> {
  let rows = tx
    .selectFrom('risk_simulations')
    .select('id')
    .where('org_id', '=', org)
    .where('measure', '=', measure)
    .where('state', 'in', states)
  rows = risk ? rows.where('risk_id', '=', risk) : rows.where('risk_id', 'is', null)
  return (await rows.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id
}

export type NewSimulation = {
  id: string
  risk: string | null
  measure: LossMeasure
  currency: string | null
  seed: number
  trials: number
  criteria: string | null
  inputs: string
  inputsSha256: string
  by: string | null
  on: string
  job: string
}

export async function insertSimulation(tx: Transaction, org: OrganizationId, it: NewSimulation): Promise<void> {
  const { id, risk, measure, currency, seed, trials, criteria, inputs, inputsSha256, by, on, job } = it
  await tx
    .insertInto('risk_simulations')
    .values({
      org_id: org,
      id,
      risk_id: risk,
      measure,
      currency,
      seed,
      trials,
      criteria_id: criteria,
      inputs,
      inputs_sha256: inputsSha256,
      asked_by: by,
      asked_on: on,
      job_id: job,
    })
    .execute()
}

type Ending =
  | { state: 'finished'; record: string; record_sha256: string; headline: string }
  | { state: 'cancelled' }
  | { state: 'failed' }

/** False where it has ended before: a job may be run twice. */
export async function endSimulation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  ending: Ending,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('risk_simulations')
    // what broke off can be tried again from the same inputs
    .set({ ...ending, ...(ending.state !== 'failed' && { inputs: null }) })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Puts a simulation that did not come to its end back into waiting, under another job. */
export async function askAgain(
  tx: Transaction,
  org: OrganizationId,
  { id, job }: { id: string; job: string },
): Promise<void> {
  await tx
    .updateTable('risk_simulations')
    .set({ state: 'asked', job_id: job })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'failed'])
    .returning('id')
    .executeTakeFirstOrThrow()
}
