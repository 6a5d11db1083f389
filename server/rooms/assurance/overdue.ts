import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { asDay } from '#platform/today.ts'
import { createTask } from '#rooms/tasks/index.ts'
import { noteOverdueTask } from './plans-store.ts'
import { ownerOf } from './owner-of.ts'

type Overdue = { id: string; title: string; subject: string; due: string }

/**
 * Gives the owner of what is measured a task for every approved plan whose interval has passed without a confirming run; once
 * for each day on which one was due, however often it is asked.
 */
export async function remindOfOverdue(
  it: Change,
): Promise<Result<Changed<{ reminded: number }>, { kind: 'nothing-overdue' }>> {
  const { org, tx, now } = it
  const facts: Fact[] = []
  const late = await listOverdue(tx, org, asDay(now))
  for (const { id, title, subject, due } of late) {
    const created = await createTask(it, {
      title: `Run an overdue measurement: ${title}`.slice(0, 300),
      detail: `It was due on ${due}. Upload the newest data and run the plan: /assurance/plans/${id}`,
      owner: await ownerOf(tx, org, subject),
      dueOn: asDay(new Date(now.getTime() + 7 * 86_400_000)),
      subject,
      dependsOn: [],
      source: `assurance:overdue:${id}:${due}`,
    })
    if (!created.ok) throw new Error(`the task of an overdue plan was refused: ${created.error.kind}`)
    await noteOverdueTask(tx, org, id, created.value.value.id)
    facts.push(
      { type: 'measurement-plan.found-overdue', subject: subjectRef('measurement-plan', id) },
      ...created.value.facts,
    )
  }
  const [first, ...rest] = facts
  return first ? ok({ value: { reminded: late.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-overdue' })
}

/** Approved plans whose run is overdue and that no task of this due day speaks of yet. */
async function listOverdue(tx: Transaction, org: OrganizationId, today: string): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    with due as (
      select p.id, p.title, p.subject, (greatest(p.approved_on, l.last_on) + p.interval_days) as due
        from measurement_plans p
        left join lateral (select max(r.happened_on) as last_on from measurement_runs r
          where r.org_id = p.org_id and r.series_id = p.series_id and r.confirming) l on true
       where p.org_id = ${org} and p.state = 'approved' and p.interval_days is not null)
    select d.id, d.title, d.subject, d.due::text as due from due d
     where d.due < ${today}::date
       and not exists (select from tasks t where t.org_id = ${org} and t.source = 'assurance:overdue:' || d.id || ':' || d.due)
     order by d.due, d.id`.execute(tx)
  return rows
}
