import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import styles from './evidence.module.css'
import type { Evidence } from './words.ts'

type Values = { decision: string; note: string }
type ReviewFormProps = { evidence: Evidence; own: boolean; close: () => void }

/** A named person decides whether the evidence shows what it is said to show. */
export function ReviewForm({ evidence: { id }, own, close }: ReviewFormProps) {
  const form = useForm<Values>({
    id: `evidence:${id}:review`,
    initial: { decision: 'accepted', note: '' },
    check: ({ decision, note }) =>
      decision === 'rejected' && note.trim() === ''
        ? { note: t('Say why it is rejected, so that whoever collected it knows what is missing.') }
        : {},
    save: (values) => api.post(`/evidence/${id}/review`, values),
    done: () => ({ message: t('Review recorded'), undo: () => api.post(`/evidence/${id}/reopen`) }),
    onSaved: close,
  })
  return (
    <>
      {own && (
        <p className={styles.note}>
          {t('You are alone here, so you can review what you collected. The review will show it.')}
        </p>
      )}
      <Form form={form} submit={t('Record review')} permission="evidence:review">
        <ChoiceField
          form={form}
          name="decision"
          label={t('Does it show what it is said to show?')}
          options={[
            { value: 'accepted', label: t('Accept'), help: t('It is what it says, of the right time and complete.') },
            { value: 'rejected', label: t('Reject'), help: t('Readiness does not rest on it. Say what is missing.') },
          ]}
        />
        <TextareaField
          form={form}
          name="note"
          label={t('Note')}
          help={t('What you looked at.')}
          required={form.values.decision === 'rejected'}
        />
      </Form>
    </>
  )
}
