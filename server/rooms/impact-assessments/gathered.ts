import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'
import { daysAfter } from '#platform/today.ts'
import { loadStanding } from './store.ts'

const named = (tx: Transaction, org: OrganizationId) =>
  tx
    .selectFrom('impact_assessments as a')
    .innerJoin('ai_systems as s', (join) => join.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.system_id'))
    .select(['a.id', 'a.edition', 'a.state', 's.name'])
    .where('a.org_id', '=', org)

type Named = { id: string; edition: number; state: string; name: string }
const called = ({ id, edition, state, name }: Named) => ({ id, name: `Impact of ${name}, edition ${edition}`, state })

/** Impact assessments by the name of their system. */
const assessments: SubjectReader = {
  kind: 'impact-assessment',
  permission: 'impact-assessments:read',
  async read(tx, org, ids) {
    const rows = await named(tx, org)
      .where('a.id', 'in', [...ids])
      .execute()
    return rows.map(called)
  },
  async search(tx, org, words, limit) {
    const rows = await named(tx, org)
      .where('s.name', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy('a.created_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(called)
  },
}

const rules: SubjectReader = {
  kind: 'impact-rules',
  permission: 'impact-assessments:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('impact_rules')
      .select(['id', 'decided_on'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, decided_on: on }) => ({ id, name: `Rules for impact assessments of ${on}` }))
  },
}

export const impactSubjects: readonly SubjectReader[] = [assessments, rules]

/** What others wrote waits for somebody who may approve it. */
const approvals: InboxReader = {
  permission: 'impact-assessments:approve',
  async read({ tx, org, person }, limit) {
    const waiting = named(tx, org)
      .where('a.state', '=', 'in-review')
      .where(sql<boolean>`not (${person}::uuid = any(a.authors))`)
    const counted = await waiting.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting.select('a.changed_at').orderBy('a.changed_at').limit(limit).execute()
    const items = rows.map((row) => waitsFor('approve-impact-assessment', row))
    return { items, total: Number(counted.total) }
  },
}

/** What was called up again, or is to be looked at within a month, for its authors and who answers for the system. */
const newLooks: InboxReader = {
  permission: 'impact-assessments:write',
  async read({ tx, org, person, today }, limit) {
    const due = named(tx, org)
      .where((where) => where.or([where('s.owner_id', '=', person), sql<boolean>`${person}::uuid = any(a.authors)`]))
      .where((where) =>
        where.or([
          where('a.state', '=', 'reopened'),
          where.and([where('a.state', '=', 'approved'), where('a.review_due_on', '<=', daysAfter(today, 30))]),
        ]),
      )
      .where(sql<boolean>`not exists (select from impact_assessments n
        where n.org_id = a.org_id and n.system_id = a.system_id and n.state in ('drafting', 'in-review'))`)
    const counted = await due.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await due.select(['a.changed_at', 'a.review_due_on']).orderBy('a.changed_at').limit(limit).execute()
    const items = rows.map((row) => ({
      ...waitsFor('look-again-at-impact', row),
      dueOn: row.state === 'reopened' ? null : row.review_due_on,
    }))
    return { items, total: Number(counted.total) }
  },
}

function waitsFor(what: string, row: Named & { changed_at: Date }) {
  const { name } = called(row)
  return { what, subject: `impact-assessment:${row.id}`, name, since: row.changed_at, dueOn: null }
}

export const impactInbox: readonly InboxReader[] = [approvals, newLooks]

/** Why this system may not be in operation: its assessment that stands decided to stop. Empty where nothing stands against it. */
export async function readBarsToOperation(
  tx: Transaction,
  org: OrganizationId,
  system: string,
): Promise<{ path: string; message: string }[]> {
  const standing = await loadStanding(tx, org, system)
  if (standing?.decision !== 'stop') return []
  const message = `edition ${standing.edition}, approved on ${standing.approval.on}, decided to stop: ${standing.answers.decisionReason}`
  return [{ path: 'impactAssessment', message }]
}
