import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, SelectField, useForm } from '../../ui/form.tsx'
import styles from './documents.module.css'

type SubmitFormProps = { path: string; mayApprove: { id: string; name: string }[]; close: () => void }

/** Puts a draft before one approver, or before all who may approve. */
export function SubmitForm({ path, mayApprove, close }: SubmitFormProps) {
  const form = useForm({
    id: `${path}:submit`,
    initial: { approver: '' },
    save: ({ approver }) => api.post(`${path}/submit`, { approver: approver || null }),
    done: () => ({ message: t('Submitted for approval'), undo: () => api.post(`${path}/take-back`) }),
    onSaved: close,
  })
  return (
    <>
      {mayApprove.length === 0 && (
        <p className={styles.note}>
          {t(
            'Nobody here may approve it but those who wrote it. You can submit it, and invite an approver under Settings, People.',
          )}
        </p>
      )}
      <Form form={form} submit={t('Submit')} permission="documents:write">
        <SelectField
          form={form}
          name="approver"
          label={t('Ask this person')}
          help={t('It stands in the inbox of whom you ask; with nobody chosen, of everyone who may approve it.')}
          options={mayApprove.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </>
  )
}
