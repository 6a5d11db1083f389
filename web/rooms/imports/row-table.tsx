import { IconHexagonMinus } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { classes } from '../../ui/classes.ts'
import { Link } from '../../ui/link.tsx'
import { addressOf, useNames } from '../../ui/references.ts'
import { serverWords } from '../../ui/server-words.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './imports.module.css'
import { badgeOf, type Import, type ImportRow, type Register } from './words.ts'

type Props = { it: Import; register: Register; rows: ImportRow[]; stale: boolean }

/** One page of the file's rows as they stand in the file; what is wrong stands in the cell it is about. */
export function RowTable({ it, register, rows, stale }: Props) {
  const names = useNames(rows.flatMap(({ record }) => record ?? []))
  const columnOf = (field: string) => it.mapping[field]
  return (
    <div className={styles.scroll} role="region" aria-label={t('Rows of the file')} tabIndex={0}>
      <table className={classes(styles.rows, stale && styles.stale)} aria-busy={stale}>
        <thead>
          <tr>
            <th scope="col">{t('Row')}</th>
            <th scope="col">{t('State')}</th>
            {it.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const elsewhere = row.problems.filter(({ field }) => columnOf(field) === undefined)
            const to = row.record === null ? undefined : addressOf(row.record)
            return (
              <tr key={row.number}>
                <th scope="row" data-label={t('Row')}>
                  {row.number}
                </th>
                <td data-label={t('State')} data-wrong={elsewhere.length > 0 || undefined}>
                  <StateBadge {...badgeOf(row)} />
                  {elsewhere.map((problem) => (
                    <Wrong
                      key={problem.field}
                      message={`${labelOf(register, problem.field)}: ${serverWords(problem)}`}
                    />
                  ))}
                  {row.notes
                    .filter(({ field }) => columnOf(field) === undefined)
                    .map((note) => (
                      <span key={note.field} className={styles.note}>
                        {`${labelOf(register, note.field)}: ${serverWords(note)}`}
                      </span>
                    ))}
                  {row.record !== null && to !== undefined && names.has(row.record) && (
                    <div>
                      <Link to={to}>{names.get(row.record)?.name}</Link>
                    </div>
                  )}
                </td>
                {it.columns.map((column) => {
                  const wrong = row.problems.filter(({ field }) => columnOf(field) === column)
                  return (
                    <td key={column} data-label={column} data-wrong={wrong.length > 0 || undefined}>
                      <span className={styles.cell}>{row.cells[column] || <i>{t('Empty')}</i>}</span>
                      {wrong.map((problem) => (
                        <Wrong key={`${problem.field} ${problem.message}`} message={serverWords(problem)} />
                      ))}
                      {row.notes
                        .filter(({ field }) => columnOf(field) === column)
                        .map((note) => (
                          <span key={`${note.field} ${note.message}`} className={styles.note}>
                            {serverWords(note)}
                          </span>
                        ))}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Wrong({ message }: { message: string }) {
  return (
    <span className={styles.wrong}>
      <IconHexagonMinus size={14} aria-hidden />
      {message}
    </span>
  )
}

/** A problem may be about the row as a whole, which is no field. */
export function labelOf({ fields }: Register, name: string): string {
  return t(fields.find((field) => field.name === name)?.label ?? name)
}
