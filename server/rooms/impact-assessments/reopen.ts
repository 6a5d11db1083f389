import { parseSubject, type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { isNewestCurrent, systemsBehind } from '#rooms/risks/index.ts'
import type { Calling } from './contract.ts'
import { type Call, type ImpactAssessment, reopen, type WrongState } from './model.ts'
import { loadAssessment, loadStanding, saveAssessment } from './store.ts'
import { done } from './write.ts'

/** Somebody says why an approved assessment has to be looked at again: a change, an incident, or another reason. */
export async function reopenAssessment(
  { org, tx, now }: Change,
  id: string,
  { kind, reason }: Calling,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | WrongState | { kind: 'called-already' }>> {
  const found = await loadAssessment(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const open = reopen(found, { kind, cause: null, note: reason, on: asDay(now) })
  if (!open.ok) return open
  await saveAssessment(tx, org, open.value)
  return done(id, 'impact-assessment.reopened')
}

/** Which facts of other rooms call for a new look, and what is said about it. */
const watched: Readonly<Record<string, Pick<Call, 'kind' | 'note'>>> = {
  'ai-system.purpose-changed': { kind: 'change', note: 'The purpose of the AI system changed.' },
  'ai-system.provenance-changed': { kind: 'change', note: 'The AI system comes from elsewhere now.' },
  'ai-system.supplier-changed': { kind: 'change', note: 'The AI system comes from another supplier.' },
  'ai-system.individual-decisions-changed': {
    kind: 'change',
    note: 'How far the AI system decides about individuals changed.',
  },
  'ai-system.fine-tuning-stated': { kind: 'change', note: 'The AI system is fine-tuned by us.' },
  'ai-system.development-started': { kind: 'change', note: 'The AI system went back into development.' },
  'ai-system.suspended': { kind: 'incident', note: 'The AI system was suspended.' },
  'model.fine-tuning-stated': { kind: 'change', note: 'A model was fine-tuned.' },
  ...ofComponents('version-made-current', 'Another version of a component is in use.'),
  ...ofComponents('version-added', 'Another version of a component is in use.'),
  ...ofComponents('supplier-changed', 'A component comes from another supplier.'),
  'measurement-run.failed': { kind: 'measurement', note: 'A measurement of the AI system broke a limit.' },
}

function ofComponents(verb: string, note: string): Record<string, Pick<Call, 'kind' | 'note'>> {
  const kinds = ['model', 'dataset', 'prompt', 'agent']
  return Object.fromEntries(kinds.map((kind) => [`${kind}.${verb}`, { kind: 'change', note }]))
}

export const watchedByImpact: readonly string[] = Object.keys(watched)
export const impactWatchQueue = 'impact-assessments-watch'

type Quiet = { kind: 'nothing-to-do' }

/** One fact of another room opens the approved assessments of the systems that it is about. Run again, it finds them open. */
export async function watchForImpact(
  it: Change,
  { type, subject }: { type: string; subject: SubjectRef },
): Promise<Result<Changed<{ opened: number }>, Quiet>> {
  const watch = watched[type]
  if (!watch || !(await holds(it, type, subject))) return refuse({ kind: 'nothing-to-do' })
  const facts: Fact[] = []
  for (const system of await systemsBehind(it.tx, it.org, subject)) {
    const standing = await loadStanding(it.tx, it.org, system)
    const fact = standing && (await call(it, standing, { ...watch, cause: subject, on: asDay(it.now) }))
    if (fact) facts.push(fact)
  }
  const [first, ...rest] = facts
  return first ? ok({ value: { opened: facts.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-to-do' })
}

/** A version that waits as a draft changes nothing yet. */
async function holds({ tx, org }: Change, type: string, subject: SubjectRef): Promise<boolean> {
  if (!type.endsWith('.version-added')) return true
  return await isNewestCurrent({ tx, org, id: parseSubject(subject).id })
}

/** Every day: assessments whose next look is due. */
export async function remindOfReviews(it: Change): Promise<Result<Changed<{ opened: number }>, Quiet>> {
  const { org, tx, now } = it
  const today = asDay(now)
  const due = await tx
    .selectFrom('impact_assessments')
    .select(['id', 'review_due_on'])
    .where('org_id', '=', org)
    .where('state', 'in', ['approved', 'reopened'])
    .where('review_due_on', '<', today)
    .orderBy('id')
    .execute()
  const facts: Fact[] = []
  for (const { id, review_due_on: day } of due) {
    const found = await loadAssessment(tx, org, id)
    const note = `The review was due on ${day}.`
    const fact = found && (await call(it, found, { kind: 'period', cause: null, note, on: today }))
    if (fact) facts.push(fact)
  }
  const [first, ...rest] = facts
  return first ? ok({ value: { opened: facts.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-to-do' })
}

/** Nothing where the same call stands already. */
async function call({ org, tx }: Change, found: ImpactAssessment, why: Call): Promise<Fact | undefined> {
  const open = reopen(found, why)
  if (!open.ok) return undefined
  await saveAssessment(tx, org, open.value)
  return { type: 'impact-assessment.reopened', subject: subjectRef('impact-assessment', found.id) }
}
