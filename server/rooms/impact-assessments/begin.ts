import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { AssessmentDraft } from './contract.ts'
import { type ImpactAssessment, type ImpactAssessmentId, noAnswers } from './model.ts'
import {
  findSystem,
  insertAssessment,
  insertLink,
  insertMeasure,
  linksOf,
  loadStanding,
  measuresOf,
  readEditions,
} from './store.ts'

export type BeginRefusal =
  | { kind: 'person-needed' }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
  | { kind: 'system-is-gone' }
  | { kind: 'edition-open' }

/**
 * Begins the assessment of a system. Where one stands already, its answers, measures and links are taken over, so that only what
 * changed has to be said; the one before holds until this one is approved.
 */
export async function beginAssessment(
  { org, tx, person }: Change,
  { system, occasion, occasionNote }: AssessmentDraft,
): Promise<Result<Changed<{ id: string }>, BeginRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await findSystem(tx, org, system)
  if (!found) {
    const problem = { path: 'system', message: 'does not exist here; choose another AI system' }
    return refuse({ kind: 'no-such-reference', problems: [problem] })
  }
  if (found.state === 'retired' || found.state === 'dismissed') return refuse({ kind: 'system-is-gone' })
  const { open, last } = await readEditions(tx, org, system)
  if (open) return refuse({ kind: 'edition-open' })
  const before = await loadStanding(tx, org, system)
  const id = uuidv7() as ImpactAssessmentId
  const begun: ImpactAssessment = {
    id,
    version: 1,
    system,
    edition: last + 1,
    occasion,
    occasionNote,
    answers: before?.answers ?? noAnswers,
    depth: before?.depth ?? null,
    decision: null,
    reviewDueOn: null,
    authors: [person],
    state: 'drafting',
    returnedNote: '',
  }
  await insertAssessment(tx, org, begun)
  for (const { task_id: task, condition } of before ? await measuresOf(tx, org, before.id) : [])
    await insertMeasure(tx, org, { assessment: id, task, condition })
  for (const subject of before ? await linksOf(tx, org, before.id) : [])
    await insertLink(tx, org, { assessment: id, subject })
  return ok({
    value: { id },
    facts: [{ type: 'impact-assessment.begun', subject: subjectRef('impact-assessment', id) }],
  })
}
