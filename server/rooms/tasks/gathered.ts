import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Subject, SubjectReader } from '#platform/subjects.ts'

/** Tasks by name, for links and for the search over all rooms. */
export const taskSubjects: SubjectReader = {
  kind: 'task',
  permission: 'tasks:read-all',
  async read(tx, org, ids) {
    return (await tasksOf(tx, org, ids).execute()).map(named)
  },
  own: {
    permission: 'tasks:read',
    async read(tx, org, ids, person) {
      return (await tasksOf(tx, org, ids).where('owner_id', '=', person).execute()).map(named)
    },
  },
  async search(tx, org, words, limit) {
    const rows = await tx
      .selectFrom('tasks')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('title', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy(sql`state <> 'open'`)
      .orderBy(sql`position(lower(${words}) in lower(title))`)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(named)
  },
}

function tasksOf(tx: Transaction, org: OrganizationId, ids: readonly string[]) {
  return tx.selectFrom('tasks').select(['id', 'title', 'state']).where('org_id', '=', org).where('id', 'in', ids)
}

function named({ id, title, state }: { id: string; title: string; state: string }): Subject {
  return { id, name: title, state }
}

type Cited = { ref: string; name: string }

/** What readiness asks about tasks: how many are open, and which are overdue, the longest first. */
export async function readTasksSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<{ open: number; overdue: { count: number; worst: Cited[] } }> {
  const { rows } = await sql<{ open: number; overdue: number; worst: Cited[] }>`
    with late as (select id, title, due_on from tasks
      where org_id = ${org} and state = 'open' and due_on < ${today}::date)
    select (select count(*)::int from tasks where org_id = ${org} and state = 'open') as open,
           (select count(*)::int from late) as overdue,
           coalesce((select json_agg(json_build_object('ref', 'task:' || w.id, 'name', w.title) order by w.due_on, w.id)
             from (select * from late order by due_on, id limit 5) w), '[]') as worst`.execute(tx)
  const { open = 0, overdue = 0, worst = [] } = rows[0] ?? {}
  return { open, overdue: { count: overdue, worst } }
}
