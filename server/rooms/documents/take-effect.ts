import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { DocumentView } from './contract.ts'
import { fact, loadVersion, type Unwritable } from './loaded.ts'
import { addMonths, type DocumentVersion, makeEffective, makeObsolete, type WrongState } from './model.ts'
import { saveReviewDue } from './store.ts'
import { findDueVersions, findVersionIn, insertVersion, saveVersion } from './versions-store.ts'

type Effective = Extract<DocumentVersion, { state: 'effective' }>

/**
 * Lets a version hold: the one that held is marked obsolete in the same change, and the next review is reckoned from here.
 * `brought` says that the version comes in with this change and is not stored yet.
 */
export async function takeEffect(
  it: Change,
  document: Pick<DocumentView, 'id' | 'reviewMonths'>,
  version: Effective,
  { brought = false, reviewDueOn }: { brought?: boolean; reviewDueOn?: string | null } = {},
): Promise<[Fact, ...Fact[]]> {
  const { org, tx } = it
  const { id, reviewMonths } = document
  const held = await findVersionIn(tx, org, id, ['effective'])
  if (held) await saveVersion(tx, org, makeObsolete(held, asDay(it.now), 'superseded'))
  await (brought ? insertVersion(tx, org, id, version) : saveVersion(tx, org, version))
  const due = reviewMonths === null ? null : addMonths(version.effectiveOn, reviewMonths)
  await saveReviewDue(tx, org, id, reviewDueOn ?? due)
  return [fact(id, 'document.took-effect'), ...(held ? [fact(id, 'document.version-obsoleted')] : [])]
}

export type EffectRefusal =
  | Unwritable
  | WrongState
  | { kind: 'not-yet' }
  | { kind: 'before-approval'; approvedOn: string }

/** Makes an approved version effective today, or from an earlier day since its approval. */
export async function makeVersionEffective(
  it: Change,
  { id, number }: { id: string; number: number },
  effectiveOn: string | null,
): Promise<Result<Changed<{ id: string; number: number }>, EffectRefusal>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const { version, document } = found.value
  const today = asDay(it.now)
  const on = effectiveOn ?? today
  if (on > today) return refuse({ kind: 'not-yet' })
  const holds = makeEffective(version, on)
  if (!holds.ok) return holds
  const { approval } = holds.value
  if (on < approval.on) return refuse({ kind: 'before-approval', approvedOn: approval.on })
  return ok({ value: { id, number }, facts: await takeEffect(it, document, holds.value) })
}

/** Lets every approved version hold whose planned day has come; refuses where there is none, so that nothing is recorded. */
export async function letDueTakeEffect(
  it: Change,
): Promise<Result<Changed<{ count: number }>, { kind: 'nothing-due' }>> {
  const today = asDay(it.now)
  const facts: Fact[] = []
  const due = await findDueVersions(it.tx, it.org, today)
  for (const { document, number } of due) {
    const found = await loadVersion(it, document, number)
    if (!found.ok || found.value.version.state !== 'approved') continue
    const holds = makeEffective(found.value.version, found.value.version.effectiveOn ?? today)
    if (holds.ok) facts.push(...(await takeEffect(it, found.value.document, holds.value)))
  }
  const [first, ...rest] = facts
  if (!first) return refuse({ kind: 'nothing-due' })
  return ok({ value: { count: due.length }, facts: [first, ...rest] })
}
