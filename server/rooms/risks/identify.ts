import { type Said, said } from '#kernel/said.ts'
import { annexAControls } from '@assay/frameworks'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { RiskDraft, RiskEdit } from './contract.ts'
import { libraryRisk } from './library.ts'
import type { RiskState } from './model.ts'
import { findMissing, insertRisk, loadRisk, referenceTaken, saveEdit } from './store.ts'

type Problem = { path: string } & Said
type Done = Changed<{ id: string }>
export type IdentifyRefusal = { kind: 'no-such-reference'; problems: Problem[] }

/** Writes down what could happen, before anybody rates it. */
export async function identifyRisk(it: Change, draft: RiskDraft): Promise<Result<Done, IdentifyRefusal>> {
  const problems = await problemsIn(it, draft, null)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const id = await insertRisk(it.tx, it.org, { ...draft, controls: [...new Set(draft.controls)] })
  return ok({ value: { id }, facts: [{ type: 'risk.identified', subject: subjectRef('risk', id) }] })
}

export type EditRefusal =
  | IdentifyRefusal
  | { kind: 'not-found' }
  | { kind: 'forbidden' }
  | { kind: 'closed' }
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'assessed-already'; state: RiskState }

/** What the risk is, in words: once it is accepted, these are what was accepted. */
const assessed = ['source', 'event', 'forOrganization', 'forIndividuals', 'forSociety', 'systems'] as const

/** Changes what a risk says. What an accepted risk is about changes only after it was opened again. */
export async function editRisk(
  it: Change,
  { id, version }: { id: string; version: number },
  edit: RiskEdit,
): Promise<Result<Done, EditRefusal>> {
  const { org, tx, grants } = it
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:edit', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  if (risk.version !== version) return refuse({ kind: 'stale', currentVersion: risk.version })
  if (risk.state === 'closed') return refuse({ kind: 'closed' })
  if (risk.state === 'accepted' && assessed.some((name) => edit[name] !== undefined))
    return refuse({ kind: 'assessed-already', state: risk.state })
  const problems = await problemsIn(it, edit, id)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  await saveEdit(tx, org, id, edit)
  return ok({ value: { id }, facts: [{ type: 'risk.edited', subject: subjectRef('risk', id) }] })
}

async function problemsIn(
  { org, tx }: Change,
  draft: RiskEdit & { libraryId?: string | null },
  but: string | null,
): Promise<Problem[]> {
  const { owner, systems = [], controls = [], reference = '', libraryId } = draft
  const missing = await findMissing(tx, org, { owners: owner ? [owner] : [], systems })
  const problems = missing.systems.map((id) => ({
    path: `systems.${systems.indexOf(id)}`,
    message: 'does not exist here',
  }))
  if (missing.owners.length > 0)
    problems.push({ path: 'owner', message: 'does not exist here or is no longer active; choose another' })
  if (libraryId && !libraryRisk(libraryId)) problems.push({ path: 'libraryId', message: 'is no entry of the library' })
  if (await referenceTaken(tx, org, reference, but))
    problems.push({ path: 'reference', message: 'is the number of another risk; choose another' })
  return [...problems, ...unknownControls(controls)]
}

/** Controls are named by their id in Annex A; what names none is said, not kept. */
export function unknownControls(controls: readonly string[]): Problem[] {
  const known = new Set(annexAControls().map(({ ref }) => ref))
  return controls.flatMap((ref, place) =>
    known.has(ref)
      ? []
      : [{ path: `controls.${place}`, ...said('{ref} is no control of Annex A, such as A.6.2.4', { ref }) }],
  )
}
