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
type Named = {
  fourFifths?: (Impact & { attribute: string[] })[]
  localLaw144?: { selection: LawTables | null; scoring: LawTables | null; notes: string[] }
}

/** The tables of named rules that a fairness plan asks for: four fifths, and those of Local Law 144 with what they are not. */
export function tableSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine wrote this record
  const { fourFifths = [], localLaw144 } = result as Named
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
    ...fourFifths.map((it) => impactSection(`Four fifths by ${it.attribute.join(' × ')}`, it)),
    ...law.map((it) => ({ ...it, note: [notes, it.note].filter((part) => part !== '').join(' ') })),
  ]
}

function impactSection(title: string, { rows, unknown }: Impact): Section {
  const shown = rows.map(({ key, n, selected, rate, toHighest, excluded }) => [
    key.map((it) => it ?? '(no value)').join(' × '),
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
