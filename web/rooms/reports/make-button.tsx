import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, MultiSelectField, ReferenceField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { DialogButton } from '../dialog-button.tsx'
import { formatOptions } from './report.ts'

type Values = { formats: string[]; assessment: string }
type Assessment = { id: string; name: string }

/** Asks for a gap report; its page shows how far it is. */
export function MakeButton() {
  return (
    <DialogButton look="primary" permission="reports:make" title={t('Make a gap report')} content={() => <MakeForm />}>
      {t('Make a gap report')}
    </DialogButton>
  )
}

function MakeForm() {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: 'report:new',
    initial: { formats: formatOptions.map(({ value }) => value), assessment: '' },
    check: ({ formats }): { formats?: string } =>
      formats.length === 0 ? { formats: t('Choose at least one format.') } : {},
    save: ({ formats, assessment }) =>
      api.post('/reports/gap', { formats, assessment: assessment === '' ? null : assessment }),
    onSaved: ({ id }) => go(`/reports/${id}`),
  })
  return (
    <Form form={form} submit={t('Make report')} permission="reports:make">
      <p>{t('It shows the records exactly as they stand now. What is recorded while it is made is not in it.')}</p>
      <MultiSelectField form={form} name="formats" label={t('Formats')} options={formatOptions} required />
      <ReferenceField<Values, Assessment>
        form={form}
        name="assessment"
        label={t('Findings of')}
        help={t(
          'A concluded gap assessment, whose findings are frozen. Leave it empty for what the records prove now.',
        )}
        path="/gap-assessments"
        query={{ state: 'concluded' }}
        option={({ id, name }) => ({ value: id, label: name })}
      />
    </Form>
  )
}
