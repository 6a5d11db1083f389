import type { At } from './agenda.ts'
import type { Cast } from './cast.ts'
import type { Actor, Teller } from './teller.ts'

type Range =
  | { shape: 'pert'; low: number; likely: number; high: number }
  | { shape: 'lognormal'; low: number; high: number }
type Said = {
  often: [Range, string]
  /** true: at most once a year, with a chance */
  once?: true
  each: [Range, string]
}
type Told = {
  title: string
  by: keyof Cast
  measure: 'money' | 'people'
  before: [number, Said]
  after: [number, Said]
}

const threePoints = (low: number, likely: number, high: number): Range => ({ shape: 'pert', low, likely, high })
const ninety = (low: number, high: number): Range => ({ shape: 'lognormal', low, high })

/** What the lender tolerates, set with its criteria before anything is rated or estimated. */
export const toleratedLosses = {
  currency: 'EUR',
  points: [
    { chance: 0.1, loss: 500_000 },
    { chance: 0.01, loss: 2_500_000 },
  ],
}

/** The risks that the board wanted in figures, before treatment and after it. */
const told: readonly Told[] = [
  {
    title: 'Wrong decisions when incomes shift',
    by: 'priya',
    measure: 'money',
    before: [
      262,
      {
        often: [ninety(0.1, 0.8), 'Two such years in the last twelve; three of us estimated apart and compared'],
        each: [ninety(80_000, 1_200_000), 'Write-offs of 2022 above plan, and a quarter of it at the low end'],
      },
    ],
    after: [
      206,
      {
        often: [ninety(0.08, 0.6), 'Incomes shift as before; monthly limits find it earlier'],
        each: [ninety(30_000, 350_000), 'The same months, had lending stopped when drift passed its limit'],
      },
    ],
  },
  {
    title: 'Chatbot invents terms of repayment',
    by: 'lucia',
    measure: 'money',
    before: [
      261,
      {
        often: [threePoints(4, 12, 30), 'Eleven false answers in 300 chats; one in a hundred is acted upon'],
        each: [threePoints(50, 600, 8_000), 'Fees given back and hours of the complaints desk in nine cases'],
      },
    ],
    after: [
      176,
      {
        often: [threePoints(0, 2, 6), 'One false answer in 300 since answers come from help pages'],
        each: [threePoints(50, 600, 8_000), 'As before: the answer is as costly when it is given'],
      },
    ],
  },
  {
    title: 'Payslips of applicants come out',
    by: 'milan',
    measure: 'money',
    before: [
      244,
      {
        once: true,
        often: [threePoints(0.02, 0.07, 0.2), 'Reports of breaches at suppliers of our size over five years'],
        each: [ninety(150_000, 4_000_000), 'Three fines of the authority and the notices to 9,000 applicants'],
      },
    ],
    after: [
      108,
      {
        once: true,
        often: [threePoints(0.01, 0.03, 0.08), 'Scans are erased after a day, so most breaches find none'],
        each: [ninety(50_000, 1_200_000), 'Fewer scans lie there at any time'],
      },
    ],
  },
  {
    title: 'Older candidates ranked lower',
    by: 'jonas',
    measure: 'people',
    before: [
      250,
      {
        often: [threePoints(6, 9, 14), 'Openings a year that the tool ranked, from the last two years'],
        each: [threePoints(0, 2, 9), 'Candidates over 50 whom a second reading would have invited, in four openings'],
      },
    ],
    after: [
      188,
      {
        often: [threePoints(6, 9, 14), 'As many openings as before'],
        each: [threePoints(0, 1, 4), 'The fixed share without ranking invites half of them'],
      },
    ],
  },
]

/** Half a year later there are cases to count, and the range is narrower. */
const chatbotAgain: Said = {
  often: [threePoints(0, 1, 4), 'One case acted upon in four months of help pages, found among 2,100 chats'],
  each: [threePoints(50, 400, 6_000), 'That case cost €310; the most is as before less what the desk now catches'],
}

/** Estimates when the risk is known and when its treatment works, simulations when the board met, and one estimate made anew. */
export function putIntoFigures(
  at: At,
  { teller, cast, idOf }: { teller: Pick<Teller, 'work'>; cast: Cast; idOf: (title: string) => string },
): void {
  for (const { title, by, measure, before, after } of told) {
    for (const [stage, [daysAgo, said]] of [['inherent', before] as const, ['residual', after] as const]) {
      at(daysAgo, async () => {
        const body = { ...draftOf(said, measure), replaces: null }
        await cast[by].put(`/risks/${idOf(title)}/estimates/${measure}/${stage}`, body)
      })
    }
  }
  at(58, async () => {
    const body = { ...draftOf(chatbotAgain, 'money'), replaces: 1 }
    await cast.lucia.put(`/risks/${idOf('Chatbot invents terms of repayment')}/estimates/money/residual`, body)
  })
  for (const daysAgo of [240, 57]) at(daysAgo, () => simulate(teller, cast.milan, { measure: 'money' }))
  at(186, () => simulate(teller, cast.jonas, { measure: 'people' }))
  at(103, () => simulate(teller, cast.milan, { measure: 'money', risk: idOf('Payslips of applicants come out') }))
}

function draftOf({ often: [range, frequencyBasis], each: [loss, lossBasis], once }: Said, measure: Told['measure']) {
  const frequency = { kind: once ? 'chance' : 'rate', range }
  return { frequency, loss, frequencyBasis, lossBasis, currency: measure === 'money' ? 'EUR' : null }
}

async function simulate(teller: Pick<Teller, 'work'>, by: Actor, asked: object): Promise<void> {
  const { id } = await by.post('/risk-simulations', { trials: 50_000, ...asked })
  await teller.work('risk-simulation', { simulation: id })
}
