import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { asDay } from '#platform/today.ts'
import { cancelTask, completeTask, createTask, reopenTask } from '#rooms/tasks/index.ts'
import { dueOf, lastCheckOf } from './gathered-sql.ts'

// A check that comes due is a task of whoever answers for the control; the task follows the check, never the other way round.

export const checkTasksQueue = 'controls-check-tasks'
/** After these facts the task of a control may be done, needless or wanted again. */
export const factsAboutChecks: readonly string[] = [
  'applied-control.checked',
  'applied-control.check-taken-back',
  'applied-control.edited',
  'applied-control.retired',
  'applied-control.put-back',
]
/** so long before a check is due its task is there */
const daysAhead = 14

type Quiet = { kind: 'nothing-to-do' }
type Due = { id: string; name: string; check_how: string; owner_id: string | null; due: string }

/** Every day: a task for each check that comes due, once for each day on which one is. */
export async function remindOfChecks(it: Change): Promise<Result<Changed<{ reminded: number }>, Quiet>> {
  const { org, tx, now } = it
  const facts: Fact[] = []
  for (const { id, name, check_how, owner_id, due } of await listDue(tx, org, asDay(now))) {
    const made = await createTask(it, {
      title: `Check whether a control works: ${name}`.slice(0, 300),
      detail: `${check_how}\nRecord what you find: /controls/${id}`.slice(0, 20_000),
      owner: owner_id,
      dueOn: due,
      subject: `applied-control:${id}`,
      dependsOn: [],
      source: sourceOf(id, due),
    })
    if (!made.ok) throw new Error(`the task of a check was refused: ${made.error.kind}`)
    facts.push(...made.value.facts)
  }
  const [first, ...rest] = facts
  return first ? ok({ value: { reminded: facts.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-to-do' })
}

function sourceOf(control: string, due: string): string {
  return `control-check:${control}:${due}`
}

/** An owner who has left is nobody to give a task to. */
async function listDue(tx: Transaction, org: OrganizationId, today: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select d.id, d.name, d.check_how, d.due::text as due,
           (select p.id from people p where p.org_id = ${org} and p.id = d.owner_id and p.state = 'active') as owner_id
      from (select c.id, c.name, c.check_how, c.owner_id, ${dueOf} as due
              from applied_controls c left join lateral ${lastCheckOf} k on true
             where c.org_id = ${org} and c.state = 'running') d
     where d.due <= ${today}::date + ${daysAhead}::int
       and not exists (select from tasks t where t.org_id = ${org} and t.source = 'control-check:' || d.id || ':' || d.due)
     order by d.due, d.id`.execute(tx)
  return rows
}

type Known = { id: string; state: string; source: string; checked_since: boolean }

/**
 * Brings the tasks of one control into line with its checks after this fact about it. What a person completed or cancelled is opened
 * again only where the check was taken back. Run again, it finds nothing to do.
 */
export async function settleCheckTasks(
  it: Change,
  { type, control }: { type: string; control: string },
): Promise<Result<Changed<null>, Quiet>> {
  const { org, tx } = it
  const due = await dueNow(tx, org, control)
  const { rows } = await sql<Known>`
    select t.id, t.state, t.source, exists (select from applied_control_checks k
             where k.org_id = t.org_id and k.control_id = ${control} and k.created_at > t.created_at) as checked_since
      from tasks t where t.org_id = ${org} and t.source like ${`control-check:${control}:%`} order by t.id`.execute(tx)
  const facts: Fact[] = []
  for (const task of rows) {
    const wanted = due !== null && task.source === sourceOf(control, due)
    const left = wanted && type !== 'applied-control.check-taken-back'
    if (!left) facts.push(...(await settle(it, task, wanted)))
  }
  const [first, ...rest] = facts
  return first ? ok({ value: null, facts: [first, ...rest] }) : refuse({ kind: 'nothing-to-do' })
}

async function settle(it: Change, { id, state, checked_since }: Known, wanted: boolean): Promise<Fact[]> {
  if (wanted === (state === 'open')) return []
  const moved = wanted
    ? await reopenTask(it, id)
    : checked_since
      ? await completeTask(it, id)
      : await cancelTask(it, id, 'This check is not due any more: the control stopped, or is checked at other times.')
  return moved.ok ? moved.value.facts : []
}

async function dueNow(tx: Transaction, org: OrganizationId, control: string): Promise<string | null> {
  const { rows } = await sql<{ due: string | null }>`
    select (${dueOf})::text as due from applied_controls c left join lateral ${lastCheckOf} k on true
     where c.org_id = ${org} and c.id = ${control}`.execute(tx)
  return rows[0]?.due ?? null
}
