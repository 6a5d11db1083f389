import { VisuallyHidden } from '@mantine/core'
import { t } from '../messages/index.ts'
import { diffWords } from './diff-words.ts'
import styles from './diff-view.module.css'

/** What changed in a text, readable: removed words struck through, added ones underlined, both named for screen readers. */
export function DiffView({ before, after }: { before: string; after: string }) {
  return (
    <span className={styles.diff}>
      {diffWords(before, after).map((part, index) => {
        const key = `${index} ${part.text}`
        if (part.kind === 'same') return <span key={key}>{part.text}</span>
        const removed = part.kind === 'removed'
        const Mark = removed ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <VisuallyHidden>{removed ? t('removed:') : t('added:')} </VisuallyHidden>
            {part.text}
          </Mark>
        )
      })}
    </span>
  )
}
