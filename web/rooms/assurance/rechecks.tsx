import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { JobCard } from '../../ui/job-card.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './assurance.module.css'
import type { RunWithRecord } from './words.ts'

/** How often a run was computed again, and whether its record had the same bytes. */
export function Rechecks({ run: { rechecks, engine } }: { run: RunWithRecord }) {
  if (rechecks.length === 0) return <p className={styles.muted}>{t('Nobody has computed it again yet.')}</p>
  return (
    <ul className={styles.rows}>
      {rechecks.map((recheck) => (
        <li key={recheck.id}>
          {recheck.equal === null && recheck.problem === null && <JobCard id={recheck.job} />}
          {recheck.equal === true && <StateBadge tone="positive" label={t('Same bytes')} />}
          {recheck.equal === false && <StateBadge tone="critical" label={t('Other bytes')} />}
          {recheck.problem !== null && <StateBadge tone="caution" label={t('Could not be computed')} />}
          <span className={styles.muted}>
            {recheck.problem ?? recheck.askedBy.name} · <DateTime value={recheck.askedAt} precision="minute" />
            {recheck.equal === false &&
              recheck.engine !== engine &&
              ` · ${t('another engine: {engine}', { engine: recheck.engine ?? '' })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
