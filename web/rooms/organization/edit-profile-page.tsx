import { t } from '../../messages/index.ts'
import { api, useList, useRecord } from '../../ui/api.ts'
import {
  ChoiceField,
  Form,
  MultiSelectField,
  NumberField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { ItemOf } from '../answer-of.ts'
import { optionsOf, sectors, type Profile } from './words.ts'

type Person = ItemOf<'/api/v1/people'>
const offered = 200

export default function EditProfilePage() {
  const { data: profile, error } = useRecord<Profile>('/organization/profile')
  return (
    <Page title={t('Edit profile')} crumbs={[{ label: t('Organisation'), to: '/organization' }]} width="text">
      <ProblemAlert error={error} />
      {profile && <ProfileForm profile={profile} />}
    </Page>
  )
}

type Values = {
  name: string
  sector: string
  purpose: string
  peopleCount: number | null
  sites: string[]
  euPresence: string
  jurisdictions: string[]
  topManagement: string[]
}

function ProfileForm({ profile }: { profile: Profile }) {
  const go = useGo()
  const people = useList<Person>('/people', { limit: offered, state: 'active' }).data?.items ?? []
  const form = useForm<Values>({
    id: 'organization-profile',
    initial: valuesOf(profile),
    version: profile.version,
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the organisation.') } : {}),
    save: (_values, { version, changed }) => api.patch('/organization/profile', bodyOf(changed), { version }),
    current: async () => {
      const now = await api.get<Profile>('/organization/profile')
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Profile saved'),
    onSaved: () => go('/organization'),
  })
  const known = new Map([...profile.topManagement, ...people].map(({ id, name }) => [id, name]))
  return (
    <Form form={form} submit={t('Save profile')} permission="organization:edit" cancel="/organization">
      <TextField
        form={form}
        name="name"
        label={t('Name')}
        help={t('As it should stand on a scope statement.')}
        required
      />
      <SelectField form={form} name="sector" label={t('Sector')} options={optionsOf(sectors)} />
      <TextareaField
        form={form}
        name="purpose"
        label={t('What you do with AI, and why')}
        help={t('In a few sentences: what AI is for here, for whom, and whether you make it, offer it or use it.')}
        rows={5}
      />
      <NumberField
        form={form}
        name="peopleCount"
        label={t('People working here')}
        help={t('A certification body plans its days by this number.')}
        min={1}
        step={1}
      />
      <TagsField form={form} name="sites" label={t('Sites')} help={t('Each place of work; Enter ends one.')} />
      <ChoiceField
        form={form}
        name="euPresence"
        label={t('Present in the EU')}
        options={[
          { value: 'yes', label: t('Yes'), help: t('Customers, sites or people affected by your AI are there.') },
          { value: 'no', label: t('No') },
        ]}
      />
      <TagsField
        form={form}
        name="jurisdictions"
        label={t('Jurisdictions')}
        help={t('Where law binds you: countries, states, the EU.')}
      />
      <MultiSelectField
        form={form}
        name="topManagement"
        label={t('Top management')}
        help={t('Who answers for the AI management system at the top. They must have a place here: invite them first.')}
        options={[...known].map(([value, label]) => ({ value, label }))}
      />
    </Form>
  )
}

function valuesOf({ euPresence, sector, topManagement, ...profile }: Profile): Values {
  const { name, purpose, peopleCount, sites, jurisdictions } = profile
  const presence = euPresence ? 'yes' : 'no'
  return {
    name,
    purpose,
    peopleCount,
    sites,
    jurisdictions,
    sector: sector ?? '',
    euPresence: euPresence === null ? '' : presence,
    topManagement: topManagement.map(({ id }) => id),
  }
}

function bodyOf({ sector, euPresence, ...changed }: Partial<Values>) {
  return {
    ...changed,
    ...(sector !== undefined && { sector: sector === '' ? null : sector }),
    ...(euPresence !== undefined && { euPresence: euPresence === '' ? null : euPresence === 'yes' }),
  }
}
