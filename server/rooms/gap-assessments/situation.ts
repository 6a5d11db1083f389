import type { AnswerLevel } from '@assay/frameworks'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { readNewest } from './answers-store.ts'

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
