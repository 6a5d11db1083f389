import { numbers, type Plot, say, sayEstimate, type Section, text } from './document.ts'

type Estimate = { value: number | null; low: number | null; high: number | null }
type Measure = Estimate & { name: string }
type Detail = { kind: string; groups?: { key: (string | null)[]; rate: Estimate & { denominator: number } }[] }
type Finding = {
  check: string
  columns?: string[]
  characteristic?: string
  measures?: Measure[]
  details?: Detail[]
  verdict?: string
}

/** Data quality: one line a check, and what is asked of groups by group. */
export function checkSections(result: object): Section[] {
  const findings = findingsOf(result)
  return [
    {
      title: 'Checks',
      table: {
        columns: [text('check'), text('of'), text('measure'), numbers('value'), text('verdict')],
        rows: findings.map(({ check, columns = [], measures = [], verdict = '' }) => {
          const [first] = measures
          const of = columns.length > 3 ? `${columns.length} columns` : columns.join(', ')
          return [check, of, first?.name ?? '', sayEstimate(first), verdict === 'not-required' ? '' : verdict]
        }),
      },
      plots: [],
    },
    ...findings.flatMap(groupSections),
  ]
}

function groupSections({ check, columns = [], measures = [], details = [] }: Finding): Section[] {
  const gap = measures.find(({ name }) => name === 'largest_gap')
  return details.flatMap(({ groups = [] }): Section[] => {
    if (groups.length === 0) return []
    const title = `${check}: ${columns.join(', ')}`
    const rows = groups.map(({ key, rate }) => ({ label: key.map((it) => it ?? '(no value)').join(' × '), rate }))
    const note =
      gap === undefined || gap.value === null ? {} : { note: `Largest gap between groups: ${sayEstimate(gap)}.` }
    return [
      {
        title,
        ...note,
        table: {
          columns: [text('group'), numbers('of'), numbers('share')],
          rows: rows.map(({ label, rate }) => [label, String(rate.denominator), sayEstimate(rate)]),
        },
        plots: [],
      },
    ]
  })
}

/** What the engine wrote into a record of checks. */
function findingsOf(result: object): Finding[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  const { findings = [] } = result as { findings?: Finding[] }
  return findings
}

type DriftCheck = Estimate & { aspect: string; measure: string; margin: number }
type DriftRow = { column: string; kind: string; verdict?: string; checks?: DriftCheck[]; [measure: string]: unknown }

type DriftWindow = {
  window: string
  rows: number
  verdict: string | null
  columns: { column: string; verdict: string; distance: number | null }[]
}

/** Drift: one line a column, and one a window where there are windows. */
export function driftSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  const { columns, windows } = result as { columns: DriftRow[]; windows?: DriftWindow[] }
  const measures = ['ks', 'wasserstein_normalised', 'psi_reference_deciles', 'js_distance_2', 'total_variation']
  const ofColumns = {
    title: 'Columns',
    table: {
      columns: [text('column'), text('kind'), ...measures.map(numbers), text('verdict')],
      rows: columns.map((it) => [it.column, it.kind, ...measures.map((name) => valueOf(it[name])), it.verdict ?? '']),
    },
    plots: drawnChecks.flatMap(([measure, title]) => changesOf(columns, measure, title)),
  }
  return windows === undefined ? [ofColumns] : [ofColumns, windowSection(windows)]
}

const drawnChecks = [
  ['wasserstein_normalised', 'Change of numbers, in deviations of the reference'],
  ['total_variation', 'Change of categories: share of rows that would have to change theirs'],
  ['difference of the share of nulls', 'Change of the share of rows without a value'],
] as const

/** More columns than these are in the table alone; those that changed most are drawn. */
const mostDrawn = 30

/** How far each column has changed beside the margin; nulls where any column has some. */
function changesOf(columns: DriftRow[], measure: string, title: string): Plot[] {
  const found = columns.flatMap(({ column, checks = [] }) => {
    const check = checks.find((it) => it.measure === measure)
    if (check === undefined || check.value === null || check.low === null || check.high === null) return []
    const { value, low, high, margin } = check
    return [{ label: column, value, low, high, margin }]
  })
  const [first] = found
  const signed = measure === 'difference of the share of nulls'
  if (first === undefined || (signed && found.every(({ value }) => value === 0))) return []
  const drawn = new Set(found.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, mostDrawn))
  const more = found.length > mostDrawn ? `, the ${mostDrawn} of ${found.length} columns that changed most` : ''
  const rows = found.filter((it) => drawn.has(it)).map(({ margin: _margin, ...it }) => it)
  const margin = { least: signed ? -first.margin : 0, most: first.margin }
  return [{ kind: 'forest', title: `${title}${more}`, none: 0, margin, rows }]
}

/** The column that has moved most stands for its window; all of them are in the record. */
function windowSection(windows: DriftWindow[]): Section {
  const rows = windows.map(({ window, rows: size, verdict, columns }) => {
    const failed = columns.filter((it) => it.verdict === 'fail').length
    const most = columns.toSorted((a, b) => (b.distance ?? -1) - (a.distance ?? -1))[0]
    return [
      window,
      String(size),
      `${failed} of ${columns.length}`,
      most?.column ?? '',
      say(most?.distance),
      verdict ?? '',
    ]
  })
  const note = 'Distance: Wasserstein in deviations of the reference for numbers, total variation for categories.'
  const columns = [text('window'), numbers('rows'), numbers('columns that fail'), text('moved most')]
  return {
    title: 'Windows',
    note,
    table: { columns: [...columns, numbers('by'), text('verdict')], rows },
    plots: [],
  }
}

function valueOf(it: unknown): string {
  if (typeof it === 'number') return say(it, 4)
  if (typeof it !== 'object' || it === null) return '–'
  const value: unknown = Reflect.get(it, 'value')
  return typeof value === 'number' ? say(value, 4) : '–'
}
