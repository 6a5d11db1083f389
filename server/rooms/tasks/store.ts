import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId, PersonId, SubjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { TaskFilter, TaskView } from './contract.ts'
import type { Task, TaskId } from './model.ts'

const columns = [
  't.id',
  't.version',
  't.title',
  't.detail',
  't.owner_id',
  't.due_on',
  't.subject',
  't.state',
  't.done_on',
  't.reason',
  't.changed_at',
] as const

function tasksOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('tasks as t')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 't.org_id').onRef('p.id', '=', 't.owner_id'))
    .innerJoinLateral(urgencyOf, (join) => join.onTrue())
    .where('t.org_id', '=', org)
    .select([...columns, 'p.name as owner_name', dependenciesOf, waitsForOpen])
}

/** What has no day comes after everything that has one. */
const urgencyOf = sql<{ urgency: string }>`(select coalesce(t.due_on, date '9999-12-31') as urgency)`.as<'u'>('u')

const dependenciesOf = sql<string[]>`array(select d.depends_on from task_dependencies d
  where d.org_id = t.org_id and d.task_id = t.id order by d.depends_on)`.as('depends_on')

const waitsForOpen = sql<number>`(select count(*)::int from task_dependencies d
  join tasks o on o.org_id = d.org_id and o.id = d.depends_on and o.state = 'open'
  where d.org_id = t.org_id and d.task_id = t.id)`.as('waits_for_open')

type Row = Pick<
  Selectable<Tables['tasks']>,
  | 'id'
  | 'version'
  | 'title'
  | 'detail'
  | 'owner_id'
  | 'due_on'
  | 'subject'
  | 'state'
  | 'done_on'
  | 'reason'
  | 'changed_at'
> & {
  owner_name: string | null
  depends_on: string[]
  waits_for_open: number
}

/** One page of tasks, soonest due first. `today` decides what is overdue. */
export async function listTasks(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & TaskFilter,
  today: string,
): Promise<Page<TaskView>> {
  let rows = tasksOf(tx, org)
  if (query.assigned) rows = rows.where('t.owner_id', query.assigned === 'none' ? 'is' : 'is not', null)
  if (query.due === 'set') rows = rows.where('t.due_on', 'is not', null)
  if (query.due === 'none') rows = rows.where('t.due_on', 'is', null)
  if (query.due === 'overdue') rows = rows.where('t.state', '=', 'open').where('t.due_on', '<', today)
  if (query.due === 'week') {
    rows = rows.where('t.state', '=', 'open').where('t.due_on', '>=', today).where('t.due_on', '<=', weekFrom(today))
  }
  if (query.state) rows = rows.where('t.state', '=', query.state)
  if (query.owner) rows = rows.where('t.owner_id', '=', query.owner)
  if (query.subject) rows = rows.where('t.subject', '=', query.subject)
  if (query.q) rows = rows.where('t.title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  const page = await readPage(rows, query, {
    orders: {
      urgency: 'u.urgency',
      dueOn: 't.due_on',
      title: 't.title',
      owner: 'p.name',
      state: 't.state',
      changedAt: 't.changed_at',
    },
    fallback: 'urgency',
    id: 't.id',
  })
  return { ...page, items: page.items.map((row) => toView(row, today)) }
}

/** The last day of the week that begins today. */
export function weekFrom(today: string): string {
  return new Date(Date.parse(today) + 6 * 86_400_000).toISOString().slice(0, 10)
}

export async function findTask(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<TaskView | undefined> {
  const row = await tasksOf(tx, org).where('t.id', '=', id).executeTakeFirst()
  return row && toView(row, today)
}

function toView(row: Row, today: string): TaskView {
  const { id, version, title, detail, subject, reason } = row
  const owner = row.owner_id ? { id: row.owner_id, name: row.owner_name ?? formerColleague } : null
  const task = { id, version, title, detail, subject, reason, owner, dueOn: row.due_on, doneOn: row.done_on }
  const state = asState(row.state)
  const overdue = state === 'open' && row.due_on !== null && row.due_on < today
  const waits = { dependsOn: row.depends_on, waitsForOpen: row.waits_for_open }
  return { ...task, ...waits, state, overdue, changedAt: row.changed_at }
}

function asState(state: string): Task['state'] {
  if (state === 'open' || state === 'done' || state === 'cancelled') return state
  throw new Error(`a task cannot be ${state}`)
}

/** The task as the rules see it. Throws on a row that is none of its states. */
export async function loadTask(tx: Transaction, org: OrganizationId, id: string): Promise<Task | undefined> {
  const view = await findTask(tx, org, id, '')
  if (!view) return undefined
  const { version, title, detail, dueOn } = view
  const body = { id: id as TaskId, version, title, detail, dueOn, owner: (view.owner?.id ?? null) as PersonId | null }
  const links = { subject: view.subject as SubjectRef | null, dependsOn: view.dependsOn as TaskId[] }
  if (view.state === 'open') return { ...body, ...links, state: 'open' }
  if (view.state === 'done' && view.doneOn) return { ...body, ...links, state: 'done', doneOn: view.doneOn }
  if (view.state === 'cancelled' && view.reason) return { ...body, ...links, state: 'cancelled', reason: view.reason }
  throw new Error(`task ${id} is in no state that a task can be in`)
}

export async function insertTask(
  tx: Transaction,
  org: OrganizationId,
  task: Task & { source?: string },
): Promise<void> {
  const { id, title, detail, owner, dueOn, subject, source = null } = task
  await tx
    .insertInto('tasks')
    .values({ org_id: org, id, title, detail, owner_id: owner, due_on: dueOn, subject, source })
    .execute()
  await saveDependencies(tx, org, task)
}

/** Saves the task at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveTask(tx: Transaction, org: OrganizationId, task: Task): Promise<void> {
  const { id, version, title, detail, owner, dueOn, subject, state } = task
  const doneOn = task.state === 'done' ? task.doneOn : null
  const reason = task.state === 'cancelled' ? task.reason : null
  await tx
    .updateTable('tasks')
    .set({ title, detail, owner_id: owner, due_on: dueOn, subject, state, done_on: doneOn, reason })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveDependencies(tx, org, task)
}

async function saveDependencies(tx: Transaction, org: OrganizationId, { id, dependsOn }: Task): Promise<void> {
  let gone = tx.deleteFrom('task_dependencies').where('org_id', '=', org).where('task_id', '=', id)
  if (dependsOn.length > 0) gone = gone.where('depends_on', 'not in', dependsOn)
  await gone.execute()
  if (dependsOn.length === 0) return
  await tx
    .insertInto('task_dependencies')
    .values(dependsOn.map((other) => ({ org_id: org, id: uuidv7(), task_id: id, depends_on: other })))
    .onConflict((conflict) => conflict.columns(['org_id', 'task_id', 'depends_on']).doNothing())
    .execute()
}

/** How many of the tasks that this one waits for are still open. */
export async function countOpenDependencies(tx: Transaction, org: OrganizationId, id: string): Promise<number> {
  const counted = await tx
    .selectFrom('task_dependencies as d')
    .innerJoin('tasks as t', (join) => join.onRef('t.org_id', '=', 'd.org_id').onRef('t.id', '=', 'd.depends_on'))
    .select(sql<number>`count(*)`.as('open'))
    .where('d.org_id', '=', org)
    .where('d.task_id', '=', id)
    .where('t.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(counted.open)
}

/** Whether one of `starts` leads back to `id` over what tasks wait for. */
export async function leadsTo(
  tx: Transaction,
  org: OrganizationId,
  starts: readonly string[],
  id: string,
): Promise<boolean> {
  if (starts.length === 0) return false
  const { rows } = await sql<{ found: boolean }>`
    with recursive reached(id) as (
      select unnest(${starts}::uuid[])
      union select d.depends_on from task_dependencies d join reached r on d.task_id = r.id where d.org_id = ${org})
    select exists (select from reached where id = ${id}) as found`.execute(tx)
  return rows[0]?.found === true
}

/** Which of these people and tasks do not exist here: a reference is checked before it is written. */
export async function findMissing(
  tx: Transaction,
  org: OrganizationId,
  { owner, dependsOn }: { owner?: string | null; dependsOn?: string[] },
): Promise<string[]> {
  const missing: string[] = []
  if (owner) {
    const person = await tx
      .selectFrom('people')
      .select('id')
      .where('org_id', '=', org)
      .where('id', '=', owner)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (!person) missing.push('owner')
  }
  if (dependsOn && dependsOn.length > 0) {
    const found = await tx
      .selectFrom('tasks')
      .select('id')
      .where('org_id', '=', org)
      .where('id', 'in', dependsOn)
      .execute()
    if (found.length < new Set(dependsOn).size) missing.push('dependsOn')
  }
  return missing
}
