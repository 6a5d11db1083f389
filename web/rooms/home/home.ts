import { addressOf } from '../../ui/references.ts'
import type { AnswerOf } from '../answer-of.ts'
import { findingPath, refOfRequirement } from '../readiness/finding.ts'

export type Home = AnswerOf<'/api/v1/home'>
export type NextStep = Home['next']['items'][number]
export type StartStep = Home['start'][number]

const pages: Record<StartStep['page'], string> = {
  screening: '/screening',
  'ai-systems': '/ai-systems',
  'gap-assessments': '/gap-assessments',
  plans: '/plans',
  tasks: '/tasks',
}

export function pagePath(page: StartStep['page']): string {
  return pages[page]
}

/** Where a step is done: the page it names, the finding of a clause or control, or the record it is about. */
export function stepPath({ page, about }: Pick<NextStep, 'page' | 'about'>): string | undefined {
  if (page !== null) return pages[page]
  if (about === null) return undefined
  const ref = refOfRequirement(about)
  return ref === undefined ? addressOf(about) : findingPath(ref)
}
