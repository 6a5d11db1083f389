import type { ReactNode } from 'react'
import type { Form } from './state.ts'

/** Names of those values that a kind of field can hold. */
export type FieldName<Values, Kind> = {
  [Name in keyof Values]-?: Values[Name] extends Kind ? Name : never
}[keyof Values] &
  string

export type FieldProps<Values, Kind> = {
  form: Form<Values>
  name: FieldName<Values, Kind>
  /** Short: a noun, no colon. */
  label: string
  /** Help in place: what is asked and why, in one sentence. */
  help?: ReactNode
  required?: boolean
}

export type Field<Kind> = { id: string; value: Kind; error: string | undefined; change: (value: Kind) => void }

/** One value of a form with its error, as the kind that its name was checked for. */
export function fieldOf<Values, Kind>({ form, name, label }: FieldProps<Values, Kind>): Field<Kind> {
  form.labels.set(name, label)
  return {
    id: fieldId(form.id, name),
    value: form.values[name] as Kind,
    error: form.errors[name],
    change: (value) => form.set(name, value as Values[typeof name]),
  }
}

export function fieldId(form: string, name: string): string {
  return `${form}-${name}`.replaceAll(/[^\w-]/g, '-')
}

/** What every Mantine input takes alike. */
export function inputProps<Values, Kind>(props: FieldProps<Values, Kind>, field: Pick<Field<Kind>, 'id' | 'error'>) {
  return {
    id: field.id,
    label: props.label,
    description: props.help,
    required: props.required ?? false,
    error: field.error,
    inputWrapperOrder: inputOrder,
  }
}

const inputOrder: ('label' | 'description' | 'input' | 'error')[] = ['label', 'description', 'input', 'error']
