import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Link } from '../../ui/link.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './impact.module.css'
import type { Assessment } from './words.ts'

type Measure = Assessment['measures'][number]

const states = {
  open: { tone: 'caution', label: t('Open') },
  done: { tone: 'positive', label: t('Done') },
  cancelled: { tone: 'critical', label: t('Cancelled') },
} as const

/** Measures as they stand today; conditions first, since the go-ahead hangs on them. */
export function MeasureList({ measures, action }: { measures: Measure[]; action?: (measure: Measure) => ReactNode }) {
  if (measures.length === 0) return <p className={styles.muted}>{t('No measure yet.')}</p>
  return (
    <ul className={styles.list}>
      {measures
        .toSorted((a, b) => Number(b.condition) - Number(a.condition))
        .map((measure) => (
          <li key={measure.id} className={styles.line}>
            <Link to={`/tasks/${measure.task}`}>{measure.title}</Link>
            <StateBadge {...states[measure.state]} />
            {measure.overdue && <StateBadge tone="critical" label={t('Overdue')} />}
            {measure.condition && <span>{t('Condition')}</span>}
            <span className={styles.muted}>
              {measure.owner?.name}
              {measure.dueOn && (
                <>
                  {' · '}
                  <DateTime value={measure.dueOn} />
                </>
              )}
            </span>
            {action?.(measure)}
          </li>
        ))}
    </ul>
  )
}
