import type { Answers } from './answers.ts'

/** Other assessments that the same answers help with. None of them is replaced, and nothing here says that a law is met. */
export const views = ['data-protection', 'fundamental-rights'] as const
export type ViewName = (typeof views)[number]

export type AnswerName = Exclude<keyof Answers, 'deeper'> | 'measures' | 'decision' | 'reviewDueOn'

/** One head of such an assessment, and the answers that serve it. */
export type Head = { id: string; answers: readonly AnswerName[] }

/**
 * Heads in our own words: of an assessment as data protection law asks for (GDPR, Article 35) and of one on fundamental rights
 * (EU AI Act, Article 27).
 */
export const headsOf: Record<ViewName, readonly Head[]> = {
  'data-protection': [
    { id: 'processing', answers: ['summary', 'context', 'period', 'facts'] },
    { id: 'necessity', answers: ['necessity'] },
    { id: 'risks-to-people', answers: ['affected', 'impacts', 'hitMost', 'misuse', 'failure'] },
    { id: 'safeguards', answers: ['measures', 'oversight', 'remaining'] },
    { id: 'views-of-people', answers: ['consulted', 'notConsulted'] },
    { id: 'looked-at-again', answers: ['reviewDueOn'] },
  ],
  'fundamental-rights': [
    { id: 'process-of-use', answers: ['context', 'summary', 'necessity'] },
    { id: 'time-and-frequency', answers: ['period'] },
    { id: 'people-affected', answers: ['affected'] },
    { id: 'harms-to-them', answers: ['impacts', 'hitMost', 'misuse'] },
    { id: 'human-oversight', answers: ['oversight'] },
    { id: 'when-harm-happens', answers: ['failure', 'measures', 'remedies'] },
  ],
}

/** The heads that none of their answers says anything about yet. */
export function unanswered(view: ViewName, said: (name: AnswerName) => boolean): string[] {
  return headsOf[view].filter(({ answers }) => !answers.some((name) => said(name))).map(({ id }) => id)
}
