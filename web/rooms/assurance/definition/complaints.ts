import { t } from '../../../messages/index.ts'
import { checkNamed, type Setting } from './check-catalogue.ts'
import { jsonFrom, objectFrom, partsOf } from './to-definition.ts'
import {
  type CheckRow,
  type DefinitionValues,
  type FactorRow,
  hasChecks,
  hasLimits,
  type LimitRow,
  marginNames,
  type StreamRow,
  streamSettings,
} from './values.ts'

/** What is wrong, by the field or the line that it concerns: `limits.0.value`, `checks.2.column`. */
export type Complaints = Record<string, string>

/** What keeps a definition from being sent at all; the engine looks closer when it arrives. */
export function complaintsAbout(values: DefinitionValues): Complaints {
  if (values.asJson) return isObjectText(values.json) ? {} : { json: notJson() }
  const { kind } = values
  return {
    ...(values.extra.trim() !== '' && !isObjectText(values.extra) && { extra: notJson() }),
    ...aboutSettings(values),
    ...(hasLimits(kind) && { ...aboutColumns(values), ...each('limits', values.limits, aboutLimit(values)) }),
    ...(kind === 'fairness' && each('factors', values.factors, aboutFactor)),
    ...(kind === 'drift' && aboutDrift(values)),
    ...(hasChecks(kind) && aboutChecks(kind, values)),
  }
}

function aboutColumns({ kind, label, prediction, score, by, intersections, references, ...law }: DefinitionValues) {
  const wrong: Complaints = {}
  const empty = (text: string) => text.trim() === ''
  if (kind !== 'fairness' && empty(label)) wrong['label'] = t('Name the column of outcomes.')
  if (kind !== 'calibration' && empty(prediction)) wrong['prediction'] = t('Name the column of decisions.')
  if (kind === 'calibration' && empty(score)) wrong['score'] = t('Name the column of scores.')
  if (kind === 'fairness' && by.length === 0) wrong['by'] = t('Name at least one column of groups.')
  if (references.some((text) => !/^[^=]+=[^=]+/.test(text))) wrong['references'] = t('Write it as: column = group.')
  if (intersections.some((text) => partsOf(text).length < 2)) {
    wrong['intersections'] = t('Join at least two columns with a plus sign.')
  }
  if (empty(law.lawSex) !== empty(law.lawRace)) {
    wrong[empty(law.lawSex) ? 'lawSex' : 'lawRace'] = t('Name both columns, or neither.')
  }
  return wrong
}

function aboutLimit({ kind }: DefinitionValues) {
  return ({ value, comparison }: LimitRow): Complaints => {
    const number = Number(value)
    if (value.trim() === '' || !Number.isFinite(number)) {
      return { value: t('Set a limit: without one nothing could fail.') }
    }
    if (kind !== 'fairness') return {}
    if (comparison === 'ratio' && !(number > 0 && number < 1)) {
      return { value: t('A ratio lies between 0 and 1; 0.8 means: between 0.8 and 1.25.') }
    }
    return number > 0 && number <= 1 ? {} : { value: t('A margin lies above 0 and is at most 1.') }
  }
}

function aboutFactor({ strata, margin }: FactorRow): Complaints {
  const number = Number(margin)
  const bad = margin.trim() !== '' && !(number > 0 && number <= 1)
  return {
    ...(strata.length === 0 && { strata: t('Name at least one column.') }),
    ...(bad && { margin: t('A margin lies above 0 and is at most 1.') }),
  }
}

function aboutStream({ method, settings }: StreamRow): Complaints {
  const wrong: Complaints = {}
  for (const { name, takes, needed: isNeeded } of streamSettings[method]) {
    const text = (settings[name] ?? '').trim()
    if (text === '' ? isNeeded === true : takes === 'number' && !Number.isFinite(Number(text))) {
      wrong[name] = t('Give a number.')
    }
  }
  return wrong
}

function aboutDrift(values: DefinitionValues): Complaints {
  const wrong: Complaints = each('streams', values.streams, aboutStream)
  for (const name of marginNames) {
    const value = values[name]
    if (value === null || value <= 0) wrong[name] = t('Give a number above 0.')
    else if (name !== 'wassersteinNormalised' && value >= 1) wrong[name] = t('A share lies below 1.')
  }
  const { windowKind, windowRows, windowColumn } = values
  if (windowKind === 'rows' && (windowRows === null || windowRows < 10)) {
    wrong['windowRows'] = t('A window has at least 10 rows.')
  }
  if (windowKind !== '' && windowKind !== 'rows' && windowColumn.trim() === '') {
    wrong['windowColumn'] = t('Name the column of dates.')
  }
  return wrong
}

function aboutChecks(kind: 'quality' | 'llm', values: DefinitionValues): Complaints {
  const { checks, owner, output } = values
  const asked = checks.filter(({ value }) => value.trim() !== '')
  return {
    ...(kind === 'llm' && output.trim() === '' && { output: t('Name the column of the output.') }),
    ...(owner.trim() === '' && asked.some((row) => row.owner.trim() === '') && { owner: t('Say who answers for it.') }),
    ...(checks.length === 0 && { checks: t('Choose at least one check.') }),
    ...(checks.length > 0 && asked.length === 0 && { 'checks.0.value': t('Ask something of at least one check.') }),
    ...each('checks', checks, (row) => aboutCheck(kind, row)),
  }
}

function aboutCheck(kind: 'quality' | 'llm', row: CheckRow): Complaints {
  const wrong: Complaints = {}
  if (row.value.trim() !== '' && !Number.isFinite(Number(row.value))) wrong['value'] = t('Give a number.')
  for (const setting of checkNamed(kind, row.check)?.settings ?? []) {
    const problem = aboutSetting(setting, row.settings[setting.name])
    if (problem !== null) wrong[setting.name] = problem
  }
  return wrong
}

function aboutSetting({ takes, optional }: Setting, value: string | string[] = ''): string | null {
  if (value.length === 0) return optional === true ? null : needed[takes]()
  if (takes === 'number' && !Number.isFinite(Number(value))) return t('Give a number.')
  if (takes === 'json' && typeof value === 'string' && !isJson(value)) {
    return t('This is no JSON. Check commas, quotes and brackets.')
  }
  return null
}

const needed: Record<Setting['takes'], () => string> = {
  column: () => t('Name a column.'),
  columns: () => t('Name at least one column.'),
  number: () => t('Give a number.'),
  text: () => t('Fill this in.'),
  list: () => t('Name at least one value.'),
  day: () => t('Choose a day.'),
  json: () => t('Fill this in.'),
  weights: () => t('Choose one.'),
  flag: () => t('Choose one.'),
}

function aboutSettings({ confidence, replicates, seed }: DefinitionValues): Complaints {
  const wrong: Complaints = {}
  if (confidence !== null && (confidence < 0.5 || confidence > 0.9999)) {
    wrong['confidence'] = t('Give a number between 0.5 and 0.9999, such as 0.95.')
  }
  if (replicates !== null && replicates < 100) wrong['replicates'] = t('At least 100.')
  if (seed !== null && (seed < 0 || !Number.isInteger(seed))) wrong['seed'] = t('A whole number from 0 on.')
  return wrong
}

function each<Row>(name: string, rows: Row[], about: (row: Row) => Complaints): Complaints {
  return Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(about(row)).map(([field, words]) => [`${name}.${at}.${field}`, words])),
  )
}

function notJson(): string {
  return t('This is no JSON object. Check commas, quotes and brackets.')
}

function isObjectText(text: string): boolean {
  try {
    objectFrom(text)
    return true
  } catch {
    return false
  }
}

function isJson(text: string): boolean {
  try {
    jsonFrom(text)
    return true
  } catch {
    return false
  }
}

/** The server names `definition.thresholds.0.margin`; the form calls it `limits.0.value`. */
export function fieldOfProblem(path: string): string {
  const within = path.replace(/^\/?(body[./])?definition\./, '')
  if (within === path) return path
  return within
    .replace(/^thresholds\.(\d+)(\.(margin|atLeast|atMost))?$/, 'limits.$1.value')
    .replace(/^thresholds\./, 'limits.')
    .replace(/^checks\.(\d+)\.asked.*$/, 'checks.$1.value')
    .replace(/^conditional\./, 'factors.')
    .replace(/^subgroups\.holdBack$/, 'holdBack')
    .replace(/^margins\./, '')
    .replace(/^columns\.([a-z]\w*)$/i, '$1')
    .replace(/^intersect(\..*)?$/, 'intersections')
    .replace(/^reference(\..*)?$/, 'references')
    .replace(/^minimumSize\.verdict$/, 'minimumVerdict')
    .replace(/^minimumSize\.show$/, 'minimumShow')
    .replace(/^windows\.rows$/, 'windowRows')
    .replace(/^windows\.(column|period)$/, 'windowColumn')
}
