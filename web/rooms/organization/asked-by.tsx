import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './organization.module.css'
import type { RequirementRow } from './words.ts'

/** Which interested parties require what stands as this obligation or risk. Nothing where none does. */
export function AskedBy({ subject }: { subject: string }) {
  const { data } = useList<RequirementRow>('/party-requirements', { subject })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('Who requires it')}>
      <ul className={styles.rows}>
        {data.items.map(({ id, party, statement }) => (
          <li key={id}>
            <p>{statement}</p>
            <Link to={`/interested-parties/${party.id}`}>{party.name}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
