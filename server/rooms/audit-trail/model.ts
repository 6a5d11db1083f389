import { spoken } from './rules/say-fact.ts'

export { sayFact } from './rules/say-fact.ts'
export { factSentences } from './rules/sentences.ts'

/** Columns whose own words would not be understood. */
const columnNames: Readonly<Record<string, string>> = {
  act_roles: 'Roles under the AI Act',
  act_roles_at: 'Roles under the AI Act confirmed at',
  act_roles_by: 'Roles under the AI Act confirmed by',
  act_roles_on: 'Roles under the AI Act confirmed on',
  act_roles_reason: 'Reason for the roles under the AI Act',
  concluded_seq: 'Concluded with entry',
  demo: 'Sample',
  iso_roles: 'Roles under ISO/IEC 22989',
  iso_roles_at: 'Roles under ISO/IEC 22989 confirmed at',
  iso_roles_by: 'Roles under ISO/IEC 22989 confirmed by',
  iso_roles_on: 'Roles under ISO/IEC 22989 confirmed on',
  iso_roles_reason: 'Reason for the roles under ISO/IEC 22989',
  ref: 'Requirement',
  definition_sha256: 'Hash of the definition',
  file_sha256: 'Hash of the file',
  headline: 'What stands for the result',
  headline_value: 'Its value',
  record_sha256: 'Hash of the record',
  repeat: 'Time on this file',
  rows_total: 'Rows',
  sha256: 'Hash',
  url: 'Address',
}

/** A column as a person would call it: `due_on` is "Due on", `owner_id` "Owner", `peopleCount` "People count". */
export function sayColumn(column: string): string {
  const known = columnNames[column]
  if (known) return known
  const words = column
    .replace(/_id$/, '')
    .replace(/_ids$/, 's')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .split(/[_-]/)
  const text = spoken(words)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** One field of a record before and after an entry, as texts to be compared. */
export type FieldChange = { field: string; before: string; after: string }

/** A version of a row as stored: column to value. `personal` columns may have been erased since. */
export type Version = { columns: Record<string, unknown>; erased: boolean }

/** Columns that every record has and nobody reads. */
const standing = new Set(['org_id', 'id', 'version', 'created_at', 'changed_at'])

/** Columns that say nothing to people: where bytes lie, which job, which entry. The page of the entry itself shows them. */
const technical = new Set(['seq', 'approved_seq', 'job_id', 'blob_id', 'record_blob_id', 'series_id'])

/** How the columns of a table are read. */
export type Reading = {
  personal: ReadonlySet<string>
  secret: ReadonlySet<string>
  /** columns that hold words of a fixed list, such as a state */
  coded: ReadonlySet<string>
  /** what an id, or a reference such as `ai-system:<id>`, is called */
  names: ReadonlyMap<string, string>
  /** also the columns that say nothing to people, for the proof of an entry */
  whole?: boolean
}

/**
 * What differs between two versions of a row, by the names people use. A version that is not there has empty fields, and
 * an empty field that stays empty is not told.
 */
export function compareVersions(
  before: Version | undefined,
  after: Version | undefined,
  reading: Reading,
): FieldChange[] {
  const columns = Object.keys({ ...before?.columns, ...after?.columns }).filter(
    (column) =>
      !standing.has(column) &&
      (reading.whole === true || !isTechnical(column, { ...before?.columns, ...after?.columns })),
  )
  return columns.flatMap((column) => {
    if (JSON.stringify(before?.columns[column] ?? null) === JSON.stringify(after?.columns[column] ?? null)) return []
    const field = sayColumn(column)
    if (reading.secret.has(column)) return [{ field, before: '', after: 'changed (not shown)' }]
    const said = { field, before: sayValue(before, column, reading), after: sayValue(after, column, reading) }
    return [said.before, said.after].every((text) => saysNothing(text, reading)) ? [] : [said]
  })
}

/** Empty, or a row that has no name of its own, such as the rating that counts: of use only in the proof of an entry. */
function saysNothing(text: string, { whole }: Reading): boolean {
  return text === '' || (text === nameless && whole !== true)
}

const nameless = 'a record without a name'

/** A text that stands beside its own hash, such as the definition of a measurement, is told by that hash. */
function isTechnical(column: string, columns: Record<string, unknown>): boolean {
  return technical.has(column) || Object.hasOwn(columns, `${column}_sha256`)
}

function sayValue(version: Version | undefined, column: string, reading: Reading): string {
  if (!version) return ''
  const value = version.columns[column]
  if (value === null || value === undefined) return version.erased && reading.personal.has(column) ? 'erased' : ''
  return sayAny(value, { coded: reading.coded.has(column), names: reading.names })
}

type Saying = { coded: boolean; names: ReadonlyMap<string, string> }

function sayAny(value: unknown, saying: Saying, depth = 0): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return sayText(value, saying)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  return Array.isArray(value) ? sayList(value, saying, depth) : sayMembers(value, saying, depth)
}

function sayList(values: unknown[], saying: Saying, depth: number): string {
  if (values.every((one) => typeof one !== 'object')) return values.map((one) => sayAny(one, saying)).join(', ')
  return values.map((one) => `– ${sayAny(one, saying, depth + 1)}`).join(`\n${'  '.repeat(depth)}`)
}

/** A structure as lines, each member by its name; what is empty is left out. */
function sayMembers(members: object, saying: Saying, depth: number): string {
  return Object.entries(members)
    .map(([name, value]: [string, unknown]) => {
      const said = sayAny(value, saying, depth + 1)
      const nested = typeof value === 'object' && said.includes('\n')
      return said === '' ? '' : `${sayColumn(name)}:${nested ? `\n${'  '.repeat(depth + 1)}` : ' '}${said}`
    })
    .filter((line) => line !== '')
    .join(`\n${'  '.repeat(depth)}`)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const reference = /^([a-z]+(?:-[a-z]+)*):(\S+)$/
const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)$/
const code = /^[a-z0-9]+([-_][a-z0-9]+)*$/

/** Ids and references by name, words of a fixed list without their dashes, instants as people read them. */
function sayText(text: string, { coded, names }: Saying): string {
  const name = names.get(text)
  if (name !== undefined) return name
  if (uuid.test(text)) return nameless
  const [, kind, id] = reference.exec(text) ?? []
  if (kind !== undefined && id !== undefined && uuid.test(id)) return names.get(id) ?? `the ${spoken(kind.split('-'))}`
  const [, day, time] = instant.exec(text) ?? []
  if (day !== undefined && time !== undefined) return `${day} ${time} UTC`
  return coded && code.test(text) ? spoken(text.split(/[-_]/)) : text
}

/** Every id and every reference that a version mentions, also inside lists and structures. */
export function idsIn(value: unknown): { ids: string[]; refs: string[] } {
  if (typeof value === 'string') {
    if (uuid.test(value)) return { ids: [value], refs: [] }
    return { ids: [], refs: reference.test(value) && !value.includes('//') ? [value] : [] }
  }
  if (typeof value !== 'object' || value === null) return { ids: [], refs: [] }
  const parts = Object.values(value).map(idsIn)
  return { ids: parts.flatMap(({ ids }) => ids), refs: parts.flatMap(({ refs }) => refs) }
}
