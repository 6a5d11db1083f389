import type { AnswerName } from '@assay/server/rooms/impact-assessments/model.ts'
import type { Assessment } from './words.ts'

/** Whether anything was answered under this name. */
export function isSaid(it: Assessment, name: AnswerName): boolean {
  if (name === 'measures') return it.measures.length > 0
  if (name === 'decision') return it.decision !== null
  if (name === 'reviewDueOn') return it.reviewDueOn !== null
  const value = it.answers[name]
  return Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value !== ''
      : Object.keys(value).length > 0
}
