import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import styles from './empty-state.module.css'

export type EmptyStateProps = {
  /** One sentence: what belongs here. */
  children: ReactNode
  /** One button that begins it (`VerbButton` or `LinkButton`). */
  action?: ReactNode
  /** One link to why it is asked for: the clause or control in our words. */
  link?: { label: string; to: string }
}

/** What a list or section says while nothing is in it. */
export function EmptyState({ children, action, link }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.sentence}>{children}</p>
      {action}
      {link && <Link to={link.to}>{link.label}</Link>}
    </div>
  )
}
