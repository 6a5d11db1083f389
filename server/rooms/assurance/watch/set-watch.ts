import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { comparesFiles } from '../ask-run.ts'
import type { PathRefusal } from '../files/data-folder.ts'
import { loadPlan } from '../plans-store.ts'
import type { WatchBody } from './contract.ts'
import { standingOf } from './stamp.ts'
import { loadWatch, noteLook, saveWatch } from './store.ts'

export type WatchRefusal =
  | PathRefusal
  | { kind: 'not-found' }
  | { kind: 'plan-ended' }
  | { kind: 'looks-at-one-file' }
  | { kind: 'looks-at-nothing' }

/**
 * Says which file in the operator's folder a plan looks at by itself, under this edition and every later one; null stops it. It stands
 * beside the definition, so that an approval stays what it is.
 */
export async function setWatch(
  it: Change,
  id: string,
  { path }: WatchBody,
  folder: string | null,
): Promise<Result<Changed<WatchBody>, WatchRefusal>> {
  const { org, tx } = it
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  const before = await loadWatch(tx, org, plan.series)
  const subject = subjectRef('measurement-plan', id)
  if (path === null) {
    if (!before?.path) return refuse({ kind: 'looks-at-nothing' })
    await saveWatch(tx, org, { series: plan.series, path })
    return ok({ value: { path }, facts: [{ type: 'measurement-plan.looking-stopped', subject }] })
  }
  if (plan.state === 'withdrawn' || plan.state === 'superseded') return refuse({ kind: 'plan-ended' })
  if (comparesFiles(plan.definition)) return refuse({ kind: 'looks-at-one-file' })
  const there = await standingOf(folder, path)
  if (!there.ok) return there
  const watch = await saveWatch(tx, org, { series: plan.series, path })
  if (before?.path !== path) {
    const { stamp } = there.value
    await noteLook(tx, org, { watch, path, came: 'moving', why: null, stamp, sha256: null })
  }
  return ok({ value: { path }, facts: [{ type: 'measurement-plan.looking-set', subject }] })
}
