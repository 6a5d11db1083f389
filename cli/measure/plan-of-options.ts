import type { Problem } from '@assay/engine'
import type { MeasureOptions } from './options.ts'

type Values = MeasureOptions['values']

/** `assumed` says what decides though nobody has asked for it. */
type PlanOfOptions = { plan: Record<string, unknown>; problems: Problem[]; assumed: string[] }

/** A plan from options alone, still to be checked: what is missing or misspelt is said by the plan's own check. */
export function planOfOptions(kind: string, values: Values): PlanOfOptions {
  const problems: Problem[] = []
  const margins = kind === 'drift' ? marginsOf(values.threshold ?? [], problems) : undefined
  const thresholds = (kind === 'drift' ? [] : (values.threshold ?? [])).flatMap((text) => {
    const read = kind === 'fairness' ? fairnessThreshold(text) : boundThreshold(text)
    if (read === null) problems.push({ path: 'threshold', message: `"${text}" is none; ${shapeOf(kind)}` })
    return read ?? []
  })
  const usual = kind === 'fairness' && (values.threshold ?? []).length === 0
  const decided = usual ? usualFairness : thresholds
  const plan = {
    kind,
    ...defined({
      filter: values.filter,
      missing: values.missing,
      confidence: numberOf(values.confidence),
      replicates: numberOf(values.replicates),
      seed: numberOf(values.seed),
    }),
    ...defined(ofKind(kind, values, problems)),
    ...(margins === undefined ? {} : { margins }),
    ...(decided.length > 0 ? { thresholds: withExpected(decided, values.expect, { kind, problems }) } : {}),
  }
  return { plan, problems, assumed: usual ? [usualWords] : [] }
}

/** Four fifths of the reference's selection rate, both ways, decides where nobody has said otherwise. */
const usualFairness = [{ metric: 'selection_rate', comparison: 'ratio', margin: 0.8 }]
const usualWords =
  'No threshold was set, so the usual one was assumed: the ratio of selection rates between 0.8 and 1.25 (four fifths, both ways). ' +
  'To decide by another, write --threshold or a plan.'

function ofKind(kind: string, values: Values, problems: Problem[]): Record<string, unknown> {
  const groups = { by: lists(values.by), intersect: values.intersect?.map((it) => lists([it])) }
  const decided = { label: values.label, prediction: values.prediction, positive: values.positive }
  if (kind === 'fairness') {
    const [sex, raceEthnicity, lawScore] =
      lists(values['law-144'] === undefined ? undefined : [values['law-144']]) ?? []
    return {
      ...decided,
      ...groups,
      score: values.score,
      reference: referenceOf(values.reference, problems),
      tables: lists(values.tables),
      conditional: values.within?.map((it) => withinOf(it, problems)),
      subgroups: values['hold-back'] === undefined ? undefined : { holdBack: Number(values['hold-back']) },
      localLaw144: sex === undefined ? undefined : defined({ sex, raceEthnicity, score: lawScore }),
    }
  }
  if (kind === 'performance') return { task: values.task, ...decided, ...groups, score: values.score }
  if (kind === 'calibration') {
    return {
      label: values.label,
      positive: values.positive,
      score: values.score,
      ...groups,
      bins: numberOf(values.bins),
    }
  }
  const columns = lists(values.columns)
  if (kind === 'drift') {
    const { categories, numbers, mode, bins, score } = values
    const kinds = { categories: lists(categories), numbers: lists(numbers), mode, bins: numberOf(bins) }
    return {
      columns,
      ...kinds,
      by: groups.by,
      ...decided,
      score,
      windows: windowsOf(values.windows),
      streams: values.stream?.map(streamOf),
    }
  }
  if (kind === 'quality') {
    return {
      columns,
      label: values.label,
      positive: values.positive,
      by: groups.by,
      keys: lists(values.keys),
      quasiIdentifiers: lists(values['quasi-identifiers']),
      sensitive: lists(values.sensitive),
      asOf: values['as-of'],
    }
  }
  const { output, prompt, expected, context, group, pair, variant, opponent, judge } = values
  return { columns: defined({ output, prompt, expected, context, group, pair, variant, opponent, judge }) }
}

/** `department`, or with a margin that decides `department,year=0.05`. */
function withinOf(text: string, problems: Problem[]): object {
  const at = text.lastIndexOf('=')
  const strata = lists([at === -1 ? text : text.slice(0, at)])
  const margin = at === -1 ? undefined : Number(text.slice(at + 1))
  if (Number.isNaN(margin)) problems.push({ path: 'within', message: `"${text}" is none; write COLUMN or COLUMN=0.05` })
  return defined({ strata, margin })
}

/** `cusum` of the errors, or `cusum:COLUMN`; what else a stream can be told stands in a plan. */
function streamOf(text: string): object {
  const at = text.indexOf(':')
  return at === -1 ? { method: text } : { method: text.slice(0, at), value: text.slice(at + 1) }
}

/**
 * `tpr=0.7`, for every threshold on that metric; behind a comma the rate of the reference, where that is expected to be another, and of other
 * kinds than fairness the share of favourable labels.
 */
function withExpected(
  thresholds: object[],
  given: string[] | undefined,
  { kind, problems }: { kind: string; problems: Problem[] },
): object[] {
  return (given ?? []).reduce((all, text) => {
    const [, metric, rate, second] = /^([a-z_]+)=([\d.eE+-]+)(?:,([\d.eE+-]+))?$/.exec(text) ?? []
    const isMeant = (it: object) => metric !== undefined && Reflect.get(it, 'metric') === metric
    if (!all.some(isMeant)) {
      const message = `"${text}" is about no threshold; write METRIC=RATE for a metric of --threshold`
      problems.push({ path: 'expect', message })
    }
    const expected = defined({ rate: Number(rate), [kind === 'fairness' ? 'reference' : 'base']: numberOf(second) })
    return all.map((it) => (isMeant(it) ? { ...it, expected } : it))
  }, thresholds)
}

/** `1000` rows, or `month:recorded_on`. */
function windowsOf(given: string | undefined): object | undefined {
  if (given === undefined) return undefined
  const at = given.indexOf(':')
  return at === -1 ? { rows: Number(given) } : { period: given.slice(0, at), column: given.slice(at + 1) }
}

/** `race=White`; of a combination `race,sex=White,Male`. */
function referenceOf(given: string[] | undefined, problems: Problem[]): Record<string, unknown> | undefined {
  if (given === undefined) return undefined
  const pairs = given.flatMap((text): [string, string | string[]][] => {
    const at = text.indexOf('=')
    if (at < 1) problems.push({ path: 'reference', message: `"${text}" is none; write COLUMN=VALUE` })
    const [attribute, value] = [text.slice(0, at), text.slice(at + 1)]
    return at < 1 ? [] : [[attribute, attribute.includes(',') ? value.split(',') : value]]
  })
  return Object.fromEntries(pairs)
}

function fairnessThreshold(text: string): object | null {
  const [, metric, comparison = 'difference', margin] =
    /^([a-z_]+)(?::(difference|ratio))?=([\d.eE+-]+)$/.exec(text) ?? []
  return metric === undefined ? null : { metric, comparison, margin: Number(margin) }
}

function boundThreshold(text: string): object | null {
  const [, metric, side, bound] = /^([a-z_0-9]+)\s*(<=|>=)\s*([\d.eE+-]+)$/.exec(text) ?? []
  return metric === undefined ? null : { metric, [side === '<=' ? 'atMost' : 'atLeast']: Number(bound) }
}

const marginNames: Record<string, string> = {
  wasserstein_normalised: 'wassersteinNormalised',
  total_variation: 'totalVariation',
  nulls: 'nullRate',
  unseen: 'unseen',
}

function marginsOf(given: string[], problems: Problem[]): Record<string, number> | undefined {
  const margins: Record<string, number> = {}
  for (const text of given) {
    const [, name = '', bound] = /^([a-z_]+)\s*<=\s*([\d.eE+-]+)$/.exec(text) ?? []
    const margin = Object.hasOwn(marginNames, name) ? marginNames[name] : undefined
    if (margin === undefined) {
      const message = `"${text}" is none of drift; write ${Object.keys(marginNames).join(', ')} with <= and a number`
      problems.push({ path: 'threshold', message })
    } else margins[margin] = Number(bound)
  }
  return given.length === 0 ? undefined : margins
}

function shapeOf(kind: string): string {
  return kind === 'fairness' ? 'write METRIC:ratio=0.8 or METRIC:difference=0.1' : 'write METRIC>=N or METRIC<=N'
}

function lists(given: string[] | undefined): string[] | undefined {
  return given?.flatMap((it) => it.split(',')).filter((it) => it !== '')
}

function numberOf(given: string | undefined): number | undefined {
  return given === undefined ? undefined : Number(given)
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, it]) => it !== undefined))
}
