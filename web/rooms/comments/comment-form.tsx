import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, useForm } from '../../ui/form.tsx'
import styles from './comments.module.css'
import { type Mention, toStored, toTyped } from './mentions.ts'
import { type CommentValues, MentionField } from './mention-field.tsx'
import type { Comment } from './words.ts'

type Props = {
  about: string
  /** Answers in this thread; absent, one is begun. */
  thread?: string
  /** Says this comment in other words. */
  edits?: Comment
  close: () => void
}

/** A comment being written: begun, answered or edited. */
export function CommentForm({ about, thread, edits, close: leave }: Props) {
  // The form goes, and the keyboard goes on where it stood.
  const close = () => {
    leave()
    document.getElementById('comments')?.focus({ preventScroll: true })
  }
  const mentions: Mention[] = edits?.mentions ?? []
  const form = useForm<CommentValues>({
    id: edits ? `comment:${edits.id}` : `comment:new:${thread ?? about}`,
    initial: { text: { typed: toTyped(edits?.text ?? '', mentions), chosen: mentions } },
    ...(edits && { version: edits.version }),
    check: ({ text }): { text?: string } =>
      text.typed.trim() === '' ? { text: t('Write what you want to say.') } : {},
    save: ({ text: { typed, chosen } }, { version }) => {
      const body = { text: toStored(typed, chosen) }
      if (edits) return api.patch(`/comments/${edits.id}`, body, { version: version ?? edits.version })
      return thread ? api.post(`/comments/${thread}/replies`, body) : api.post('/comments', { ...body, subject: about })
    },
    done: () => (edits ? t('Comment changed') : t('Comment added')),
    onSaved: close,
  })
  const label = edits ? t('Your comment') : thread ? t('Your reply') : t('Your comment')
  return (
    <div className={styles.form}>
      <Form
        form={form}
        submit={edits ? t('Save') : thread ? t('Reply') : t('Comment')}
        permission="comments:write"
        cancel={close}
      >
        <MentionField form={form} about={about} label={label} />
      </Form>
    </div>
  )
}
