import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { saysNothing } from '#rooms/controls/index.ts'
import type { ElementDecision } from './contract.ts'
import type { Element } from './model.ts'
import { readElements } from './read.ts'
import { deleteActivity, insertActivity, saveDecision } from './store.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ ref: string }>

export type DecideRefusal =
  | { kind: 'not-found' }
  | { kind: 'person-needed' }
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'no-reason'; problems: Problem[] }

/** Takes an element into the scope, leaves it out with a reason, or opens the question again. */
export async function decideElement(
  { tx, org, person, now }: Change,
  version: number,
  body: ElementDecision,
): Promise<Result<Done, DecideRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = (await readElements(tx, org)).elements.find(({ ref }) => ref === body.element)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  if (body.decision === 'out' && saysNothing(body.reason))
    return refuse({ kind: 'no-reason', problems: [{ path: 'reason', message: howToLeaveOut }] })
  const reason = body.decision === 'undecided' ? '' : body.reason
  await saveDecision(tx, org, found, { decision: body.decision, reason, by: person, on: asDay(now) })
  return done(org, found.ref, body.decision === 'undecided' ? 'scope.element-reopened' : 'scope.element-decided')
}

const howToLeaveOut =
  'Say in a sentence why it is outside: “The branch in Lyon runs under the management system of our French sister company.”'

/** Adds an activity with AI, to be decided on. */
export async function addActivity(
  { tx, org }: Change,
  name: string,
): Promise<Result<Done, { kind: 'activity-is-there' }>> {
  const { elements } = await readElements(tx, org)
  if (elements.some((one: Element) => one.kind === 'activity' && one.name.toLowerCase() === name.toLowerCase()))
    return refuse({ kind: 'activity-is-there' })
  return done(org, `activity:${await insertActivity(tx, org, name)}`, 'scope.activity-added')
}

/** Takes an activity out of the list again; history keeps it, and it can be added again. */
export async function removeActivity({ tx, org }: Change, id: string): Promise<Result<Done, { kind: 'not-found' }>> {
  return (await deleteActivity(tx, org, id))
    ? done(org, `activity:${id}`, 'scope.activity-removed')
    : refuse({ kind: 'not-found' })
}

function done(org: string, ref: string, type: string): { ok: true; value: Done } {
  return ok({ value: { ref }, facts: [{ type, subject: subjectRef('organization', org) }] })
}
