import { sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { PlanFilter, PlanRecord, PlanView } from './contract.ts'
import { dueOn } from './model.ts'
import { plansOf, toPlan } from './plans-store.ts'
import { shapeOf } from './reference-shape.ts'
import { asOrigin, asPlanState, asVerdict, definitionOf } from './rows.ts'

const authorsOf = sql<{ id: string; name: string | null }[]>`(select coalesce(json_agg(json_build_object('id', a.id,
    'name', a.name) order by array_position(p.authors, a.id)), '[]')
  from people a where a.org_id = p.org_id and a.id = any(p.authors))`.as('author_names')

type LastConfirming = { id: string; verdict: string; happened_on: string; origin: string }

/** The newest confirming run under any edition of the plan: the one that readiness looks at. */
const lastConfirming = sql<LastConfirming | null>`(select json_build_object('id', r.id, 'verdict', r.verdict,
    'happened_on', r.happened_on, 'origin', r.origin)
  from measurement_runs r where r.org_id = p.org_id and r.series_id = p.series_id and r.confirming
  order by r.happened_on desc, r.seq desc limit 1)`.as('last_confirming')

const runsOf = sql<{ finished: number; confirming: number }>`(select json_build_object('finished', count(*),
    'confirming', count(*) filter (where r.confirming))
  from measurement_runs r where r.org_id = p.org_id and r.series_id = p.series_id and r.state = 'finished')`.as('runs')

function shownPlans(tx: Transaction, org: OrganizationId) {
  return plansOf(tx, org)
    .leftJoin('people as b', (join) => join.onRef('b.org_id', '=', 'p.org_id').onRef('b.id', '=', 'p.approved_by'))
    .leftJoin('measurement_files as f', (join) =>
      join.onRef('f.org_id', '=', 'p.org_id').onRef('f.id', '=', 'p.reference_id'),
    )
    .leftJoin('measurement_files as o', (join) =>
      join.onRef('o.org_id', '=', 'f.org_id').onRef('o.id', '=', 'f.frozen_from'),
    )
    .select(['p.created_at', 'p.changed_at', 'b.name as approver_name', 'f.name as reference_name'])
    .select([
      'f.blob_id as reference_blob',
      'f.frozen_seq',
      'f.frozen_shape_sha256',
      'o.name as origin_name',
      'o.sha256 as origin_sha256',
    ])
    .select(['f.sha256 as reference_sha256', authorsOf, lastConfirming, runsOf])
}
type Row = Awaited<ReturnType<ReturnType<typeof shownPlans>['executeTakeFirstOrThrow']>>

/** One page of plans, the newest first. `today` decides what is overdue. */
export async function listPlans(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & PlanFilter,
  today: string,
): Promise<Page<PlanView>> {
  let rows = shownPlans(tx, org)
  if (query.subject) rows = rows.where('p.subject', '=', query.subject)
  if (query.state) rows = rows.where('p.state', '=', query.state)
  if (query.kind) rows = rows.where('p.kind', '=', query.kind)
  if (query.q) rows = rows.where('p.title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: {
      createdAt: 'p.created_at',
      changedAt: 'p.changed_at',
      title: 'p.title',
      kind: 'p.kind',
      state: 'p.state',
    },
    fallback: '-createdAt',
    id: 'p.id',
  })
  return { ...page, items: page.items.map((row) => toView(row, today)) }
}

export async function findPlan(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<PlanRecord | undefined> {
  const row = await shownPlans(tx, org).where('p.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const editions = await tx
    .selectFrom('measurement_plans')
    .select(['id', 'edition', 'state'])
    .where('org_id', '=', org)
    .where('series_id', '=', row.series_id)
    .orderBy('edition', 'desc')
    .execute()
  return { ...toView(row, today), editions: editions.map((it) => ({ ...it, state: asPlanState(it.state) })) }
}

function toView(row: Row, today: string): PlanView {
  const plan = toPlan(row)
  const approval = 'approval' in plan ? plan.approval : null
  const last = row.last_confirming
  const due = dueOn(
    { state: plan.state, approvedOn: row.approved_on, intervalDays: plan.intervalDays },
    last?.happened_on ?? null,
  )
  const { id, version, series, edition, subject, kind, title, reason, definitionSha256, intervalDays } = plan
  return {
    id,
    version,
    series,
    edition,
    subject,
    kind,
    title,
    reason,
    definition: definitionOf(plan.definition),
    definitionSha256,
    intervalDays,
    reference: referenceOf(row),
    authors: row.author_names.map((author) => ({ id: author.id, name: author.name ?? formerColleague })),
    state: plan.state,
    approval: approval && {
      by: { id: approval.by, name: row.approver_name ?? formerColleague },
      on: approval.on,
      seq: approval.seq,
      note: approval.note,
    },
    withdrawnReason: row.withdrawn_reason,
    runs: row.runs,
    lastConfirming: last && {
      id: last.id,
      verdict: asVerdict(last.verdict),
      happenedOn: last.happened_on,
      origin: asOrigin(last.origin),
    },
    dueOn: due,
    overdue: due !== null && due < today,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

function referenceOf(row: Row): PlanView['reference'] {
  if (!row.reference_id) return null
  const { frozen_seq: seq, frozen_shape_sha256, origin_name, origin_sha256 } = row
  const fits = frozen_shape_sha256 !== null && frozen_shape_sha256 === shapeOf(row.definition)
  return {
    id: row.reference_id,
    name: row.reference_name ?? '',
    sha256: row.reference_sha256 ?? '',
    contentRemoved: row.reference_blob === null,
    frozen: seq === null ? null : { seq, from: origin_name ?? '', fromSha256: origin_sha256 ?? '', fits },
  }
}
