import type { Kind, Plan } from '../words.ts'
import { checkNamed } from './check-catalogue.ts'
import { definitionFrom } from './to-definition.ts'
import {
  blankDefinition,
  blankLimit,
  type CheckRow,
  type DefinitionValues,
  type FactorRow,
  hasChecks,
  hasLimits,
  type LimitRow,
  marginNames,
  type StreamRow,
  type WindowKind,
} from './values.ts'

type Definition = Record<string, unknown>

/**
 * A stored definition as the fields hold it. What has no field stays as JSON beside them; where a field cannot say what the definition
 * says, all of it opens as JSON, so that saving never changes what nobody touched.
 */
export function valuesOf({ kind, definition }: Pick<Plan, 'kind' | 'definition'>): DefinitionValues {
  const values = read(kind, definition)
  const back = definitionFrom(values)
  const different = Object.entries(definition).filter(
    ([key, value]) => key !== 'kind' && !isSame(value, back[key]) && !(back[key] === undefined && isUsual(key, value)),
  )
  if (different.some(([key]) => back[key] !== undefined)) {
    return { ...blankDefinition, kind, asJson: true, json: JSON.stringify(definition, null, 2) }
  }
  const extra = different.length === 0 ? '' : JSON.stringify(Object.fromEntries(different), null, 2)
  return { ...values, extra }
}

function read(kind: Kind, it: Definition): DefinitionValues {
  const size = it['minimumSize']
  return {
    ...blankDefinition,
    kind,
    ...texts(it, ['label', 'prediction', 'score', 'positive', 'filter', 'compareWith', 'mode', 'task']),
    ...lists(it, ['by', 'tables', 'columns', 'categories', 'numbers', 'missing']),
    ...numbers(it, ['confidence', 'replicates', 'seed', ...(kind === 'calibration' ? ['bins'] : [])]),
    minimumVerdict: numberIn(size, 'verdict') ?? blankDefinition.minimumVerdict,
    minimumShow: numberIn(size, 'show') ?? blankDefinition.minimumShow,
    intersections: listIn(it, 'intersect').map((one) => textsOf(one).join(' + ')),
    references: Object.entries(objectIn(it, 'reference')).map(referenceText),
    limits: hasLimits(kind) ? listIn(it, 'thresholds').map((one) => limitOf(kind, one)) : [],
    ...lawOf(objectIn(it, 'localLaw144')),
    factors: listIn(it, 'conditional').map(factorOf),
    holdBack: numberIn(it['subgroups'], 'holdBack'),
    streams: listIn(it, 'streams').map(streamOf),
    ...marginsOf(objectIn(it, 'margins')),
    ...windowsOf(objectIn(it, 'windows')),
    ...(hasChecks(kind) && checksIn(kind, it)),
    ...(kind === 'llm' && textColumnsOf(objectIn(it, 'columns'))),
  }
}

function limitOf(kind: Kind, it: unknown): LimitRow {
  const row = blankLimit(kind, textIn(it, 'metric'))
  const bound = numberIn(it, 'atMost') === null ? 'atLeast' : 'atMost'
  const value = numberIn(it, 'margin') ?? numberIn(it, bound)
  const expected = isObject(it) ? it['expected'] : undefined
  return {
    ...row,
    bound,
    comparison: textIn(it, 'comparison') === 'ratio' ? 'ratio' : 'difference',
    value: value === null ? '' : String(value),
    perGroup: isObject(it) && it['perGroup'] === true,
    attributes: textsOf(isObject(it) ? it['attributes'] : []),
    expectedRate: numberText(expected, 'rate'),
    expectedReference: numberText(expected, kind === 'fairness' ? 'reference' : 'base'),
    expectedPower: numberText(expected, 'power'),
  }
}

function factorOf(it: unknown): FactorRow {
  const found = isObject(it) ? it : {}
  return {
    strata: textsOf(found['strata']),
    metric: textIn(found, 'metric'),
    margin: numberText(found, 'margin'),
    attributes: textsOf(found['attributes']),
  }
}

function streamOf(it: unknown): StreamRow {
  const { method, ...settings } = isObject(it) ? it : {}
  return {
    method: method === 'page-hinkley' ? 'page-hinkley' : 'cusum',
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, written(value)])),
  }
}

/** The inverse of `referenceOf`; what it cannot say does not come back equal, and then all opens as JSON. */
function referenceText([names, value]: [string, unknown]): string {
  if (typeof value === 'string') return `${names} = ${value}`
  return `${names.split(',').join(' + ')} = ${textsOf(value).join(' + ')}`
}

function lawOf(law: Definition): Partial<DefinitionValues> {
  return { lawSex: textIn(law, 'sex'), lawRace: textIn(law, 'raceEthnicity'), lawScore: textIn(law, 'score') }
}

function marginsOf(margins: Definition): Partial<DefinitionValues> {
  return Object.fromEntries(
    marginNames.flatMap((name) => (numberIn(margins, name) === null ? [] : [[name, numberIn(margins, name)]])),
  )
}

function windowsOf(windows: Definition): Partial<DefinitionValues> {
  const rows = numberIn(windows, 'rows')
  if (rows !== null) return { windowKind: 'rows', windowRows: rows }
  const period = windowKinds.find((it) => it === windows['period'])
  return period === undefined ? {} : { windowKind: period, windowColumn: textIn(windows, 'column') }
}
const windowKinds: WindowKind[] = ['day', 'week', 'month', 'quarter', 'year']

function checksIn(kind: 'quality' | 'llm', it: Definition): Partial<DefinitionValues> {
  const rows = listIn(it, 'checks').map((one) => checkOf(kind, isObject(one) ? one : {}))
  const owner = rows.find((row) => row.owner !== '')?.owner ?? ''
  // Who answers for most of them is said once.
  return { owner, checks: rows.map((row) => (row.owner === owner ? { ...row, owner: '' } : row)) }
}

function checkOf(kind: 'quality' | 'llm', it: Definition): CheckRow {
  const name = textIn(it, 'check')
  const settings: CheckRow['settings'] = {}
  for (const { name: setting, takes } of checkNamed(kind, name)?.settings ?? []) {
    const value = it[setting]
    if (value === undefined) continue
    settings[setting] = Array.isArray(value) && takes !== 'json' ? textsOf(value) : written(value)
  }
  const { atMost, atLeast, owner, ...more } = objectIn(it, 'asked')
  const value = atMost ?? atLeast
  return {
    check: name,
    settings,
    bound: atMost === undefined ? 'atLeast' : 'atMost',
    value: value === undefined ? '' : written(value),
    owner: typeof owner === 'string' ? owner : '',
    more,
  }
}

function textColumnsOf(columns: Definition): Partial<DefinitionValues> {
  const group = columns['group']
  const names = [
    'output',
    'prompt',
    'expected',
    'context',
    'pair',
    'variant',
    'opponent',
    'judge',
    'judgeReference',
  ] as const
  return {
    ...texts(columns, [...names, 'latency', 'cost']),
    group: typeof group === 'string' ? [group] : textsOf(group),
    columns: [],
  }
}

/** What the engine writes into a definition where nobody said anything, and the form has no field for. */
function isUsual(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.keys(value).length === 0
  return (
    (key === 'adjustment' && value === 'holm') ||
    (key === 'bins' && value === 2048) ||
    (key === 'positive' && value === '1')
  )
}

/** Equal as JSON. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => isSame(one, b[at]))
  if (isObject(a) && isObject(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return keys.every((key) => isSame(a[key], b[key]))
  }
  return Object.is(a, b)
}

function isObject(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectIn(it: Definition, key: string): Definition {
  const value = it[key]
  return isObject(value) ? value : {}
}

function listIn(it: Definition, key: string): unknown[] {
  const value = it[key]
  return Array.isArray(value) ? value : []
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(written) : []
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textIn(it: unknown, key: string): string {
  const value = isObject(it) ? it[key] : undefined
  return typeof value === 'string' ? value : ''
}

function numberIn(it: unknown, key: string): number | null {
  const value = isObject(it) ? it[key] : undefined
  return typeof value === 'number' ? value : null
}

function numberText(it: unknown, key: string): string {
  const value = numberIn(it, key)
  return value === null ? '' : String(value)
}

function texts(it: Definition, keys: readonly string[]): Partial<DefinitionValues> {
  return Object.fromEntries(keys.flatMap((key) => (typeof it[key] === 'string' ? [[key, it[key]]] : [])))
}

function lists(it: Definition, keys: readonly string[]): Partial<DefinitionValues> {
  return Object.fromEntries(keys.flatMap((key) => (Array.isArray(it[key]) ? [[key, textsOf(it[key])]] : [])))
}

function numbers(it: Definition, keys: readonly string[]): Partial<DefinitionValues> {
  return Object.fromEntries(keys.flatMap((key) => (typeof it[key] === 'number' ? [[key, it[key]]] : [])))
}
