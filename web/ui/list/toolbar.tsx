import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconColumns3, IconDownload, IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { t } from '../../messages/index.ts'
import type { FileFormat } from './export.ts'
import type { ListState } from './state.ts'
import styles from './toolbar.module.css'
import type { Filter } from './types.ts'

const settleMilliseconds = 250

/** The search field; the address follows when typing rests. */
export function SearchField({ state, placeholder }: { state: ListState; placeholder: string }) {
  const [typed, setTyped] = useState(state.q)
  const [known, setKnown] = useState(state.q)
  if (known !== state.q) {
    setKnown(state.q)
    setTyped(state.q)
  }
  const { change, q } = state
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => change({ q: typed }), settleMilliseconds)
    return () => clearTimeout(timer)
  }, [typed, q, change])
  return (
    <TextInput
      className={styles.search ?? ''}
      type="search"
      aria-label={placeholder}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

/** Every filter with its values as boxes to tick. */
export function FilterButton({ filters, state }: { filters: Filter[]; state: ListState }) {
  return (
    <Popover position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
          {t('Filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Filters')} className={styles.filters}>
        {filters.map((filter) => (
          <fieldset key={filter.key} className={styles.filter}>
            <legend>{filter.label}</legend>
            {filter.options.map(({ value, label }) => (
              <Checkbox
                key={value}
                size="sm"
                label={label}
                checked={state.chosen(filter).includes(value)}
                onChange={() => state.choose(filter, picked(filter, state.chosen(filter), value))}
              />
            ))}
          </fieldset>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

/** What the list is narrowed to; each chip takes one value away. */
export function FilterChips({ filters, state }: { filters: Filter[]; state: ListState }) {
  const active = filters.flatMap((filter) => state.chosen(filter).map((value) => ({ filter, value })))
  if (active.length === 0) return null
  const none = Object.fromEntries(filters.map(({ key }) => [key, undefined]))
  return (
    <ul className={styles.chips} aria-label={t('Active filters')}>
      {active.map(({ filter, value }) => {
        const label = `${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`
        return (
          <li key={label}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('Remove filter {label}', { label })}
              onClick={() => state.choose(filter, toggled(state.chosen(filter), value))}
            >
              {label}
              <IconX size={14} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className={styles.clear} onClick={() => state.change(none)}>
          {t('Clear all')}
        </button>
      </li>
    </ul>
  )
}

export type ColumnOption = { key: string; header: string; shown: boolean }

export function ColumnsMenu({ columns, onChoose }: { columns: ColumnOption[]; onChoose: (keys: string[]) => void }) {
  const shown = columns.filter((column) => column.shown).map(({ key }) => key)
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <ActionIcon variant="default" size="input-sm" aria-label={t('Choose columns')} title={t('Choose columns')}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Columns')} className={styles.filters}>
        <fieldset className={styles.filter}>
          <legend>{t('Columns')}</legend>
          {columns.slice(1).map(({ key, header, shown: checked }) => (
            <Checkbox
              key={key}
              size="sm"
              label={header}
              checked={checked}
              onChange={() => onChoose(toggled(shown, key))}
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}

type ExportMenuProps = { pending: boolean; onExport: (format: FileFormat) => void }

/** The rows that match, all pages of them, as a file. */
export function ExportMenu({ pending, onExport }: ExportMenuProps) {
  const [opened, setOpened] = useState(false)
  const choose = (format: FileFormat) => {
    setOpened(false)
    onExport(format)
  }
  return (
    <Popover position="bottom-end" trapFocus withRoles opened={opened} onChange={setOpened}>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size="input-sm"
          loading={pending}
          aria-label={t('Export these rows')}
          title={t('Export these rows')}
          onClick={() => setOpened(!opened)}
        >
          <IconDownload size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Export these rows')} className={styles.filters}>
        <p className={styles.hint}>{t('Every row that matches, with the columns shown.')}</p>
        <Button variant="subtle" size="compact-sm" justify="flex-start" onClick={() => choose('xlsx')}>
          {t('Excel workbook (XLSX)')}
        </Button>
        <Button variant="subtle" size="compact-sm" justify="flex-start" onClick={() => choose('csv')}>
          {t('Text with commas (CSV)')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Another value joins the others, or takes the place of the one where there can be only one. */
function picked({ multiple = false }: Filter, values: string[], value: string): string[] {
  return toggled(multiple || values.includes(value) ? values : [], value)
}

function toggled(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}
