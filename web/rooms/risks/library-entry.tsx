import { t } from '../../messages/index.ts'
import { showList } from './show-list.ts'
import styles from './risks.module.css'
import type { LibraryEntry } from './words.ts'

/** What to ask and what is usually done about a known risk, folded away, and what it is called elsewhere. */
export function EntryHelp({ entry }: { entry: LibraryEntry }) {
  const parts = [
    { title: t('Usual causes'), lines: entry.causes },
    { title: t('Questions to ask'), lines: entry.questions },
    { title: t('Usual treatments'), lines: entry.treatments },
  ]
  return (
    <div className={styles.entry}>
      <details>
        <summary>{t('Causes, questions and treatments')}</summary>
        {parts.map(({ title, lines }) => (
          <div key={title}>
            <strong>{title}</strong>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
      <p className={styles.muted}>
        {t('Known elsewhere as: {names}', {
          names: showList(entry.references.map(({ id, name }) => `${name} (${id})`)),
        })}
      </p>
    </div>
  )
}
