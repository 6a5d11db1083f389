import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { Link } from './link.tsx'
import styles from './linked.module.css'

export type LinkedGroup = {
  /** "Risks", "Evidence", "Serves". */
  label: string
  items: { label: string; to: string; note?: ReactNode }[]
  /** A way to add one: a link or a `VerbButton`. */
  action?: ReactNode
}

/** What a record is linked to, by kind. A group without any says so. */
export function Linked({ groups }: { groups: LinkedGroup[] }) {
  return groups.map(({ label, items, action }) => (
    <section key={label} className={styles.group}>
      <h2>{label}</h2>
      {items.length === 0 ? (
        <p>{t('None')}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.to}>
              <Link to={item.to}>{item.label}</Link>
              {item.note && <span className={styles.note}>{item.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {action}
    </section>
  ))
}
