import { said } from '#kernel/said.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { peopleWhoMay } from '#rooms/identity/index.ts'
import type { Reaffirming } from './contract.ts'
import {
  approve,
  type ApproveRefusal,
  type ImpactAssessment,
  missingFrom,
  monthsAfter,
  permissions,
  type Problem,
  reaffirm,
  sendBack,
  submit,
  supersede,
  withdraw,
  type WrongState,
} from './model.ts'
import { findRules, findSystem, loadAssessment, loadStanding, measuresOf, saveAssessment } from './store.ts'
import { done } from './write.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' } | { kind: 'person-needed' }
export type SubmitRefusal = Missing | WrongState | { kind: 'incomplete'; problems: Problem[] }

/** Asks for approval, once everything that its depth calls for is answered. */
export async function submitAssessment(it: Change, id: string): Promise<Result<Done, SubmitRefusal>> {
  const { org, tx, person, now } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'drafting') return refuse({ kind: 'wrong-state', state: found.state })
  const problems = await missing(it, found)
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems })
  const submitted = submit({ ...found, authors: [...new Set([...found.authors, person])] }, person, asDay(now))
  if (!submitted.ok) return submitted
  await saveAssessment(tx, org, submitted.value)
  return done(id, 'impact-assessment.submitted')
}

async function missing({ org, tx, now }: Change, found: ImpactAssessment): Promise<Problem[]> {
  const [system, rules] = [await findSystem(tx, org, found.system), await findRules(tx, org)]
  const measures = await measuresOf(tx, org, found.id)
  return missingFrom({
    answers: found.answers,
    decision: found.decision,
    reviewDueOn: found.reviewDueOn,
    conditions: measures.filter(({ condition, state }) => condition && state !== 'cancelled').length,
    individualDecisions: system?.individual_decisions ?? null,
    today: asDay(now),
    reviewMonths: rules && { screen: rules.screenMonths, full: rules.fullMonths },
  })
}

/** Gives it back to its authors, by whoever may approve it or by them. */
export async function returnAssessment(
  { org, tx, person, grants }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | WrongState | { kind: 'forbidden' }>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const mayDecide = grants.has('impact-assessments:approve') || (person !== null && found.authors.includes(person))
  if (!mayDecide) return refuse({ kind: 'forbidden' })
  const back = sendBack(found, reason)
  if (!back.ok) return back
  await saveAssessment(tx, org, back.value)
  return done(id, 'impact-assessment.returned')
}

/** Approved by another person than its authors; the edition before ends with it. */
export async function approveAssessment(
  it: Change,
  id: string,
  note: string,
): Promise<Result<Done, Missing | ApproveRefusal>> {
  const { org, tx, now, person, seq } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const today = asDay(now)
  const approved = approve(found, { by: person, on: today, seq, note }, await others(it, found.authors))
  if (!approved.ok) return approved
  const facts: [Fact, ...Fact[]] = [
    { type: 'impact-assessment.approved', subject: subjectRef('impact-assessment', id) },
    ...(found.decision === 'stop'
      ? [{ type: 'ai-system.stopped-by-assessment', subject: subjectRef('ai-system', found.system) }]
      : []),
  ]
  const before = await loadStanding(tx, org, found.system)
  if (before) {
    await saveAssessment(tx, org, supersede(before, today))
    facts.push({ type: 'impact-assessment.superseded', subject: subjectRef('impact-assessment', before.id) })
  }
  await saveAssessment(tx, org, approved.value)
  return ok({ value: { id }, facts })
}

export type ReaffirmRefusal = Missing | ApproveRefusal | { kind: 'incomplete'; problems: Problem[] }

/** Looked at again and nothing of it changed: a new approval of the same answers, and the next day to look. */
export async function reaffirmAssessment(
  it: Change,
  id: string,
  { note, reviewDueOn }: Reaffirming,
): Promise<Result<Done, ReaffirmRefusal>> {
  const { org, tx, now, person, seq } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const [today, rules] = [asDay(now), await findRules(tx, org)]
  const months = found.depth === 'screen' ? rules?.screenMonths : rules?.fullMonths
  const latest = monthsAfter(today, months ?? 36)
  if (reviewDueOn <= today || reviewDueOn > latest) {
    const words = said('say a later day, at the latest {latest}', { latest })
    return refuse({ kind: 'incomplete', problems: [{ path: 'reviewDueOn', ...words }] })
  }
  const approval = { by: person, on: today, seq, note }
  const held = reaffirm(found, approval, reviewDueOn, await others(it, found.authors))
  if (!held.ok) return held
  await saveAssessment(tx, org, held.value)
  return done(id, 'impact-assessment.reaffirmed')
}

async function others({ org, tx, now }: Change, authors: string[]) {
  const byRole = permissions['impact-assessments:approve']
  return await peopleWhoMay(tx, org, { byRole, today: asDay(now), except: authors })
}

/** Ends a draft that nobody wants; it stays to be seen with its reason. */
export async function withdrawAssessment(
  { org, tx }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, { kind: 'not-found' } | WrongState>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const withdrawn = withdraw(found, reason)
  if (!withdrawn.ok) return withdrawn
  await saveAssessment(tx, org, withdrawn.value)
  return done(id, 'impact-assessment.withdrawn')
}
