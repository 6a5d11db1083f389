import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { assessAct } from './rules/assess.ts'
import type { ActDecision } from './contract.ts'
import { endDecision, insertDecision, type Living, loadDecided, loadLiving, saveResult, systemExists } from './store.ts'

type Missing = { kind: 'not-found' } | { kind: 'nothing-answered' }
export type DecideRefusal = Missing | { kind: 'no-such-duty' }

/** Confirms or overrides the class or the date of a duty; the value that the answers lead to is kept beside it. */
export async function decideAct(
  { org, tx, person, now }: Change,
  system: string,
  decision: ActDecision,
): Promise<Result<Changed<{ id: string }>, DecideRefusal>> {
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const living = await loadLiving(tx, org, system)
  if (!living) return refuse({ kind: 'nothing-answered' })
  const { value, reason } = decision
  const about = decision.about === 'class' ? 'class' : decision.duty
  const computed = computedOf(living, about)
  if (computed === undefined) return refuse({ kind: 'no-such-duty' })
  const today = asDay(now)
  await endDecision(tx, org, { assessment: living.id, about, today })
  await insertDecision(tx, org, { assessment: living.id, about, value, computed, reason, person, today })
  await saveResult(tx, org, living.id, assessAct(living.answers, await loadDecided(tx, org, living.id)))
  return ok({
    value: { id: living.id },
    facts: [{ type: 'ai-system.act-decided', subject: subjectRef('ai-system', system) }],
  })
}

/** What the answers lead to where nothing is decided about it; a date under the class that is decided. */
function computedOf({ answers, decided }: Living, about: string): string | undefined {
  if (about === 'class') return assessAct(answers).class
  const undated = assessAct(answers, decided.class ? { class: decided.class } : {})
  return undated.duties.find(({ id }) => id === about)?.date.on
}

/** Takes a decision back: what the answers lead to counts again. */
export async function withdrawActDecision(
  { org, tx, now }: Change,
  system: string,
  about: string,
): Promise<Result<Changed<{ id: string }>, Missing | { kind: 'nothing-decided' }>> {
  if (!(await systemExists(tx, org, system))) return refuse({ kind: 'not-found' })
  const living = await loadLiving(tx, org, system)
  if (!living) return refuse({ kind: 'nothing-answered' })
  const ended = await endDecision(tx, org, { assessment: living.id, about, today: asDay(now) })
  if (!ended) return refuse({ kind: 'nothing-decided' })
  await saveResult(tx, org, living.id, assessAct(living.answers, await loadDecided(tx, org, living.id)))
  return ok({
    value: { id: living.id },
    facts: [{ type: 'ai-system.act-decision-withdrawn', subject: subjectRef('ai-system', system) }],
  })
}
