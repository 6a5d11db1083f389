import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type Assessment = AnswerOf<'/api/v1/gap-assessments/{id}'>
export type AssessmentItem = ItemOf<'/api/v1/gap-assessments'>
export type Questions = AnswerOf<'/api/v1/gap-assessments/{id}/questions'>
export type Question = Questions['items'][number]
export type GapFindings = AnswerOf<'/api/v1/gap-assessments/{id}/findings'>

export const states: Record<AssessmentItem['state'], { tone: Tone; label: string }> = {
  open: { tone: 'active', label: t('Open') },
  concluded: { tone: 'positive', label: t('Concluded') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const stateOptions = Object.entries(states).map(([value, { label }]) => ({ value, label }))

export type Area = { ref: string; title: string; questions: Question[] }

/** The questions by clause and by area of Annex A, in the order of the standard. */
export function areasOf(questions: Question[]): Area[] {
  const areas = new Map<string, Area>()
  for (const question of questions) {
    const { ref, title } = question.group
    const area = areas.get(ref) ?? { ref, title, questions: [] }
    area.questions.push(question)
    areas.set(ref, area)
  }
  return [...areas.values()]
}

export function answeredIn(questions: Question[]): number {
  return questions.filter(({ answer }) => answer !== null).length
}

export function areaLabel({ ref, title }: { ref: string; title: string }): string {
  return `${ref} ${title}`
}

export function interviewPath(id: string, area: string, ref?: string): string {
  const step = ref === undefined ? '' : `&step=${ref}`
  return `/gap-assessments/${id}/interview?area=${area}${step}`
}

/** The first question that has no answer yet, of those this person was asked first. */
export function nextOpen(questions: Question[], person: string): Question | undefined {
  const open = questions.filter(({ answer }) => answer === null)
  return open.find(({ assignedTo }) => assignedTo?.id === person) ?? open[0]
}

/** Why the answers cannot be changed, from the state; undefined when they can. */
export function whyClosed(state: AssessmentItem['state']): string | undefined {
  if (state === 'open') return undefined
  return state === 'concluded'
    ? t('This assessment is concluded. Reopen it to change an answer.')
    : t('This assessment was withdrawn. Reopen it to go on.')
}
