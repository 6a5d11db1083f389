import { t } from '../../messages/index.ts'
import type { Import, RegisterField, RegisterOption } from './words.ts'

/** The mapping as it is chosen on the page: the register's field for each column by its place, '' for none; and each option. */
export type ColumnChoice = Record<string, string>

export function columnKey(at: number): string {
  return `column-${at + 1}`
}

export function optionKey(name: string): string {
  return `option-${name}`
}

/** What was chosen before, or suggested; an option without a choice stands at its first. */
export function choiceOf(
  { columns, mapping, options }: Pick<Import, 'columns' | 'mapping' | 'options'>,
  asked: readonly RegisterOption[],
): ColumnChoice {
  const decided = asked.map(({ name, choices }) => [optionKey(name), options[name] ?? choices[0]?.value ?? ''])
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  const mapped = columns.map((column, at) => [columnKey(at), fieldOf.get(column) ?? ''])
  return Object.fromEntries([...mapped, ...decided])
}

/** What is decided for the whole file, as the server takes it. */
export function optionsOf(asked: readonly RegisterOption[], choice: ColumnChoice): Record<string, string> {
  return Object.fromEntries(asked.map(({ name }) => [name, choice[optionKey(name)] ?? '']))
}

/** The mapping as the server takes it: the column for each field. */
export function mappingOf(columns: string[], choice: ColumnChoice): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, at) => {
      const field = choice[columnKey(at)] ?? ''
      return field === '' ? [] : [[field, column]]
    }),
  )
}

/** What keeps a choice from being a mapping: a field filled twice beside its column, a required field nowhere on top. */
export function checkChoice(columns: string[], fields: RegisterField[], choice: ColumnChoice): Record<string, string> {
  const problems: Record<string, string> = {}
  const taken = new Map<string, string>()
  for (const [at, column] of columns.entries()) {
    const field = choice[columnKey(at)] ?? ''
    const before = field === '' ? undefined : taken.get(field)
    if (before !== undefined)
      problems[columnKey(at)] = t('The column “{column}” fills this already.', { column: before })
    else taken.set(field, column)
  }
  for (const { name, label, required } of fields) {
    if (required && !taken.has(name)) problems[name] = t('Choose the column that holds “{field}”.', { field: t(label) })
  }
  return problems
}
