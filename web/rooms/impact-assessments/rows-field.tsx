import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { FieldGroup, type FormState } from '../../ui/form.tsx'
import styles from './impact.module.css'

export type Cell = string | boolean | null
export type Entry = Record<string, Cell>
type Shape = {
  key: string
  label: string
  kind: 'line' | 'text' | 'choice' | 'check' | 'day'
  options?: { value: string; label: string }[]
}

type Props<Values> = {
  form: FormState<Values>
  name: keyof Values & string
  rows: Entry[]
  change: (rows: Entry[]) => void
  label: string
  help: string
  /** What one entry is called on its buttons: "group". */
  add: string
  remove: (at: number) => string
  shapes: Shape[]
  blank: Entry
}

/** A list of entries of one shape, each a small card; what is wrong with one is named above the form. */
export function RowsField<Values>({
  form,
  name,
  rows,
  change,
  label,
  help,
  add,
  remove,
  shapes,
  blank,
}: Props<Values>) {
  form.labels.set(name, label)
  const set = (at: number, key: string, value: Cell) =>
    change(rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)))
  return (
    <FieldGroup legend={label} help={help}>
      <ul className={styles.rows}>
        {rows.map((row, at) => (
          // entries have no id of their own, and their order is only changed by taking one out
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={styles.row}>
            {shapes.map((shape) => (
              <CellField
                key={shape.key}
                shape={shape}
                value={row[shape.key] ?? null}
                set={(value) => set(at, shape.key, value)}
              />
            ))}
            <div className={styles.whole}>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => change(rows.filter((_, index) => index !== at))}
              >
                {remove(at + 1)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => change([...rows, blank])}>
        {add}
      </Button>
    </FieldGroup>
  )
}

function CellField({ shape, value, set }: { shape: Shape; value: Cell; set: (value: Cell) => void }) {
  const { label, kind, options = [] } = shape
  const text = typeof value === 'string' ? value : ''
  if (kind === 'check')
    return <Checkbox label={label} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
  if (kind === 'choice')
    return (
      <Select
        label={label}
        data={options}
        value={text === '' ? null : text}
        onChange={(chosen) => set(chosen)}
        nothingFoundMessage={t('Nothing found')}
      />
    )
  if (kind === 'text')
    return (
      <Textarea
        className={styles.whole ?? ''}
        label={label}
        rows={2}
        value={text}
        onChange={(event) => set(event.currentTarget.value)}
      />
    )
  const day = kind === 'day'
  return (
    <TextInput
      label={label}
      type={day ? 'date' : 'text'}
      value={text}
      onChange={(event) => set(day && event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
