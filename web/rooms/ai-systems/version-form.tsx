import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import type { Component } from './words.ts'

const blank = { label: '', releasedOn: '', content: '', location: '', sha256: '', notes: '', state: 'current' }

/** Records a version of a component: what it is called, where it is, and for a prompt its text. */
export function VersionForm({ component, close }: { component: Component; close: () => void }) {
  const form = useForm({
    id: `component:${component.id}:version`,
    initial: blank,
    check: ({ label }): { label?: string } => (label.trim() === '' ? { label: t('Name the version.') } : {}),
    save: ({ releasedOn, ...values }) =>
      api.post(`/components/${component.id}/versions`, { ...values, releasedOn: releasedOn || null }),
    done: () => t('Version recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record version')} permission="components:edit">
      <TextField form={form} name="label" label={t('Version')} help={t('Such as 1.2 or 2026-03.')} required />
      <ChoiceField
        form={form}
        name="state"
        label={t('State')}
        options={[
          { value: 'current', label: t('Current'), help: t('It is in use now and supersedes the one before.') },
          { value: 'draft', label: t('Draft'), help: t('Not in use yet.') },
        ]}
      />
      <DateField form={form} name="releasedOn" label={t('Released on')} />
      {component.kind === 'prompt' ? (
        <TextareaField form={form} name="content" label={t('Text of the prompt')} rows={8} />
      ) : (
        <>
          <TextField
            form={form}
            name="location"
            label={t('Location')}
            help={t('Where exactly this version is kept.')}
          />
          <TextField
            form={form}
            name="sha256"
            label="SHA-256"
            help={t('Of the file, so that it can be recognised later.')}
          />
        </>
      )}
      <TextareaField form={form} name="notes" label={t('What changed')} />
    </Form>
  )
}
