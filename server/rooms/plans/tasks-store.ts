import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { PlannedTaskView } from './contract.ts'
import type { KeptTask, PlannedTask } from './model.ts'

export type NamedTask = KeptTask & { ownerName: string | null }

/** The stretches of a plan in their order, with the tasks that were made of them as they stand now. */
export async function readPlanTasks(tx: Transaction, org: OrganizationId, plan: string): Promise<NamedTask[]> {
  const rows = await tx
    .selectFrom('plan_tasks as k')
    .leftJoin('tasks as t', (join) => join.onRef('t.org_id', '=', 'k.org_id').onRef('t.id', '=', 'k.task_id'))
    .leftJoin('people as p', (join) =>
      join.onRef('p.org_id', '=', 'k.org_id').on((on) => on('p.id', '=', on.fn.coalesce('t.owner_id', 'k.owner_id'))),
    )
    .where('k.org_id', '=', org)
    .where('k.plan_id', '=', plan)
    .orderBy('k.position')
    .select(['k.key', 'k.title', 'k.phase', 'k.role', 'k.refs', 'k.state', 'k.start_on', 'k.due_on', 'k.days'])
    .select(['k.depends_on', 'k.critical', 'k.slack_days', 'k.pinned', 'k.done_when', 'k.owner_id', 'k.task_id'])
    .select(['t.version as task_version', 't.state as task_state', 't.due_on as task_due', 't.done_on as task_done'])
    .select(['t.owner_id as task_owner', 't.title as task_title', 'p.name as owner_name'])
    .execute()
  return rows.map((row) => ({
    ...PlannedTaskView.parse({
      key: row.key,
      title: row.title,
      phase: row.phase,
      owner: row.role,
      refs: row.refs,
      state: row.state,
      start: row.start_on,
      due: row.due_on,
      durationDays: row.days,
      dependsOn: row.depends_on,
      critical: row.critical,
      slackDays: row.slack_days,
      pinned: row.pinned,
      doneWhen: row.done_when,
    }),
    ownerId: row.task_id ? row.task_owner : row.owner_id,
    ownerName: row.owner_name,
    task:
      row.task_id && row.task_version !== null
        ? {
            id: row.task_id,
            version: row.task_version,
            title: row.task_title ?? '',
            state: asState(row.task_state),
            dueOn: row.task_due,
            doneOn: row.task_done,
            ownerId: row.task_owner,
          }
        : null,
  }))
}

function asState(state: string | null): 'open' | 'done' | 'cancelled' {
  if (state === 'open' || state === 'done' || state === 'cancelled') return state
  throw new Error(`a task cannot be ${state}`)
}

export type OwnedTask = PlannedTask & { ownerId: string | null }

/** Writes the stretches of a draft; those that it no longer has go. */
export async function savePlanTasks(
  tx: Transaction,
  org: OrganizationId,
  plan: string,
  tasks: readonly OwnedTask[],
): Promise<void> {
  await tx
    .deleteFrom('plan_tasks')
    .where('org_id', '=', org)
    .where('plan_id', '=', plan)
    .where(
      'key',
      'not in',
      tasks.map(({ key }) => key),
    )
    .execute()
  const rows = tasks.map((it, position) => ({
    org_id: org,
    id: uuidv7(),
    plan_id: plan,
    key: it.key,
    position,
    title: it.title,
    phase: it.phase,
    role: it.owner,
    refs: it.refs,
    state: it.state,
    start_on: it.start,
    due_on: it.due,
    days: it.durationDays,
    depends_on: it.dependsOn,
    critical: it.critical,
    slack_days: it.slackDays,
    pinned: it.pinned,
    done_when: it.doneWhen,
    owner_id: it.ownerId,
  }))
  await tx
    .insertInto('plan_tasks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'plan_id', 'key']).doUpdateSet((row) => ({
        position: row.ref('excluded.position'),
        title: row.ref('excluded.title'),
        phase: row.ref('excluded.phase'),
        role: row.ref('excluded.role'),
        refs: row.ref('excluded.refs'),
        state: row.ref('excluded.state'),
        start_on: row.ref('excluded.start_on'),
        due_on: row.ref('excluded.due_on'),
        days: row.ref('excluded.days'),
        depends_on: row.ref('excluded.depends_on'),
        critical: row.ref('excluded.critical'),
        slack_days: row.ref('excluded.slack_days'),
        pinned: row.ref('excluded.pinned'),
        done_when: row.ref('excluded.done_when'),
        owner_id: row.ref('excluded.owner_id'),
      })),
    )
    .execute()
}

export async function linkTask(
  tx: Transaction,
  org: OrganizationId,
  { plan, key, task }: { plan: string; key: string; task: string },
): Promise<void> {
  await tx
    .updateTable('plan_tasks')
    .set({ task_id: task })
    .where('org_id', '=', org)
    .where('plan_id', '=', plan)
    .where('key', '=', key)
    .execute()
}

/** Which of these people have no active place here, as paths below `owners`. */
export async function findMissingOwners(
  tx: Transaction,
  org: OrganizationId,
  owners: Readonly<Record<string, string | null>>,
): Promise<{ path: string; message: string }[]> {
  const wanted = [...new Set(Object.values(owners).filter((id) => id !== null))]
  if (wanted.length === 0) return []
  const found = await tx
    .selectFrom('people')
    .select('id')
    .where('org_id', '=', org)
    .where('state', '=', 'active')
    .where('id', 'in', wanted)
    .execute()
  const known = new Set(found.map(({ id }) => id))
  return Object.entries(owners)
    .filter(([, id]) => id !== null && !known.has(id))
    .map(([key]) => ({ path: `owners.${key}`, message: 'does not exist here or is no longer active; choose another' }))
}
