import type { CellTable, GroupValue } from '../cells.ts'
import { type Category, type Exclusion, impactTable, type ImpactTable } from './four-fifths.ts'
import type { AboveMedian } from './above-median.ts'
import { sayGroup } from '../group-words.ts'
import { marginal, nameOf } from '../tables.ts'
import { usualMinimum } from '../verdict/judge.ts'

/** People of one sex and one race/ethnicity (null is unknown), and how many of them a tool selected or scored above the median. */
export type Candidates = { sex: GroupValue; raceEthnicity: GroupValue; n: number; selected: number }

export type LawTables = { sex: ImpactTable; raceEthnicity: ImpactTable; intersection: ImpactTable }

export type LocalLaw144 = {
  selection: LawTables | null
  scoring: (LawTables & { median: number | null; ties: number }) | null
  /** People whose sex or race/ethnicity is unknown: they are in no ratio of the intersections. */
  unknown: { sex: number; raceEthnicity: number; either: number }
  notes: string[]
}

export type LawOptions = {
  exclude?: { sex?: readonly Exclusion[]; raceEthnicity?: readonly Exclusion[]; intersection?: readonly Exclusion[] }
  confidence?: number
  minimum?: number
}

/** Stands beside every such table: what these numbers are not. */
export const notTheAudit =
  "These tables are computed as New York City's Local Law 144 describes them, but they are not the bias audit that the law asks of an independent auditor."

/** Stands beside every such table: what the numbers do not decide. */
export const noPassMark =
  'The law sets no pass mark; four-fifths is a rule of thumb of federal guidelines (29 CFR 1607.4 D), which ask for significance and practical effect as well.'

/** Stands beside scoring rates: how ties are read. */
export const tieRule = 'Above the median means strictly above it; who has exactly the median score is not above it.'

function summed(candidates: readonly Candidates[], keyOf: (it: Candidates) => GroupValue[]): Category[] {
  const categories = new Map<string, Category>()
  for (const candidate of candidates) {
    const key = keyOf(candidate)
    const before = categories.get(nameOf(key)) ?? { key, n: 0, selected: 0 }
    const { n, selected } = candidate
    categories.set(nameOf(key), { key, n: before.n + n, selected: before.selected + selected })
  }
  return [...categories.values()]
}

function tablesOf(
  candidates: readonly Candidates[],
  { exclude = {}, ...rest }: LawOptions,
  rateName: string,
): LawTables {
  const table = (keyOf: (it: Candidates) => GroupValue[], excluded: readonly Exclusion[] | undefined): ImpactTable =>
    impactTable(summed(candidates, keyOf), { ...rest, rateName, exclude: excluded ?? [] })
  return {
    sex: table((it) => [it.sex], exclude.sex),
    raceEthnicity: table((it) => [it.raceEthnicity], exclude.raceEthnicity),
    intersection: table((it) => [it.sex, it.raceEthnicity], exclude.intersection),
  }
}

/** What the law asks to be stated of people of unknown category. */
function sayUnknown({ sex, raceEthnicity, either }: LocalLaw144['unknown']): string {
  return `Not in the ratios because their category is unknown: ${sex} people by sex, ${raceEthnicity} by race/ethnicity, ${either} by both together.`
}

/** The highest rate is the yardstick of all ratios: say when it stands on few people. */
function sayHighest(name: string, { highest, rows }: ImpactTable, minimum: number): string[] {
  const row = rows.find(({ key }) => highest !== null && nameOf(key) === nameOf(highest))
  if (!row || (row.n >= minimum && !row.mayBeExcluded)) return []
  return [
    `The highest rate by ${name} is that of ${sayGroup(row.key)} with ${row.n} people, and may be highest by chance: see the ratios to the largest category and to the rest.`,
  ]
}

function unknownIn({ sex, raceEthnicity, intersection }: LawTables): LocalLaw144['unknown'] {
  return { sex: sex.unknown, raceEthnicity: raceEthnicity.unknown, either: intersection.unknown }
}

/**
 * The tables that NYC Local Law 144 describes (6 RCNY 5-300 to 5-303): selection rates, scoring rates, or both, and impact ratios to the
 * highest rate by sex, by race/ethnicity and by both together, with people of unknown category counted. Give `scored` with the `cells` of
 * `aboveMedian`, whose keys are [sex, race/ethnicity].
 * @throws RangeError when neither is given, for counts that are none, and for an exclusion that the 2 % rule does not allow.
 */
export function localLaw144(
  given: { selected?: readonly Candidates[]; scored?: AboveMedian },
  options: LawOptions = {},
): LocalLaw144 {
  const { selected, scored } = given
  const selection = selected ? tablesOf(selected, options, 'selection rate') : null
  const scoring = scored
    ? {
        ...tablesOf(scored.cells.map(scoredCandidates), options, 'scoring rate'),
        median: scored.median,
        ties: scored.ties,
      }
    : null
  const tables = selection ?? scoring
  if (!tables) throw new RangeError('give the counts of selected people, of scored people, or both')
  const unknown = unknownIn(tables)
  const chance = [selection, scoring].flatMap((it) => (it ? highestNotes(it, options.minimum ?? usualMinimum) : []))
  const notes = [notTheAudit, noPassMark, ...(scoring ? [tieRule] : []), sayUnknown(unknown), ...new Set(chance)]
  return { selection, scoring, unknown, notes }
}

function highestNotes({ sex, raceEthnicity, intersection }: LawTables, minimum: number): string[] {
  return [
    ...sayHighest('sex', sex, minimum),
    ...sayHighest('race/ethnicity', raceEthnicity, minimum),
    ...sayHighest('sex and race/ethnicity', intersection, minimum),
  ]
}

function scoredCandidates({ key, n, above }: AboveMedian['cells'][number]): Candidates {
  if (key.length !== 2)
    throw new RangeError(`scored cells are keyed by sex and race/ethnicity; one has ${key.length} values`)
  return { sex: key[0] ?? null, raceEthnicity: key[1] ?? null, n, selected: above }
}

/** The candidates of a table of cells, with the favourable decision as selection. @throws RangeError for a column that is not there. */
export function candidatesOf(table: CellTable, columns: { sex: string; raceEthnicity: string }): Candidates[] {
  return marginal(table, [columns.sex, columns.raceEthnicity]).cells.map(({ key, tp, fp, fn, tn }) => ({
    sex: key[0] ?? null,
    raceEthnicity: key[1] ?? null,
    n: tp + fp + fn + tn,
    selected: tp + fp,
  }))
}
