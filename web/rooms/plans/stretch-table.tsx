import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showDate } from '../../ui/dates.ts'
import { Link } from '../../ui/link.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { badgeOf, dueOf, isDone, movedFrom, roles, startOf, type Stretch } from './plan.ts'
import styles from './plan.module.css'

export type StretchTableProps = {
  stretches: Stretch[]
  /** What can be done about a stretch, where something can. */
  action?: (it: Stretch) => ReactNode
}

/** The road as a table: everything that the timeline shows, in words and numbers. */
export function StretchTable({ stretches, action }: StretchTableProps) {
  const titles = new Map(stretches.map(({ key, title }) => [key, title]))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, and must with the keyboard too
    <div className={styles.scroll} role="region" aria-label={t('Tasks of the plan')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('Task')}</th>
            <th scope="col">{t('Owner')}</th>
            <th scope="col">{t('Begins')}</th>
            <th scope="col">{t('Ends')}</th>
            <th scope="col" className={styles.number}>
              {t('Working days')}
            </th>
            <th scope="col" className={styles.number}>
              {t('Slack')}
            </th>
            <th scope="col">{t('State')}</th>
            {action && <th scope="col">{t('Adjust')}</th>}
          </tr>
        </thead>
        <tbody>
          {stretches.map((it) => (
            <tr key={it.key}>
              <th scope="row">
                {it.task ? <Link to={`/tasks/${it.task.id}`}>{it.title}</Link> : it.title}
                {it.refs.length > 0 && (
                  <span className={styles.quiet}>{t('Serves {refs}', { refs: it.refs.join(', ') })}</span>
                )}
                {it.dependsOn.length > 0 && (
                  <span className={styles.quiet}>
                    {t('After {tasks}', { tasks: it.dependsOn.map((key) => titles.get(key) ?? key).join(', ') })}
                  </span>
                )}
              </th>
              <td>
                {it.person?.name ?? t('Nobody yet')}
                <span className={styles.quiet}>{roles[it.role]}</span>
              </td>
              <td className={styles.days}>
                <DateTime value={startOf(it)} />
              </td>
              <td className={styles.days}>
                <DateTime value={dueOf(it)} />
                {movedFrom(it) && (
                  <span className={styles.quiet}>
                    {t('Planned for {date}', { date: showDate(movedFrom(it) ?? '') })}
                  </span>
                )}
                {it.pinned && <span className={styles.quiet}>{t('Set by a person')}</span>}
              </td>
              <td className={styles.number}>{it.durationDays}</td>
              <td className={styles.number}>{isDone(it) ? '–' : it.slackDays}</td>
              <td>
                <StateBadge {...badgeOf(it)} />
              </td>
              {action && <td>{action(it)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
