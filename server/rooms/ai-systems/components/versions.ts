import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { VersionDraft } from '../contract.ts'
import type { Missing } from '../move.ts'
import { asWord } from '../rows.ts'
import { type VersionState, versionStates } from '../rules/words.ts'
import { editable } from './register.ts'

export type VersionRefusal =
  | Missing
  | { kind: 'label-taken' }
  | { kind: 'version-state'; state: VersionState }
  | { kind: 'component-retired' }
type Done = Result<Changed<{ id: string }>, VersionRefusal>

/** Records a version. The current one supersedes the one before it; a draft waits until it is made current. */
export async function addVersion(it: Change, component: string, draft: VersionDraft): Promise<Done> {
  const found = await editable(it, component)
  if (!found.ok) return found
  if (found.value.state === 'retired') return refuse({ kind: 'component-retired' })
  if (await isTaken(it, component, draft.label)) return refuse({ kind: 'label-taken' })
  if (draft.state === 'current') await supersede(it, component)
  const { releasedOn, ...plain } = draft
  const id = uuidv7()
  await it.tx
    .insertInto('component_versions')
    .values({ ...plain, released_on: releasedOn, org_id: it.org, id, component_id: component })
    .execute()
  return ok({
    value: { id },
    facts: [{ type: `${found.value.kind}.version-added`, subject: subjectRef(found.value.kind, component) }],
  })
}

/** Makes a draft, an earlier or a withdrawn version the one in use: the way forward and the way back. */
export async function makeCurrent(it: Change, component: string, version: string): Promise<Done> {
  const found = await editable(it, component)
  if (!found.ok) return found
  const state = await stateOf(it, component, version)
  if (state === undefined) return refuse({ kind: 'not-found' })
  if (state === 'current') return refuse({ kind: 'version-state', state })
  await supersede(it, component)
  await setState(it, version, 'current', '')
  const subject = subjectRef(found.value.kind, component)
  return ok({ value: { id: version }, facts: [{ type: `${found.value.kind}.version-made-current`, subject }] })
}

/** A version that must not be used any more says why. Making it current again undoes this. */
export async function withdrawVersion(it: Change, component: string, version: string, reason: string): Promise<Done> {
  const found = await editable(it, component)
  if (!found.ok) return found
  const state = await stateOf(it, component, version)
  if (state === undefined) return refuse({ kind: 'not-found' })
  if (state === 'withdrawn') return refuse({ kind: 'version-state', state })
  await setState(it, version, 'withdrawn', reason)
  const subject = subjectRef(found.value.kind, component)
  return ok({ value: { id: version }, facts: [{ type: `${found.value.kind}.version-withdrawn`, subject }] })
}

async function supersede({ tx, org }: Change, component: string): Promise<void> {
  await tx
    .updateTable('component_versions')
    .set({ state: 'superseded' })
    .where('org_id', '=', org)
    .where('component_id', '=', component)
    .where('state', '=', 'current')
    .execute()
}

async function setState({ tx, org }: Change, version: string, state: VersionState, reason: string): Promise<void> {
  await tx
    .updateTable('component_versions')
    .set({ state, withdrawal_reason: reason })
    .where('org_id', '=', org)
    .where('id', '=', version)
    .execute()
}

async function isTaken({ tx, org }: Change, component: string, label: string): Promise<boolean> {
  const row = await tx
    .selectFrom('component_versions')
    .select('id')
    .where('org_id', '=', org)
    .where('component_id', '=', component)
    .where('label', '=', label)
    .executeTakeFirst()
  return row !== undefined
}

async function stateOf({ tx, org }: Change, component: string, version: string): Promise<VersionState | undefined> {
  const row = await tx
    .selectFrom('component_versions')
    .select('state')
    .where('org_id', '=', org)
    .where('component_id', '=', component)
    .where('id', '=', version)
    .executeTakeFirst()
  return row && asWord(versionStates, row.state)
}
