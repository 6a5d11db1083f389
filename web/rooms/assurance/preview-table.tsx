import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'
import type { Preview } from './columns-of.ts'

/** The first rows of a file, so that its columns can be recognised. */
export function PreviewTable({ preview: { columns, rows } }: { preview: Preview }) {
  return (
    <div className={styles.scroll} role="region" aria-label={t('First rows of the file')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index}:${row.join()}`}>
              {columns.map((column, place) => (
                <td key={column}>{row[place] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
