import { v7 as uuidv7 } from 'uuid'
import { momentsOfYear } from '@assay/measures'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { named } from '../rows.ts'
import { EstimateDraft, type EstimateView } from './contract.ts'
import { type LossMeasure, lossMeasures, type Stage, stages } from './model.ts'

type Which = { risk: string; measure: LossMeasure; stage: Stage }

function estimatesOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('risk_estimates as e')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'e.org_id').onRef('p.id', '=', 'e.estimated_by'))
    .where('e.org_id', '=', org)
    .select(['e.id', 'e.version', 'e.risk_id', 'e.measure', 'e.currency', 'e.stage', 'e.frequency', 'e.loss'])
    .select(['e.frequency_basis', 'e.loss_basis', 'e.estimated_by', 'e.estimated_on', 'p.name'])
    .orderBy('e.risk_id')
    .orderBy('e.measure')
    .orderBy('e.stage')
}
type Row = Awaited<ReturnType<ReturnType<typeof estimatesOf>['executeTakeFirstOrThrow']>>
export type Estimated = EstimateView & { risk: string }

const ranges = EstimateDraft.pick({ frequency: true, loss: true })

function toView(row: Row): Estimated {
  const { id, version, risk_id: risk, currency, frequency_basis: frequencyBasis, loss_basis: lossBasis } = row
  const { frequency, loss } = ranges.parse({ frequency: row.frequency, loss: row.loss })
  return {
    id,
    version,
    risk,
    measure: asMeasure(row.measure),
    stage: asStage(row.stage),
    currency,
    frequency,
    loss,
    frequencyBasis,
    lossBasis,
    by: named(row.estimated_by, row.name),
    on: row.estimated_on,
    meanYear: momentsOfYear({ frequency, loss }).mean,
  }
}

export function asMeasure(text: string): LossMeasure {
  const found = lossMeasures.find((it) => it === text)
  if (!found) throw new Error(`no loss is measured in ${text}`)
  return found
}

function asStage(text: string): Stage {
  const found = stages.find((it) => it === text)
  if (!found) throw new Error(`no stage is called ${text}`)
  return found
}

export async function listEstimates(tx: Transaction, org: OrganizationId, risk: string): Promise<Estimated[]> {
  return (await estimatesOf(tx, org).where('e.risk_id', '=', risk).execute()).map(toView)
}

/** The estimates of one risk, or of all risks that are not closed. */
export async function estimatesToSimulate(
  tx: Transaction,
  org: OrganizationId,
  { risk, measure }: { risk: string | null; measure: LossMeasure },
): Promise<Estimated[]> {
  const all = estimatesOf(tx, org)
    .innerJoin('risks as r', (join) => join.onRef('r.org_id', '=', 'e.org_id').onRef('r.id', '=', 'e.risk_id'))
    .where('e.measure', '=', measure)
  const rows = risk ? all.where('e.risk_id', '=', risk) : all.where('r.state', '<>', 'closed')
  return (await rows.execute()).map(toView)
}

/** The currency that estimates of other risks and stages are in; null where there are none. */
export async function currencyInUse(
  tx: Transaction,
  org: OrganizationId,
  except?: Pick<Which, 'risk' | 'stage'>,
): Promise<string | null> {
  let rows = tx.selectFrom('risk_estimates').select('currency').where('org_id', '=', org).where('measure', '=', 'money')
  if (except) rows = rows.where(({ or, eb }) => or([eb('risk_id', '<>', except.risk), eb('stage', '<>', except.stage)]))
  return (await rows.limit(1).executeTakeFirst())?.currency ?? null
}

export async function saveEstimate(
  tx: Transaction,
  org: OrganizationId,
  { risk, measure, stage }: Which,
  draft: EstimateDraft & { by: string; on: string },
): Promise<void> {
  const { currency, frequencyBasis: frequency_basis, lossBasis: loss_basis, by: estimated_by, on: estimated_on } = draft
  const ranged = { frequency: JSON.stringify(draft.frequency), loss: JSON.stringify(draft.loss) }
  const said = { currency, ...ranged, frequency_basis, loss_basis, estimated_by, estimated_on }
  await tx
    .insertInto('risk_estimates')
    .values({ org_id: org, id: uuidv7(), risk_id: risk, measure, stage, ...said })
    .onConflict((conflict) => conflict.columns(['org_id', 'risk_id', 'measure', 'stage']).doUpdateSet(said))
    .execute()
}

export async function removeEstimate(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx.deleteFrom('risk_estimates').where('org_id', '=', org).where('id', '=', id).execute()
}
