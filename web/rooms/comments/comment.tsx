import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useMay, useSession } from '../../ui/session.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './comments.module.css'
import { toShown } from './mentions.ts'
import type { Comment } from './words.ts'

/** Who said what when. What was taken back leaves its place, so that answers keep their sense. */
export function CommentItem({ comment }: { comment: Comment }) {
  const [editing, setEditing] = useState(false)
  const { author, text, mentions, saidAt, editedAt } = comment
  return (
    <div className={styles.comment}>
      <p className={styles.head}>
        <strong>{author.name}</strong> <DateTime value={saidAt} precision="minute" />
        {editedAt && (
          <span>
            {t('edited')} <DateTime value={editedAt} precision="minute" />
          </span>
        )}
      </p>
      {editing ? (
        <CommentForm about={comment.subject} edits={comment} close={() => setEditing(false)} />
      ) : (
        <>
          {text === null ? <Gone comment={comment} /> : <Markdown>{toShown(text, mentions)}</Markdown>}
          <Moves comment={comment} onEdit={() => setEditing(true)} />
        </>
      )}
    </div>
  )
}

function Gone({ comment: { state } }: { comment: Comment }) {
  return (
    <p className={styles.muted}>{state === 'withdrawn' ? t('Taken back by its author.') : t('The text was erased.')}</p>
  )
}

function Moves({ comment, onEdit }: { comment: Comment; onEdit: () => void }) {
  const { id, author, state } = comment
  const { person } = useSession()
  const mayErase = useMay('comments:erase')
  const withdraw = useWrite({
    write: () => api.post(`/comments/${id}/withdraw`),
    done: () => t('Comment taken back'),
  })
  const erase = useWrite({ write: () => api.post(`/comments/${id}/erase`), done: () => t('Text erased') })
  const own = author.id === person.id && state === 'said'
  const erasable = mayErase && state !== 'erased'
  if (!own && !erasable) return null
  return (
    <div className={styles.own}>
      {own && (
        <>
          <VerbButton look="quiet" permission="comments:write" onClick={onEdit}>
            {t('Edit')}
          </VerbButton>
          <VerbButton
            look="quiet"
            permission="comments:write"
            pending={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined)}
            confirm={{
              title: t('Take this comment back?'),
              body: t(
                'Its text leaves the page for everybody and cannot be brought back to it. It stays in the history.',
              ),
              verb: t('Take it back'),
              danger: true,
            }}
          >
            {t('Take back')}
          </VerbButton>
        </>
      )}
      {erasable && (
        <VerbButton
          look="quiet"
          permission="comments:erase"
          pending={erase.isPending}
          onClick={() => erase.mutate(undefined)}
          confirm={{
            title: t('Erase the text of this comment?'),
            body: t(
              'It goes from this page and from every version in the history, for good: for texts that hold what a person asked to have erased. That it was erased stays on record.',
            ),
            verb: t('Erase the text'),
            danger: true,
          }}
        >
          {t('Erase text')}
        </VerbButton>
      )}
      <ProblemAlert error={withdraw.error ?? erase.error} />
    </div>
  )
}
