import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'
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
export const impactInbox: InboxReader = {
  permission: 'impact-assessments:approve',
  async read({ tx, org, person }, limit) {
    const waiting = named(tx, org)
      .where('a.state', '=', 'in-review')
      .where(sql<boolean>`not (${person}::uuid = any(a.authors))`)
    const counted = await waiting.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting.select('a.changed_at').orderBy('a.changed_at').limit(limit).execute()
    const items = rows.map((row) => ({
      what: 'approve-impact-assessment',
      subject: `impact-assessment:${row.id}`,
      name: called(row).name,
      since: row.changed_at,
      dueOn: null,
    }))
    return { items, total: Number(counted.total) }
  },
}

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
