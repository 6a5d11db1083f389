import { type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Said, said } from '#kernel/said.ts'

export const permissions = {
  'imports:read': readers,
  'imports:run': workers,
} satisfies Permissions

/** A field of a register that a column of the file can fill. */
export type ImportField = {
  name: string
  label: string
  required: boolean
  help: string
  /** headings by which a column maps to this field by itself, besides name and label */
  aliases: readonly string[]
}

/** Which column (by its heading) fills which field. */
export type Mapping = Record<string, string>

/** Something to decide for the whole file. Without a choice the first holds. */
export type ImportOption = {
  name: string
  label: string
  choices: readonly [OptionChoice, ...OptionChoice[]]
}
export type OptionChoice = { value: string; label: string; help: string }

export type RowProblem = { field: string } & Said

/** What committing a row does to the register. */
export const rowEffects = ['create', 'update', 'leave'] as const
export type RowEffect = (typeof rowEffects)[number]

export type ImportState = 'uploaded' | 'checked' | 'committing' | 'committed' | 'undoing' | 'undone' | 'discarded'

export type MappingRefusal = { kind: 'bad-mapping'; problems: ({ path: string } & Said)[] }

/** A mapping names columns of the file and fields of the register, fills every required field, and no column twice. */
export function acceptMapping(
  mapping: Mapping,
  fields: readonly ImportField[],
  columns: readonly string[],
): Result<Mapping, MappingRefusal> {
  const problems: ({ path: string } & Said)[] = []
  const known = new Set(fields.map(({ name }) => name))
  const used = new Map<string, string>()
  for (const [field, column] of Object.entries(mapping)) {
    if (!known.has(field)) problems.push({ path: `mapping.${field}`, message: 'is no field of this register' })
    if (!columns.includes(column))
      problems.push({ path: `mapping.${field}`, ...said('the file has no column “{column}”', { column }) })
    const before = used.get(column)
    if (before)
      problems.push({
        path: `mapping.${field}`,
        ...said('column “{column}” fills {before} already', { column, before }),
      })
    used.set(column, field)
  }
  for (const { name, label, required } of fields) {
    if (required && !mapping[name])
      problems.push({ path: `mapping.${name}`, ...said('choose the column that holds {label}', { label }) })
  }
  return problems.length > 0 ? refuse({ kind: 'bad-mapping', problems }) : ok(mapping)
}

/** What was decided for the file, each option with its first choice where nothing was. */
export function acceptOptions(
  given: Readonly<Record<string, string>>,
  options: readonly ImportOption[],
): Result<Record<string, string>, MappingRefusal> {
  const problems = Object.entries(given).flatMap(([name, value]) => {
    const option = options.find((one) => one.name === name)
    if (!option) return [{ path: `options.${name}`, message: 'is nothing that this register asks' }]
    if (option.choices.some((choice) => choice.value === value)) return []
    const choices = option.choices.map((choice) => choice.value).join(', ')
    return [{ path: `options.${name}`, ...said('is none of {choices}', { choices }) }]
  })
  if (problems.length > 0) return refuse({ kind: 'bad-mapping', problems })
  return ok(Object.fromEntries(options.map(({ name, choices }) => [name, given[name] ?? choices[0].value])))
}

/** The mapping that headings suggest: equal to a field's name, label or alias, ignoring case, spaces and punctuation. */
export function suggestMapping(fields: readonly ImportField[], columns: readonly string[]): Mapping {
  const suggested: Mapping = {}
  const taken = new Set<string>()
  for (const { name, label, aliases } of fields) {
    const words = [name, label, ...aliases].map(plain)
    const column = columns.find((heading) => !taken.has(heading) && words.includes(plain(heading)))
    if (column === undefined) continue
    suggested[name] = column
    taken.add(column)
  }
  return suggested
}

function plain(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

export type CommitRefusal =
  | { kind: 'not-checked'; state: ImportState }
  | { kind: 'nothing-good' }
  | { kind: 'bad-rows'; bad: number }

/** Good rows may be committed as they are; all of them only when none is bad. */
export function acceptCommit(
  it: { state: ImportState; good: number; bad: number },
  rows: 'good' | 'all',
): Result<null, CommitRefusal> {
  // a commit that was called off half-way can go on with the rows that are left
  if (it.state !== 'checked' && it.state !== 'committed') return refuse({ kind: 'not-checked', state: it.state })
  if (rows === 'all' && it.bad > 0) return refuse({ kind: 'bad-rows', bad: it.bad })
  return it.good === 0 ? refuse({ kind: 'nothing-good' }) : ok(null)
}

export type UndoRefusal = { kind: 'not-committed'; state: ImportState }

export function acceptUndo(state: ImportState): Result<null, UndoRefusal> {
  return state === 'committed' ? ok(null) : refuse({ kind: 'not-committed', state })
}
