import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'
import { contains } from './rows.ts'

/** Applied controls by name, for links and for the search over all rooms. */
const controlSubjects: SubjectReader = {
  kind: 'applied-control',
  permission: 'controls:read',
  async read(tx, org, ids) {
    return await tx
      .selectFrom('applied_controls')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
  },
  async search(tx, org, words, limit) {
    return await tx
      .selectFrom('applied_controls')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('name', 'ilike', contains(words))
      .orderBy(sql`state = 'retired'`)
      .orderBy(sql`position(lower(${words}) in lower(name))`)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  },
}

const statementSubjects: SubjectReader = {
  kind: 'statement-of-applicability',
  permission: 'controls:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('applicability_statements')
      .select(['id', 'number', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, number, state }) => ({ id, name: `Statement of Applicability, version ${number}`, state }))
  },
}

export const controlRoomSubjects: readonly SubjectReader[] = [controlSubjects, statementSubjects]

/** A draft in which every row is decided waits for whoever may approve it and did not write it. */
export const statementInbox: InboxReader = {
  permission: 'controls:approve-statement',
  async read({ tx, org, person }) {
    const rows = await tx
      .selectFrom('applicability_statements as s')
      .select(['s.id', 's.number', 's.changed_at'])
      .where('s.org_id', '=', org)
      .where('s.state', '=', 'draft')
      .where(sql<boolean>`not ${person}::uuid = any(s.authors)`)
      .where(sql<boolean>`not exists (select from applicability_rows r where r.org_id = s.org_id and r.statement_id = s.id
        and r.decision = 'undecided')`)
      .execute()
    const items = rows.map(({ id, number, changed_at }) => ({
      what: 'approve-statement',
      subject: `statement-of-applicability:${id}`,
      name: `Statement of Applicability, version ${number}`,
      since: changed_at,
      dueOn: null,
    }))
    return { items, total: items.length }
  },
}
