import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { api, useRecord } from '../../ui/api.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Form, SelectField, TextField, useForm } from '../../ui/form.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { useMay } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { DialogButton } from '../dialog-button.tsx'
import { PasswordLinkButton } from './password-link.tsx'
import { PersonKeys } from './person-keys.tsx'
import { PersonMoves } from './person-moves.tsx'
import { PersonRoles } from './person-roles.tsx'
import { useUnitOptions } from './unit-options.ts'
import { personStates, type PersonView } from './words.ts'

/** One person: who they are here, what they may do, and the ways to end that. */
export default function PersonPage() {
  const id = useParameter('id')
  const { data: person, error } = useRecord<PersonView>(`/people/${id}`)
  const mayReadTrail = useMay('audit-trail:read')
  const mayReadKeys = useMay('api-keys:read')
  const mayReset = useMay('people:reset-password')
  if (error) throw error
  if (!person) return null
  return (
    <Page
      title={person.name}
      kind={t('Person')}
      crumbs={[{ label: t('People'), to: '/settings/people' }]}
      state={<StateBadge {...personStates[person.state]} />}
      width="text"
      actions={
        person.state !== 'erased' && (
          <DialogButton
            permission="people:edit"
            title={t('Edit this person')}
            content={(close) => <PersonForm person={person} close={close} />}
          >
            {t('Edit')}
          </DialogButton>
        )
      }
    >
      <Section title={t('Who they are')}>
        <Facts>
          <Fact label={t('E-mail')}>{person.email}</Fact>
          <Fact label={t('Unit')}>{person.unit?.name}</Fact>
        </Facts>
      </Section>
      {person.state !== 'erased' && <PersonRoles person={person} />}
      {person.state !== 'erased' && mayReset && (
        <Section
          title={t('Signing in')}
          lead={t('For a colleague who forgot their password. They choose the new one themselves.')}
        >
          <PasswordLinkButton person={person} />
        </Section>
      )}
      {mayReadKeys && <PersonKeys person={person} />}
      <PersonMoves person={person} />
      {mayReadTrail && (
        <Section title={t('Activity')}>
          <Activity path={activityPath('person', id)} />
        </Section>
      )}
    </Page>
  )
}

type Values = { name: string; unit: string }

function PersonForm({ person, close }: { person: PersonView; close: () => void }) {
  const units = useUnitOptions()
  const form = useForm<Values>({
    id: `person:${person.id}`,
    initial: valuesOf(person),
    version: person.version,
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Give the name.') } : {}),
    save: (_values, { version, changed: { unit, ...changed } }) =>
      api.patch(
        `/people/${person.id}`,
        { ...changed, ...(unit !== undefined && { unit: unit === '' ? null : unit }) },
        { version },
      ),
    current: async () => {
      const now = await api.get<PersonView>(`/people/${person.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Person saved'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Save person')} permission="people:edit">
      <TextField form={form} name="name" label={t('Name')} required />
      <SelectField form={form} name="unit" label={t('Unit')} options={units} />
    </Form>
  )
}

function valuesOf({ name, unit }: PersonView): Values {
  return { name, unit: unit?.id ?? '' }
}
