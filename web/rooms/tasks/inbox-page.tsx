import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { addressOf, kindLabel } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import styles from './tasks.module.css'
import { badgeOf, decisionOf, type Inbox, type Task, type Waiting } from './words.ts'

/** What I have to decide and to do, in this order: a decision holds up somebody else. */
export default function InboxPage() {
  const { data: inbox, error } = useRecord<Inbox>('/inbox', { limit: 100 })
  return (
    <Page
      title={t('Inbox')}
      lead={t('What waits for your decision, and what you have to do.')}
      actions={<LinkButton to="/settings/follow">{t('Calendar and mail')}</LinkButton>}
      width="text"
    >
      <ProblemAlert error={error} />
      {inbox && inbox.decisions.total + inbox.tasks.total === 0 && (
        <EmptyState>{t('Nothing waits for you.')}</EmptyState>
      )}
      {inbox && inbox.decisions.total > 0 && <Decisions decisions={inbox.decisions} />}
      {inbox && inbox.tasks.total > 0 && <Tasks tasks={inbox.tasks} />}
    </Page>
  )
}

function Decisions({ decisions: { items, total } }: { decisions: Inbox['decisions'] }) {
  return (
    <Section title={t('To decide')}>
      <ul className={styles.rows}>
        {items.map((item) => (
          <Decision key={`${item.what} ${item.subject}`} item={item} />
        ))}
      </ul>
      <More count={total - items.length} />
    </Section>
  )
}

function Decision({ item: { what, subject, name, since, dueOn } }: { item: Waiting }) {
  const page = addressOf(subject)
  const to = what === 'read-mention' && page !== undefined ? `${page}#comments` : page
  // the organization itself is reviewed by its parts, which the server names in English
  const called = subject.startsWith('organization:') ? t(name) : name
  return (
    <li>
      <div>
        {to === undefined ? called : <Link to={to}>{called}</Link>}
        <p className={styles.muted}>
          {kindLabel(subject)} · {dueOn ? t('due') : t('waits since')} <DateTime value={dueOn ?? since} />
        </p>
      </div>
      <div className={styles.side}>{to !== undefined && <LinkButton to={to}>{decisionOf(what)}</LinkButton>}</div>
    </li>
  )
}

function Tasks({ tasks: { items, total, overdue, dueThisWeek } }: { tasks: Inbox['tasks'] }) {
  const lead = [
    ...(overdue > 0 ? [t('{count} overdue', { count: overdue })] : []),
    ...(dueThisWeek > 0 ? [t('{count} due this week', { count: dueThisWeek })] : []),
  ].join(', ')
  return (
    <Section title={t('To do')} lead={lead || undefined}>
      <ul className={styles.rows}>
        {items.map((task) => (
          <Row key={task.id} task={task} />
        ))}
      </ul>
      <More count={total - items.length} />
    </Section>
  )
}

function Row({ task }: { task: Task }) {
  const { id, title, dueOn, waitsForOpen, subject } = task
  const complete = useWrite({
    write: () => api.post(`/tasks/${id}/complete`),
    done: () => ({ message: t('Task done'), undo: () => api.post(`/tasks/${id}/reopen`) }),
  })
  return (
    <li>
      <div>
        <Link to={`/tasks/${id}`}>{title}</Link>
        <p className={styles.muted}>
          {dueOn ? (
            <>
              {t('due')} <DateTime value={dueOn} />
            </>
          ) : (
            t('no day set')
          )}
          {subject && ` · ${kindLabel(subject)}`}
        </p>
        <ProblemAlert error={complete.error} />
      </div>
      <div className={styles.side}>
        <StateBadge {...badgeOf(task)} />
        <VerbButton
          permission="tasks:complete"
          cannot={waitsForOpen > 0 ? t('It waits for other tasks that are not done.') : undefined}
          pending={complete.isPending}
          onClick={() => complete.mutate(undefined)}
        >
          {t('Mark as done')}
        </VerbButton>
      </div>
    </li>
  )
}

function More({ count }: { count: number }) {
  if (count <= 0) return null
  return (
    <p className={styles.muted}>{t('{count, plural, one {# more is} other {# more are}} not shown.', { count })}</p>
  )
}
