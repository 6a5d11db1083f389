import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'

const plans: SubjectReader = {
  kind: 'measurement-plan',
  permission: 'assurance:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('measurement_plans')
      .select(['id', 'title', 'edition', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title, edition, state }) => ({ id, name: `${title}, edition ${edition}`, state }))
  },
  async search(tx, org, words, limit) {
    const rows = await tx
      .selectFrom('measurement_plans')
      .select(['id', 'title', 'edition', 'state'])
      .where('org_id', '=', org)
      .where('title', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy('created_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ id, title, edition, state }) => ({ id, name: `${title}, edition ${edition}`, state }))
  },
}

const runs: SubjectReader = {
  kind: 'measurement-run',
  permission: 'assurance:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('measurement_runs as r')
      .innerJoin('measurement_plans as p', (join) =>
        join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.plan_id'),
      )
      .select(['r.id', 'p.title', 'r.file_name', 'r.verdict', 'r.state'])
      .where('r.org_id', '=', org)
      .where('r.id', 'in', [...ids])
      .execute()
    return rows.map((row) => ({ id: row.id, name: `${row.title}: ${row.file_name}`, state: row.verdict ?? row.state }))
  },
}

const files: SubjectReader = {
  kind: 'measurement-file',
  permission: 'assurance:read',
  read: async (tx, org, ids) =>
    await tx
      .selectFrom('measurement_files')
      .select(['id', 'name'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute(),
}

/** Frozen references are known by the hash of their bytes, which is how the log states them. */
const references: SubjectReader = {
  kind: 'drift-reference',
  permission: 'assurance:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('measurement_files')
      .select(['sha256', 'name'])
      .distinctOn('sha256')
      .where('org_id', '=', org)
      .where('sha256', 'in', [...ids])
      .where('frozen_seq', 'is not', null)
      .orderBy('sha256')
      .orderBy('frozen_seq')
      .execute()
    return rows.map(({ sha256, name }) => ({ id: sha256, name }))
  },
}

/** Plans, runs and files by name, for links and for the search over all rooms. */
export const assuranceSubjects: readonly SubjectReader[] = [plans, runs, files, references]

/** Drafts that others wrote wait for somebody who may approve them. */
export const assuranceInbox: InboxReader = {
  permission: 'assurance:approve',
  async read({ tx, org, person }, limit) {
    const waiting = tx
      .selectFrom('measurement_plans')
      .where('org_id', '=', org)
      .where('state', '=', 'draft')
      .where(sql<boolean>`not (${person}::uuid = any(authors))`)
    const counted = await waiting.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting.select(['id', 'title', 'changed_at']).orderBy('changed_at').limit(limit).execute()
    const items = rows.map(({ id, title, changed_at }) => ({
      what: 'approve-measurement-plan',
      subject: `measurement-plan:${id}`,
      name: title,
      since: changed_at,
      dueOn: null,
    }))
    return { items, total: Number(counted.total) }
  },
}
