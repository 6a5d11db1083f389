import type { SubjectReader } from '#platform/subjects.ts'
import { listIssues, listParties, listProcesses } from './store.ts'

const permission = 'context:read'

export const organizationSubjects: SubjectReader[] = [
  {
    kind: 'context-issue',
    permission,
    async read(tx, org, ids) {
      const rows = await tx
        .selectFrom('context_issues')
        .select(['id', 'statement', 'state'])
        .where('org_id', '=', org)
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ id, statement, state }) => ({ id, name: statement.slice(0, 120), state }))
    },
    search: async (tx, org, q, limit) =>
      (await listIssues(tx, org, { q, limit })).items.map(({ id, statement, state }) => ({
        id,
        name: statement.slice(0, 120),
        state,
      })),
  },
  {
    kind: 'interested-party',
    permission,
    read: (tx, org, ids) =>
      tx
        .selectFrom('interested_parties')
        .select(['id', 'name', 'state'])
        .where('org_id', '=', org)
        .where('id', 'in', ids)
        .execute(),
    search: async (tx, org, q, limit) =>
      (await listParties(tx, org, { q, limit })).items.map(({ id, name, state }) => ({ id, name, state })),
  },
  {
    kind: 'process',
    permission,
    read: (tx, org, ids) =>
      tx
        .selectFrom('aims_processes')
        .select(['id', 'name', 'state'])
        .where('org_id', '=', org)
        .where('id', 'in', ids)
        .execute(),
    search: async (tx, org, q, limit) =>
      (await listProcesses(tx, org, { q, limit })).items.map(({ id, name, state }) => ({ id, name, state })),
  },
  {
    kind: 'organization',
    permission: 'organization:read',
    read: (tx, org, ids) =>
      tx.selectFrom('organizations').select(['id', 'name']).where('org_id', '=', org).where('id', 'in', ids).execute(),
  },
]
