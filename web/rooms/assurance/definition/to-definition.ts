import type { Kind } from '../words.ts'
import { checkNamed, type Setting } from './check-catalogue.ts'
import {
  type CheckRow,
  type DefinitionValues,
  type FactorRow,
  hasLimits,
  isSized,
  type LimitRow,
  marginNames,
  needsBase,
  type StreamRow,
  streamSettings,
} from './values.ts'

export type Definition = Record<string, unknown>

/** The definition as the engine takes it. Throws SyntaxError where JSON that was typed is none. */
export function definitionFrom(values: DefinitionValues, today = new Date().toISOString().slice(0, 10)): Definition {
  const { kind } = values
  if (values.asJson) return { kind, ...objectFrom(values.json) }
  const extra = values.extra.trim() === '' ? {} : objectFrom(values.extra)
  return { kind, ...given('filter', values.filter), ...ofKind(values, today), ...settingsOf(values), ...extra }
}

function ofKind(values: DefinitionValues, today: string): Definition {
  const { kind } = values
  if (kind === 'quality') return { checks: checksOf(kind, values, today) }
  if (kind === 'llm') return { columns: textColumns(values), checks: checksOf(kind, values, today) }
  if (kind === 'drift') return ofDrift(values)
  return ofDecisions(values)
}

function ofDecisions(values: DefinitionValues): Definition {
  const { kind } = values
  const fairness = kind === 'fairness' ? ofFairness(values) : {}
  return {
    ...(kind === 'performance' && given('task', values.task)),
    ...given('label', values.label),
    ...(kind !== 'calibration' && given('prediction', values.prediction)),
    ...given('score', values.score),
    positive: values.positive,
    ...list('by', values.by),
    ...list('intersect', values.intersections.map(partsOf)),
    ...(kind === 'calibration' && filled('bins', values.bins)),
    ...(hasLimits(kind) && { thresholds: values.limits.map((row) => thresholdOf(kind, row)) }),
    ...fairness,
  }
}

function ofFairness(values: DefinitionValues): Definition {
  const { references, compareWith, tables, lawSex, lawRace, lawScore, factors, holdBack } = values
  const law = lawSex.trim() !== '' || lawRace.trim() !== ''
  const localLaw144 = { sex: lawSex.trim(), raceEthnicity: lawRace.trim(), ...given('score', lawScore) }
  return {
    ...(references.length > 0 && { reference: Object.fromEntries(references.map(referenceOf)) }),
    compareWith,
    tables,
    ...list('conditional', factors.map(factorOf)),
    ...(holdBack !== null && { subgroups: { holdBack } }),
    ...(law && { localLaw144 }),
  }
}

function thresholdOf(kind: Kind, row: LimitRow): object {
  const { metric, comparison, bound, value, perGroup, attributes } = row
  if (kind === 'fairness') {
    return {
      metric,
      comparison,
      margin: Number(value),
      ...list('attributes', attributes),
      ...expectedOf(row, 'reference'),
    }
  }
  const sized = needsBase(metric) ? row : { ...row, expectedReference: '' }
  return { metric, [bound]: Number(value), perGroup, ...(isSized(kind, metric) ? expectedOf(sized, 'base') : {}) }
}

/** `second`: what stands behind the expected rate, of the reference or of favourable labels. */
function expectedOf(row: LimitRow, second: 'reference' | 'base'): Definition {
  const { expectedRate, expectedReference, expectedPower } = row
  if (expectedRate.trim() === '') return {}
  const more = { ...numeral(second, expectedReference), ...numeral('power', expectedPower) }
  return { expected: { rate: Number(expectedRate), ...more } }
}

function factorOf({ strata, metric, margin, attributes }: FactorRow): Definition {
  return { strata, ...given('metric', metric), ...numeral('margin', margin), ...list('attributes', attributes) }
}

function streamOf({ method, settings }: StreamRow): Definition {
  const said = streamSettings[method].flatMap(({ name, takes }) => {
    const text = settings[name] ?? ''
    return Object.entries(takes === 'number' ? numeral(name, text) : given(name, text))
  })
  return { method, ...Object.fromEntries(said) }
}

function ofDrift(values: DefinitionValues): Definition {
  const { windowKind, windowRows, windowColumn } = values
  const windows = windowKind === 'rows' ? { rows: windowRows } : { column: windowColumn.trim(), period: windowKind }
  const margins = Object.fromEntries(marginNames.flatMap((name) => Object.entries(filled(name, values[name]))))
  return {
    ...list('columns', values.columns),
    ...list('categories', values.categories),
    ...list('numbers', values.numbers),
    ...list('by', values.by),
    mode: values.mode,
    ...(windowKind !== '' && { windows }),
    ...given('score', values.score),
    ...given('prediction', values.prediction),
    ...given('label', values.label),
    positive: values.positive,
    margins,
    ...list('streams', values.streams.map(streamOf)),
  }
}

function textColumns(values: DefinitionValues): Definition {
  const { output, group } = values
  const names = [
    'prompt',
    'expected',
    'context',
    'pair',
    'variant',
    'opponent',
    'judge',
    'judgeReference',
    'latency',
    'cost',
  ] as const
  const others = names.flatMap((name) => Object.entries(given(name, values[name])))
  return { output: output.trim(), ...Object.fromEntries(others), ...list('group', group), ...oneOf(group) }
}

/** One grouping column stands for itself. */
function oneOf(group: string[]): Definition {
  return group.length === 1 ? { group: group[0] } : {}
}

/** The checks with what is asked of each and by whom; what is newly asked is asked from today on. */
function checksOf(kind: 'quality' | 'llm', { checks, owner }: DefinitionValues, today: string): object[] {
  return checks.map((row) => {
    const settings = (checkNamed(kind, row.check)?.settings ?? []).flatMap((setting) => settingOf(setting, row))
    const answers = row.owner.trim() === '' ? owner.trim() : row.owner.trim()
    const asked = { setOn: today, ...row.more, [row.bound]: Number(row.value), owner: answers }
    return { check: row.check, ...Object.fromEntries(settings), ...(row.value.trim() !== '' && { asked }) }
  })
}

function settingOf({ name, takes }: Setting, { settings }: CheckRow): [string, unknown][] {
  const value = settings[name]
  if (value === undefined || value.length === 0) return []
  if (Array.isArray(value)) return [[name, value]]
  if (takes === 'number') return [[name, Number(value)]]
  if (takes === 'json') return [[name, jsonFrom(value)]]
  if (takes === 'flag') return [[name, value === 'true']]
  return [[name, value]]
}

function settingsOf(values: DefinitionValues): Definition {
  const { missing, confidence, replicates, seed, minimumVerdict, minimumShow } = values
  const minimumSize = { ...filled('verdict', minimumVerdict), ...filled('show', minimumShow) }
  return {
    ...list('missing', missing),
    ...filled('confidence', confidence),
    ...filled('replicates', replicates),
    ...filled('seed', seed),
    ...(Object.keys(minimumSize).length > 0 && { minimumSize }),
  }
}

export function partsOf(combination: string): string[] {
  return combination
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** `group = north`, or of a combination `sex + race = female + white`, as what the engine compares with. */
export function referenceOf(text: string): [string, string | string[]] {
  const at = text.indexOf('=')
  const [names, value] = [partsOf(text.slice(0, at)), text.slice(at + 1).trim()]
  return names.length > 1 ? [names.join(','), partsOf(value)] : [names[0] ?? '', value]
}

function given(name: string, value: string): Definition {
  return value.trim() === '' ? {} : { [name]: value.trim() }
}

function numeral(name: string, text: string): Definition {
  return text.trim() === '' ? {} : { [name]: Number(text) }
}

function filled(name: string, value: number | null): Definition {
  return value === null ? {} : { [name]: value }
}

function list(name: string, values: readonly unknown[]): Definition {
  return values.length === 0 ? {} : { [name]: values }
}

export function jsonFrom(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return value
}

/** Throws SyntaxError where the text is no JSON object. */
export function objectFrom(text: string): Definition {
  const value = jsonFrom(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object')
  return { ...value }
}
