import { proposedCriteria } from '#rooms/risks/index.ts'
import type { At } from './agenda.ts'
import { dayFrom, type SystemIds } from './beginnings.ts'
import { toleratedLosses } from './loss-figures.ts'
import type { Actor } from './teller.ts'
import type { Cast } from './cast.ts'

type Placed = [likelihood: number, organization: number, individuals: number, society: number, rationale: string]
type RiskTold = {
  title: string
  system: keyof SystemIds | null
  library: string
  owner: keyof Cast
  daysAgo: number
  risk: { source: string; event: string; forOrganization?: string; forIndividuals?: string; forSociety?: string }
  before: Placed
  treatment?: {
    option: string
    reason?: string
    controls: string[]
    action?: { title: string; due: number; done?: number }
  }
  after?: Placed
  accepted?: { by: keyof Cast; daysAgo: number; days: number; note: string }
}

/** The lender's risks: most are treated and accepted, one is not treated yet, and one acceptance ends within days. */
const told: readonly RiskTold[] = [
  {
    title: 'Young applicants refused more often',
    system: 'credit',
    library: 'unequal-performance',
    owner: 'priya',
    daysAgo: 280,
    risk: {
      source: 'Few young households among the applications that the model learned from',
      event: 'The model refuses good applicants under 25 more often than others',
      forOrganization: 'Complaints and a question of the supervisor',
      forIndividuals: 'No loan, or a dearer one elsewhere',
      forSociety: 'Young people are kept from credit',
    },
    before: [4, 3, 4, 3, 'Error rates of two groups differed in the last validation'],
    treatment: {
      option: 'modify',
      controls: ['A.6.2.4', 'A.7.4'],
      action: { title: 'Add applications of young households to the training data', due: 200, done: 205 },
    },
    after: [2, 2, 3, 2, 'The difference halved after retraining; a person looks at each refusal under 25'],
    accepted: { by: 'priya', daysAgo: 195, days: 330, note: 'Measured every quarter.' },
  },
  {
    title: 'Wrong decisions when incomes shift',
    system: 'credit',
    library: 'fails-in-practice',
    owner: 'priya',
    daysAgo: 279,
    risk: {
      source: 'Incomes and prices change faster than the model is trained anew',
      event: 'Scores drift away from what happens',
      forOrganization: 'Losses above plan',
      forIndividuals: 'Loans that cannot be paid back',
    },
    before: [3, 4, 3, 2, 'Seen in the year of high inflation'],
    treatment: {
      option: 'modify',
      controls: ['A.6.2.6', 'A.6.2.8'],
      action: { title: 'Set limits for drift and who acts on them', due: 220, done: 224 },
    },
    after: [2, 3, 3, 2, 'Drift is measured monthly against limits'],
    accepted: { by: 'olivia', daysAgo: 210, days: 218, note: 'Until the next model is chosen.' },
  },
  {
    title: 'Older candidates ranked lower',
    system: 'hiring',
    library: 'unfair-decisions',
    owner: 'jonas',
    daysAgo: 276,
    risk: {
      source: 'The vendor learned from past hires',
      event: 'Applications of older candidates are ranked lower',
      forOrganization: 'Claims and a bad name as an employer',
      forIndividuals: 'No interview, and nobody says why',
      forSociety: 'A group is shut out of work',
    },
    before: [4, 4, 4, 3, 'The vendor could show no figures by age'],
    treatment: {
      option: 'modify',
      controls: ['A.5.4', 'A.9.3', 'A.10.3'],
      action: { title: 'Invite a fixed share of candidates without the ranking', due: 230, done: 236 },
    },
    after: [3, 3, 4, 2, 'Recruiters see all applications; the ranking only sorts them'],
    accepted: { by: 'jonas', daysAgo: 190, days: 360, note: 'Under the condition that invitations are measured.' },
  },
  {
    title: 'Chatbot invents terms of repayment',
    system: 'chatbot',
    library: 'false-statements',
    owner: 'lucia',
    daysAgo: 274,
    risk: {
      source: 'The model answers beyond the help pages',
      event: 'A customer is told a deferral or fee that does not exist',
      forOrganization: 'Bound to what was said, or in dispute over it',
      forIndividuals: 'Missed payments and fees',
    },
    before: [4, 3, 3, 1, 'Eleven false answers among 300 that were sampled'],
    treatment: {
      option: 'modify',
      controls: ['A.6.2.4', 'A.8.2'],
      action: { title: 'Answer from help pages only, and name the page', due: 215, done: 212 },
    },
    after: [2, 2, 2, 1, 'One false answer among 300 after the change'],
    accepted: { by: 'lucia', daysAgo: 180, days: 300, note: '' },
  },
  {
    title: 'Customers talk the chatbot out of its limits',
    system: 'chatbot',
    library: 'prompt-injection',
    owner: 'lucia',
    daysAgo: 273,
    risk: {
      source: 'Instructions and questions share one channel',
      event: 'The chatbot says or reveals what it should not',
      forOrganization: 'Embarrassment in public',
    },
    before: [3, 2, 2, 1, 'Tried by two colleagues in an afternoon'],
    treatment: {
      option: 'retain',
      reason: 'It has no rights and no customer data; what it can say is public already.',
      controls: [],
    },
    after: [2, 2, 1, 1, 'Nothing to reach behind it'],
    accepted: { by: 'lucia', daysAgo: 178, days: 340, note: '' },
  },
  {
    title: 'The chat model changes without notice',
    system: 'chatbot',
    library: 'supply-chain',
    owner: 'milan',
    daysAgo: 260,
    risk: {
      source: 'The vendor replaces models under the same name',
      event: 'Answers change overnight',
      forOrganization: 'Tests of last month say nothing any more',
      forIndividuals: 'Wrong advice',
    },
    before: [4, 2, 3, 1, 'Happened in spring'],
    treatment: {
      option: 'share',
      controls: ['A.10.3'],
      action: { title: 'Agree on notice and pinned versions with the vendor', due: 150, done: 148 },
    },
    after: [2, 2, 3, 1, 'Thirty days of notice in the contract'],
    accepted: { by: 'olivia', daysAgo: 140, days: 300, note: '' },
  },
  {
    title: 'Payslips of applicants come out',
    system: 'documents',
    library: 'personal-data-leak',
    owner: 'milan',
    daysAgo: 250,
    risk: {
      source: 'Scans are kept by the supplier for its own tests',
      event: 'Payslips are seen by strangers',
      forOrganization: 'Notice to the authority, fines',
      forIndividuals: 'Income and account in foreign hands',
    },
    before: [3, 4, 4, 1, 'The contract allowed ninety days of keeping'],
    treatment: {
      option: 'modify',
      controls: ['A.7.2', 'A.10.2'],
      action: { title: 'Have scans erased after reading', due: 120, done: 125 },
    },
    after: [1, 3, 4, 1, 'Erasure is shown in the supplier’s monthly report'],
    accepted: { by: 'olivia', daysAgo: 110, days: 330, note: '' },
  },
  {
    title: 'Staff wave fraud flags through',
    system: 'fraud',
    library: 'overreliance',
    owner: 'priya',
    daysAgo: 60,
    risk: {
      source: 'Flags will be right most of the time',
      event: 'Honest applicants are treated as fraudsters because nobody looks again',
      forIndividuals: 'A refused loan and an entry that follows them',
    },
    before: [4, 2, 4, 2, 'Nine of ten flags were confirmed without a note in the pilot'],
    treatment: {
      option: 'modify',
      controls: ['A.9.3'],
      action: { title: 'Time and training for those who check flags', due: -25 },
    },
  },
  {
    title: 'AI bought inside other software stays unknown',
    system: null,
    library: 'nobody-governs',
    owner: 'milan',
    daysAgo: 55,
    risk: {
      source: 'Updates of bought software bring AI that nobody ordered',
      event: 'AI works on customer data without owner or assessment',
      forOrganization: 'The register is wrong when somebody asks',
    },
    before: [4, 3, 2, 1, 'Two finds in the last search'],
  },
]

/** Criteria first, then the risks; days count back from today. Gives back how to find a risk once it is told. */
export function faceRisks(at: At, cast: Cast, ids: SystemIds): (title: string) => string {
  const { milan, olivia } = cast
  let criteria = ''
  at(288, async () => {
    criteria = (
      await milan.post('/risk-criteria', {
        ...proposedCriteria,
        definition: { ...proposedCriteria.definition, tolerance: toleratedLosses },
      })
    ).id
  })
  at(285, async () => {
    await olivia.post(`/risk-criteria/${criteria}/approve`, { note: 'Agreed with the board.' })
  })
  const made = new Map<string, string>()
  for (const it of told) tellRisk(at, cast, { it, ids, made })
  return (title) => {
    const id = made.get(title)
    if (!id) throw new Error(`the sample story has not told the risk ${title} yet`)
    return id
  }
}

type Telling = { it: RiskTold; ids: SystemIds; made: Map<string, string> }

function tellRisk(at: At, cast: Cast, { it, ids, made }: Telling): void {
  const { milan } = cast
  let id = ''
  at(it.daysAgo, async (day) => {
    const { title, library: libraryId, risk } = it
    const systems = it.system ? [ids[it.system]] : []
    id = (await milan.post('/risks', { title, libraryId, owner: cast[it.owner].id, systems, ...risk })).id
    made.set(title, id)
    await rate(milan, `/risks/${id}/rate`, it.before)
    if (!it.treatment) return
    const { option, reason = '', controls, action } = it.treatment
    const actions = action
      ? [{ title: action.title, owner: cast[it.owner].id, dueOn: dayFrom(day, it.daysAgo - action.due) }]
      : []
    await milan.post(`/risks/${id}/treat`, { option, reason, controls, actions })
  })
  const done = it.treatment?.action?.done
  if (done !== undefined) at(done, async () => await finish(cast[it.owner], id))
  const { accepted, after } = it
  if (!accepted || !after) return
  at(accepted.daysAgo, async (day) => {
    await rate(milan, `/risks/${id}/rate-residual`, after)
    const expiresOn = dayFrom(day, accepted.days)
    await cast[accepted.by].post(`/risks/${id}/accept`, { expiresOn, note: accepted.note })
  })
}

async function rate(by: Actor, path: string, [likelihood, organization, individuals, society, rationale]: Placed) {
  await by.post(path, { likelihood, organization, individuals, society, rationale })
}

async function finish(by: Actor, risk: string): Promise<void> {
  const found = await by.get(`/tasks?subject=${encodeURIComponent(`risk:${risk}`)}&state=open`)
  for (const task of tasksIn(found['items'])) await by.post(`/tasks/${task}/complete`)
}

// The list's schema has been checked by the route; only ids are read here.
function tasksIn(items: unknown): string[] {
  return (items as { id: string }[]).map(({ id }) => id)
}
