import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { RoleConfirmation, ScopeDecision } from './contract.ts'
import type { AiSystem } from './model.ts'
import type { Missing } from './move.ts'
import { dayOf } from './register.ts'
import { loadAiSystem, updateAiSystem } from './store.ts'

export type DecideRefusal = Missing | { kind: 'in-the-future' }
type Done = Result<Changed<{ id: string }>, DecideRefusal>

/** Clause 4.3: in or out of the management system's scope, with the reason; `undecided` takes the decision back. */
export async function decideScope(it: Change, id: string, decision: ScopeDecision): Promise<Done> {
  const found = await decidable(
    it,
    id,
    'ai-systems:decide-scope',
    'happenedOn' in decision ? decision.happenedOn : undefined,
  )
  if (!found.ok) return found
  const decided =
    decision.scope === 'undecided'
      ? { scope: 'undecided', scope_reason: '', scope_decided_on: null, scope_decided_by: null }
      : {
          scope: decision.scope,
          scope_reason: decision.reason,
          scope_decided_on: decision.happenedOn ?? dayOf(it.now),
          scope_decided_by: it.person,
        }
  await updateAiSystem(it.tx, it.org, id, decided)
  const type = decision.scope === 'undecided' ? 'ai-system.scope-reopened' : 'ai-system.scope-decided'
  return ok({ value: { id }, facts: [{ type, subject: subjectRef('ai-system', id) }] })
}

/** Clause 4.1: which roles the organization holds for this system. ISO/IEC 22989 and the EU AI Act are answered apart. */
export async function confirmRoles(it: Change, id: string, confirmed: RoleConfirmation): Promise<Done> {
  const found = await decidable(it, id, 'ai-systems:confirm-roles', confirmed.happenedOn)
  if (!found.ok) return found
  const { roles, reason, happenedOn = dayOf(it.now) } = confirmed
  const set =
    confirmed.framework === 'iso-22989'
      ? {
          iso_roles: roles,
          iso_roles_reason: reason,
          iso_roles_on: happenedOn,
          iso_roles_by: it.person,
          iso_roles_at: it.now,
        }
      : {
          act_roles: roles,
          act_roles_reason: reason,
          act_roles_on: happenedOn,
          act_roles_by: it.person,
          act_roles_at: it.now,
        }
  await updateAiSystem(it.tx, it.org, id, set)
  return ok({ value: { id }, facts: [{ type: 'ai-system.roles-confirmed', subject: subjectRef('ai-system', id) }] })
}

/** Takes a confirmation back: the roles are open again. */
export async function withdrawRoles(it: Change, id: string, framework: 'iso-22989' | 'eu-ai-act'): Promise<Done> {
  const found = await decidable(it, id, 'ai-systems:confirm-roles', undefined)
  if (!found.ok) return found
  const set =
    framework === 'iso-22989'
      ? { iso_roles: [], iso_roles_reason: '', iso_roles_on: null, iso_roles_by: null, iso_roles_at: null }
      : { act_roles: [], act_roles_reason: '', act_roles_on: null, act_roles_by: null, act_roles_at: null }
  await updateAiSystem(it.tx, it.org, id, set)
  return ok({ value: { id }, facts: [{ type: 'ai-system.roles-withdrawn', subject: subjectRef('ai-system', id) }] })
}

/** Somebody looked at the whole record and found it right: register entries do not age unseen (A.4.2). */
export async function reviewAiSystem(it: Change, id: string, happenedOn: string | undefined): Promise<Done> {
  const found = await decidable(it, id, 'ai-systems:edit', happenedOn)
  if (!found.ok) return found
  await updateAiSystem(it.tx, it.org, id, { reviewed_on: happenedOn ?? dayOf(it.now), reviewed_by: it.person })
  return ok({ value: { id }, facts: [{ type: 'ai-system.reviewed', subject: subjectRef('ai-system', id) }] })
}

async function decidable(
  it: Change,
  id: string,
  permission: string,
  happenedOn: string | undefined,
): Promise<Result<AiSystem, DecideRefusal>> {
  const found = await loadAiSystem(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (!it.grants.allows(permission, found)) return refuse({ kind: 'forbidden' })
  if (happenedOn !== undefined && happenedOn > dayOf(it.now)) return refuse({ kind: 'in-the-future' })
  return ok(found)
}
