import { interview } from '@assay/frameworks'
import { type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { type Kept, readAnswers, saveAnswer } from './answers-store.ts'
import type { Answer } from './contract.ts'
import { answer, type AnswerRefusal, type GapAssessment, type NotOpen, requireOpen } from './model.ts'
import { loadAssessment } from './store.ts'

type Missing =
  | NotOpen
  | { kind: 'not-found' }
  | { kind: 'no-such-question' }
  | { kind: 'forbidden' }
  | { kind: 'stale'; currentVersion: number }

/** Declares where one clause or control stands, and why. The answer stays marked as declared wherever it is shown. */
export async function answerQuestion(
  it: Change,
  at: { id: string; ref: string; version: number },
  given: Answer,
): Promise<Result<Changed<{ ref: string; version: number }>, AnswerRefusal | Missing>> {
  const question = interview(at.ref)
  if (!question) return refuse({ kind: 'no-such-question' })
  const asked = await openQuestion(it, at)
  if (!asked.ok) return asked
  const level = answer(question, given.level)
  if (!level.ok) return level
  const place = { assessment: at.id, ref: at.ref }
  await saveAnswer(it.tx, it.org, place, { level: level.value, note: given.note, by: it.person, at: it.now })
  return ok({
    value: { ref: at.ref, version: at.version + 1 },
    facts: [
      { type: 'gap-assessment.answered', subject: subjectRef('gap-assessment', at.id) },
      { type: 'gap-answer.given', subject: requirementOf(asked.value.assessment, at.ref) },
    ],
  })
}

/** Takes an answer back; the question is open again. */
export async function withdrawAnswer(
  it: Change,
  at: { id: string; ref: string; version: number },
): Promise<Result<Changed<{ ref: string; version: number }>, Missing | { kind: 'not-answered' }>> {
  if (!interview(at.ref)) return refuse({ kind: 'no-such-question' })
  const asked = await openQuestion(it, at)
  if (!asked.ok) return asked
  if (!asked.value.kept?.answer) return refuse({ kind: 'not-answered' })
  await saveAnswer(it.tx, it.org, { assessment: at.id, ref: at.ref }, null)
  return ok({
    value: { ref: at.ref, version: at.version + 1 },
    facts: [
      { type: 'gap-assessment.answer-withdrawn', subject: subjectRef('gap-assessment', at.id) },
      { type: 'gap-answer.withdrawn', subject: requirementOf(asked.value.assessment, at.ref) },
    ],
  })
}

/** The question as it stands, where it may be answered by this actor: any, or the one that was asked. */
async function openQuestion(
  { org, tx, grants }: Change,
  { id, ref, version }: { id: string; ref: string; version: number },
): Promise<Result<{ assessment: GapAssessment; kept: Kept | undefined }, Missing>> {
  const assessment = await loadAssessment(tx, org, id)
  if (!assessment) return refuse({ kind: 'not-found' })
  const kept = (await readAnswers(tx, org, id, { ref })).get(ref)
  if (!grants.allows('gap-assessments:answer', { owner: kept?.assignedTo?.id ?? null })) {
    return refuse({ kind: 'forbidden' })
  }
  const open = requireOpen(assessment)
  if (!open.ok) return open
  const current = kept?.version ?? 0
  return current === version ? ok({ assessment, kept }) : refuse({ kind: 'stale', currentVersion: current })
}

function requirementOf({ framework }: GapAssessment, ref: string): SubjectRef {
  return subjectRef('requirement', `${framework}/${ref}`)
}
