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

/** Data quality and language models: one line a check. */
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
  const { findings, checks } = result as { findings?: Finding[]; checks?: Finding[] }
  return findings ?? checks ?? []
}

type DriftRow = { column: string; kind: string; verdict?: string; floor?: unknown; [measure: string]: unknown }

/** Drift: one line a column. */
export function driftSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  const { columns } = result as { columns: DriftRow[] }
  const measures = ['ks', 'wasserstein_normalised', 'psi_reference_deciles', 'js_distance_2', 'total_variation']
  return [
    {
      title: 'Columns',
      table: {
        columns: [text('column'), text('kind'), ...measures.map(numbers), text('verdict')],
        rows: columns.map((it) => [it.column, it.kind, ...measures.map((name) => valueOf(it[name])), it.verdict ?? '']),
      },
      plots: [],
    },
  ]
}

function valueOf(it: unknown): string {
  if (typeof it === 'number') return say(it, 4)
  if (typeof it !== 'object' || it === null) return '–'
  const value: unknown = Reflect.get(it, 'value')
  return typeof value === 'number' ? say(value, 4) : '–'
}
