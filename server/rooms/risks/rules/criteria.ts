/** Which risks the organization lives with: without more, only treated and watched, or not at all. */
export const levels = ['acceptable', 'tolerable', 'not-acceptable'] as const
export type Level = (typeof levels)[number]

export type LikelihoodStep = { name: string; meaning: string }
/** One step of consequence in the words of each of those who bear it. */
export type ConsequenceStep = { name: string; organization: string; individuals: string; society: string }

/**
 * The scales, lowest step first, and the bounds on the product of likelihood and consequence: up to `acceptableUpTo` a risk is
 * acceptable, up to `tolerableUpTo` it is tolerable with treatment, above it is not acceptable.
 */
export type Definition = {
  likelihood: LikelihoodStep[]
  consequence: ConsequenceStep[]
  acceptableUpTo: number
  tolerableUpTo: number
  /** how long a rating is good for */
  reviewMonths: number
  /** how long an acceptance may last at most */
  acceptanceMonths: number
  /** at most this chance of losing more than this in a year, each greater loss with a smaller chance; none where it was not decided */
  tolerance?: { currency: string; points: { chance: number; loss: number }[] } | undefined
}

/** Where a risk was put on the scales, counted from one. */
export type Placement = { likelihood: number; organization: number; individuals: number; society: number }

/** The gravest consequence counts: harm to people is not made smaller by the organization's being small. */
export function scoreOf({ likelihood, organization, individuals, society }: Placement): number {
  return likelihood * Math.max(organization, individuals, society)
}

export function levelOf(score: number, { acceptableUpTo, tolerableUpTo }: Definition): Level {
  if (score <= acceptableUpTo) return 'acceptable'
  return score <= tolerableUpTo ? 'tolerable' : 'not-acceptable'
}

/** What is wrong with these criteria, each by the path of its field. */
export function problemsOf(definition: Definition): { path: string; message: string }[] {
  const { likelihood, consequence, acceptableUpTo, tolerableUpTo } = definition
  const highest = likelihood.length * consequence.length
  const problems: { path: string; message: string }[] = []
  if (acceptableUpTo >= tolerableUpTo)
    problems.push({ path: 'definition.acceptableUpTo', message: 'must be below the bound of what is tolerable' })
  if (tolerableUpTo >= highest)
    problems.push({
      path: 'definition.tolerableUpTo',
      message: `must be below ${highest}, the highest product, or nothing would ever be refused`,
    })
  for (const [path, steps] of [
    ['definition.likelihood', likelihood],
    ['definition.consequence', consequence],
  ] as const) {
    const names = new Set(steps.map(({ name }) => name.toLowerCase()))
    if (names.size < steps.length) problems.push({ path, message: 'has two steps of the same name' })
  }
  const points = definition.tolerance?.points ?? []
  for (const [at, { chance, loss }] of points.entries()) {
    const before = points[at - 1]
    const path = `definition.tolerance.points.${at}`
    if (before && loss <= before.loss)
      problems.push({ path: `${path}.loss`, message: 'must be above the loss before it' })
    if (before && chance >= before.chance)
      problems.push({ path: `${path}.chance`, message: 'must be below the chance of the smaller loss before it' })
  }
  return problems
}

/** A first proposal in plain words; every organization makes it its own. */
export const proposal: { definition: Definition; appetite: string } = {
  appetite:
    'We use AI where it helps customers and staff. We do not trade harm to people for profit: what could gravely hurt a person or a group is treated or given up, whatever it earns. Small disturbances of our own work we live with.',
  definition: {
    likelihood: [
      { name: 'Very unlikely', meaning: 'Not known to have happened anywhere; would surprise us within ten years' },
      { name: 'Unlikely', meaning: 'Has happened elsewhere; perhaps once in three to ten years here' },
      { name: 'Possible', meaning: 'May happen here once in one to three years' },
      { name: 'Likely', meaning: 'Expected to happen here about once a year' },
      { name: 'Very likely', meaning: 'Happens already, or expected several times a year' },
    ],
    consequence: [
      {
        name: 'Slight',
        organization: 'Absorbed in daily work; no cost worth counting',
        individuals: 'A moment’s annoyance, put right at once',
        society: 'Nobody outside notices',
      },
      {
        name: 'Minor',
        organization: 'Some extra work or cost within the budget of a team',
        individuals: 'Lost time or a small sum; put right on request',
        society: 'A few people are treated worse for a short time',
      },
      {
        name: 'Serious',
        organization: 'A goal of the year is missed; complaints that management has to answer',
        individuals: 'A wrong decision with felt effects on money, work or privacy; can be repaired with effort',
        society: 'A group is treated worse in a way that shows in figures',
      },
      {
        name: 'Grave',
        organization: 'An authority steps in, a large customer leaves, or a system must be shut down',
        individuals: 'Lasting damage to health, livelihood, rights or reputation of single persons',
        society: 'A group is shut out, or trust in a public good suffers',
      },
      {
        name: 'Ruinous',
        organization: 'The organisation’s existence or its licence is in question',
        individuals: 'Death, grave injury or loss of freedom; or lasting damage to many',
        society: 'Lasting harm to the public, the environment or fair public debate',
      },
    ],
    acceptableUpTo: 4,
    tolerableUpTo: 12,
    reviewMonths: 12,
    acceptanceMonths: 12,
  },
}
