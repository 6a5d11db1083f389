import { VisuallyHidden } from '@mantine/core'
import { t } from '../messages/index.ts'
import { diffWords } from './diff-words.ts'
import styles from './diff-view.module.css'

/** Beyond this many characters a field is folded away, so that a long text does not push the rest off the page. */
const foldFrom = 900

/** A field before and after, as activity shows it: long ones open on a click. */
export function FieldDiff({ before, after }: { before: string; after: string }) {
  if (before.length + after.length < foldFrom) return <DiffView before={before} after={after} />
  return (
    <details>
      <summary>{before === '' ? t('Show the text') : t('Show what changed in the text')}</summary>
      <DiffView before={before} after={after} />
    </details>
  )
}

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
