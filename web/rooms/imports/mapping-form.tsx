import { t } from '../../messages/index.ts'
import { api, useList } from '../../ui/api.ts'
import { ChoiceField, Form, SelectField, useForm } from '../../ui/form.tsx'
import { checkChoice, choiceOf, columnKey, mappingOf, optionKey, optionsOf, type ColumnChoice } from './mapping.ts'
import type { Import, ImportRow, Register } from './words.ts'

const sampled = 3

/** Which column of the file fills which field of the register; then every row is checked without writing one. */
export function MappingForm({ it, register }: { it: Import; register: Register }) {
  const { columns } = it
  const sample = useList<ImportRow>(`/imports/${it.id}/rows`, { limit: sampled }).data?.items ?? []
  const form = useForm<ColumnChoice>({
    id: `import:${it.id}:columns`,
    initial: choiceOf(it, register.options),
    check: (choice) => checkChoice(columns, register.fields, choice),
    save: (choice) =>
      api.post(`/imports/${it.id}/check`, {
        mapping: mappingOf(columns, choice),
        options: optionsOf(register.options, choice),
      }),
    done: () => t('Rows checked'),
    // The result stands above the columns.
    onSaved: () => window.scrollTo({ top: 0 }),
  })
  const options = register.fields.map(({ name, label, required }) => ({
    value: name,
    label: required ? `${t(label)} ${t('(required)')}` : t(label),
  }))
  return (
    <Form
      form={form}
      submit={it.state === 'uploaded' ? t('Check the rows') : t('Check the rows again')}
      permission="imports:run"
    >
      {columns.map((column, at) => (
        <SelectField
          key={columnKey(at)}
          form={form}
          name={columnKey(at)}
          label={column}
          help={samples(sample, column)}
          options={options}
        />
      ))}
      {register.options.map(({ name, label, choices }) => (
        <ChoiceField
          key={name}
          form={form}
          name={optionKey(name)}
          label={t(label)}
          options={choices.map((choice) => ({ value: choice.value, label: t(choice.label), help: t(choice.help) }))}
        />
      ))}
    </Form>
  )
}

function samples(rows: ImportRow[], column: string): string {
  const values = [...new Set(rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((value) => value !== ''))]
  return values.length === 0
    ? t('Empty in the first rows')
    : t('For example: {values}', { values: values.map((value) => shortened(value)).join(' · ') })
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value
}
