import { numbers, say, sayEstimate, sayP, type Section, text } from './document.ts'

type Estimate = { value: number | null; low: number | null; high: number | null }
type Counted = { numerator: number; denominator: number }
type Found = {
  rate: string
  columns: string[]
  key: (string | null)[]
  n: number
  value: number | null
  own: Counted
  gap: Estimate
  /** wider, for how much was searched; null where it is no finding */
  gapAdjusted: Estimate | null
  shrunk: { rate: number; low: number; high: number } | null
  pAdjusted: number | null
  finding: boolean
}
type Confirmed = {
  columns: string[]
  key: (string | null)[]
  rate: string
  gap: Estimate
  outcome: string
  pAdjusted: number | null
}
type Subgroups = {
  text: string
  top: Found[]
  confirmation?: { on: string; rows: { searched: number; confirming: number }; findings: Confirmed[] } | null
}
type Conditional = {
  attribute: string[]
  strata: string[]
  metric: string
  comparisons: {
    group: (string | null)[]
    reference: (string | null)[]
    crude: { difference: Estimate }
    difference: Estimate
    pAdjusted: number | null
    reversed: boolean
    judged: { verdict: string } | null
  }[]
}
type Size = {
  metric: string
  comparison: string
  margin: number
  expected: { rate: number; reference: number; power: number }
  needed: number | null
}
type Conflicts = {
  attribute: string[]
  baseRates: { group: (string | null)[]; rate: number | null; numerator: number; denominator: number }[]
  conflicts: { metrics: string[]; unless: string }[]
}
type Inequality = {
  theil: Estimate
  generalisedEntropy2: Estimate
  coefficientOfVariation: Estimate
  byAttribute: { attribute: string[]; theil: { total: Estimate; within: Estimate; between: Estimate } }[]
}
type Asked = {
  subgroups?: Subgroups
  conflicts?: Conflicts[]
  inequality?: Inequality
  conditional?: Conditional[]
  plannedSizes?: { attribute: string[]; sizes: Size[] }[]
}

/** Tables that a fairness plan asks for beside its measures: the search over groups, what cannot be equal at once, inequality. */
export function askedSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine wrote this record
  const { subgroups, conflicts = [], inequality, conditional = [], plannedSizes = [] } = result as Asked
  return [
    ...conditional.map(conditionalSection),
    ...(subgroups === undefined ? [] : [subgroupSection(subgroups), ...confirmedSections(subgroups)]),
    ...conflicts.flatMap(conflictSections),
    ...(inequality === undefined ? [] : [inequalitySection(inequality)]),
    ...plannedSizes.flatMap(sizeSections),
  ]
}

function subgroupSection({ text: note, top }: Subgroups): Section {
  const rows = top.map((it) => [
    it.columns.map((column, at) => `${column} = ${it.key[at] ?? '(no value)'}`).join(', '),
    it.rate,
    `${it.own.numerator} of ${it.own.denominator}`,
    say(it.value),
    sayEstimate(it.gapAdjusted ?? it.gap),
    say(it.shrunk?.rate),
    sayP(it.pAdjusted),
    it.finding ? 'yes' : '',
  ])
  const columns = [text('group'), text('metric'), numbers('counted'), numbers('rate'), numbers('gap to the rest')]
  return {
    title: 'Search over groups',
    note,
    table: { columns: [...columns, numbers('shrunk'), numbers('adjusted p'), text('finding')], rows },
    plots: [],
  }
}

/** Groups compared among rows that are alike in factors that may legitimately matter. */
function conditionalSection({ attribute, strata, metric, comparisons }: Conditional): Section {
  return {
    title: `${metric} by ${attribute.join(' × ')} with ${strata.join(', ')} held alike`,
    note: 'Overall: all rows together. Alike: within the same factors, weighted over them. A reversal means that the factors explain it.',
    table: {
      columns: [
        text('group'),
        text('against'),
        numbers('overall'),
        numbers('alike'),
        numbers('adjusted p'),
        text('verdict'),
      ],
      rows: comparisons.map((it) => [
        nameOf(it.group),
        nameOf(it.reference),
        sayEstimate(it.crude.difference),
        sayEstimate(it.difference),
        sayP(it.pAdjusted),
        [it.judged?.verdict ?? '', it.reversed ? 'reversed' : ''].filter((part) => part !== '').join(', '),
      ]),
    },
    plots: [],
  }
}

/** What became of the findings on people who were not searched. */
function confirmedSections({ confirmation }: Subgroups): Section[] {
  if (confirmation === undefined || confirmation === null) return []
  const { on, rows, findings } = confirmation
  const where = on === 'test-file' ? 'in the test file' : 'in rows that were held back'
  return [
    {
      title: 'Findings on people who were not searched',
      note: `${rows.searched} rows were searched; ${rows.confirming} ${where} confirm.`,
      table: {
        columns: [text('group'), text('metric'), numbers('gap'), numbers('adjusted p'), text('outcome')],
        rows: findings.map((it) => [
          it.columns.map((column, at) => `${column} = ${it.key[at] ?? '(no value)'}`).join(', '),
          it.rate,
          sayEstimate(it.gap),
          sayP(it.pAdjusted),
          it.outcome,
        ]),
      },
      plots: [],
    },
  ]
}

function sizeSections({ attribute, sizes }: { attribute: string[]; sizes: Size[] }): Section[] {
  if (sizes.length === 0) return []
  const section: Section = {
    title: `How many are needed by ${attribute.join(' × ')}`,
    note: 'In the denominator of the metric, of each group, for the limit to pass if the rates are as expected.',
    table: {
      columns: [text('metric'), text('compared as'), numbers('margin'), text('expected'), numbers('needed')],
      rows: sizes.map(({ metric, comparison, margin, expected, needed }) => [
        metric,
        comparison,
        String(margin),
        `${expected.rate} against ${expected.reference}, power ${expected.power}`,
        needed === null ? 'no number is enough' : String(needed),
      ]),
    },
    plots: [],
  }
  return [section]
}

/** With different base rates some measures cannot be equal together; the choice between them is somebody's. */
function conflictSections({ attribute, baseRates, conflicts }: Conflicts): Section[] {
  if (conflicts.length === 0) return []
  const rates = baseRates.map((it) => `${nameOf(it.group)} ${say(it.rate)} (${it.numerator} of ${it.denominator})`)
  return [
    {
      title: `What cannot be equal at once, by ${attribute.join(' × ')}`,
      note: `Base rates: ${rates.join('; ')}. Which of these is to be equal is a choice of values.`,
      table: {
        columns: [text('cannot all be equal'), text('unless')],
        rows: conflicts.map(({ metrics, unless }) => [metrics.join(', '), unless]),
      },
      plots: [],
    },
  ]
}

function inequalitySection({ theil, generalisedEntropy2, coefficientOfVariation, byAttribute }: Inequality): Section {
  const whole = [
    ['Theil index', say(theil.value, 6), '', ''],
    ['generalised entropy (2)', say(generalisedEntropy2.value, 6), '', ''],
    ['coefficient of variation', say(coefficientOfVariation.value, 6), '', ''],
  ]
  const parts = byAttribute.map(({ attribute, theil: of }) => [
    `Theil index by ${attribute.join(' × ')}`,
    say(of.total.value, 6),
    say(of.within.value, 6),
    say(of.between.value, 6),
  ])
  return {
    title: 'Inequality of benefits',
    note: 'A benefit is 1 plus the decision less the truth. 0 is equality. Between: what lies between groups.',
    table: {
      columns: [text('measure'), numbers('all'), numbers('within groups'), numbers('between groups')],
      rows: [...whole, ...parts],
    },
    plots: [],
  }
}

function nameOf(group: (string | null)[]): string {
  return group.map((it) => it ?? '(no value)').join(' × ')
}
