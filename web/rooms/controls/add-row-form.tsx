import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, TextField, useForm } from '../../ui/form.tsx'

/** A control or requirement of another framework; clauses always apply and have no row. */
export function AddRowForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `statement:${id}:row`,
    initial: { requirement: '' },
    check: ({ requirement }): { requirement?: string } =>
      requirement.trim() === '' ? { requirement: t('Name the requirement.') } : {},
    save: ({ requirement }) => api.post(`/statements-of-applicability/${id}/rows`, { requirement: requirement.trim() }),
    done: () => t('Row added'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Add row')} permission="controls:decide">
      <TextField
        form={form}
        name="requirement"
        label={t('Requirement')}
        help={t('Framework and number as in Frameworks, such as ISO-27001-2022/A.8.29.')}
        required
      />
    </Form>
  )
}
