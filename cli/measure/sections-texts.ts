import { numbers, type Plot, say, sayEstimate, sayP, type Section, text } from './document.ts'

type Estimate = { value: number | null; low: number | null; high: number | null }
type Measure = Estimate & { name: string; kind: string; reason?: string; denominator?: number }
type Variants = {
  firstVariant: string
  secondVariant: string
  pairs: number
  first: Estimate
  second: Estimate
  difference: Estimate
  flips: Estimate
  p: number | null
}
type Finding = {
  check: string
  rule: string
  measures: Measure[]
  groups: { group: (string | null)[]; measures: Measure[] }[]
  comparison: Variants | null
  worst: number[]
  unasked: number
  note?: string
  verdict: string
}

/** Written text: all checks in one table, each with its numbers over all rows and by group, and variants in pairs. */
export function textSections(result: object): Section[] {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  const { findings = [] } = result as { findings?: Finding[] }
  const compared = findings.flatMap(({ check, comparison }) => (comparison === null ? [] : [{ check, comparison }]))
  return [
    overview(findings),
    ...findings.map(findingSection),
    ...(compared.length === 0 ? [] : [variantSection(compared)]),
  ]
}

function overview(findings: Finding[]): Section {
  return {
    title: 'Checks',
    table: {
      columns: [text('check'), text('measure'), numbers('value'), numbers('not asked'), text('verdict')],
      rows: findings.map(({ check, measures: [first], unasked, verdict }) => [
        check,
        first?.name ?? '',
        sayEstimate(first),
        String(unasked),
        verdict === 'not-required' ? '' : verdict,
      ]),
    },
    plots: [],
  }
}

/** What is said of groups together and so has no place in a row of one. */
const betweenGroups = ['largest_gap', 'homogeneity_p']

function findingSection({ check, rule, measures, groups, worst, unasked, note }: Finding): Section {
  const shown = measures.filter(({ name }) => !betweenGroups.includes(name))
  const first = shown[0]
  const rows = [{ group: 'everybody', measures }, ...groups.map((it) => ({ ...it, group: nameOf(it.group) }))]
  const counted = first?.kind === 'share'
  return {
    title: check,
    note: [
      `Rule: ${rule}.`,
      note,
      unasked === 0 ? undefined : `${unasked} rows lack what is needed and are not asked.`,
      first?.reason === undefined ? undefined : `No ${first.name}: ${first.reason}.`,
      gapOf(measures),
      worst.length === 0 ? undefined : `Rows to look at: ${worst.join(', ')}.`,
    ]
      .filter((it) => it !== undefined)
      .join(' '),
    table: {
      columns: [text('group'), ...(counted ? [numbers('of')] : []), ...shown.map(({ name }) => numbers(name))],
      rows: rows.map((row) => [
        row.group,
        ...(counted ? [String(row.measures[0]?.denominator ?? 0)] : []),
        ...shown.map(({ name }) => sayEstimate(row.measures.find((it) => it.name === name))),
      ]),
    },
    plots: groups.length < 2 ? [] : plotOf(check, first, groups),
  }
}

function gapOf(measures: Measure[]): string | undefined {
  const [gap, p] = betweenGroups.map((name) => measures.find((it) => it.name === name))
  if (gap === undefined || gap.value === null) return undefined
  return `Largest gap between groups: ${sayEstimate(gap)}; p that all groups are alike: ${sayP(p?.value ?? null)}.`
}

function plotOf(check: string, overall: Measure | undefined, groups: Finding['groups']): Plot[] {
  const rows = groups.flatMap(({ group, measures: [it] }) => {
    if (it === undefined || it.value === null || it.low === null || it.high === null) return []
    return [{ label: nameOf(group), value: it.value, low: it.low, high: it.high }]
  })
  if (overall === undefined || overall.value === null || rows.length < 2) return []
  const title = `${check}: ${overall.name} by group, the line at everybody's ${say(overall.value)}`
  return [{ kind: 'forest', title, none: overall.value, margin: null, rows }]
}

function variantSection(compared: { check: string; comparison: Variants }[]): Section {
  return {
    title: 'Variants in pairs',
    note: "Differences are the second variant's share less the first's; p is McNemar's.",
    table: {
      columns: [
        text('check'),
        text('first'),
        text('second'),
        numbers('pairs'),
        numbers('share of first'),
        numbers('share of second'),
        numbers('difference'),
        numbers('differing'),
        numbers('p'),
      ],
      rows: compared.map(({ check, comparison: it }) => [
        check,
        it.firstVariant,
        it.secondVariant,
        String(it.pairs),
        sayEstimate(it.first),
        sayEstimate(it.second),
        sayEstimate(it.difference),
        sayEstimate(it.flips),
        sayP(it.p),
      ]),
    },
    plots: [],
  }
}

function nameOf(group: (string | null)[]): string {
  return group.map((it) => it ?? '(no value)').join(' × ')
}
