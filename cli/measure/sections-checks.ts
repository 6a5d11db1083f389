import { numbers, say, sayEstimate, type Section, text } from './document.ts'

type Measure = { name: string; value: number | null; low: number | null; high: number | null }
type Finding = {
  check: string
  columns?: string[]
  characteristic?: string
  measures?: Measure[]
  verdict?: string
  because?: string
}

/** Data quality: one line a check. */
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
  ]
}

/** What the engine wrote into a record of checks. */
function findingsOf(result: object): Finding[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  const { findings = [] } = result as { findings?: Finding[] }
  return findings
}

type DriftRow = { column: string; kind: string; verdict?: string; floor?: unknown; [measure: string]: unknown }

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
    plots: [],
  }
  return windows === undefined ? [ofColumns] : [ofColumns, windowSection(windows)]
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
