import { z } from 'zod'
import type { At } from './agenda.ts'
import { dayFrom, type SystemIds } from './beginnings.ts'
import type { Cast } from './cast.ts'
import type { Actor } from './teller.ts'

const plain = {
  reach: 'in-union',
  exclusions: [],
  inUnion: true,
  practices: [],
  annexI: null,
  annexIii: [],
  profiling: 'no',
  exceptions: [],
  publicBody: false,
  transparency: [],
  transparencyExceptions: [],
  gpai: 'none',
  openSource: false,
  changedSince: false,
}

const Register = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string(), duty: z.string().nullable() })),
})

/** Gives the reference of what stands in the register under this duty of the Act or this title. */
export async function obligationNamed(by: Actor, name: string): Promise<string> {
  const { items } = Register.parse(await by.get('/obligations?limit=100'))
  const found = items.find(({ duty, title }) => duty === name || title === name)
  if (!found) throw new Error(`the sample register has no ${name}`)
  return `obligation:${found.id}`
}

/** What is decided to apply, and who answers for it; the rest is decided late, as in life. */
const decided = [
  { name: 'AIA-10', owner: 'priya', reason: 'The credit model rates people under our own name.' },
  { name: 'AIA-11', owner: 'priya', reason: 'The credit model rates people under our own name.' },
  { name: 'AIA-27', owner: 'milan', reason: 'We rate the creditworthiness of households.' },
  { name: 'AIA-50-1', owner: 'lucia', reason: 'Customers write to the chatbot.' },
  { name: 'Split of duties with suppliers of AI', owner: 'milan', reason: 'Signed with both suppliers.' },
] as const

/** What began to be fulfilled, and what a review found: one is shown, one has gaps. */
const fulfilled = [
  {
    name: 'Split of duties with suppliers of AI',
    fulfilment: 'Each notice starts a test on our own cases; failures are reported by the owner of the system.',
    begun: 150,
    reviewed: 31,
    shown: 'Notices of suppliers and our reports of failures, half-year',
    outcome: 'fulfilled',
    note: 'Four notices and one failure; each was told within five working days.',
  },
  {
    name: 'AIA-50-1',
    fulfilment: 'The first line of each conversation says that it is AI, in the language of the customer.',
    begun: 118,
    reviewed: 27,
    shown: 'Screenshots of the first line in German and Polish',
    outcome: 'gaps',
    note: 'On the phone line the notice is missing.',
  },
] as const

const Requirements = z.object({ items: z.array(z.object({ id: z.string(), statement: z.string() })) })
const Risks = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) })

/** What parties require is carried over into the registers; one is still to come, as in life. */
export function carryRequirementsOver(at: At, { milan, olivia, lucia, priya }: Cast): void {
  const required = async (statement: string) => {
    const { items } = Requirements.parse(await milan.get('/party-requirements?limit=100'))
    const found = items.find((one) => one.statement === statement)
    if (!found) throw new Error(`no party of the sample requires: ${statement}`)
    return found.id
  }
  const carried = [
    { statement: 'Proof of governed AI', owner: milan, reason: 'Part of the funding agreements.' },
    { statement: 'Validated models and documented changes', owner: priya, reason: 'Asked of every lender.' },
    { statement: 'To be heard before AI is used on staff', owner: lucia, reason: 'The works council has the right.' },
  ]
  for (const [index, { statement, owner, reason }] of carried.entries()) {
    at(176 - index, async () => {
      const { id } = await milan.post('/obligations/from-requirement', { requirement: await required(statement) })
      await milan.patch(`/obligations/${id}`, 1, { owner: owner.id })
      await olivia.post(`/obligations/${id}/decide`, { applies: true, reason })
    })
  }
  at(60, async () => {
    const { items } = Risks.parse(await milan.get('/risks?limit=100'))
    const unequal = items.find(({ title }) => title === 'Older candidates ranked lower')
    const requirement = await required('No unequal treatment by age or sex')
    await milan.post(`/party-requirements/${requirement}/stands-as`, { subject: `risk:${unequal?.id}` })
  })
}

/** The EU AI Act for three systems, what follows taken over, and two contracts. */
export function learnObligations(at: At, cast: Cast, ids: SystemIds): void {
  const { milan, olivia } = cast
  const acts = [
    {
      key: 'credit',
      answers: { supply: ['own-name', 'uses'], annexIii: ['5(b)'], profiling: 'yes', placedOn: '2023-04-01' },
      duties: ['AIA-4', 'AIA-9', 'AIA-10', 'AIA-11', 'AIA-26', 'AIA-27'],
    },
    {
      key: 'hiring',
      answers: { supply: ['uses'], annexIii: ['4(a)'], profiling: 'yes', placedOn: '2024-09-01' },
      duties: ['AIA-4', 'AIA-26', 'AIA-86'],
    },
    {
      key: 'chatbot',
      answers: { supply: ['own-name', 'uses'], transparency: ['talks-to-people'], placedOn: '2025-02-10' },
      duties: ['AIA-4', 'AIA-50-1'],
    },
  ] as const
  for (const [index, { key, answers, duties }] of acts.entries()) {
    at(184 - index, async () => {
      await milan.post(`/ai-systems/${ids[key]}/ai-act/answers`, { ...plain, ...answers })
      await milan.post(`/ai-systems/${ids[key]}/ai-act/adopt`, { duties })
    })
  }
  at(179, async () => {
    await milan.post('/obligations', {
      title: 'Split of duties with suppliers of AI',
      sourceKind: 'contract',
      source: 'Contracts with the suppliers of the hiring tool and the chatbot',
      asks: 'Suppliers announce changes two weeks ahead; we tell them of failures within five working days.',
      systems: [ids.hiring, ids.chatbot],
      reportsTo: 'Suppliers of the hiring tool and the chatbot',
    })
  })
  at(177, async () => {
    for (const { name, owner, reason } of decided) {
      const path = `/obligations/${(await obligationNamed(milan, name)).slice('obligation:'.length)}`
      const { version } = await milan.get(path)
      await milan.patch(path, version, { owner: cast[owner].id })
      await olivia.post(`${path}/decide`, { applies: true, reason })
    }
  })
  for (const { name, begun, reviewed, shown, ...it } of fulfilled) {
    const path = async () => `/obligations/${(await obligationNamed(milan, name)).slice('obligation:'.length)}`
    at(begun, async () => {
      const { version } = await milan.get(await path())
      await milan.patch(await path(), version, { fulfilment: it.fulfilment })
      await milan.post(`${await path()}/start`)
    })
    at(reviewed, async (day) => {
      const content = { kind: 'attestation', attestedBy: 'Owner of the system', statement: `${shown}: looked through.` }
      const { id } = await milan.post('/evidence', {
        title: shown,
        content,
        subjects: [await obligationNamed(milan, name)],
      })
      await milan.post(`${await path()}/fulfilled-by`, { subject: `evidence:${id}` })
      const review = { outcome: it.outcome, note: it.note, nextOn: dayFrom(day, 180) }
      await olivia.post(`${await path()}/review`, review)
    })
  }
  at(70, async (day) => {
    const { id } = await milan.post('/obligations', {
      title: 'Explain refusals to the partner bank',
      sourceKind: 'contract',
      source: 'Funding agreement with the partner bank',
      article: 'Section 7',
      asks: 'Give the reason for each refused application within ten working days.',
      systems: [ids.credit],
      owner: milan.id,
      fulfilment: 'Loan officers record the reason; the letter goes out from the loan system.',
      reviewDueOn: dayFrom(day, 180),
    })
    await olivia.post(`/obligations/${id}/decide`, { applies: true, reason: 'Signed in 2024 and in force.' })
    await milan.post(`/obligations/${id}/start`)
  })
}
