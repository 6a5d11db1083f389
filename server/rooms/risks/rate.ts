import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { CriteriaView, RatingDraft } from './contract.ts'
import { levelOf, scoreOf } from './rules/criteria.ts'
import { findCriteria } from './criteria-store.ts'
import { analyse, type Rating, rateResidual, type ResidualRefusal, type Risk, type WrongState } from './model.ts'
import { monthsAfter } from './rows.ts'
import { endAcceptance } from './acceptances-store.ts'
import { insertRating, loadRisk, saveRisk } from './store.ts'
import { answerTriggers } from './triggers-store.ts'

type Done = Changed<{ id: string; level: Rating['level'] }>
type Problem = { path: string; message: string }
type RateRefusal =
  | { kind: 'person-needed' }
  | { kind: 'not-found' }
  | { kind: 'forbidden' }
  | { kind: 'criteria-needed' }
  | { kind: 'off-the-scale'; problems: Problem[] }

type Rateable = { risk: Risk; criteria: CriteriaView; person: string }

async function rateable(it: Change, id: string, draft: RatingDraft): Promise<Result<Rateable, RateRefusal>> {
  const { org, tx, grants, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:rate', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  const criteria = await findCriteria(tx, org, { state: 'approved' })
  if (!criteria) return refuse({ kind: 'criteria-needed' })
  const problems = offTheScale(draft, criteria)
  return problems.length > 0 ? refuse({ kind: 'off-the-scale', problems }) : ok({ risk, criteria, person })
}

function offTheScale(draft: RatingDraft, { definition: { likelihood, consequence } }: CriteriaView): Problem[] {
  const steps = { likelihood, organization: consequence, individuals: consequence, society: consequence }
  return (['likelihood', 'organization', 'individuals', 'society'] as const)
    .filter((name) => draft[name] > steps[name].length)
    .map((name) => ({ path: name, message: `has ${steps[name].length} steps in the criteria in force` }))
}

async function keepRating({ org, tx, now }: Change, kind: 'inherent' | 'residual', draft: RatingDraft, at: Rateable) {
  const score = scoreOf(draft)
  const level = levelOf(score, at.criteria.definition)
  const rated = { ...draft, risk: at.risk.id, criteria: at.criteria.id, kind, score, level }
  return await insertRating(tx, org, { ...rated, by: at.person, on: asDay(now) })
}

/**
 * Rates a risk as it is without further treatment, on the scales in force. It answers whatever asked for a new rating, and ends
 * the acceptance that rested on the one before.
 */
export async function rateInherent(
  it: Change,
  id: string,
  draft: RatingDraft,
): Promise<Result<Done, RateRefusal | WrongState>> {
  const at = await rateable(it, id, draft)
  if (!at.ok) return at
  const { risk, criteria, person } = at.value
  if (risk.state === 'closed') return refuse({ kind: 'wrong-state', state: risk.state })
  const rating = await keepRating(it, 'inherent', draft, at.value)
  const analysed = analyse(risk, rating)
  if (!analysed.ok) return analysed
  const { org, tx, now } = it
  const today = asDay(now)
  await saveRisk(tx, org, risk, {
    state: analysed.value.state,
    inherent_id: rating.id,
    residual_id: null,
    review_due_on: monthsAfter(today, criteria.definition.reviewMonths),
    ...noCheck,
  })
  await endAcceptance(tx, org, id, { on: today, because: 'rated again' })
  await answerTriggers(tx, org, id, { by: person, on: today })
  return ok({
    value: { id, level: rating.level },
    facts: [{ type: 'risk.rated', subject: subjectRef('risk', id) }],
  })
}

/** Rates what is left after treatment, under the same edition of the criteria as the rating before it. */
export async function rateWhatIsLeft(
  it: Change,
  id: string,
  draft: RatingDraft,
): Promise<Result<Done, RateRefusal | ResidualRefusal>> {
  const at = await rateable(it, id, draft)
  if (!at.ok) return at
  const { risk } = at.value
  const rating = await keepRating(it, 'residual', draft, at.value)
  const treated = rateResidual(risk, rating)
  if (!treated.ok) return treated
  await saveRisk(it.tx, it.org, risk, { state: treated.value.state, residual_id: rating.id })
  return ok({
    value: { id, level: rating.level },
    facts: [{ type: 'risk.residual-rated', subject: subjectRef('risk', id) }],
  })
}

/** A check of the working belongs to the treatment that it looked at. */
export const noCheck = { checked_on: null, checked_by: null, check_result: null, check_note: '' }
