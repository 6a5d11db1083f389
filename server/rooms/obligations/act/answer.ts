import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { ActAnswers } from './rules/answers.ts'
import { assessAct } from './rules/assess.ts'
import { insertAssessment, loadLiving, setReopened, systemExists } from './store.ts'

type NotFound = { kind: 'not-found' }

/** Answers the questions about one system anew. The result of earlier answers stays as it was, with its number. */
export async function answerAct(
  { org, tx, person, now }: Change,
  system: string,
  answers: ActAnswers,
): Promise<Result<Changed<{ id: string }>, NotFound>> {
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const result = assessAct(answers)
  const id = await insertAssessment(tx, org, { system, answers, result, person, today: asDay(now) })
  return ok({ value: { id }, facts: [{ type: 'ai-system.act-answered', subject: subjectRef('ai-system', system) }] })
}

/** Something changed about the system: the answers stay visible and ask to be looked at again. */
export async function reopenAct(
  { org, tx, now }: Change,
  system: string,
  because: string,
): Promise<Result<Changed<{ id: string }>, NotFound | { kind: 'nothing-answered' } | { kind: 'open-already' }>> {
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const living = await loadLiving(tx, org, system)
  if (!living) return refuse({ kind: 'nothing-answered' })
  if (living.state === 'reopened') return refuse({ kind: 'open-already' })
  await setReopened(tx, org, living.id, { on: asDay(now), because })
  return ok({
    value: { id: living.id },
    facts: [{ type: 'ai-system.act-reopened', subject: subjectRef('ai-system', system) }],
  })
}

/** Somebody looked again and found that the answers still hold. */
export async function confirmAct(
  { org, tx }: Change,
  system: string,
): Promise<Result<Changed<{ id: string }>, NotFound | { kind: 'nothing-answered' } | { kind: 'not-open' }>> {
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const living = await loadLiving(tx, org, system)
  if (!living) return refuse({ kind: 'nothing-answered' })
  if (living.state !== 'reopened') return refuse({ kind: 'not-open' })
  await setReopened(tx, org, living.id, null)
  return ok({
    value: { id: living.id },
    facts: [{ type: 'ai-system.act-confirmed', subject: subjectRef('ai-system', system) }],
  })
}
