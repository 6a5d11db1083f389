import { t } from '../../messages/index.ts'
import { ActivityList } from '../../ui/activity.tsx'
import { api, useWrite } from '../../ui/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { levelLabels } from '../../ui/level-chart.tsx'
import { Link } from '../../ui/link.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { findingPath } from '../readiness/finding.ts'
import styles from './changes.module.css'
import type { Home } from './home.ts'

/** What changed since I was here: where findings moved, and what others did. */
export function Changes({ changes, seq }: Pick<Home, 'changes' | 'seq'>) {
  const see = useWrite({
    write: (upTo: number) => api.post<{ before: number }>('/home/seen', { seq: upTo }),
    touches: ['/home'],
    done: ({ before }) => ({ message: t('Noted as seen'), undo: () => api.post('/home/seen', { seq: before }) }),
  })
  if (!changes) return <EmptyState>{t('You are looking at the past. Go back to today to see what is new.')}</EmptyState>
  const { moved, facts } = changes
  if (moved.length === 0 && facts.total === 0) return <EmptyState>{t('Nobody else has changed anything.')}</EmptyState>
  const more = facts.total - facts.items.reduce((sum, { times }) => sum + times, 0)
  return (
    <>
      {moved.length > 0 && (
        <ul className={styles.moved}>
          {moved.map(({ ref, title, from, to }) => (
            <li key={ref}>
              <Link to={findingPath(ref)}>
                {ref} {title}
              </Link>{' '}
              <span>{t('{from} → {to}', { from: levelLabels[from], to: levelLabels[to] })}</span>
            </li>
          ))}
        </ul>
      )}
      <ActivityList items={facts.items.map((item) => ({ ...item, text: said(item) }))} />
      {more > 0 && (
        <p className={styles.more}>
          <Link to="/audit-trail">
            {t('{more, plural, one {One earlier entry} other {# earlier entries}} in the audit trail', { more })}
          </Link>
        </p>
      )}
      <VerbButton writes={false} pending={see.isPending} onClick={() => see.mutate(seq)}>
        {t('I have seen this')}
      </VerbButton>
      <ProblemAlert error={see.error} />
    </>
  )
}

function said({ text, subject, times }: NonNullable<Home['changes']>['facts']['items'][number]): string {
  const what = t(text)
  const about = subject.name ? t('{what} “{name}”', { what, name: subject.name }) : what
  return times > 1 ? t('{what}, {times, number} times', { what: about, times }) : about
}
