import { Select, TextInput } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useAddress } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { EntryHelp } from './library-entry.tsx'
import styles from './risks.module.css'
import type { Library } from './words.ts'

/** Known AI risks in our own words, with what they correspond to in four public taxonomies. */
export default function LibraryPage() {
  const [address, setAddress] = useAddress()
  const { q = '', taxonomy = '' } = address
  const { data, error } = useRecord<Library>('/risk-library', { ...(q && { q }), ...(taxonomy && { taxonomy }) })
  return (
    <Page
      title={t('Risk library')}
      crumbs={[{ label: t('Risks'), to: '/risks' }]}
      lead={t('Known risks of AI to begin from. Adapt what fits to your own case; nothing here is a rating.')}
    >
      <div className={styles.search}>
        <TextInput
          label={t('Search')}
          placeholder={t('Words or an id, such as LLM01')}
          value={q}
          onChange={(event) => setAddress({ q: event.currentTarget.value || undefined })}
        />
        <Select
          label={t('Taxonomy')}
          data={(data?.taxonomies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={taxonomy === '' ? null : taxonomy}
          onChange={(value) => setAddress({ taxonomy: value ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': t('Any taxonomy') }}
        />
      </div>
      <ProblemAlert error={error} />
      {data && (
        <p className={styles.muted} role="status">
          {t('{total, plural, =0 {Nothing found} one {One risk} other {# risks}}', { total: data.total })}
        </p>
      )}
      {data?.items.map((entry) => (
        <section key={entry.id} aria-label={entry.title}>
          <h2>{entry.title}</h2>
          <p>{entry.description}</p>
          <LinkButton to={`/risks/new?from=${entry.id}`} permission="risks:edit">
            {t('Adapt')}
          </LinkButton>
          <EntryHelp entry={entry} />
        </section>
      ))}
      {data?.taxonomies.map(({ id, name, licence, attribution }) => (
        <p key={id} className={styles.muted}>
          {t('{name}: {attribution}. Licence: {licence}. Ids and names only.', { name, attribution, licence })}
        </p>
      ))}
    </Page>
  )
}
