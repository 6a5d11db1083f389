import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './impact.module.css'
import { type Row, states } from './words.ts'

/** The impact assessments that bear on a record: `risk:…` or `requirement:ISO-42001-2023/A.5.4`. */
export function ImpactsPanel({ subject }: { subject: string }) {
  return useMay('impact-assessments:read') ? <Panel subject={subject} /> : null
}

function Panel({ subject }: { subject: string }) {
  const { data } = useList<Row>('/impact-assessments', { bearsOn: subject, newest: 'true', sort: 'system', limit: 20 })
  if (!data) return null
  const more = data.total - data.items.length
  return (
    <Section title={t('Impact assessments')}>
      {data.total === 0 && (
        <p className={styles.muted}>{t('None names it. An assessment names on its own page what it bears on.')}</p>
      )}
      <ul className={styles.list}>
        {data.items.map(({ id, system, edition, state }) => (
          <li key={id} className={styles.line}>
            <Link to={`/impact-assessments/${id}`}>
              {t('{system}, edition {edition}', { system: system.name, edition })}
            </Link>
            <StateBadge {...states[state]} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.muted}>{t('and {count} more', { count: more })}</p>}
    </Section>
  )
}
