import { useState } from 'react'
import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { api, useList, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentItem } from './comment.tsx'
import styles from './comments.module.css'
import type { Comment, Thread } from './words.ts'

/** A comment with its answers, and what settles it. */
export function ThreadItem({ thread }: { thread: Thread }) {
  const [answering, setAnswering] = useState(false)
  const { resolved } = thread
  return (
    <article aria-label={t('Thread of {name}', { name: thread.author.name })}>
      <CommentItem comment={thread} />
      {resolved && (
        <p className={styles.settled}>
          <StateBadge tone="positive" label={t('Settled')} /> {resolved.by.name},{' '}
          <DateTime value={resolved.at} precision="minute" />
        </p>
      )}
      {thread.replyCount > 0 && <Replies thread={thread} />}
      {answering ? (
        <div className={styles.answers}>
          <CommentForm about={thread.subject} thread={thread.id} close={() => setAnswering(false)} />
        </div>
      ) : (
        <div className={styles.moves}>
          {!resolved && (
            <VerbButton look="quiet" permission="comments:write" onClick={() => setAnswering(true)}>
              {t('Reply')}
            </VerbButton>
          )}
          {thread.maySettle && <Settle thread={thread} />}
        </div>
      )}
    </article>
  )
}

function Settle({ thread: { id, resolved } }: { thread: Thread }) {
  const resolve = () => api.post(`/comments/${id}/resolve`)
  const reopen = () => api.post(`/comments/${id}/reopen`)
  const write = useWrite({
    write: resolved ? reopen : resolve,
    done: () =>
      resolved ? { message: t('Thread opened again'), undo: resolve } : { message: t('Thread settled'), undo: reopen },
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="comments:write"
        pending={write.isPending}
        onClick={() => write.mutate(undefined)}
      >
        {resolved ? t('Open again') : t('Settle')}
      </VerbButton>
      <ProblemAlert error={write.error} />
    </>
  )
}

/** The first answers come with the thread; the rest are read page by page. */
function Replies({ thread: { id, replies, replyCount } }: { thread: Thread }) {
  const [cursors, setCursors] = useState<string[]>([])
  const all = cursors.length > 0
  return (
    <ol className={styles.answers} aria-label={t('Replies')}>
      {(all ? [] : replies).map((comment) => (
        <li key={comment.id}>
          <CommentItem comment={comment} />
        </li>
      ))}
      {cursors.map((cursor, at) => (
        <ReplyPage
          key={cursor}
          thread={id}
          cursor={cursor}
          onMore={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
      {!all && replyCount > replies.length && (
        <li>
          <Button variant="subtle" onClick={() => setCursors([''])}>
            {t('Show {count, plural, one {# more reply} other {# more replies}}', {
              count: replyCount - replies.length,
            })}
          </Button>
        </li>
      )}
    </ol>
  )
}

type PageProps = { thread: string; cursor: string; onMore: ((next: string) => void) | undefined }

function ReplyPage({ thread, cursor, onMore }: PageProps) {
  const { data, error } = useList<Comment>(`/comments/${thread}/replies`, { limit: 100, cursor })
  const next = data?.next
  return (
    <>
      {error && (
        <li>
          <ProblemAlert error={error} />
        </li>
      )}
      {data?.items.map((comment) => (
        <li key={comment.id}>
          <CommentItem comment={comment} />
        </li>
      ))}
      {onMore && next && (
        <li>
          <Button variant="subtle" onClick={() => onMore(next)}>
            {t('Show later replies')}
          </Button>
        </li>
      )}
    </>
  )
}
