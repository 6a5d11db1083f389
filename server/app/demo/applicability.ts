import { z } from 'zod'
import type { At } from './agenda.ts'
import type { SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'
import { obligationNamed } from './obligations.ts'
import type { Actor, Teller } from './teller.ts'

type ControlTold = {
  name: string
  owner: keyof Cast
  serves: string[]
  systems?: (keyof SystemIds)[]
  how: string
  checkHow: string
  months: number
  planned: number
  /** when it began to run; one that is not there is planned still */
  running?: number
  checks?: { daysAgo: number; works: boolean; note: string }[]
  /** accepted evidence: when it was collected */
  evidence?: { daysAgo: number; title: string }
}

const iso = (ref: string) => `ISO-42001-2023/${ref}`

/** What the lender does: most of it runs and is shown, one control was found not to work, one is planned. */
const told: readonly ControlTold[] = [
  {
    name: 'Quarterly test of error rates by group',
    owner: 'priya',
    serves: [iso('A.6.2.4'), iso('A.7.4'), 'NIST-AI-RMF-1.0/MEASURE 2.11'],
    systems: ['credit', 'hiring'],
    how: 'Each quarter the figures by age and sex are measured on new decisions, against limits set before.',
    checkHow: 'Somebody outside of the team repeats one measurement from the same file.',
    months: 6,
    planned: 205,
    running: 200,
    checks: [
      { daysAgo: 150, works: true, note: 'Repeated the July figures; they are the same.' },
      { daysAgo: 28, works: true, note: 'Repeated the October figures; they are the same.' },
    ],
    evidence: { daysAgo: 148, title: 'Minutes of the model meeting with the figures by group' },
  },
  {
    name: 'Second look at refusals by a person',
    owner: 'jonas',
    serves: [iso('A.9.2'), iso('A.9.3'), iso('A.5.4')],
    systems: ['credit'],
    how: 'A loan officer reads every refusal of an applicant under 25 before it is sent, and may overrule it.',
    checkHow: 'Twenty refusals of the month are drawn; each must name who read it.',
    months: 3,
    planned: 204,
    running: 196,
    checks: [
      { daysAgo: 120, works: true, note: 'All twenty named a reader; two had been overruled.' },
      { daysAgo: 33, works: true, note: 'All twenty named a reader; three had been overruled.' },
    ],
    evidence: { daysAgo: 118, title: 'List of refusals that were read in July' },
  },
  {
    name: 'Review of chatbot answers',
    owner: 'lucia',
    serves: [iso('A.6.2.6'), iso('A.8.2')],
    systems: ['chatbot'],
    how: 'Every week fifty answers are read against the help pages; wrong ones become tasks.',
    checkHow: 'The list of answers that were read is compared with the weeks of the quarter.',
    months: 3,
    planned: 198,
    running: 190,
    checks: [
      { daysAgo: 25, works: false, note: 'Three weeks of September are missing: nobody stood in for the reader.' },
    ],
    evidence: { daysAgo: 110, title: 'Answers read in the first quarter of the review' },
  },
  {
    name: 'Change notices of AI suppliers',
    owner: 'milan',
    serves: [iso('A.10.2'), iso('A.10.3')],
    how: 'Suppliers announce changes of models two weeks ahead; the notice starts a test on our own cases.',
    checkHow: 'Notices of the half-year are compared with tests that were run.',
    months: 6,
    planned: 150,
    running: 146,
  },
  {
    name: 'Channel for concerns of customers',
    owner: 'milan',
    serves: [iso('A.8.3'), iso('A.3.3')],
    how: 'A form on the public page; each concern is answered within ten working days.',
    checkHow: 'A test concern is sent and its way is followed.',
    months: 6,
    planned: 60,
  },
]

/** Rows that version 1 leaves out; by the time of the second one a contract asks for one of them. */
const leftOut = {
  'A.10.4': 'We hand no AI system or model to customers; they take loans, and no duty of theirs follows.',
  'A.2.3': 'No other policy of ours touches AI so far; the AI policy itself says what holds.',
}
const asked = {
  ref: 'A.10.4',
  words: 'Two partner banks use our score since autumn; the contract names what they answer for.',
}

/** Why what no risk names is needed, by area. */
const whyByArea: Readonly<
  Record<string, readonly [kind: 'law' | 'contract' | 'objective', words: string, obligation?: string]>
> = {
  'A.2': ['objective', 'The board wants one policy that is known and kept current'],
  'A.3': ['objective', 'Everybody shall know who answers for an AI system'],
  'A.4': ['objective', 'We can only answer for what is written down about each system'],
  'A.5': ['law', 'The AI Act asks deployers of credit scoring to look at fundamental rights', 'AIA-27'],
  'A.6': ['law', 'The AI Act asks for tests and records of high-risk systems', 'AIA-11'],
  'A.7': ['law', 'The AI Act asks for data that is fit for its purpose', 'AIA-10'],
  'A.8': ['law', 'People must be told when they deal with AI, and be heard', 'AIA-50-1'],
  'A.9': ['objective', 'AI is used for what it was approved for, with a person who may stop it'],
  'A.10': ['contract', 'Contracts with suppliers split who does what', 'Split of duties with suppliers of AI'],
}

const Rows = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      version: z.number(),
      requirement: z.object({ ref: z.string(), area: z.object({ ref: z.string() }).nullable() }),
      risks: z.array(z.object({ ref: z.string(), name: z.string() })),
    }),
  ),
})
type Row = z.infer<typeof Rows>['rows'][number]

type Parts = { teller: Teller; cast: Cast; ids: SystemIds }

/** Controls are planned, run and checked; version 1 of the Statement of Applicability is approved, and version 2 is being written. */
export function decideApplicability(at: At, { teller, cast, ids }: Parts): void {
  for (const control of told) applyControl(at, control, { cast, ids })
  const { milan, olivia } = cast
  let statement = ''
  at(172, async () => {
    statement = (await milan.post('/statements-of-applicability')).id
    await decideRows(milan, statement)
  })
  at(165, async () => {
    await olivia.post(`/statements-of-applicability/${statement}/approve`, { note: 'Discussed by the board.' })
    await teller.work('controls-statement-files', { statement })
  })
  at(11, async () => {
    const { id, version } = await beginNext(milan)
    await milan.patch(`/statements-of-applicability/${id}`, version, {
      summary: 'Partner banks use our score: duties towards customers are included.',
    })
    const row = (await rowsOf(milan, id)).find(({ requirement }) => requirement.ref === asked.ref)
    if (!row) throw new Error('the sample statement lacks a row')
    const ref = await obligationNamed(milan, 'Explain refusals to the partner bank')
    const reasons = [{ kind: 'contract', ref, words: asked.words }]
    await milan.patch(`/statements-of-applicability/${id}/rows/${row.id}`, row.version, {
      decision: 'included',
      reasons,
    })
  })
}

async function beginNext(by: Actor) {
  const { id } = await by.post('/statements-of-applicability')
  return await by.get(`/statements-of-applicability/${id}`)
}

async function rowsOf(by: Actor, statement: string): Promise<Row[]> {
  return Rows.parse(await by.get(`/statements-of-applicability/${statement}`)).rows
}

async function decideRows(by: Actor, statement: string): Promise<void> {
  for (const row of await rowsOf(by, statement)) {
    await by.patch(`/statements-of-applicability/${statement}/rows/${row.id}`, row.version, await decisionOf(by, row))
  }
}

async function decisionOf(by: Actor, { requirement: { ref, area }, risks }: Row) {
  const reason = Object.entries(leftOut).find(([left]) => left === ref)?.[1]
  if (reason && risks.length === 0) return { decision: 'excluded', reason }
  const byRisk = risks.map((risk) => ({
    kind: 'risk',
    ref: risk.ref,
    words: 'It lowers how likely or how grave this is.',
  }))
  const [kind, words, obligation] = whyByArea[(area?.ref ?? ref).split('.').slice(0, 2).join('.')] ?? [
    'objective',
    'The board wants it',
  ]
  if (byRisk.length > 0) return { decision: 'included', reasons: byRisk }
  const rests = obligation === undefined ? null : await obligationNamed(by, obligation)
  return { decision: 'included', reasons: [{ kind, ref: rests, words }] }
}

function applyControl(at: At, it: ControlTold, { cast, ids }: Pick<Parts, 'cast' | 'ids'>): void {
  const { milan, amara } = cast
  const owner = cast[it.owner]
  let id = ''
  at(it.planned, async () => {
    const { name, how, checkHow, months: checkMonths, serves: requirements, systems = [] } = it
    const scope = systems.length > 0 ? 'systems' : 'organization'
    const covered = { scope, systems: systems.map((key) => ids[key]) }
    id = (
      await milan.post('/controls', { name, how, checkHow, checkMonths, requirements, owner: owner.id, ...covered })
    ).id
  })
  if (it.running !== undefined) at(it.running, async () => void (await milan.post(`/controls/${id}/start`)))
  for (const { daysAgo, works, note } of it.checks ?? []) {
    at(daysAgo, async (checkedOn) => {
      await amara.post(`/controls/${id}/checks`, { checkedOn, outcome: works ? 'works' : 'does-not-work', note })
    })
  }
  const { evidence } = it
  if (!evidence) return
  let shown = ''
  at(evidence.daysAgo, async () => {
    const content = {
      kind: 'attestation',
      attestedBy: 'The team that runs it',
      statement: `${evidence.title}: kept in the team's folder and looked through.`,
    }
    shown = (await owner.post('/evidence', { title: evidence.title, content, subjects: [`applied-control:${id}`] })).id
  })
  at(evidence.daysAgo - 2, async () => {
    await milan.post(`/evidence/${shown}/review`, { decision: 'accepted', note: 'Seen.' })
  })
}
