import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { cancelTask, createTask } from '#rooms/tasks/index.ts'
import type { AssessmentEdit, MeasureDraft } from './contract.ts'
import { depthOf, type In, type WrongState } from './model.ts'
import type { Answers } from './rules/answers.ts'
import { deleteMeasure, insertMeasure, isShared, loadAssessment, measuresOf, saveAssessment } from './store.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' }
type Unwritable = Missing | { kind: 'person-needed' } | WrongState
export type WriteRefusal =
  | Unwritable
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'no-such-reference'; problems: Problem[] }

/** Saves what was answered so far. Whoever writes on it is one of its authors from then on. */
export async function editAssessment(
  it: Change,
  { id, version }: { id: string; version: number },
  { decision, reviewDueOn, occasionNote, ...given }: AssessmentEdit,
  subjects: Subjects,
): Promise<Result<Done, WriteRefusal>> {
  const draft = await writable(it, id)
  if (!draft.ok) return draft
  const { value: before } = draft
  if (before.version !== version) return refuse({ kind: 'stale', currentVersion: before.version })
  const { org, tx, grants } = it
  const added = (given.facts ?? []).filter((ref) => !before.answers.facts.includes(ref))
  const missing = await subjects.missing({ tx, org, grants }, added)
  if (missing.length > 0) {
    const problems = missing.map((ref) => ({ path: 'facts', message: `${ref} does not exist here` }))
    return refuse({ kind: 'no-such-reference', problems })
  }
  const answers = merged(before.answers, given)
  await saveAssessment(tx, org, {
    ...before,
    answers,
    depth: depthOf(answers.screening, answers.deeper).depth,
    decision: decision === undefined ? before.decision : decision,
    reviewDueOn: reviewDueOn === undefined ? before.reviewDueOn : reviewDueOn,
    occasionNote: occasionNote ?? before.occasionNote,
  })
  return done(id, 'impact-assessment.edited')
}

/** What was given replaces what stood there; what was left out stays. */
function merged(before: Answers, given: Omit<AssessmentEdit, 'decision' | 'reviewDueOn' | 'occasionNote'>): Answers {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...before, ...named }
}

/** A measure is a task of a named person by a day; the go-ahead may hang on it. */
export async function addMeasure(
  it: Change,
  id: string,
  { title, detail, owner, dueOn, condition }: MeasureDraft,
): Promise<
  Result<Changed<{ id: string; task: string }>, Unwritable | { kind: 'no-such-reference'; problems: Problem[] }>
> {
  const draft = await writable(it, id)
  if (!draft.ok) return draft
  const subject = subjectRef('impact-assessment', id)
  const task = await createTask(it, { title, detail, owner, dueOn, subject, dependsOn: [] })
  if (!task.ok) return task
  await saveAssessment(it.tx, it.org, draft.value)
  const measure = await insertMeasure(it.tx, it.org, { assessment: id, task: task.value.value.id, condition })
  return ok({
    value: { id: measure, task: task.value.value.id },
    facts: [{ type: 'impact-assessment.measure-added', subject }, ...task.value.facts],
  })
}

/** Takes a measure out of the draft; its task is cancelled unless an earlier edition rests on it too. */
export async function removeMeasure(
  it: Change,
  { id, measure }: { id: string; measure: string },
): Promise<Result<Done, Unwritable | { kind: 'forbidden' }>> {
  const draft = await writable(it, id)
  if (!draft.ok) return draft
  const found = (await measuresOf(it.tx, it.org, id)).find((one) => one.id === measure)
  if (!found) return refuse({ kind: 'not-found' })
  const shared = await isShared(it.tx, it.org, found)
  await deleteMeasure(it.tx, it.org, measure)
  await saveAssessment(it.tx, it.org, draft.value)
  const removed = { type: 'impact-assessment.measure-removed', subject: subjectRef('impact-assessment', id) }
  if (shared || found.state !== 'open') return ok({ value: { id }, facts: [removed] })
  const cancelled = await cancelTask(it, found.task_id, 'It was taken out of the impact assessment.')
  if (cancelled.ok) return ok({ value: { id }, facts: [removed, ...cancelled.value.facts] })
  if (cancelled.error.kind === 'forbidden' || cancelled.error.kind === 'not-found') return refuse(cancelled.error)
  throw new Error(`an open task was ${cancelled.error.kind}`)
}

/** The draft, with the one who writes among its authors. */
async function writable({ org, tx, person }: Change, id: string): Promise<Result<In<'drafting'>, Unwritable>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'drafting') return refuse({ kind: 'wrong-state', state: found.state })
  return ok({ ...found, authors: [...new Set([...found.authors, person])] })
}

export function done(id: string, type: string): { ok: true; value: Done } {
  return ok({ value: { id }, facts: [{ type, subject: subjectRef('impact-assessment', id) }] })
}
