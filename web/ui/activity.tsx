import { Button, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconShieldCheck } from '@tabler/icons-react'
import { t } from '../messages/index.ts'
import { api, type ListAnswer } from './api.ts'
import { asOfHeader, useAsOf } from './as-of.ts'
import styles from './activity.module.css'
import { DateTime } from './date-time.tsx'
import { showDateWithin } from './dates.ts'
import { FieldDiff } from './diff-view.tsx'
import { Link } from './link.tsx'
import { ProblemAlert } from './problem-alert.tsx'

/** One fact from the audit trail, as the API's activity lists answer it. */
export type ActivityItem = {
  /** The entry's sequence number in the organisation's log. */
  seq: number
  recordedAt: string
  /** When it happened, where a person said so and it differs. */
  happenedOn?: string | null
  actor: { id: string; name: string } | null
  /** `ai-system.registered`. */
  type: string
  /** The same in words: "registered the system". */
  text: string
  changes?: { field: string; before: string; after: string }[]
}

/** What happened to a record, newest first: who, when, what changed, and the proof of each entry one click away. */
export function Activity({ path }: { path: string }) {
  const asOf = useAsOf()
  const answer = useInfiniteQuery({
    queryKey: [path, 'activity', asOf ?? 'now'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<ListAnswer<ActivityItem>>(path, { query: { cursor, limit: 20 }, signal, headers: asOfHeader(asOf) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  if (answer.error) return <ProblemAlert error={answer.error} />
  const items = answer.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <ActivityList items={items} />
      {answer.hasNextPage && (
        <Button variant="subtle" onClick={() => void answer.fetchNextPage()} loading={answer.isFetchingNextPage}>
          {t('Show earlier')}
        </Button>
      )}
    </>
  )
}

/** The same from facts at hand, for Home's "what changed". */
export function ActivityList({ items }: { items: ActivityItem[] }) {
  return (
    <ol className={styles.list}>
      {items.map((item) => (
        <li key={`${item.seq} ${item.type}`} className={styles.item}>
          <p className={styles.line}>
            <strong>{item.actor?.name ?? t('Assay')}</strong> {t(item.text)}
          </p>
          <p className={styles.meta}>
            <DateTime value={item.recordedAt} precision="minute" />
            {item.happenedOn && (
              <span>
                {t('happened on')} <DateTime value={item.happenedOn} />
              </span>
            )}
            <Link to={`/ledger/${item.seq}`} className={styles.proof}>
              <IconShieldCheck size={14} aria-hidden /> {t('Entry {seq}', { seq: String(item.seq) })}
              <VisuallyHidden>, {t('proof')}</VisuallyHidden>
            </Link>
          </p>
          {item.changes && item.changes.length > 0 && <Changes changes={item.changes} />}
        </li>
      ))}
    </ol>
  )
}

function Changes({ changes }: { changes: NonNullable<ActivityItem['changes']> }) {
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{t(field)}</dt>
          <dd>
            <FieldDiff before={showDateWithin(before)} after={showDateWithin(after)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
