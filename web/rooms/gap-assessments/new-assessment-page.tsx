import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, TextField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'

export default function NewAssessmentPage() {
  const go = useGo()
  const form = useForm<{ name: string }, { id: string }>({
    id: 'gap-assessment:new',
    initial: { name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: t('Name it, such as “Autumn 2026”.') } : {}),
    save: ({ name }) => api.post('/gap-assessments', { name }),
    done: () => t('Gap assessment started'),
    onSaved: ({ id }) => go(`/gap-assessments/${id}`),
  })
  return (
    <Page
      title={t('Start gap assessment')}
      crumbs={[{ label: t('Gap assessment'), to: '/gap-assessments' }]}
      lead={t(
        'Every clause of 4 to 10 and every control of Annex A is asked once, in plain words. You can leave at any time, go on later, and ask colleagues to answer their part.',
      )}
      width="text"
    >
      <Form form={form} submit={t('Start gap assessment')} permission="gap-assessments:steer" cancel="/gap-assessments">
        <TextField form={form} name="name" label={t('Name')} help={t('How you tell it from the next one.')} required />
      </Form>
    </Page>
  )
}
