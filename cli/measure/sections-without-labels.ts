import { numbers, say, sayEstimate, type Section, text } from './document.ts'

type Estimate = { value: number | null; low: number | null; high: number | null }
type Group = { key: (string | null)[]; rows: number; metrics: Record<string, Estimate> }
type Difference = Estimate & { metric: string; group: (string | null)[]; reference: (string | null)[] }
type Realised = {
  key: (string | null)[]
  metric: string
  expected: Estimate
  realised: Estimate
  error: number | null
  within: boolean | null
}
type Mix = {
  column: string
  groups: {
    value: string | null
    reference: { count: number; share: number | null }
    current: { count: number; share: number | null }
    difference: Estimate
  }[]
}
type Stream = {
  method: string
  value: string
  order: string | null
  seen: number
  alarms: { at: number; since: number | null; direction: string }[]
  alarmsFound: number
  expectedByChance: number | null
  judged: { verdict: string } | null
}
type Counted = { rowsUsed: number; left: { why: string; rows: number }[] }
type Watched = {
  streams?: Stream[]
  withoutLabels?: {
    overall: Group
    groups: Group[]
    differences: Difference[]
    assumption: string
    counted?: { reference: Counted; current: Counted }
  }
  realised?: Realised[]
  groupMix?: Mix[]
}

const metrics = ['accuracy', 'selection_rate', 'base_rate', 'tpr', 'fpr', 'ppv', 'auc'] as const

/** What drift tells beside columns: the mix of groups, and performance where labels are not known yet or have come since. */
export function watchedSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine wrote this record
  const { withoutLabels, realised = [], groupMix = [], streams = [] } = result as Watched
  return [
    ...(streams.length === 0 ? [] : [streamSection(streams)]),
    ...groupMix.map(mixSection),
    ...(withoutLabels === undefined ? [] : expectedSections(withoutLabels)),
    ...(realised.length === 0 ? [] : [realisedSection(realised)]),
  ]
}

/** Values that are watched one by one, and where a lasting change was seen. */
function streamSection(streams: Stream[]): Section {
  return {
    title: 'Streams',
    note: 'Alarms name the value at which they went off, and since which the change is dated. By chance: of a CUSUM alone.',
    table: {
      columns: [
        text('value'),
        text('method'),
        numbers('seen'),
        numbers('alarms'),
        numbers('by chance'),
        text('first'),
        text('verdict'),
      ],
      rows: streams.map(({ value, method, order, seen, alarms, alarmsFound, expectedByChance, judged }) => {
        const [first] = alarms
        const since = first?.since === null || first?.since === undefined ? '' : ` (since ${first.since})`
        return [
          order === null ? value : `${value} by ${order}`,
          method,
          String(seen),
          String(alarmsFound),
          say(expectedByChance, 1),
          first === undefined ? '' : `${first.direction} at ${first.at}${since}`,
          judged?.verdict ?? '',
        ]
      }),
    },
    plots: [],
  }
}

function mixSection({ column, groups }: Mix): Section {
  return {
    title: `Mix of ${column}`,
    note: 'Shares of all rows. A changed mix alone can move every rate of the whole.',
    table: {
      columns: [text('group'), numbers('reference'), numbers('current'), numbers('difference')],
      rows: groups.map(({ value, reference, current, difference }) => [
        value ?? '(no value)',
        say(reference.share),
        say(current.share),
        sayEstimate(difference),
      ]),
    },
    plots: [],
  }
}

function expectedSections(it: NonNullable<Watched['withoutLabels']>) {
  const { overall, groups, differences, assumption, counted } = it
  // Where no groups are watched the only group is everybody, who stand first already.
  const rows = [overall, ...groups.filter(({ key }) => key.length > 0)].map((it) => [
    nameOf(it.key),
    String(it.rows),
    ...metrics.map((metric) => sayEstimate(it.metrics[metric])),
  ])
  const expected: Section = {
    title: 'Expected performance, without labels',
    note: [assumption, ...leftOut('reference', counted?.reference), ...leftOut('current', counted?.current)].join(' '),
    table: { columns: [text('group'), numbers('rows'), ...metrics.map(numbers)], rows },
    plots: [],
  }
  if (differences.length === 0) return [expected]
  const between: Section = {
    title: 'Expected differences between groups, without labels',
    table: {
      columns: [text('metric'), text('group'), text('against'), numbers('difference')],
      rows: differences.map((it) => [it.metric, nameOf(it.group), nameOf(it.reference), sayEstimate(it)]),
    },
    plots: [],
  }
  return [expected, between]
}

function leftOut(file: string, counted: Counted | undefined): string[] {
  return (counted?.left ?? []).map(({ why, rows }) => `Of ${file}, ${rows} rows are left out: ${why}.`)
}

function realisedSection(realised: Realised[]): Section {
  return {
    title: 'What came true',
    note: 'Expected from scores, and realised where labels have come since. Outside: the assumption did not hold there.',
    table: {
      columns: [text('group'), text('metric'), numbers('expected'), numbers('realised'), text('within its interval')],
      rows: realised.map((it) => [
        nameOf(it.key),
        it.metric,
        sayEstimate(it.expected),
        sayEstimate(it.realised),
        it.within === null ? '–' : it.within ? 'yes' : 'no',
      ]),
    },
    plots: [],
  }
}

function nameOf(key: (string | null)[]): string {
  return key.length === 0 ? 'everybody' : key.map((it) => it ?? '(no value)').join(' × ')
}
