import type { AttributeResult, GroupResult, PerformanceAttribute, Run } from '@assay/engine'

import { calibrationSections } from './sections-calibration.ts'
import {
  type Curves,
  type Forest,
  numbers,
  say,
  sayEstimate,
  sayP,
  type Section,
  type Table,
  text,
} from './document.ts'

type Classified = {
  overall?: PerformanceAttribute
  attributes: (AttributeResult & PerformanceAttribute)[]
  labelled?: boolean
  scores?: {
    attributes?: PerformanceAttribute['ranking'] extends infer R ? { attribute: string[]; groups: R }[] : never
  }
  calibration?: unknown
}

const rates = ['selection_rate', 'base_rate', 'tpr', 'fpr', 'ppv', 'accuracy'] as const

/** Fairness and performance: tables of groups, forest plots of their differences, ROC and calibration curves. */
export function classifiedSections(run: Run): Section[] {
  const result = classified(run.result)
  const labelled = result.labelled !== false
  const overall =
    result.overall === undefined
      ? []
      : [{ title: 'Everybody', table: groupTable(result.overall.groups, true), plots: rocOf(result.overall.ranking) }]
  const attributes = result.attributes.map((it): Section => {
    const forests = it.comparisons === undefined ? [] : forestsOf(it, run)
    return {
      title: `By ${it.attribute.join(' × ')}`,
      ...(it.verdict === undefined || it.verdict === 'not-decided' ? {} : { note: `Verdict: ${it.verdict}` }),
      table: groupTable(it.groups, labelled),
      plots: [...forests, ...rocOf(it.ranking ?? rankingFor(result, it.attribute))],
    }
  })
  const compared = result.attributes.flatMap((it) => (it.comparisons === undefined ? [] : [comparisonSection(it)]))
  return [
    ...overall,
    ...attributes,
    ...compared,
    ...(result.calibration === undefined ? [] : calibrationSections({ ...result.calibration })),
  ]
}

/** What the engine wrote into a record of these two kinds. */
function classified(result: Run['result']): Classified {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the engine's own record
  return result as unknown as Classified
}

function rankingFor({ scores }: Classified, attribute: string[]): PerformanceAttribute['ranking'] {
  return scores?.attributes?.find((it) => it.attribute.join() === attribute.join())?.groups ?? []
}

function groupTable(groups: GroupResult[], labelled: boolean): Table {
  const shown = labelled ? rates : (['selection_rate'] as const)
  return {
    columns: [text('group'), numbers('rows'), ...shown.map(numbers)],
    rows: groups.map((it) => [nameOf(it.group), String(it.n), ...shown.map((rate) => sayEstimate(it.rates[rate]))]),
  }
}

function comparisonSection({ attribute, comparisons, reference, summary, family: tested }: AttributeResult): Section {
  const family = comparisons.filter((it) => tested.metrics.includes(it.metric))
  return {
    title: `${attribute.join(' × ')}: differences from ${reference === null ? 'the rest' : nameOf(reference.group)}`,
    note: `Largest less smallest: selection rate ${say(summary.demographic_parity_difference)}, equalized odds ${say(summary.equalized_odds_difference)}. p is adjusted over this table.`,
    table: {
      columns: [
        text('metric'),
        text('group'),
        numbers('difference'),
        numbers('ratio'),
        numbers('p'),
        numbers('adjusted p'),
      ],
      rows: family.map((it) => [
        it.metric,
        nameOf(it.group),
        sayEstimate(it.difference),
        sayEstimate(it.ratio),
        sayP(it.p),
        sayP(it.pAdjusted),
      ]),
    },
    plots: [],
  }
}

function forestsOf({ attribute, comparisons, judged }: AttributeResult, run: Run): Forest[] {
  const limits = run.definition.kind === 'fairness' ? run.definition.thresholds : []
  const decided = (judged?.members ?? []).map((it) => `${it.rate} ${it.compare}`)
  return [...new Set([...decided, 'selection_rate difference', 'tpr difference', 'fpr difference'])].flatMap(
    (what): Forest[] => {
      const [metric = '', compare = ''] = what.split(' ')
      const rows = comparisons
        .filter((it) => it.metric === metric)
        .flatMap((it) => {
          const { value, low, high } = compare === 'ratio' ? it.ratio : it.difference
          return value === null || low === null || high === null ? [] : [{ label: nameOf(it.group), value, low, high }]
        })
      if (rows.length === 0) return []
      const limit = limits.find((it) => it.metric === metric && it.comparison === compare)
      const margin =
        limit === undefined
          ? null
          : compare === 'ratio'
            ? { least: limit.margin, most: 1 / limit.margin }
            : { least: -limit.margin, most: limit.margin }
      return [
        {
          kind: 'forest',
          title: `${attribute.join(' × ')}: ${compare} of ${metric}`,
          none: compare === 'ratio' ? 1 : 0,
          margin,
          rows,
        },
      ]
    },
  )
}

function rocOf(ranking: PerformanceAttribute['ranking'] | undefined): Curves[] {
  const series = (ranking ?? []).flatMap(({ group, roc, auc }) =>
    roc.length === 0
      ? []
      : [
          {
            name: `${nameOf(group)} (AUC ${say(auc.value)})`,
            points: roc.map(({ fpr, tpr }): [number, number] => [fpr, tpr]),
          },
        ],
  )
  return series.length === 0
    ? []
    : [{ kind: 'curves', title: 'ROC', x: 'false positive rate', y: 'true positive rate', series }]
}

function nameOf(group: (string | null)[]): string {
  return group.length === 0 ? 'everybody' : group.map((it) => it ?? '(no value)').join(' × ')
}
