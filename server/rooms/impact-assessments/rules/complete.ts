import { said } from '#kernel/said.ts'
import type { Answers, Impact } from './answers.ts'
import { depthOf } from './depth.ts'
import { type Decision, screeningQuestions } from './words.ts'

export type Problem = { path: string; message: string }

/** What completeness looks at: the answers and what stands beside them. */
export type Submission = {
  answers: Answers
  decision: Decision | null
  reviewDueOn: string | null
  /** measures that the go-ahead hangs on */
  conditions: number
  /** what the register says about decisions on individuals */
  individualDecisions: string | null
  today: string
  /** the longest that the organization lets pass until the next look, in months; null where it has not decided */
  reviewMonths: { screen: number; full: number } | null
}

/** What has to be answered before anybody is asked to approve it. Paths begin with the field of the form. */
export function missingFrom(it: Submission): Problem[] {
  const { answers } = it
  const { depth } = depthOf(answers.screening, answers.deeper)
  return [
    ...screeningProblems(it),
    ...need(answers.summary, 'summary', 'say in a few sentences what was looked at and what came out'),
    ...(depth === 'full' ? fullProblems(answers) : []),
    ...decisionProblems(it, depth ?? 'full'),
  ]
}

function screeningProblems({ answers, individualDecisions }: Submission): Problem[] {
  const open = screeningQuestions.filter((one) => answers.screening[one] === undefined)
  const decides = individualDecisions === 'supports' || individualDecisions === 'decides'
  return [
    ...open.map((one) => ({ path: `screening.${one}`, message: 'answer this question of the screening' })),
    ...(decides && answers.screening['decides-about-people'] === 'no'
      ? [
          {
            path: 'screening.decides-about-people',
            message:
              'the register says that this system takes part in decisions about individuals; correct one of the two',
          },
        ]
      : []),
  ]
}

function fullProblems(it: Answers): Problem[] {
  return [
    ...need(it.context, 'context', 'say in which process, by whom and where it is used'),
    ...need(it.necessity, 'necessity', 'say why it is needed and why nothing milder does'),
    ...need(it.oversight, 'oversight', 'say who watches it and can stop or overrule it'),
    ...(it.misuse.length === 0 ? [{ path: 'misuse', message: 'name at least one misuse that can be foreseen' }] : []),
    ...need(it.failure, 'failure', 'say what happens to people when it fails'),
    ...peopleProblems(it),
    ...it.impacts.flatMap(ratingProblems),
    ...(it.consulted.length === 0
      ? need(it.notConsulted, 'notConsulted', 'say who was consulted, or why nobody was')
      : []),
    ...need(it.remedies, 'remedies', 'say whom people turn to and what is made good'),
    ...need(it.remaining, 'remaining', 'say what remains after the measures'),
  ]
}

function peopleProblems(it: Answers): Problem[] {
  const persons = it.affected.some(({ reach }) => reach !== 'society')
  const harms = it.impacts.filter(({ effect }) => effect === 'harm')
  return [
    ...(persons ? [] : [{ path: 'affected', message: 'name the individuals or groups that it touches' }]),
    ...(harms.some(({ reach }) => reach !== 'society')
      ? []
      : [{ path: 'impacts', message: 'name at least one possible harm to individuals or groups' }]),
    ...(it.impacts.some(({ effect }) => effect === 'benefit')
      ? []
      : [{ path: 'impacts', message: 'name at least one benefit, so that both can be weighed' }]),
    ...need(it.hitMost, 'hitMost', 'say who is hit most'),
    ...need(it.society, 'society', 'say what it does to society, also where that is little'),
  ]
}

const ratings = ['severity', 'scale', 'reversibility', 'likelihood', 'confidence'] as const

function ratingProblems(it: Impact, at: number): Problem[] {
  if (it.effect === 'benefit') return []
  return ratings.flatMap((one) =>
    it[one] === null ? [{ path: `impacts.${at}.${one}`, message: 'rate this harm' }] : [],
  )
}

function decisionProblems(it: Submission, depth: 'screen' | 'full'): Problem[] {
  const { decision, conditions, reviewDueOn, today, reviewMonths } = it
  const latest = reviewMonths && monthsAfter(today, reviewMonths[depth])
  return [
    ...(decision === null ? [{ path: 'decision', message: 'decide: go, go with conditions, or stop' }] : []),
    ...need(it.answers.decisionReason, 'decisionReason', 'give the reason for the decision'),
    ...(decision === 'go-with-conditions' && conditions === 0
      ? [{ path: 'measures', message: 'add at least one measure that the go-ahead hangs on' }]
      : []),
    ...(decision === 'go' && conditions > 0
      ? [{ path: 'decision', message: 'a measure is a condition, so decide for go with conditions' }]
      : []),
    ...(reviewDueOn === null || reviewDueOn <= today
      ? [{ path: 'reviewDueOn', message: 'say on which later day it is looked at again' }]
      : []),
    ...(reviewDueOn !== null && latest !== null && reviewDueOn > latest
      ? [{ path: 'reviewDueOn', ...said('your rules ask for a new look by {latest} at the latest', { latest }) }]
      : []),
  ]
}

function need(words: string, path: string, message: string): Problem[] {
  return words === '' ? [{ path, message }] : []
}

/** The same day so many months later; the last day of the month where that one has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
