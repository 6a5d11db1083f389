import { type AnswerLevel, interviewQuestions } from '@assay/frameworks'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readNewest } from './answers-store.ts'
import { readAnswered } from './store.ts'

/** What people declared last about each clause and control, by ref. Withdrawn assessments do not count. */
export type InterviewSituation = {
  answers: Record<string, { level: AnswerLevel; note: string; by: string; on: string; ref: string }>
}

/** `ref` of an answer is the assessment that it was given in, as a subject reference. */
export async function readInterviewSituation(tx: Transaction, org: OrganizationId): Promise<InterviewSituation> {
  const newest = await readNewest(tx, org, 'ISO-42001-2023')
  const answers = newest.map(
    ({ ref, level, note, by, at, assessment }): [string, InterviewSituation['answers'][string]] => [
      ref,
      { level, note, by, on: at.toISOString().slice(0, 10), ref: `gap-assessment:${assessment.id}` },
    ],
  )
  return { answers: Object.fromEntries(answers) }
}

/** How far the interview has come: the open round, and whether there ever was one that counts. */
export async function readInterviewStanding(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ open: { id: string; name: string; answered: number; questions: number } | null; ever: boolean }> {
  const rounds = await tx
    .selectFrom('gap_assessments')
    .select(['id', 'name', 'state'])
    .where('org_id', '=', org)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at', 'desc')
    .execute()
  const open = rounds.find(({ state }) => state === 'open')
  const ever = rounds.some(({ state }) => state === 'concluded')
  if (!open) return { open: null, ever }
  const questions = interviewQuestions()
  const { answered } = await readAnswered(tx, org, open.id, questions)
  const { id, name } = open
  return { open: { id, name, answered, questions: questions.length }, ever: ever || answered > 0 }
}
