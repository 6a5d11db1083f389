import { Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { t } from '../../../messages/index.ts'
import { FieldGroup } from '../../../ui/form.tsx'
import styles from '../assurance.module.css'
import { settingName } from './check-words.ts'
import type { FieldsProps } from './filter-field.tsx'
import { type RowInput, rowInputs } from './row-errors.ts'
import { blankStream, type StreamRow, streamSettings } from './values.ts'

/** Values that are watched one by one for a lasting change, such as whether each decision was an error. */
export function StreamRows({ form, columns }: FieldsProps) {
  const rows = form.values.streams
  const input = rowInputs(form)
  const change = (next: StreamRow[]) => form.set('streams', next)
  return (
    <FieldGroup
      legend={t('Streams')}
      help={t(
        'Values watched one by one in their order for a lasting change. Without a column: whether decision and outcome disagree.',
      )}
    >
      {rows.map((row, place) => {
        const line = t('Stream {number}', { number: place + 1 })
        return (
          <Line
            key={`${place}`}
            line={line}
            row={row}
            columns={columns}
            change={(next) => change(rows.map((it, at) => (at === place ? next : it)))}
            remove={() => change(rows.filter((_, at) => at !== place))}
            said={(field, label) => input(`streams.${place}.${field}`, t('{line}: {label}', { line, label }))}
          />
        )
      })}
      <Button variant="default" onClick={() => change([...rows, blankStream])}>
        {t('Watch a stream')}
      </Button>
    </FieldGroup>
  )
}

type LineProps = {
  line: string
  row: StreamRow
  columns: string[]
  change: (row: StreamRow) => void
  remove: () => void
  said: (field: string, label: string) => RowInput
}

function Line({ line, row, columns, change, remove, said }: LineProps) {
  const put = (name: string, value: string) => change({ ...row, settings: { ...row.settings, [name]: value } })
  return (
    <div className={styles.checkRow} role="group" aria-label={line}>
      <Select
        {...said('method', t('Method'))}
        className={styles.wide ?? ''}
        label={t('Method')}
        data={[
          { value: 'cusum', label: t('CUSUM: deviations from the reference add up') },
          { value: 'page-hinkley', label: t('Page–Hinkley: deviations from its own mean so far add up') },
        ]}
        value={row.method}
        onChange={(method) => change({ ...row, method: method === 'page-hinkley' ? 'page-hinkley' : 'cusum' })}
      />
      {streamSettings[row.method].map(({ name, takes, needed }) => {
        const label = settingName(name)
        const common = { ...said(name, label), label, required: needed === true }
        const value = row.settings[name] ?? ''
        if (takes === 'column') {
          return (
            <Autocomplete key={name} {...common} data={columns} value={value} onChange={(next) => put(name, next)} />
          )
        }
        if (takes === 'direction') {
          return (
            <Select
              key={name}
              {...common}
              data={[
                { value: 'either', label: t('Rise or fall') },
                { value: 'rise', label: t('Rise') },
                { value: 'fall', label: t('Fall') },
              ]}
              value={value === '' ? null : value}
              clearable
              clearButtonProps={{ 'aria-label': t('Clear {label}', { label }) }}
              onChange={(next) => put(name, next ?? '')}
            />
          )
        }
        return (
          <TextInput
            key={name}
            {...common}
            type="number"
            step="any"
            value={value}
            onChange={(event) => put(name, event.currentTarget.value)}
          />
        )
      })}
      <Button variant="subtle" onClick={remove}>
        {t('Take this stream away')}
      </Button>
    </div>
  )
}
