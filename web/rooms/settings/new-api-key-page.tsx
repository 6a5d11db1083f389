import { useState } from 'react'
import { t, tIn } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, TextField, useForm } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { LinkButton } from '../../ui/verb-button.tsx'
import { OnceShown } from './once-shown.tsx'
import { ScopesField } from './scopes-field.tsx'
import styles from './settings.module.css'

type Values = { name: string; scopes: string[]; expiresOn: string }
type Created = { id: string; key: string }

export default function NewApiKeyPage() {
  const [created, setCreated] = useState<Created>()
  return (
    <Page
      title={created ? t('The key is made') : t('Create an API key')}
      crumbs={[{ label: t('API keys'), to: '/settings/api-keys' }]}
      width="text"
    >
      {created ? (
        <div className={styles.form}>
          <OnceShown
            label={t('API key')}
            value={created.key}
            help={t(
              'Copy the key now and keep it where the machine reads it. It is shown only now: Assay keeps a hash of it.',
            )}
          />
          <p className={styles.muted}>
            {t('Sent as a header:')} <code>Authorization: Bearer …</code>
          </p>
          <LinkButton to="/settings/api-keys" look="primary">
            {tIn('button', 'Done')}
          </LinkButton>
        </div>
      ) : (
        <KeyForm onCreated={setCreated} />
      )}
    </Page>
  )
}

function KeyForm({ onCreated }: { onCreated: (created: Created) => void }) {
  const { permissions } = useSession()
  const form = useForm<Values, Created>({
    id: 'api-key:new',
    initial: { name: '', scopes: [], expiresOn: '' },
    check: ({ name, scopes, expiresOn }) => ({
      ...(name.trim() === '' && { name: t('Name the key after the machine that uses it.') }),
      ...(scopes.length === 0 && { scopes: t('Choose at least one scope.') }),
      ...(expiresOn === '' && { expiresOn: t('Choose the day on which the key ends.') }),
    }),
    save: (values) => api.post('/api-keys', values),
    onSaved: onCreated,
  })
  form.labels.set('scopes', t('Scopes'))
  return (
    <Form form={form} submit={t('Create key')} permission="api-keys:create" cancel="/settings/api-keys">
      <TextField
        form={form}
        name="name"
        label={t('Name')}
        help={t('Which machine uses it, such as “Nightly scan”.')}
        required
      />
      <DateField
        form={form}
        name="expiresOn"
        label={t('Ends on')}
        help={t('Every key ends. A year at most is a good habit.')}
        required
      />
      <ScopesField
        held={permissions}
        chosen={form.values.scopes}
        onChange={(scopes) => form.set('scopes', scopes)}
        error={form.errors['scopes']}
      />
    </Form>
  )
}
