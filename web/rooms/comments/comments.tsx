import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, type ListAnswer, useList } from '../../ui/api.ts'
import { asOfHeader, useAsOf } from '../../ui/as-of.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useMay } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './comments.module.css'
import { ThreadItem } from './thread.tsx'
import { useSeenOnScreen } from './seen.ts'
import type { Thread } from './words.ts'

const perPage = 10

/** What is said about a record, as a section of its page: `<Comments about={`risk:${id}`} />`. */
export function Comments({ about }: { about: string }) {
  return useMay('comments:read') ? <Talk about={about} /> : null
}

function Talk({ about }: { about: string }) {
  const [writing, setWriting] = useState(false)
  const [settled, setSettled] = useState(false)
  const open = useThreads(about, 'open')
  const closed = useList<Thread>('/comments', { subject: about, state: 'resolved', limit: 1 }).data?.total ?? 0
  const box = useRef<HTMLDivElement>(null)
  const [first] = open.data?.pages ?? []
  useSeenOnScreen(box, about, (first?.total ?? 0) + closed > 0)
  useEffect(() => {
    if (first && location.hash === '#comments') box.current?.scrollIntoView()
  }, [first])
  const items = open.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div ref={box} id="comments" className={styles.place} tabIndex={-1}>
      <Section
        title={t('Comments')}
        actions={
          !writing && (
            <VerbButton permission="comments:write" onClick={() => setWriting(true)}>
              {t('Comment')}
            </VerbButton>
          )
        }
      >
        <ProblemAlert error={open.error} />
        {writing && <CommentForm about={about} close={() => setWriting(false)} />}
        {first?.total === 0 && !writing && (
          <p className={styles.muted}>{closed > 0 ? t('Nothing is open.') : t('Nobody has said anything yet.')}</p>
        )}
        <ThreadList threads={items} label={t('Open threads')} />
        {open.hasNextPage && (
          <Button variant="subtle" onClick={() => void open.fetchNextPage()} loading={open.isFetchingNextPage}>
            {t('Show earlier')}
          </Button>
        )}
        {closed > 0 && (
          <Button
            className={styles.fold}
            size="compact-sm"
            variant="subtle"
            aria-expanded={settled}
            onClick={() => setSettled(!settled)}
          >
            {settled
              ? t('Hide what is settled')
              : t('Show {count, plural, one {# settled thread} other {# settled threads}}', { count: closed })}
          </Button>
        )}
        {settled && closed > 0 && <Settled about={about} />}
      </Section>
    </div>
  )
}

function Settled({ about }: { about: string }) {
  const threads = useThreads(about, 'resolved')
  return (
    <>
      <ProblemAlert error={threads.error} />
      <ThreadList threads={threads.data?.pages.flatMap((page) => page.items) ?? []} label={t('Settled threads')} />
      {threads.hasNextPage && (
        <Button variant="subtle" onClick={() => void threads.fetchNextPage()} loading={threads.isFetchingNextPage}>
          {t('Show earlier')}
        </Button>
      )}
    </>
  )
}

function ThreadList({ threads, label }: { threads: Thread[]; label: string }) {
  if (threads.length === 0) return null
  return (
    <ol className={styles.threads} aria-label={label}>
      {threads.map((thread) => (
        <li key={thread.id} className={styles.thread}>
          <ThreadItem thread={thread} />
        </li>
      ))}
    </ol>
  )
}

function useThreads(subject: string, state: 'open' | 'resolved') {
  const asOf = useAsOf()
  return useInfiniteQuery({
    queryKey: ['/comments', subject, state, asOf ?? 'now'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.get<ListAnswer<Thread>>('/comments', {
        query: { subject, state, cursor, limit: perPage },
        signal,
        headers: asOfHeader(asOf),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}
