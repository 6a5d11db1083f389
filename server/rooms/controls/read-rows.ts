import { annexAControls, mappingsOf, requirement, requirementByKey } from '@assay/frameworks'
import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type InclusionReason, standing, statusOf } from './rules/applicability.ts'
import type { RelatedView, RowDetail, RowView } from './contract.ts'
import { evidenceOf, lastCheckOf } from './gathered-sql.ts'
import type { NamedRef, OtherRooms } from './parts.ts'
import { asDecision, asOutcome, asState, asStatus } from './rows.ts'
import { nameRequirement } from './store.ts'

type View = OtherRooms & { tx: Transaction; org: OrganizationId; today: string }
type ServingRow = {
  requirement: string
  id: string
  name: string
  state: string
  owner: string | null
  evidence: number
  last_outcome: string | null
}

// A register of thousands names a control hundreds of times.
const risksNamed = 20

/** Every row of a version in the order of its framework, with what it rests on as of the day looked from. */
export async function readRows(view: View, statement: string): Promise<RowView[]> {
  const { tx, org, today } = view
  const rows = await tx
    .selectFrom('applicability_rows')
    .select(['id', 'version', 'requirement', 'decision', 'reasons', 'exclusion', 'approved_status'])
    .where('org_id', '=', org)
    .where('statement_id', '=', statement)
    .execute()
  const risks = await view.openRisks(tx, org)
  const gone = await view.goneReasons(tx, org, [...new Set(rows.flatMap(({ reasons }) => refsOf(reasons)))])
  const serving = Map.groupBy(await readServing(tx, org, today), (one) => one.requirement)
  return rows
    .map((row): RowView => {
      const naming = risks.get(row.requirement) ?? []
      const controls = (serving.get(row.requirement) ?? []).map(toServing)
      const decision = asDecision(row.decision)
      const stands = standing(decision, naming)
      return {
        id: row.id,
        version: row.version,
        decision,
        controls,
        exclusion: row.exclusion,
        requirement: { ...nameRequirement(row.requirement), area: areaOf(row.requirement) },
        annexA: annexA().has(row.requirement),
        standing: stands,
        reasons: asReasons(row.reasons, gone),
        risks: naming.slice(0, risksNamed),
        riskCount: naming.length,
        status: decision === 'included' ? statusOf(controls) : null,
        approvedStatus: row.approved_status === null ? null : asStatus(row.approved_status),
      }
    })
    .toSorted((a, b) => placeOf(a.requirement.key) - placeOf(b.requirement.key) || compare(a, b))
}

// The column holds what `saveDecision` wrote and nothing else; earlier releases kept no names.
export function asReasons(json: unknown, gone: ReadonlySet<string> = new Set()): RowView['reasons'] {
  const kept = json as (InclusionReason & { name?: string | null })[]
  return kept.map((one) => ({ ...one, name: one.name ?? null, holds: one.ref === null || !gone.has(one.ref) }))
}

/** Whether a row is included for reasons of which none stands any more. */
export function isUnfounded({ decision, reasons }: Pick<RowView, 'decision' | 'reasons'>): boolean {
  return decision === 'included' && !reasons.some(({ holds }) => holds)
}

function refsOf(json: unknown): string[] {
  return asReasons(json).flatMap(({ ref }) => ref ?? [])
}

let places: ReadonlyMap<string, number> | undefined

/** The controls of Annex A by their place in it. */
function annexA(): ReadonlyMap<string, number> {
  places ??= new Map(annexAControls().map(({ key }, place) => [key, place]))
  return places
}

function placeOf(key: string): number {
  return annexA().get(key) ?? Number.MAX_SAFE_INTEGER
}

function compare(a: RowView, b: RowView): number {
  return a.requirement.key.localeCompare(b.requirement.key, 'en', { numeric: true })
}

/** The area of Annex A that a control stands in; for another framework its parent. */
function areaOf(key: string): RowView['requirement']['area'] {
  let found = requirementByKey(key)
  while (found && found.parent !== null && found.kind !== 'area') {
    const parent = requirement(found.framework, found.parent)
    if (!parent || parent.kind === 'annex') break
    found = parent
  }
  return found && found.key !== key ? { ref: found.ref, title: found.title } : null
}

/** Every applied control that is not retired, by the requirements that it serves. One query, however many rows. */
export async function readServing(tx: Transaction, org: OrganizationId, today: string): Promise<ServingRow[]> {
  const { rows } = await sql<ServingRow>`
    select q.requirement, c.id, c.name, c.state, p.name as owner, c.evidence, k.last_outcome
      from (select c.org_id, c.id, c.name, c.state, c.owner_id, ${evidenceOf(today)} as evidence
              from applied_controls c where c.org_id = ${org} and c.state <> 'retired') c
      join applied_control_requirements q on q.org_id = c.org_id and q.control_id = c.id
      left join people p on p.org_id = c.org_id and p.id = c.owner_id
      left join lateral ${lastCheckOf} k on true
     order by c.name, c.id`.execute(tx)
  return rows
}

export function toServing({ id, name, state, owner, evidence, last_outcome }: ServingRow): RowView['controls'][number] {
  return {
    ref: `applied-control:${id}`,
    name,
    owner,
    evidence,
    state: asState(state),
    lastCheck: last_outcome === null ? null : asOutcome(last_outcome),
  }
}

/** One row with what is known about its requirement: our words for its intent, and what touches it in other frameworks. */
export async function readRow(view: View, at: { statement: string; row: string }): Promise<RowDetail | undefined> {
  const found = (await readRows(view, at.statement)).find(({ id }) => id === at.row)
  if (!found) return undefined
  const { framework, ref, key } = found.requirement
  const { rows } = await sql<{ requirement: string; ref: string; name: string }>`
    select q.requirement, 'applied-control:' || c.id as ref, c.name from applied_control_requirements q
      join applied_controls c on c.org_id = q.org_id and c.id = q.control_id and c.state <> 'retired'
     where q.org_id = ${view.org} order by c.name, c.id`.execute(view.tx)
  const named = Map.groupBy(rows, (one) => one.requirement)
  const related = mappingsOf(framework, ref).map((mapping): RelatedView => {
    const { relation, relationText, basis, basisText, strengthText, ownJudgement, note, to } = mapping
    const controls: NamedRef[] = (named.get(to.key) ?? []).map((one) => ({ ref: one.ref, name: one.name }))
    return {
      relation,
      relationText,
      basis,
      basisText,
      strengthText,
      ownJudgement,
      note,
      controls,
      to: { key: to.key, framework: to.framework, ref: to.ref, title: to.title },
    }
  })
  return { ...found, intent: requirementByKey(key)?.intent ?? null, related }
}
