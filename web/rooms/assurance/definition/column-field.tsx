import { Autocomplete } from '@mantine/core'

import { type FieldProps, fieldOf, inputProps } from '../../../ui/form/field.ts'

type Props<Values> = FieldProps<Values, string> & { columns: string[] }

/** A column by its name: chosen from those of the file that was looked at, or typed; a condition can be typed too. */
export function ColumnField<Values>(props: Props<Values>) {
  const field = fieldOf<Values, string>(props)
  return <Autocomplete {...inputProps(props, field)} data={props.columns} value={field.value} onChange={field.change} />
}
