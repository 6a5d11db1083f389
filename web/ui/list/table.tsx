import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { classes } from '../classes.ts'
import { Link } from '../link.tsx'
import { useGo } from '../navigation.ts'
import { handleRowKeys } from './keys.ts'
import type { Selected } from './selection.ts'
import styles from './table.module.css'
import type { Column } from './types.ts'

export type TableProps<Row> = {
  label: string
  columns: Column<Row>[]
  /** Undefined while the first page loads: then rows of the right height stand in. */
  rows: Row[] | undefined
  rowId: (row: Row) => string
  rowLabel: (row: Row) => string
  rowTo: ((row: Row) => string) | undefined
  sort: string
  onSort: (sort: string) => void
  selected: Selected | undefined
  stale: boolean
}

/** The rows of a list: a table, or cards where it is narrow. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowId, rowTo, selected, stale } = props
  const go = useGo()
  const byId = new Map(rows?.map((row) => [rowId(row), row]))
  const open = (id: string) => {
    const row = byId.get(id)
    if (row && rowTo) go(rowTo(row))
  }
  return (
    <table
      className={classes(styles.table, stale && styles.stale)}
      aria-label={label}
      aria-busy={rows === undefined || stale}
      onKeyDown={(event) => handleRowKeys(event, { open, toggle: selected?.toggle })}
    >
      <thead className={styles.head}>
        <tr>
          {selected && <HeadCheck ids={[...byId.keys()]} selected={selected} />}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows ? rows.map((row) => <BodyRow key={rowId(row)} row={row} {...props} />) : <Skeletons {...props} />}
      </tbody>
    </table>
  )
}

function HeadCheck({ ids, selected }: { ids: string[]; selected: Selected }) {
  const count = ids.filter((id) => selected.has(id)).length
  return (
    <th className={styles.check} scope="col">
      <input
        type="checkbox"
        aria-label={t('Select all rows on this page')}
        checked={ids.length > 0 && count === ids.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < ids.length
        }}
        onChange={() => selected.togglePage(ids)}
      />
    </th>
  )
}

type HeadCellProps<Row> = { column: Column<Row>; sort: string; onSort: (sort: string) => void }

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const direction = column.sort && directionOf(column.sort, sort)
  const flipped = direction === 'ascending' ? `-${column.sort}` : column.sort
  return (
    <th scope="col" data-align={column.align} {...(direction && { 'aria-sort': direction })}>
      {flipped === undefined ? (
        column.header
      ) : (
        <button type="button" className={styles.sort} onClick={() => onSort(flipped)}>
          {column.header}
          {direction === 'ascending' && <IconArrowUp size={14} aria-hidden />}
          {direction === 'descending' && <IconArrowDown size={14} aria-hidden />}
        </button>
      )}
    </th>
  )
}

function directionOf(column: string, sort: string): 'ascending' | 'descending' | undefined {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : undefined
}

function BodyRow<Row>({ row, columns, rowId, rowLabel, rowTo, selected }: TableProps<Row> & { row: Row }) {
  const id = rowId(row)
  const chosen = selected?.has(id) ?? false
  return (
    <tr className={styles.row} data-row={id} data-chosen={chosen || undefined} tabIndex={-1}>
      {selected && (
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={t('Select {name}', { name: rowLabel(row) })}
            checked={chosen}
            onChange={() => selected.toggle(id)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.key} data-label={index === 0 ? undefined : column.header} data-align={column.align}>
          {index === 0 && rowTo ? (
            <Link to={rowTo(row)} plain className={styles.name}>
              {column.cell(row)}
            </Link>
          ) : (
            <span className={styles.value}>{orDash(column.cell(row))}</span>
          )}
          {column.beside?.(row)}
        </td>
      ))}
    </tr>
  )
}

function orDash(cell: ReactNode): ReactNode {
  return cell === null || cell === undefined || cell === '' ? <span className={styles.absent}>–</span> : cell
}

function Skeletons<Row>({ columns, selected }: TableProps<Row>) {
  return Array.from({ length: 10 }, (_, row) => (
    <tr key={row} className={styles.row} aria-hidden>
      {selected && <td className={styles.check} />}
      {columns.map(({ key }, index) => (
        <td key={key}>
          <span className={styles.bone} data-width={(row + index) % 3} />
        </td>
      ))}
    </tr>
  ))
}
