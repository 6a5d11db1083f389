import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Form, TextField, useForm } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useSession } from '../../ui/session.ts'
import type { AnswerOf } from '../answer-of.ts'
import { RemoveSample } from './remove-sample.tsx'

type Profile = AnswerOf<'/api/v1/organization/profile'>

/** The organisation as Assay keeps it: its name and what names it for machines. */
export default function OrganizationSettingsPage() {
  const { data: profile, error } = useRecord<Profile>('/organization/profile')
  const { organization } = useSession()
  return (
    <Page
      title={t('Organisation settings')}
      lead={
        <>
          {t('Who the organisation is, for context and scope, stands in its profile.')}{' '}
          <Link to="/organization">{t('Open the profile')}</Link>
        </>
      }
      width="text"
    >
      <ProblemAlert error={error} />
      <Section title={t('Name')}>{profile && <NameForm key={profile.version} profile={profile} />}</Section>
      <Section title={t('For machines')}>
        <Facts>
          <Fact label={t('Id of the organisation')}>
            <code>{organization.id}</code>
          </Fact>
          <Fact label={t('Kind')}>
            {organization.demo ? t('Sample organisation; it can never become a real one') : t('Real organisation')}
          </Fact>
        </Facts>
      </Section>
      {organization.demo && <RemoveSample />}
    </Page>
  )
}

function NameForm({ profile }: { profile: Profile }) {
  const form = useForm({
    id: 'organization-name',
    initial: { name: profile.name },
    version: profile.version,
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the organisation.') } : {}),
    save: ({ name }, { version }) => api.patch('/organization/profile', { name }, { version }),
    current: async () => {
      const { name, version } = await api.get<Profile>('/organization/profile')
      return { values: { name }, version }
    },
    done: () => t('Name saved'),
  })
  return (
    <Form form={form} submit={t('Save name')} permission="organization:edit">
      <TextField
        form={form}
        name="name"
        label={t('Name')}
        help={t('Shown on every page, report and document.')}
        required
      />
    </Form>
  )
}
