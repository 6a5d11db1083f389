import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { showNumber } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { LastReviews } from './last-reviews.tsx'
import styles from './organization.module.css'
import { missingWords, sectors, type Profile } from './words.ts'

/** Who the organisation is, as far as context and scope ask, and when that was last looked at. */
export default function OrganizationPage() {
  const { data: profile, error } = useRecord<Profile>('/organization/profile')
  if (error) throw error
  if (!profile) return null
  return (
    <Page
      title={t('Organisation')}
      lead={t('What context and scope rest on: who you are, where you are, and what you do with AI.')}
      actions={
        <LinkButton
          to="/organization/edit"
          look={profile.missing.length > 0 ? 'primary' : 'default'}
          permission="organization:edit"
        >
          {t('Edit profile')}
        </LinkButton>
      }
      aside={<ClauseNotes refs={['4.1', '4.4']} />}
    >
      {profile.missing.length > 0 && <Missing missing={profile.missing} />}
      <Section title={t('Profile')}>
        <Facts>
          <Fact label={t('Name')}>{profile.name}</Fact>
          <Fact label={t('Sector')}>{profile.sector && (sectors[profile.sector] ?? profile.sector)}</Fact>
          <Fact label={t('People working here')}>
            {profile.peopleCount === null ? undefined : showNumber(profile.peopleCount)}
          </Fact>
          <Fact label={t('Present in the EU')}>{yesNo(profile.euPresence)}</Fact>
          <Fact label={t('Sites')}>{profile.sites.join(', ')}</Fact>
          <Fact label={t('Jurisdictions')}>{profile.jurisdictions.join(', ')}</Fact>
          <Fact label={t('Top management')}>{profile.topManagement.map(({ name }) => name).join(', ')}</Fact>
        </Facts>
      </Section>
      <Section title={t('What you do with AI, and why')}>
        {profile.purpose.trim() === '' ? (
          <p className={styles.muted}>{t('Not recorded')}</p>
        ) : (
          <Markdown>{profile.purpose}</Markdown>
        )}
      </Section>
      <Section
        title={t('Reviews')}
        lead={t(
          'Context, parties and scope change. A review says that somebody looked, what came of it, and when to look again.',
        )}
        actions={<LinkButton to="/organization/reviews">{t('All reviews')}</LinkButton>}
      >
        <LastReviews />
      </Section>
    </Page>
  )
}

function Missing({ missing }: { missing: string[] }) {
  return (
    <section className={styles.missing} aria-label={t('Still missing')}>
      <p>{t('Still missing before context and scope can be judged:')}</p>
      <ul>
        {missing.map((one) => (
          <li key={one}>{missingWords[one] ?? one}</li>
        ))}
      </ul>
    </section>
  )
}

function yesNo(value: boolean | null): string | undefined {
  if (value === null) return undefined
  return value ? t('Yes') : t('No')
}
