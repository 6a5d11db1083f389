import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import styles from './facts.module.css'

/** Named values of a record, as a description list. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

/** One named value; without a value it says so instead of leaving a hole. */
export function Fact({ label, children }: { label: string; children?: ReactNode }) {
  const empty = children === undefined || children === null || children === ''
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{empty ? <span className={styles.absent}>{t('Not recorded')}</span> : children}</dd>
    </div>
  )
}
