import { sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { DocumentKind } from './model.ts'

type Cited = { ref: string; name: string }
type Shortfall = { count: number; worst: Cited[] }
type Effective = Cited & {
  version: string
  approvedBy: string | null
  approver: string | null
  approvedOutside: boolean
  effectiveOn: string
  owner: Cited | null
  reviewDueOn: string | null
  review: { lastOn: string; dueOn: string | null; overdue: boolean } | null
}

const named = 5

/**
 * What readiness asks about documents: which are effective, by kind; what is being written where none is effective yet; and
 * what falls short. Withdrawn documents count for nothing. Those of outside origin are only counted: they are not ours to
 * approve.
 */
export async function readDocumentsSituation(tx: Transaction, org: OrganizationId, today: string) {
  const [effective, drafts, falling, counted] = [
    await readEffective(tx, org, today),
    await readDrafts(tx, org),
    await readShortfalls(tx, org, today),
    await countDocuments(tx, org),
  ]
  return { effective, drafts, ...falling, ...counted }
}

async function readEffective(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<Partial<Record<DocumentKind, Effective[]>>> {
  const { rows } = await sql<{ kind: DocumentKind; documents: Effective[] }>`
    select d.kind, json_agg(json_build_object(
        'ref', 'document:' || d.id, 'name', d.title, 'version', v.number::text,
        'approvedBy', case when v.approved_outside then v.approved_outside_by else coalesce(a.name, ${formerColleague}) end,
        'approver', case when not v.approved_outside then 'person:' || v.approved_by end,
        'approvedOutside', v.approved_outside, 'effectiveOn', v.effective_on,
        'owner', case when o.id is null then null else
          json_build_object('ref', 'person:' || o.id, 'name', coalesce(o.name, ${formerColleague})) end,
        'reviewDueOn', d.review_due_on,
        'review', case when r.reviewed_on is null then null else
          json_build_object('lastOn', r.reviewed_on, 'dueOn', d.review_due_on,
            'overdue', coalesce(d.review_due_on < ${today}::date, false)) end)
        order by v.effective_on desc, d.id) as documents
      from documents d
      join document_versions v on v.org_id = d.org_id and v.document_id = d.id and v.state = 'effective'
      left join people a on a.org_id = v.org_id and a.id = v.approved_by
      left join people o on o.org_id = d.org_id and o.id = d.owner_id
      left join lateral (select max(w.reviewed_on) as reviewed_on from document_reviews w
        where w.org_id = d.org_id and w.document_id = d.id) r on true
     where d.org_id = ${org} and d.withdrawn_on is null and d.origin = 'internal'
     group by d.kind`.execute(tx)
  return Object.fromEntries(rows.map(({ kind, documents }) => [kind, documents]))
}

async function readDrafts(tx: Transaction, org: OrganizationId): Promise<Partial<Record<DocumentKind, Cited[]>>> {
  const { rows } = await sql<{ kind: DocumentKind; documents: Cited[] }>`
    select d.kind, json_agg(json_build_object('ref', 'document:' || d.id, 'name', d.title) order by v.changed_at desc) as documents
      from documents d
      join document_versions v on v.org_id = d.org_id and v.document_id = d.id and v.state in ('draft', 'in-review', 'approved')
     where d.org_id = ${org} and d.withdrawn_on is null
       and not exists (select from documents e
         join document_versions h on h.org_id = e.org_id and h.document_id = e.id and h.state = 'effective'
        where e.org_id = d.org_id and e.kind = d.kind and e.withdrawn_on is null and e.origin = 'internal')
     group by d.kind`.execute(tx)
  return Object.fromEntries(rows.map(({ kind, documents }) => [kind, documents]))
}

type Shortfalls = Record<'withoutReviewDate' | 'reviewOverdue' | 'withoutRetention' | 'withoutOwner', Shortfall>

async function readShortfalls(tx: Transaction, org: OrganizationId, today: string): Promise<Shortfalls> {
  const { rows } = await sql<{ rule: keyof Shortfalls; count: number; worst: Cited[] }>`
    with short as (
      select rule, d.id, d.title, d.review_due_on,
             row_number() over (partition by rule order by d.review_due_on, d.title, d.id) as place
        from documents d
        join document_versions v on v.org_id = d.org_id and v.document_id = d.id and v.state = 'effective'
        cross join lateral (values
          ('withoutReviewDate', d.review_due_on is null),
          ('reviewOverdue', d.review_due_on < ${today}::date),
          ('withoutRetention', d.retention_months is null),
          ('withoutOwner', d.owner_id is null)) as judged (rule, falls_short)
       where d.org_id = ${org} and d.withdrawn_on is null and falls_short)
    select rule, count(*)::int as count,
           json_agg(json_build_object('ref', 'document:' || id, 'name', title) order by place)
             filter (where place <= ${named}) as worst
      from short group by rule`.execute(tx)
  const none: Shortfall = { count: 0, worst: [] }
  const of = (rule: keyof Shortfalls) => {
    const found = rows.find((row) => row.rule === rule)
    return found ? { count: found.count, worst: found.worst } : none
  }
  return {
    withoutReviewDate: of('withoutReviewDate'),
    reviewOverdue: of('reviewOverdue'),
    withoutRetention: of('withoutRetention'),
    withoutOwner: of('withoutOwner'),
  }
}

async function countDocuments(tx: Transaction, org: OrganizationId) {
  const { rows } = await sql<{ total: number; external: number; approvedHere: number }>`
    select count(*)::int as total,
           (count(*) filter (where d.origin = 'external'))::int as external,
           (select count(*)::int from document_versions v
             where v.org_id = ${org} and v.state in ('approved', 'effective', 'obsolete') and not v.approved_outside) as "approvedHere"
      from documents d where d.org_id = ${org} and d.withdrawn_on is null`.execute(tx)
  return rows[0] ?? { total: 0, external: 0, approvedHere: 0 }
}
