import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { useList } from './api.ts'
import { useAsOf } from './as-of.ts'
import { showNumber } from './dates.ts'
import { exportList, type FileFormat } from './list/export.ts'
import { SelectionBar } from './list/selection-bar.tsx'
import { useSelection, useVersions } from './list/selection.ts'
import { pageSize, useColumnChoice, useListState, type ListState } from './list/state.ts'
import styles from './list/list.module.css'
import { Table } from './list/table.tsx'
import { ColumnsMenu, ExportMenu, FilterButton, FilterChips, SearchField } from './list/toolbar.tsx'
import type { BulkChanges, Column, Filter } from './list/types.ts'
import { ViewsMenu } from './list/views-menu.tsx'
import { ProblemAlert } from './problem-alert.tsx'

export { labelsOf } from './list/export.ts'
export type { BulkChange, BulkChanges, BulkField, Column, Filter } from './list/types.ts'

export type ListProps<Row> = {
  /** Names the list in this browser's memory (columns, views) and the exported file. */
  id: string
  /** What the rows are, in the plural: "AI systems". */
  label: string
  /** The API's list: `/ai-systems`. */
  path: string
  /** The first column names the row and links to it. */
  columns: Column<Row>[]
  rowId: (row: Row) => string
  /** The row's name as plain text. */
  rowLabel: (row: Row) => string
  rowTo?: (row: Row) => string
  filters?: Filter[]
  /** What the search field says: "Search AI systems". Absent, the list has none. */
  search?: string
  /** `-changedAt` is newest first. */
  defaultSort: string
  /** An `EmptyState`, for when there is nothing at all. */
  empty: ReactNode
  /** What can be changed in many rows at once. */
  bulk?: BulkChanges
  /** Sent with every request and never shown as a filter. */
  fixed?: Record<string, string>
}

/** A table that behaves: paged by the server, its state in the address, complete by keyboard, exported as shown. */
export function List<Row>(props: ListProps<Row>) {
  const { id, label, path, columns, filters = [], fixed = {}, bulk } = props
  const state = useListState(filters, props.defaultSort)
  const query = { ...state.query, ...fixed }
  const answer = useList<Row>(path, { ...query, limit: pageSize, cursor: state.cursor })
  const [shown, chooseColumns] = useColumnChoice(id, columns)
  const total = answer.data?.total ?? 0
  const selected = useSelection(query, total)
  const versions = useVersions(answer.data?.items, props.rowId)
  const narrowed = state.q !== '' || filters.some((filter) => state.chosen(filter).length > 0)
  if (answer.error)
    return <ProblemAlert error={answer.error} action={<Retry onClick={() => void answer.refetch()} />} />
  if (answer.data && total === 0 && !narrowed) return props.empty
  return (
    <div>
      <div className={styles.toolbar}>
        {props.search && <SearchField state={state} placeholder={props.search} />}
        {filters.length > 0 && <FilterButton filters={filters} state={state} />}
        <span className={styles.grow} />
        <ViewsMenu id={id} path={path} state={state} filters={filters} columns={shown.map(({ key }) => key)} />
        <ColumnsMenu
          columns={columns.map((column) => ({ ...column, shown: shown.includes(column) }))}
          onChoose={chooseColumns}
        />
        <Export id={id} path={path} query={query} columns={shown} />
      </div>
      <FilterChips filters={filters} state={state} />
      <div className={styles.body}>
        <Table
          label={label}
          columns={shown}
          rows={answer.data?.items}
          rowId={props.rowId}
          rowLabel={props.rowLabel}
          rowTo={props.rowTo}
          sort={state.sort}
          onSort={(sort) => state.change({ sort })}
          selected={bulk ? selected : undefined}
          stale={answer.isPlaceholderData}
        />
        {answer.data && total === 0 && (
          <p className={styles.none}>{t('Nothing matches. Remove a filter or search for something else.')}</p>
        )}
      </div>
      {answer.data && <Foot state={state} total={total} next={answer.data.next} count={answer.data.items.length} />}
      {bulk && selected.selection && (
        <SelectionBar
          selected={selected}
          selection={selected.selection}
          total={total}
          bulk={{ ...bulk, path, versions }}
        />
      )}
    </div>
  )
}

function Retry({ onClick }: { onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" mt="xs" onClick={onClick}>
      {t('Try again')}
    </Button>
  )
}

type FootProps = { state: ListState; total: number; next: string | null; count: number }

function Foot({ state, total, next, count }: FootProps) {
  const { offset } = state
  const range = offset === undefined ? '' : `${showNumber(offset + Math.min(1, count))}–${showNumber(offset + count)}`
  return (
    <div className={styles.foot}>
      <p className={styles.count} role="status">
        {total > count && range
          ? t('{range} of {total, number}', { range, total })
          : t('{total, plural, =0 {No rows} one {# row} other {# rows}}', { total })}
      </p>
      {(state.cursor !== '' || next !== null) && (
        <nav className={styles.pages} aria-label={t('Pages of this list')}>
          <Button variant="default" disabled={state.cursor === ''} onClick={state.turnBack}>
            {state.offset === undefined ? t('First page') : t('Previous')}
          </Button>
          <Button variant="default" disabled={next === null} onClick={() => next !== null && state.turn(next)}>
            {t('Next')}
          </Button>
        </nav>
      )}
    </div>
  )
}

type ExportProps<Row> = { id: string; path: string; query: Record<string, string>; columns: Column<Row>[] }

function Export<Row>({ id, path, query, columns }: ExportProps<Row>) {
  const asOf = useAsOf()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = (format: FileFormat) => {
    setPending(true)
    setError(null)
    exportList(id, { path, query, columns, format }, asOf)
      .catch(setError)
      .finally(() => setPending(false))
  }
  return (
    <>
      <ExportMenu pending={pending} onExport={run} />
      <ProblemAlert error={error} />
    </>
  )
}
