import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Problem, ScreeningDraft } from './contract.ts'
import { completeAnswers, screen, screeningRules } from './model.ts'
import { findDraft, findScreening, latestConcluded } from './store.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' } | { kind: 'not-a-draft' }

/** Begins a screening from the last answers, so that only what changed is asked again. One draft at a time. */
export async function beginScreening({ org, tx }: Change): Promise<Result<Done, { kind: 'draft-open'; id: string }>> {
  const open = await findDraft(tx, org)
  if (open) return refuse({ kind: 'draft-open', id: open.id })
  const last = await latestConcluded(tx, org)
  const id = uuidv7()
  await tx
    .insertInto('screenings')
    .values({ org_id: org, id, answers: JSON.stringify(last?.answers ?? {}) })
    .execute()
  return done(id, 'begun')
}

/** Keeps what was answered so far. */
export async function saveAnswers(
  { org, tx }: Change,
  id: string,
  version: number,
  answers: ScreeningDraft,
): Promise<Result<Done, Missing | { kind: 'stale'; currentVersion: number }>> {
  const found = await findScreening(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'draft') return refuse({ kind: 'not-a-draft' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  await tx
    .updateTable('screenings')
    .set({ answers: JSON.stringify(answers) })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return done(id, 'answered')
}

export type ConcludeRefusal = Missing | { kind: 'incomplete' | 'contradiction'; problems: Problem[] }

/** Decides. The result is kept with its answers and the version of the rules; open triggers are answered by it. */
export async function concludeScreening({ org, tx, now }: Change, id: string): Promise<Result<Done, ConcludeRefusal>> {
  const found = await findScreening(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'draft') return refuse({ kind: 'not-a-draft' })
  const answers = completeAnswers(found.answers)
  if (!answers.ok) return refuse({ kind: 'incomplete', problems: answers.error.problems })
  const result = screen(answers.value)
  if (!result.ok) return refuse({ kind: 'contradiction', problems: result.error.problems })
  await tx
    .updateTable('screenings')
    .set({
      state: 'concluded',
      result: JSON.stringify(result.value),
      rules: screeningRules,
      concluded_on: now.toISOString().slice(0, 10),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('screening_triggers')
    .set({ state: 'answered', answered_by: id })
    .where('org_id', '=', org)
    .where('state', '=', 'raised')
    .execute()
  return done(id, 'concluded')
}

export async function abandonScreening({ org, tx }: Change, id: string): Promise<Result<Done, Missing>> {
  const found = await findScreening(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'draft') return refuse({ kind: 'not-a-draft' })
  await tx
    .updateTable('screenings')
    .set({ state: 'abandoned' })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return done(id, 'abandoned')
}

function done(id: string, verb: string): Result<Done, never> {
  return ok({ value: { id }, facts: [{ type: `screening.${verb}`, subject: subjectRef('screening', id) }] })
}
