import { numbers, say, sayEstimate, type Section, text } from './document.ts'

type Estimate = { value: number | null; low: number | null; high: number | null }
type ImpactRow = {
  key: (string | null)[]
  n: number
  selected: number
  rate: Estimate
  excluded: string | null
  toHighest: { scoreRatio: Estimate } | null
}
type Impact = { rows: ImpactRow[]; unknown: number }
type LawTables = { sex: Impact; raceEthnicity: Impact; intersection: Impact }
type Range = { value: number | null; lowest: number | null; highest: number | null }
type Unknown = {
  metric: string
  group: (string | null)[]
  reference: (string | null)[]
  unknown: { denominator: number }
  difference: Range
  withSampling: Estimate
}
type Named = {
  attributes?: { attribute: string[]; unknownGroup?: Unknown[] }[]
  fourFifths?: (Impact & { attribute: string[] })[]
  localLaw144?: { selection: LawTables | null; scoring: LawTables | null; notes: string[] }
}

/** The tables of named rules that a fairness plan asks for: four fifths, and those of Local Law 144 with what they are not. */
export function tableSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine wrote this record
  const { attributes = [], fourFifths = [], localLaw144 } = result as Named
  const ofLaw = (name: string, tables: LawTables | null | undefined): Section[] =>
    tables === null || tables === undefined
      ? []
      : [
          impactSection(`Local Law 144: ${name} by sex`, tables.sex),
          impactSection(`Local Law 144: ${name} by race/ethnicity`, tables.raceEthnicity),
          impactSection(`Local Law 144: ${name} by both`, tables.intersection),
        ]
  const law = [...ofLaw('selection', localLaw144?.selection), ...ofLaw('scoring', localLaw144?.scoring)]
  const notes = (localLaw144?.notes ?? []).join(' ')
  return [
    ...attributes.flatMap(({ attribute, unknownGroup = [] }) => unknownSection(attribute, unknownGroup)),
    ...fourFifths.map((it) => impactSection(`Four fifths by ${it.attribute.join(' × ')}`, it)),
    ...law.map((it) => ({ ...it, note: [notes, it.note].filter((part) => part !== '').join(' ') })),
  ]
}

/** How far people of unknown group could move what is compared. */
function unknownSection(attribute: string[], unknown: Unknown[]): Section[] {
  if (unknown.length === 0) return []
  const columns = [text('metric'), text('group'), text('against'), numbers('of unknown group'), numbers('difference')]
  return [
    {
      title: `Unknown group in ${attribute.join(' × ')}`,
      note: 'The difference lies between lowest and highest whichever group these people belong to; the interval allows for chance too.',
      table: {
        columns: [...columns, numbers('lowest'), numbers('highest'), numbers('interval')],
        rows: unknown.map(({ metric, group, reference, unknown: people, difference, withSampling }) => [
          metric,
          nameOf(group),
          nameOf(reference),
          String(people.denominator),
          say(difference.value),
          say(difference.lowest),
          say(difference.highest),
          withSampling.low === null ? '–' : `[${say(withSampling.low)}, ${say(withSampling.high)}]`,
        ]),
      },
      plots: [],
    },
  ]
}

function nameOf(key: (string | null)[]): string {
  return key.map((it) => it ?? '(no value)').join(' × ')
}

function impactSection(title: string, { rows, unknown }: Impact): Section {
  const shown = rows.map(({ key, n, selected, rate, toHighest, excluded }) => [
    nameOf(key),
    String(n),
    String(selected),
    say(rate.value),
    sayEstimate(toHighest?.scoreRatio),
    excluded ?? '',
  ])
  const note = `Ratio to the highest rate, with its interval. Of unknown category: ${unknown}.`
  const columns = [text('category'), numbers('people'), numbers('selected'), numbers('rate'), numbers('ratio')]
  return { title, note, table: { columns: [...columns, text('left out because')], rows: shown }, plots: [] }
}
