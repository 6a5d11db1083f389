import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { showList } from './show-list.ts'
import styles from './risks.module.css'
import type { Library, LibraryEntry } from './words.ts'

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
          names: showList(entry.references.map(namedElsewhere)),
        })}
      </p>
    </div>
  )
}

const taxonomies: Record<string, string> = { mit: 'MIT', nist: 'NIST AI 600-1', owasp: 'OWASP', atlas: 'MITRE ATLAS' }

/** "MIT 1.1 Unfair discrimination and misrepresentation"; the ids of NIST's risks are ours and stay away. */
function namedElsewhere({ taxonomy, id, name }: LibraryEntry['references'][number]): string {
  const short = taxonomies[taxonomy] ?? taxonomy
  return taxonomy === 'nist' ? `${short} ${name}` : `${short} ${id} ${name}`
}

/** The known risk that this one was adapted from, and what that is called in public taxonomies. */
export function FromLibrary({ id }: { id: string }) {
  const { data } = useRecord<Library>('/risk-library', { q: id })
  const entry = data?.items.find((one) => one.id === id)
  if (!entry) return null
  return (
    <p className={styles.from}>
      {t('Adapted from the library:')} <Link to={`/risks/library?q=${id}`}>{entry.title}</Link>.{' '}
      {t('Known elsewhere as: {names}', {
        names: showList(entry.references.map(namedElsewhere)),
      })}
    </p>
  )
}
