import type { At } from './agenda.ts'
import type { SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'
import { decisionsCsv, type Groups } from './decisions.ts'
import type { Actor, Teller } from './teller.ts'

type Telling = { teller: Pick<Teller, 'work'>; cast: Cast; ids: SystemIds }

/**
 * What the sample measured: the credit model holds its limits twice, the hiring tool held them in spring and breaks them now,
 * and somebody tried the failing file a second time. The data are made from seeds; no person is behind them.
 */
export function measureInOrder(at: At, { teller, cast, ids }: Telling): void {
  const { priya, jonas, lucia } = cast
  const credit = { subject: () => `ai-system:${ids.credit}`, author: priya, approver: lucia }
  const hiring = { subject: () => `ai-system:${ids.hiring}`, author: jonas, approver: lucia }

  const approvals = plan(at, credit, 204, {
    title: 'Approval rates of women and men',
    reason:
      'A refusal costs an applicant the loan, whoever defaults later. So rates of approval are compared; error rates are shown beside them.',
    definition: { ...decisions, thresholds: [{ metric: 'selection_rate', comparison: 'difference', margin: 0.05 }] },
    intervalDays: 180,
  })
  run(at, { teller, by: priya, plan: approvals }, 196, {
    name: 'decisions-first-half.csv',
    content: decisionsCsv(196, people(2600, 0.42, 2400, 0.41), 'sex'),
  })
  run(at, { teller, by: priya, plan: approvals }, 62, {
    name: 'decisions-second-half.csv',
    content: decisionsCsv(62, people(2800, 0.43, 2500, 0.425), 'sex'),
  })

  const accuracy = plan(at, credit, 204, {
    title: 'Accuracy and ranking of the credit model',
    reason: 'Officers rely on the score in the middle band, so it has to be right often enough for both sexes.',
    definition: {
      ...decisions,
      kind: 'performance',
      score: 'score',
      thresholds: [{ metric: 'accuracy', atLeast: 0.85, perGroup: true }],
    },
    intervalDays: 180,
  })
  run(at, { teller, by: priya, plan: accuracy }, 61, {
    name: 'decisions-second-half.csv',
    content: decisionsCsv(62, people(2800, 0.43, 2500, 0.425), 'sex'),
  })

  const invitations = plan(at, hiring, 131, {
    title: 'Invitations by sex of the applicant',
    reason: 'Recruiters read from the top of the list, so who is ranked into the invited part decides who is seen.',
    definition: { ...decisions, thresholds: [{ metric: 'selection_rate', comparison: 'difference', margin: 0.08 }] },
    intervalDays: 120,
  })
  run(at, { teller, by: jonas, plan: invitations }, 127, {
    name: 'invitations-spring.csv',
    content: decisionsCsv(127, people(1500, 0.33, 1400, 0.32), 'sex'),
  })
  const autumn = { name: 'invitations-autumn.csv', content: decisionsCsv(14, people(1300, 0.19, 1500, 0.36), 'sex') }
  run(at, { teller, by: jonas, plan: invitations }, 14, autumn)
  run(at, { teller, by: jonas, plan: invitations }, 13, autumn)
}

const decisions = { kind: 'fairness', label: 'label', prediction: 'prediction', positive: '1', by: ['sex'] }

function people(women: number, invited: number, men: number, ofMen: number): Groups {
  return { female: { people: women, selected: invited }, male: { people: men, selected: ofMen } }
}

type Parts = { subject: () => string; author: Actor; approver: Actor }

/** Drafted on one day, approved by somebody else two days later. Gives back its id, which is there once it is told. */
function plan(at: At, { subject, author, approver }: Parts, daysAgo: number, draft: object): () => string {
  let id = ''
  at(daysAgo, async () => {
    id = (await author.post('/measurement-plans', { ...draft, subject: subject() })).id
  })
  at(daysAgo - 2, async () => {
    await approver.post(`/measurement-plans/${id}/approve`, { note: 'Limits agreed before any result was seen.' })
  })
  return () => id
}

type Running = { teller: Pick<Teller, 'work'>; by: Actor; plan: () => string }

function run(at: At, { teller, by, plan: planId }: Running, daysAgo: number, file: { name: string; content: string }) {
  at(daysAgo, async () => {
    const form = new FormData()
    form.set('file', new Blob([file.content]), file.name)
    const brought = await by.post('/measurement-files', form)
    const asked = await by.post('/measurement-runs', { plan: planId(), file: brought.id })
    await teller.work('assurance-run', { run: asked.id })
  })
}
