import { refuse, ok, type Result } from '#kernel/result.ts'
import type { Change } from '#platform/database/change.ts'
import { type Evidence, isOwn } from './model.ts'
import { loadEvidence } from './store.ts'

export type Missing = { kind: 'not-found' } | { kind: 'forbidden' }

/** Loads evidence for a use case that asks for more than the route's permission: whether it is the person's own. */
export async function loadOwn(
  { org, tx, grants, person }: Change,
  id: string,
  permission: string,
): Promise<Result<Evidence, Missing>> {
  const evidence = await loadEvidence(tx, org, id)
  if (!evidence) return refuse({ kind: 'not-found' })
  const owner = person && isOwn(evidence, person) ? person : null
  return grants.allows(permission, { owner }) ? ok(evidence) : refuse({ kind: 'forbidden' })
}
