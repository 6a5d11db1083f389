import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Fact } from '#platform/database/change.ts'
import { cancelTask, createTask, editTask } from '#rooms/tasks/index.ts'
import type { KeptTask } from './model.ts'
import type { Continued } from './calculate.ts'
import type { KeptPlan } from './store.ts'
import { linkTask } from './tasks-store.ts'

export type CarryRefusal =
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'goes-in-a-circle' }
  | { kind: 'forbidden' }
  | { kind: 'not-open' }

type Carrying = { plan: KeptPlan; tasks: readonly KeptTask[]; continues: Continued | null }

/** Gives every stretch of an adopted plan its task: the one that it has already, moved, or a new one. */
export async function carryOver(it: Change, carrying: Carrying): Promise<Result<Fact[], CarryRefusal>> {
  const facts: Fact[] = []
  const ids = new Map<string, string>()
  for (const stretch of inOrder(carrying.tasks)) {
    const before = carrying.continues?.tasks.find(({ key }) => key === stretch.key)?.task ?? null
    const given = await giveTask(it, { ...carrying, ids }, stretch, before)
    if (!given.ok) return given
    const { task, fact } = given.value
    if (fact) facts.push(fact)
    if (task === null) continue
    ids.set(stretch.key, task)
    await linkTask(it.tx, it.org, { plan: carrying.plan.id, key: stretch.key, task })
  }
  return ok(facts)
}

type Given = { task: string | null; fact: Fact | null }

async function giveTask(
  it: Change,
  at: Carrying & { ids: ReadonlyMap<string, string> },
  stretch: KeptTask,
  before: KeptTask['task'],
): Promise<Result<Given, CarryRefusal>> {
  if (before?.state === 'open') return await moveTask(it, at, stretch, before)
  // What was done keeps its task; what was done before any plan has none.
  if (stretch.state === 'done') return ok({ task: before?.state === 'done' ? before.id : null, fact: null })
  const { key, title, due: dueOn, ownerId: owner } = stretch
  const made = await createTask(it, {
    title,
    dueOn,
    owner,
    detail: detailOf(stretch),
    subject: subjectRef('plan', at.plan.id),
    dependsOn: dependenciesOf(stretch, at.ids),
    source: `plan:${at.plan.id}:${key}`,
  })
  if (!made.ok) return refuse({ kind: 'no-such-reference', problems: made.error.problems.map(below(key)) })
  return ok({ task: made.value.value.id, fact: made.value.facts[0] })
}

/** Moves the task that somebody works on already; what else it waits for by hand stays. */
async function moveTask(
  it: Change,
  { plan, ids, continues }: Carrying & { ids: ReadonlyMap<string, string> },
  stretch: KeptTask,
  task: NonNullable<KeptTask['task']>,
): Promise<Result<Given, CarryRefusal>> {
  const { key, title, due: dueOn } = stretch
  // Whoever works on it keeps it, unless the plan names somebody.
  const named = plan.owners[key]
  const owner = named === undefined ? task.ownerId : named
  const ofPlan = new Set(continues?.tasks.flatMap((one) => one.task?.id ?? []))
  const waitsFor = await readDependencies(it, task.id)
  const dependsOn = [...new Set([...dependenciesOf(stretch, ids), ...waitsFor.filter((id) => !ofPlan.has(id))])]
  const subject = subjectRef('plan', plan.id)
  const edit = { title, dueOn, dependsOn, subject, ...(owner !== task.ownerId && { owner }) }
  const edited = await editTask(it, task, edit)
  if (edited.ok) return ok({ task: task.id, fact: edited.value.facts[0] })
  const { error } = edited
  if (error.kind === 'no-such-reference') return refuse({ ...error, problems: error.problems.map(below(key)) })
  if (error.kind === 'goes-in-a-circle' || error.kind === 'forbidden') return refuse({ kind: error.kind })
  throw new Error(`task ${task.id} changed under the lock of its organization`)
}

/** Cancels what the new plan no longer asks for. */
export async function endTasks(
  it: Change,
  { plan, tasks, continues }: Carrying & { continues: Continued },
): Promise<Result<Fact[], CarryRefusal>> {
  const kept = new Set(tasks.map(({ key }) => key))
  const facts: Fact[] = []
  for (const { key, task } of continues.tasks) {
    if (kept.has(key) || task?.state !== 'open') continue
    const cancelled = await cancelTask(
      it,
      task.id,
      `The plan “${plan.name}” no longer needs it: nothing of it is open.`,
    )
    if (!cancelled.ok) return refuse({ kind: cancelled.error.kind === 'forbidden' ? 'forbidden' : 'not-open' })
    facts.push(...cancelled.value.facts)
  }
  return ok(facts)
}

function detailOf({ doneWhen, refs }: KeptTask): string {
  return refs.length > 0 ? `${doneWhen}\n\nServes ${refs.join(', ')}.` : doneWhen
}

function dependenciesOf({ dependsOn }: KeptTask, ids: ReadonlyMap<string, string>): string[] {
  return dependsOn.flatMap((key) => ids.get(key) ?? [])
}

async function readDependencies({ tx, org }: Change, task: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('task_dependencies')
    .select('depends_on')
    .where('org_id', '=', org)
    .where('task_id', '=', task)
    .execute()
  return rows.map(({ depends_on }) => depends_on)
}

function below(key: string) {
  return ({ path, message }: { path: string; message: string }) => ({ path: `owners.${key}.${path}`, message })
}

/** What others wait for comes first; a plan has no circles. */
function inOrder(tasks: readonly KeptTask[]): KeptTask[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const ordered = new Set<KeptTask>()
  const visit = (task: KeptTask) => {
    if (ordered.has(task)) return
    for (const key of task.dependsOn) {
      const before = byKey.get(key)
      if (before) visit(before)
    }
    ordered.add(task)
  }
  tasks.forEach(visit)
  return [...ordered]
}
