import { Autocomplete, Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import type { Setting } from './check-catalogue.ts'
import { settingName } from './check-words.ts'
import type { RowInput } from './row-errors.ts'

type Props = {
  setting: Setting
  columns: string[]
  value: string | string[] | undefined
  change: (value: string | string[]) => void
  said: (name: string, label: string) => RowInput
  /** the check that it is a setting of */
  check: string
}

/** One setting of a check, as the kind of input that it takes. */
export function CheckSetting({ setting, check, columns, value, change, said }: Props) {
  const { name, takes, optional } = setting
  const label = settingName(name, check)
  const common = { ...said(name, label), label, required: optional !== true }
  const one = typeof value === 'string' ? value : (value?.join(', ') ?? '')
  const several = typeof value === 'string' ? [value].filter((it) => it !== '') : (value ?? [])
  switch (takes) {
    case 'column':
      return <Autocomplete {...common} data={columns} value={one} onChange={change} />
    case 'columns':
      return <TagsInput {...common} data={columns} value={several} onChange={change} />
    case 'list':
      return <TagsInput {...common} splitChars={[]} value={several} onChange={change} />
    case 'weights':
      return (
        <Select
          {...common}
          data={[
            { value: 'none', label: t('None') },
            { value: 'linear', label: t('Linear') },
            { value: 'quadratic', label: t('Quadratic') },
          ]}
          value={one === '' ? null : one}
          clearable
          clearButtonProps={{ 'aria-label': t('Clear {label}', { label }) }}
          onChange={(chosen) => change(chosen ?? '')}
        />
      )
    case 'flag':
      return (
        <Checkbox
          label={label}
          checked={one === 'true'}
          onChange={(event) => change(event.currentTarget.checked ? 'true' : '')}
        />
      )
    case 'json':
      return <Textarea {...common} rows={3} value={one} onChange={(event) => change(event.currentTarget.value)} />
    case 'number':
    case 'text':
    case 'day':
      return (
        <TextInput
          {...common}
          type={inputs[takes]}
          {...(takes === 'number' && { step: 'any' })}
          value={one}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
  }
}

const inputs = { number: 'number', text: 'text', day: 'date' } as const
