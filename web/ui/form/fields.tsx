import { Checkbox, MultiSelect, Radio, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useRecord, type Query } from '../api.ts'
import { classes } from '../classes.ts'
import styles from './form.module.css'
import { fieldOf, inputProps, type FieldProps } from './field.ts'

export type Option = { value: string; label: string; help?: string }
const searchableFrom = 8

/** One line of text; `type` changes keyboard and checks (`email`, `url`). */
export function TextField<Values>(props: FieldProps<Values, string> & { type?: 'text' | 'email' | 'url' }) {
  const field = fieldOf(props)
  return (
    <TextInput
      {...inputProps(props, field)}
      type={props.type ?? 'text'}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
    />
  )
}

/** Several lines; the box grows with the text. */
export function TextareaField<Values>(props: FieldProps<Values, string> & { rows?: number }) {
  const field = fieldOf(props)
  return (
    <Textarea
      {...inputProps(props, field)}
      classNames={{ input: styles.textarea ?? '' }}
      rows={props.rows ?? 3}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
    />
  )
}

/** One of a closed set; `''` is nothing chosen. */
export function SelectField<Values>(props: FieldProps<Values, string> & { options: Option[] }) {
  const field = fieldOf(props)
  return (
    <Select
      {...inputProps(props, field)}
      data={props.options}
      value={field.value === '' ? null : field.value}
      onChange={(value) => field.change(value ?? '')}
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('Clear {label}', { label: props.label }) }}
      searchable={props.options.length > searchableFrom}
      nothingFoundMessage={t('Nothing found')}
    />
  )
}

/** One of a few, each with room for its own help: for answers that need reading. */
export function ChoiceField<Values>(props: FieldProps<Values, string> & { options: Option[] }) {
  const field = fieldOf(props)
  const { inputWrapperOrder: _, ...wrapper } = inputProps(props, field)
  return (
    <Radio.Group {...wrapper} value={field.value} onChange={field.change}>
      <div className={styles.choices}>
        {props.options.map(({ value, label, help }) => (
          <Radio key={value} value={value} label={label} description={help} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Several of a closed set. */
export function MultiSelectField<Values>(props: FieldProps<Values, string[]> & { options: Option[] }) {
  const field = fieldOf(props)
  return (
    <MultiSelect
      {...inputProps(props, field)}
      data={props.options}
      value={field.value}
      onChange={field.change}
      searchable={props.options.length > searchableFrom}
      nothingFoundMessage={t('Nothing found')}
    />
  )
}

/** In a checklist: the answer that none of its options holds. */
export const noneOfThem = 'none-of-them'

/** Every option to be read, each ticked or not; that none of them holds is an answer of its own, so that no list is passed over. */
export function ChecklistField<Values>(props: FieldProps<Values, string[]> & { options: Option[]; none: string }) {
  const field = fieldOf(props)
  const { inputWrapperOrder: _, ...wrapper } = inputProps(props, field)
  const choose = (values: string[]) =>
    field.change(values.at(-1) === noneOfThem ? [noneOfThem] : values.filter((value) => value !== noneOfThem))
  return (
    <Checkbox.Group {...wrapper} value={field.value} onChange={choose}>
      <div className={classes(styles.choices, styles.checks)}>
        {[...props.options, { value: noneOfThem, label: props.none }].map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

export type ReferenceFieldProps<Values, Row> = FieldProps<Values, string> & {
  /** The API's list, searched by `q`: `/people`. */
  path: string
  query?: Query
  option: (row: Row) => Option
  /** The record chosen at first, so that its name can be shown before any search. */
  chosen?: Option | undefined
  /** For a list that answers only to words, such as `/search`. */
  needsWords?: boolean
}

/** One record of another list, found by searching: an owner, a system. The value is its id. */
export function ReferenceField<Values, Row>(props: ReferenceFieldProps<Values, Row>) {
  const field = fieldOf<Values, string>(props)
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<Option[]>(props.chosen ? [props.chosen] : [])
  const isLabel = known.some(({ label }) => label === typed)
  const [q] = useDebouncedValue(isLabel ? '' : typed, 250)
  const path = props.needsWords && q.trim() === '' ? null : props.path
  const answer = useRecord<{ items: Row[] }>(path, { ...props.query, q, limit: 20 })
  const found = path === null ? [] : (answer.data?.items.map(props.option) ?? [])
  const kept = known.filter(({ value }) => !found.some((one) => one.value === value))
  return (
    <Select
      {...inputProps(props, field)}
      data={[...found, ...kept].map(({ value, label }) => ({ value, label }))}
      value={field.value === '' ? null : field.value}
      onChange={(value, option) => {
        if (value !== null) setKnown([{ value, label: option?.label ?? value }])
        field.change(value ?? '')
      }}
      searchable
      // a dialog gives its first field the focus: the list opens on a click, an arrow or a letter, not over the other fields
      openOnFocus={false}
      onSearchChange={setTyped}
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('Clear {label}', { label: props.label }) }}
      nothingFoundMessage={t('Nothing found')}
    />
  )
}

/** A calendar date (`2026-03-03`, `''` when none), by the browser's own picker. */
export function DateField<Values>(props: FieldProps<Values, string> & { min?: string; max?: string }) {
  const field = fieldOf(props)
  return (
    <TextInput
      {...inputProps(props, field)}
      className={styles.short ?? ''}
      type="date"
      min={props.min}
      max={props.max}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
    />
  )
}

export type NumberFieldProps<Values> = FieldProps<Values, number | null> & { min?: number; max?: number; step?: number }

/** A number, `null` when none. */
export function NumberField<Values>(props: NumberFieldProps<Values>) {
  const field = fieldOf(props)
  return (
    <TextInput
      {...inputProps(props, field)}
      className={styles.short ?? ''}
      type="number"
      inputMode="decimal"
      min={props.min}
      max={props.max}
      step={props.step ?? 'any'}
      value={field.value ?? ''}
      onChange={(event) => field.change(event.currentTarget.value === '' ? null : event.currentTarget.valueAsNumber)}
    />
  )
}

/** Free words; Enter or a comma ends one. */
export function TagsField<Values>(props: FieldProps<Values, string[]> & { suggestions?: string[] }) {
  const field = fieldOf(props)
  return (
    <TagsInput
      {...inputProps(props, field)}
      data={props.suggestions ?? []}
      value={field.value}
      onChange={field.change}
    />
  )
}

/** Yes or no; the label says what yes means. */
export function CheckboxField<Values>(props: FieldProps<Values, boolean>) {
  const field = fieldOf(props)
  return (
    <Checkbox
      id={field.id}
      label={props.label}
      description={props.help}
      error={field.error}
      checked={field.value}
      onChange={(event) => field.change(event.currentTarget.checked)}
    />
  )
}

/** One file. It is not part of the draft: a browser cannot give it back. */
export function FileField<Values>(props: FieldProps<Values, File | null> & { accept?: string }) {
  const field = fieldOf(props)
  return (
    <TextInput
      {...inputProps(props, field)}
      type="file"
      accept={props.accept}
      classNames={{ input: styles.file ?? '' }}
      onChange={(event) => field.change(event.currentTarget.files?.[0] ?? null)}
    />
  )
}
