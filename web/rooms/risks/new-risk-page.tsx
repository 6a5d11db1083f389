import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { EntryHelp } from './library-entry.tsx'
import { RiskForm } from './risk-form.tsx'
import styles from './risks.module.css'
import type { Library } from './words.ts'

/** `?from=` names an entry of the library to adapt. */
export default function NewRiskPage() {
  const [address] = useAddress()
  const from = address['from']
  const { data } = useRecord<Library>(from ? '/risk-library' : null, { q: from ?? '' })
  const entry = data?.items.find(({ id }) => id === from)
  if (from && !data) return null
  return (
    <Page
      title={entry ? t('Adapt a risk of the library') : t('Identify a risk')}
      crumbs={[{ label: t('Risks'), to: '/risks' }]}
      aside={<ClauseNotes refs={['6.1.2']} />}
    >
      {entry ? (
        <EntryHelp entry={entry} />
      ) : (
        <p className={styles.muted}>
          {t('Most risks are known already.')} <Link to="/risks/library">{t('Search the library')}</Link>
        </p>
      )}
      <RiskForm from={entry} />
    </Page>
  )
}
