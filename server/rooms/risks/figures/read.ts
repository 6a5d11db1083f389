import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { findCriteria } from '../criteria-store.ts'
import { readInputs } from './ask-simulation.ts'
import type { FiguresNow, FiguresQuery, SimulationDetail } from './contract.ts'
import { currencyInUse } from './estimates-store.ts'
import { basisSha256, readRecord, type SimulationRecord } from './inputs.ts'
import { compare, standsOf } from './model.ts'
import { listRepeats } from './repeat.ts'
import { findSimulation, newestSimulation } from './simulations-store.ts'

type Names = ReadonlyMap<string, string>

/** A simulation with its curve, each risk by name, and how it stands against the tolerance that it was asked about. */
export async function readSimulation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<(SimulationDetail & { inputsSha256: string }) | undefined> {
  const found = await findSimulation(tx, org, id)
  if (!found) return undefined
  const record = found.record === null ? null : readRecord(found.record)
  const names = record
    ? await namesOf(
        tx,
        org,
        record.risks.map((risk) => risk.id),
      )
    : new Map<string, string>()
  return {
    ...found,
    rules: record?.rules ?? null,
    result: record ? resultOf(record, names) : null,
    tolerance: record ? toleranceOf(record) : null,
    repeats: await listRepeats(tx, org, id),
  }
}

function resultOf({ result }: SimulationRecord, names: Names): SimulationDetail['result'] {
  const risks = result.risks.map(({ id, ...parts }) => ({ risk: { id, name: names.get(id) ?? '' }, ...parts }))
  return { ...result, risks }
}

function toleranceOf({ tolerance, result }: SimulationRecord): SimulationDetail['tolerance'] {
  if (!tolerance) return null
  const of = ({ exceeding }: SimulationRecord['result']['inherent']) => {
    const points = compare(tolerance.points, exceeding)
    return { stands: standsOf(points), points }
  }
  return { inherent: of(result.inherent), residual: result.residual ? of(result.residual) : null }
}

async function namesOf(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<Names> {
  const rows = await tx
    .selectFrom('risks')
    .select(['id', 'title'])
    .where('org_id', '=', org)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Where the figures of one risk, or of all open risks, stand now. Undefined for a risk that is not here. */
export async function readFigures(
  tx: Transaction,
  org: OrganizationId,
  { risk: wanted, measure }: FiguresQuery,
): Promise<FiguresNow | undefined> {
  const risk = wanted ?? null
  const counts = await count(tx, org, { risk, measure })
  if (risk && counts.open + counts.closed === 0) return undefined
  const [finished, asked] = [
    await newestSimulation(tx, org, { risk, measure, states: ['finished'] }),
    await newestSimulation(tx, org, { risk, measure, states: ['asked', 'failed'] }),
  ]
  const latest = finished ? ((await readSimulation(tx, org, finished)) ?? null) : null
  const last = asked ? await findSimulation(tx, org, asked) : undefined
  const waiting = last && (!latest || last.createdAt > latest.createdAt) ? last : undefined
  const now = await readInputs(tx, org, { risk, measure, trials: 1000, seed: 1 })
  const tolerance = (await findCriteria(tx, org, { state: 'approved' }))?.definition.tolerance
  const currency = measure === 'money' ? (tolerance?.currency ?? (await currencyInUse(tx, org))) : null
  return {
    measure,
    currency,
    open: counts.open,
    inherent: counts.inherent,
    residual: counts.residual,
    toleranceSet: measure === 'money' && tolerance !== undefined,
    latest,
    outdated: latest !== null && latest.inputsSha256 !== (now ? basisSha256(now.inputs) : ''),
    waiting: waiting ? { id: waiting.id, job: waiting.job } : null,
  }
}

async function count(
  tx: Transaction,
  org: OrganizationId,
  { risk, measure }: { risk: string | null; measure: string },
) {
  const { rows } = await sql<{ open: number; closed: number; inherent: number; residual: number }>`
    select count(*) filter (where r.state <> 'closed')::int as open, count(*) filter (where r.state = 'closed')::int as closed,
           count(i.id) filter (where r.state <> 'closed')::int as inherent,
           count(l.id) filter (where r.state <> 'closed')::int as residual
      from risks r
      left join risk_estimates i on i.org_id = r.org_id and i.risk_id = r.id and i.measure = ${measure} and i.stage = 'inherent'
      left join risk_estimates l on l.org_id = r.org_id and l.risk_id = r.id and l.measure = ${measure} and l.stage = 'residual'
     where r.org_id = ${org} and (${risk}::uuid is null or r.id = ${risk}::uuid)`.execute(tx)
  const [counted] = rows
  if (!counted) throw new Error('an aggregate without groups gives one row')
  return counted
}
