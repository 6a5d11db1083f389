import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'

type Values = { when: string; effectiveOn: string; note: string }

/** Another person than the authors approves, and says from when it holds. */
export function ApproveForm({ path, close }: { path: string; close: () => void }) {
  const form = useForm<Values, { state: 'approved' | 'effective' }>({
    id: `${path}:approve`,
    initial: { when: 'today', effectiveOn: '', note: '' },
    check: ({ when, effectiveOn }): { effectiveOn?: string } =>
      when === 'day' && effectiveOn === '' ? { effectiveOn: t('Choose the day.') } : {},
    save: ({ when, effectiveOn, note }) => api.post(`${path}/approve`, { note, effectiveOn: dayOf(when, effectiveOn) }),
    done: ({ state }) => (state === 'effective' ? t('Approved, and effective from today') : t('Approved')),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Approve')} permission="documents:approve">
      <ChoiceField
        form={form}
        name="when"
        label={t('From when it holds')}
        options={[
          { value: 'today', label: t('From today'), help: t('The version that holds now becomes obsolete at once.') },
          { value: 'day', label: t('From a later day'), help: t('It takes effect by itself on that day.') },
          { value: 'later', label: t('Not decided yet'), help: t('It waits until somebody makes it effective.') },
        ]}
      />
      {form.values.when === 'day' && <DateField form={form} name="effectiveOn" label={t('Day')} required />}
      <TextareaField form={form} name="note" label={t('Note')} />
    </Form>
  )
}

function dayOf(when: string, day: string): string | null {
  if (when === 'day') return day
  return when === 'today' ? new Date().toISOString().slice(0, 10) : null
}
