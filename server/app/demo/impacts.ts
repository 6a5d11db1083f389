import { z } from 'zod'
import type { At } from './agenda.ts'
import { dayFrom, type SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'
import type { Actor } from './teller.ts'

type Told = {
  /** risks of the register and controls of Annex A that it bears on */
  raised?: { risk: string; controls: string[] }
  system: keyof SystemIds
  occasion: 'new' | 'change'
  by: Actor
  answers: object
  decision: 'go' | 'go-with-conditions' | 'stop'
  decisionReason: string
  /** days until the next look */
  again: number
  measures?: { title: string; owner: Actor; days: number; condition: boolean; done?: number }[]
}

const no = Object.fromEntries(
  [
    'decides-about-people',
    'vulnerable-people',
    'sensitive-data',
    'many-people',
    'hard-to-reverse',
    'bodily-safety',
    'basic-rights',
    'acts-by-itself',
    'shapes-opinion',
  ].map((question) => [question, 'no']),
)
const rated = {
  severity: 'serious',
  scale: 'many',
  reversibility: 'with-effort',
  likelihood: 'possible',
  confidence: 'medium',
}

/**
 * What the lender says about people: the credit model goes on under conditions, the hiring tool was stopped once and goes on
 * after measures, the chatbot needed no more than a screening.
 */
export function assessImpacts(at: At, { cast, ids }: { cast: Cast; ids: SystemIds }): void {
  const { milan, priya, jonas, lucia } = cast
  at(300, async () => {
    await milan.post('/impact-rules', {
      retentionYears: 10,
      screenMonths: 24,
      fullMonths: 12,
      form: 'Kept in Assay with authors, approver and day; earlier editions stay readable.',
      basis: 'Longest limitation period for claims of applicants and customers.',
    })
  })
  tell(
    at,
    { daysAgo: 190, approver: lucia, ids },
    {
      system: 'credit',
      occasion: 'new',
      by: priya,
      decision: 'go-with-conditions',
      decisionReason:
        'Faster answers help most applicants; who is hit by a wrong refusal needs a way back to a person.',
      again: 360,
      answers: creditAnswers,
      raised: { risk: 'Young applicants refused more often', controls: ['A.5.4', 'A.9.2'] },
      measures: [
        { title: 'Look at every refusal under 25 by hand', owner: priya, days: 40, condition: true, done: 155 },
        { title: 'Publish how to object to a refusal', owner: milan, days: 230, condition: true },
      ],
    },
  )
  tell(
    at,
    { daysAgo: 135, approver: lucia, ids },
    {
      system: 'hiring',
      occasion: 'new',
      by: jonas,
      decision: 'stop',
      decisionReason: 'Nobody could say how the rank treats women and men, and recruiters read from the top.',
      again: 90,
      answers: hiringAnswers,
    },
  )
  tell(
    at,
    { daysAgo: 125, approver: lucia, ids },
    {
      system: 'hiring',
      occasion: 'change',
      by: jonas,
      decision: 'go-with-conditions',
      decisionReason:
        'Invitations were measured and held their limit; recruiters now see the list in order of arrival first.',
      again: 300,
      answers: {
        summary: 'After the measures: the order of arrival is shown first, and invitations are measured by sex.',
        remaining: 'A recruiter may still trust the rank too much.',
      },
      raised: { risk: 'Older candidates ranked lower', controls: ['A.5.4'] },
      measures: [
        { title: 'Measure invitations by sex every quarter', owner: jonas, days: 111, condition: true, done: 20 },
      ],
    },
  )
  tell(
    at,
    { daysAgo: 110, approver: lucia, ids },
    {
      system: 'chatbot',
      occasion: 'new',
      by: milan,
      decision: 'go',
      decisionReason: 'It says that it is AI, hands over to a person, and decides nothing.',
      again: 700,
      answers: { screening: no, summary: 'Answers questions on products and repayments; takes no part in decisions.' },
    },
  )
}

/** Written on one day and approved on the next by another person. */
function tell(
  at: At,
  { daysAgo, approver, ids }: { daysAgo: number; approver: Actor; ids: SystemIds },
  it: Told,
): void {
  let id = ''
  at(daysAgo, async (day) => {
    id = (await it.by.post('/impact-assessments', { system: ids[it.system], occasion: it.occasion })).id
    for (const { title, owner, days, condition, done } of it.measures ?? []) {
      const measure = { title, owner: owner.id, dueOn: dayFrom(day, days), condition }
      const { task } = await it.by.post(`/impact-assessments/${id}/measures`, measure)
      if (done !== undefined) at(done, async () => void (await owner.post(`/tasks/${String(task)}/complete`)))
    }
    const { version } = await it.by.get(`/impact-assessments/${id}`)
    const { answers, decision, decisionReason, again } = it
    const reviewDueOn = dayFrom(day, again)
    await it.by.patch(`/impact-assessments/${id}`, version, { ...answers, decision, decisionReason, reviewDueOn })
    await it.by.post(`/impact-assessments/${id}/submit`, {})
  })
  at(daysAgo - 1, async () => {
    await approver.post(`/impact-assessments/${id}/approve`, { note: 'Read and discussed with its authors.' })
    if (!it.raised) return
    const { risk, controls } = it.raised
    const subjects = [await riskNamed(it.by, risk), ...controls.map((ref) => `requirement:ISO-42001-2023/${ref}`)]
    for (const subject of subjects) await it.by.post(`/impact-assessments/${id}/bears-on`, { subject })
  })
}

const Register = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) })

async function riskNamed(by: Actor, name: string): Promise<string> {
  const { items } = Register.parse(await by.get('/risks?limit=100'))
  const found = items.find(({ title }) => title === name)
  if (!found) throw new Error(`the sample register has no risk “${name}”`)
  return `risk:${found.id}`
}

const creditAnswers = {
  screening: { ...no, 'decides-about-people': 'yes', 'many-people': 'yes', 'basic-rights': 'yes' },
  summary:
    'The model prepares decisions on loans. It shortens the wait, and it can refuse people who would have paid back.',
  context: 'Loan applications of private households; officers decide in the middle band.',
  period: 'Every application, since the year of its introduction.',
  necessity: 'Without a score an answer took two weeks; simpler rules refused more people.',
  oversight: 'Officers decide in the middle band and can overrule any refusal, with a reason.',
  misuse: [
    { what: 'The score sets prices of other products', prevention: 'The interface gives it to the loan desk alone.' },
  ],
  failure: 'Wrong refusals pile up until the weekly review sees it; applications are then decided by hand.',
  affected: [
    { name: 'Applicants', reach: 'individuals', how: 'Get a loan, or do not.' },
    {
      name: 'Households with short credit histories',
      reach: 'groups',
      vulnerable: true,
      how: 'Seldom in the training data.',
    },
    { name: 'Families of applicants', reach: 'groups', indirect: true },
  ],
  impacts: [
    { dimension: 'access', effect: 'harm', reach: 'individuals', what: 'A good applicant is refused.', ...rated },
    {
      dimension: 'fairness',
      effect: 'harm',
      reach: 'groups',
      what: 'Young households are refused more often than others.',
      ...rated,
    },
    {
      dimension: 'money',
      effect: 'harm',
      reach: 'individuals',
      what: 'A loan that cannot be paid back.',
      ...rated,
      likelihood: 'unlikely',
    },
    { dimension: 'access', effect: 'benefit', reach: 'individuals', what: 'An answer within a day, at any branch.' },
  ],
  hitMost: 'People under 25 and people who came to the country lately: little is known of them.',
  society: 'Small: one lender of many. Together with others it could keep whole districts from credit.',
  consulted: [{ who: 'Consumer association', how: 'Two meetings', result: 'Asked for a short way to object.' }],
  remedies: 'The complaint desk answers within ten days; a wrong refusal is decided again by a person.',
  remaining: 'Some wrong refusals in the middle band.',
}

const hiringAnswers = {
  screening: { ...no, 'decides-about-people': 'yes', 'basic-rights': 'yes', 'vulnerable-people': 'not-known' },
  summary: 'The tool ranks applications. Recruiters read from the top, so the rank decides who is seen.',
  context: 'All openings in Germany and Poland; used by recruiters.',
  period: 'Every opening with more than twenty applications.',
  necessity: 'Up to four hundred applications an opening; a random order was tried and took longer.',
  oversight: 'Recruiters see every application and can change the order.',
  misuse: [{ what: 'Applications below a rank are never opened', prevention: 'Opened shares are counted.' }],
  failure: 'Able people are not invited, and do not learn why.',
  affected: [{ name: 'Job applicants', reach: 'individuals', how: 'Are invited, or are not.' }],
  impacts: [
    { dimension: 'work', effect: 'harm', reach: 'individuals', what: 'An able applicant is not invited.', ...rated },
    {
      dimension: 'fairness',
      effect: 'harm',
      reach: 'groups',
      what: 'Women are ranked lower.',
      ...rated,
      confidence: 'low',
    },
    { dimension: 'work', effect: 'benefit', reach: 'individuals', what: 'Answers come weeks earlier.' },
  ],
  hitMost: 'Women who return to work.',
  society: 'Small for one employer; the same tool is used by many.',
  consulted: [{ who: 'Works council', how: 'Hearing', result: 'Agreed only with measured invitations.' }],
  remedies: 'Applicants may ask for a second look by a person.',
  remaining: 'Unknown until invitations are measured.',
}
