import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { AiSystemDraft, createAiSystem } from '#rooms/ai-systems/index.ts'
import type { Judgement } from './model.ts'
import { judge } from './model.ts'
import { findCandidate, saveJudgement } from './store.ts'

type Judged = Changed<{ id: string; system: string | null }>
export type JudgeRefusal =
  | { kind: 'not-found' }
  | { kind: 'forbidden' }
  | { kind: 'judged-before'; state: Judgement['state'] }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

/** Registers a new AI system for the candidate, proposed, and binds the two. */
export async function acceptCandidate(
  it: Change,
  id: string,
  { name, purpose, owner }: { name: string; purpose: string; owner: string | null },
): Promise<Result<Judged, JudgeRefusal>> {
  const found = await findCandidate(it.tx, it.org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (!it.grants.has('ai-systems:register')) return refuse({ kind: 'forbidden' })
  if (found.judgement.state !== 'staged') return refuse({ kind: 'judged-before', state: found.judgement.state })
  const made = await createAiSystem(
    it,
    AiSystemDraft.parse({
      name,
      purpose,
      owner,
      provenance: found.kinds.includes('fine-tuning') ? 'fine-tuned' : null,
    }),
  )
  if (!made.ok) {
    const problems =
      made.error.kind === 'no-such-reference'
        ? made.error.problems
        : [{ path: 'name', message: 'cannot be registered' }]
    return refuse({ kind: 'no-such-reference', problems })
  }
  const system = made.value.value.id
  await saveJudgement(it.tx, it.org, id, { state: 'accepted', system })
  return ok({
    value: { id, system },
    facts: [{ type: 'scan-candidate.accepted', subject: subjectRef('scan-candidate', id) }, ...made.value.facts],
  })
}

/** The candidate is part of a system that the register has already. */
export async function mergeCandidate(it: Change, id: string, system: string): Promise<Result<Judged, JudgeRefusal>> {
  const known = await it.tx
    .selectFrom('ai_systems')
    .select('id')
    .where('org_id', '=', it.org)
    .where('id', '=', system)
    .executeTakeFirst()
  const decided = await decide(it, id, { state: 'merged', system })
  if (!decided.ok) return decided
  if (!known)
    return refuse({ kind: 'no-such-reference', problems: [{ path: 'system', message: 'is not in the register' }] })
  await saveJudgement(it.tx, it.org, id, decided.value)
  return ok({
    value: { id, system },
    facts: [
      { type: 'scan-candidate.merged', subject: subjectRef('scan-candidate', id) },
      { type: 'ai-system.code-found', subject: subjectRef('ai-system', system) },
    ],
  })
}

/** The candidate is no AI system of ours, and the reason stays with it. */
export async function dismissCandidate(it: Change, id: string, reason: string): Promise<Result<Judged, JudgeRefusal>> {
  const decided = await decide(it, id, { state: 'dismissed', reason })
  if (!decided.ok) return decided
  await saveJudgement(it.tx, it.org, id, decided.value)
  return ok({
    value: { id, system: null },
    facts: [{ type: 'scan-candidate.dismissed', subject: subjectRef('scan-candidate', id) }],
  })
}

/** Takes a judgement back; a system that was registered meanwhile stays in the register. */
export async function restageCandidate(
  it: Change,
  id: string,
): Promise<Result<Judged, { kind: 'not-found' } | { kind: 'not-judged' }>> {
  const found = await findCandidate(it.tx, it.org, { id })
  if (!found) return refuse({ kind: 'not-found' })
  if (found.judgement.state === 'staged') return refuse({ kind: 'not-judged' })
  await saveJudgement(it.tx, it.org, id, { state: 'staged' })
  return ok({
    value: { id, system: null },
    facts: [{ type: 'scan-candidate.restaged', subject: subjectRef('scan-candidate', id) }],
  })
}

async function decide(
  it: Change,
  id: string,
  next: Exclude<Judgement, { state: 'staged' }>,
): Promise<Result<Judgement, JudgeRefusal>> {
  const found = await findCandidate(it.tx, it.org, { id })
  return found ? judge(found.judgement, next) : refuse({ kind: 'not-found' })
}
