import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import styles from './frameworks.module.css'
import { matching, treeOf } from './tree.ts'
import { Tree } from './tree.tsx'
import { countsInWords, statuses, type FrameworkWithRequirements } from './words.ts'

/** One edition: what it is, and the tree of what it asks for. */
export default function FrameworkPage() {
  const id = useParameter('framework')
  const [q, setQ] = useState('')
  const { data: it, error } = useRecord<FrameworkWithRequirements>(`/frameworks/${id}`)
  if (error) throw error
  if (!it) return null
  const others = it.editions.filter((edition) => edition !== id)
  const shown = matching(it.requirements, q)
  return (
    <Page
      title={it.short}
      kind={it.publisher}
      crumbs={[{ label: t('Frameworks'), to: '/frameworks' }]}
      state={<StateBadge {...statuses[it.status]} />}
      lead={it.title}
      actions={others.map((other) => (
        <LinkButton key={other} to={`/frameworks/${id}/compare/${other}`}>
          {t('Compare with {edition}', { edition: other })}
        </LinkButton>
      ))}
    >
      <Section title={t('Edition')}>
        <Facts>
          <Fact label={t('Edition')}>{it.edition}</Fact>
          <Fact label={t('Published')}>
            {it.published.length === 10 ? <DateTime value={it.published} /> : it.published}
          </Fact>
          <Fact label={t('Contains')}>{countsInWords(it.counts)}</Fact>
          <Fact label={t('Wording shown here')}>
            {it.wording === 'own'
              ? t('Our own words, not the text itself')
              : t('The text itself, in the public domain')}
          </Fact>
          <Fact label={t('Checked')}>
            <DateTime value={it.checkedOn} />
          </Fact>
          <Fact label={t('Certification')}>
            {it.certifiable ? t('An organisation can be certified to it') : t('Nobody is certified to it')}
          </Fact>
        </Facts>
        {it.amendments.length > 0 && (
          <p className={styles.notes}>{t('Amended by {amendments}', { amendments: it.amendments.join(', ') })}</p>
        )}
        <ul className={styles.notes}>
          {[...it.notes, it.licence].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('What it asks for')}>
        <TextInput
          className={styles.search ?? ''}
          type="search"
          label={t('Narrow down')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <p role="status" className={styles.muted}>
          {q !== '' && shown.length === 0 && t('Nothing matches. Try another word.')}
        </p>
        <Tree nodes={treeOf(shown)} open={q !== ''} />
      </Section>
    </Page>
  )
}
