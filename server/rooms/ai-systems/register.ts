import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { AiSystemDraft } from './contract.ts'
import type { AiSystemId, Lifecycle } from './model.ts'
import { findByReference, findMissing, insertAiSystem } from './store.ts'

export type Done = Changed<{ id: AiSystemId }>
export type ReferenceRefusal = { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
export type ReferenceTaken = { kind: 'reference-taken'; existing: string }
export type RegisterRefusal = ReferenceRefusal | ReferenceTaken | { kind: 'in-the-future' }

/** Enters an AI system into the register: proposed, or where it stands already. */
export async function registerAiSystem(it: Change, draft: AiSystemDraft): Promise<Result<Done, RegisterRefusal>> {
  const { state, since, ...fields } = draft
  const problems = await findMissing(it.tx, it.org, draft)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const existing = fields.reference && (await findByReference(it.tx, it.org, fields.reference))
  if (existing) return refuse({ kind: 'reference-taken', existing })
  const today = dayOf(it.now)
  if (since && since > today) return refuse({ kind: 'in-the-future' })

  const id = uuidv7() as AiSystemId
  await insertAiSystem(it.tx, it.org, { id, fields, life: lifeFrom(state, since, today), now: it.now })
  return ok({ value: { id }, facts: registrationFacts(id, draft) })
}

/** A life that begins here: what happened before the registration is not known unless the day was told. */
export function lifeFrom(state: AiSystemDraft['state'], since: string | null, today: string): Lifecycle {
  const nothing = { approval: null, developmentStartedOn: null, verification: null, startedOn: null }
  if (state === 'in-development')
    return { ...nothing, state, since: since ?? today, developmentStartedOn: since ?? today }
  if (state === 'in-use') return { ...nothing, state, since: since ?? today, startedOn: since }
  return { ...nothing, state, since: since ?? today }
}

/** What entering a system into the register states: decisions about individuals and fine-tuning are facts of their own. */
export function registrationFacts(
  id: AiSystemId,
  {
    provenance,
    individualDecisions,
  }: Pick<AiSystemDraft, 'individualDecisions'> & Partial<Pick<AiSystemDraft, 'provenance'>>,
): [Fact, ...Fact[]] {
  const subject = subjectRef('ai-system', id)
  const decides = individualDecisions === 'supports' || individualDecisions === 'decides'
  return [
    { type: 'ai-system.registered', subject },
    ...(provenance === 'fine-tuned' ? [{ type: 'ai-system.fine-tuning-stated', subject }] : []),
    ...(decides ? [{ type: 'ai-system.individual-decisions-stated', subject }] : []),
  ]
}

export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
